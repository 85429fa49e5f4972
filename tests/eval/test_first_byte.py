"""What a reader waits for the first byte, on a small index."""

from pathlib import Path

import pytest

from eval.first_byte import Kind, first_byte_ms, kinds, waits
from eval.traffic import serving
from indexer.build import build
from indexer.embeddings import load
from indexer.engines.location import open_index
from indexer.errors import UsageProblem
from indexer.index import IndexVersion
from indexer.swedish import ANALYSIS

PAPER = "Tallmora kommun\nKommunstyrelsen\n2025-03-04\n\n§ 1 Avgift för båtplats\n\nKommunstyrelsen beslutar att höja avgiften till 450 kronor.\n"


@pytest.fixture
def location(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(PAPER, encoding="utf-8")
    embedder = load()
    index = open_index(str(tmp_path / "index"), IndexVersion(ANALYSIS, embedder.name, embedder.dimension), create=True)
    build([tmp_path / "a.txt"], index, embedder)
    index.close()
    return str(tmp_path / "index")


def test_each_kind_of_page_is_waited_for_and_the_processor_counted(location: str) -> None:
    with serving(location, {"PARAGRAF_PROCESSES": "1"}) as server:
        for kind in kinds(["båtplats", "avgift"]):
            found = waits(server, kind, 10)
            assert len(found.first_byte_ms) == 10
            assert all(value > 0 for value in found.first_byte_ms)
            assert found.processor_ms is None or found.processor_ms >= 0
        with pytest.raises(UsageProblem, match="/finns-inte answered 404"):
            first_byte_ms(server.port, "/finns-inte")


def test_hits_are_asked_for_without_an_answer() -> None:
    kind = next(each for each in kinds(["båtplats"]) if each.name == "hits")

    assert kind == Kind("hits", ("/?q=b%C3%A5tplats&sida=2",), 100)
