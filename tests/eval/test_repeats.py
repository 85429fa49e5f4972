"""Copies of prepared passages that make an index large."""

from pathlib import Path

import pytest

from eval import repeats
from indexer.build import build
from indexer.embeddings import Embedder, load
from indexer.engines.location import Connection, open_index
from indexer.index import Access, Filters, Index, IndexVersion, Term
from indexer.swedish import ANALYSIS

TEXT = """Tallmora kommun
Kommunstyrelsen 2024-03-12
SAMMANTRÄDESPROTOKOLL

§ 12 Avgifter för bryggplatser
Dnr KS 2024/31
Kommunstyrelsen beslutar att avgiften för en bryggplats är 450 kronor.

§ 13 Belysning vid badplatsen
Dnr KS 2024/32
Kommunstyrelsen beslutar att belysningen vid badplatsen byts ut under hösten.
"""


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load()


def opened(folder: Path, embedder: Embedder) -> Index:
    return open_index(str(folder), IndexVersion(ANALYSIS, embedder.name, embedder.dimension), Connection(), create=True)


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Index:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(TEXT, encoding="utf-8")
    index = opened(tmp_path / "index", embedder)
    build([tmp_path / "papers"], index, embedder)
    return index


def grow(index: Index, embedder: Embedder, times: int, first: int = 0) -> int:
    origin = repeats.Origin.of(index, embedder, 1000)
    with index.writer() as writer:
        return repeats.fill(writer, origin, times * origin.passages, first)


def test_an_index_grows_by_copies_that_are_found(index: Index, embedder: Embedder) -> None:
    read = index.facets(Filters(), Access.public())
    assert grow(index, embedder, 3) == 3
    grown = index.facets(Filters(), Access.public())
    assert (grown.passages, grown.documents, grown.files) == (4 * read.passages, 4 * read.documents, 4)
    assert len(index.lexical([Term("exact", "bryggplats")], Filters(), Access.public(), 10)) == 4


def test_copies_are_not_copied_again(index: Index, embedder: Embedder) -> None:
    grow(index, embedder, 2)
    assert grow(index, embedder, 1, first=2) == 1
    assert len(index.files(Access.public())) == 4


def test_a_copy_is_another_municipalitys_and_shows_its_own_text(index: Index, embedder: Embedder) -> None:
    origin = repeats.Origin.of(index, embedder, 1000)
    entry = origin.entry(origin.files[0])
    assert entry is not None
    copy = repeats.copied(entry, 7)
    assert copy.record.file == "copy-000007/a.txt"
    for before, after in zip(entry.passages, copy.passages, strict=True):
        assert after.passage.text == before.passage.text
        assert after.passage.id != before.passage.id
        assert after.passage.document_id in {document.id for document in copy.documents}
        if before.passage.municipality:
            assert after.passage.municipality != before.passage.municipality
            assert before.passage.municipality not in after.passage.header
            assert after.tokens["header"] != before.tokens["header"]
