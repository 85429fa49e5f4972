"""A real server under clients."""

from pathlib import Path

import pytest

from eval.traffic import milliseconds, serving
from indexer.build import build
from indexer.embeddings import load
from indexer.engines.location import open_index
from indexer.errors import UsageProblem
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


def test_every_request_is_timed_and_the_servers_memory_told(location: str) -> None:
    with serving(location, {}) as server:
        taken = milliseconds(server.port, "/api/search", ["båtplats", "avgift"], clients=3, requests=10)
        memory = server.memory_mb()
    assert len(taken) == 10
    assert all(value > 0 for value in taken)
    assert memory is None or memory > 10


def test_a_server_that_refuses_a_question_is_no_measurement(location: str) -> None:
    with serving(location, {}) as server, pytest.raises(UsageProblem, match="answered 400"):
        milliseconds(server.port, "/api/search", [""], clients=1, requests=1)
