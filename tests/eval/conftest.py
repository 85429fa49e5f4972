"""What the tests of measurements on a real server share."""

from pathlib import Path

import pytest

from indexer.build import build
from indexer.embeddings import load
from indexer.engines.location import open_index
from indexer.index import IndexVersion
from indexer.swedish import ANALYSIS

PAPER = """Tallmora kommun
Kommunstyrelsen
2025-03-04

§ 1 Avgift för båtplats

Kommunstyrelsen beslutar att höja avgiften till 450 kronor.
"""


@pytest.fixture
def location(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(PAPER, encoding="utf-8")
    embedder = load()
    index = open_index(str(tmp_path / "index"), IndexVersion(ANALYSIS, embedder.name, embedder.dimension), create=True)
    build([tmp_path / "a.txt"], index, embedder)
    index.close()
    return str(tmp_path / "index")
