"""Corrections and the block list on their way through indexing."""

from pathlib import Path

import pytest

from indexer.build import build
from indexer.corrections import CorrectedField, Correction
from indexer.embeddings import Embedder
from indexer.errors import NothingToRead
from indexer.gathering.blocklist import BlockList
from indexer.gathering.overrides import Override, Overrides
from indexer.index import Access, Filters, Index

PUBLIC = Access.public()


def minutes(number: int) -> str:
    return f"""Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-0{number}-11

§ {number}
Dnr KS 2024/0012{number}

Bidrag till byalag

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja bidrag till byalag med {number}0 000 kronor. Sökande är 810413-0177.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(minutes(number), encoding="utf-8")
    return folder


def overrides(section: str = "§ 1", value: str = "Stöd till byalag", file: str = "1.txt") -> Overrides:
    correction = Correction(CorrectedField.TITLE, value, "Felläst", "Anna Ek", section)
    return Overrides((Override("correction 1", file, None, correction),))


def titles(index: Index) -> dict[str, str | None]:
    found = index.passages(index.select(Filters(), PUBLIC, 100), PUBLIC)
    return {passage.section: passage.title for passage in found if passage.section}


def test_a_correction_makes_its_file_be_read_again_and_outlasts_reindexing(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    before = titles(index)
    done = build([folder], index, embedder, overrides=overrides())
    assert (done.read, done.unchanged) == (1, 1)
    assert titles(index) == before | {"§ 1": "Stöd till byalag"}
    assert build([folder], index, embedder, overrides=overrides()).read == 0
    build([folder], index, embedder, overrides=overrides(), rebuild=True)
    assert titles(index)["§ 1"] == "Stöd till byalag"
    assert build([folder], index, embedder).read == 1
    assert titles(index) == before


def test_a_correction_marks_what_it_changed(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder, overrides=overrides())
    marked = {passage.section: passage.corrected for passage in index.passages(index.select(Filters(), PUBLIC, 9), PUBLIC)}
    assert (marked["§ 1"], marked["§ 2"]) == ((CorrectedField.TITLE,), ())
    stored = index.file("1.txt", PUBLIC)
    assert stored
    changes = [change for document in stored.documents for section in document.sections for change in section.corrected]
    assert [(change.was, change.by) for change in changes] == [("Bidrag till byalag", "Anna Ek")]


def test_a_file_named_from_another_folder_keeps_its_corrections(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder.parent], index, embedder, overrides=overrides(file="protokoll/1.txt"))
    assert build([folder], index, embedder, overrides=overrides(file="protokoll/1.txt")).read == 0
    assert titles(index)["§ 1"] == "Stöd till byalag"


def test_a_correction_that_fits_nothing_is_told(folder: Path, index: Index, embedder: Embedder) -> None:
    done = build([folder], index, embedder, overrides=overrides(section="§ 9"))
    assert "correction of title by Anna Ek, § 9, was not made: nothing in the file has it" in {note.note for note in done.notes}


def test_a_correction_of_a_file_that_is_not_there_is_told(folder: Path, index: Index, embedder: Embedder) -> None:
    done = build([folder], index, embedder, overrides=overrides(file="3.txt"))
    assert ("3.txt", "correction 1 is for a file that is not in the index") in {(note.file, note.note) for note in done.notes}


def test_blocked_files_are_not_read_and_those_indexed_before_are_removed(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    done = build([folder], index, embedder, blocked=BlockList(files=frozenset({"1.txt"})))
    assert done.removed == ("1.txt",)
    assert [(skipped.file, skipped.reason) for skipped in done.skipped] == [("1.txt", "blocked")]
    other = index.files(PUBLIC)[0]
    assert other.file == "2.txt"
    only = BlockList(contents=frozenset({other.sha256}))
    assert build([folder / "2.txt"], index, embedder, blocked=only).removed == ("2.txt",)
    assert index.files(PUBLIC) == []
    with pytest.raises(NothingToRead, match="1 blocked"):
        build([folder / "2.txt"], index, embedder, blocked=only)
    assert build([folder], index, embedder).index.files == 2


def test_identity_numbers_reach_neither_index_nor_tokens(folder: Path, index: Index, embedder: Embedder) -> None:
    done = build([folder], index, embedder)
    assert [note.note for note in done.notes] == ["1 personal identity number masked (page 1)"] * 2
    everything = [path.read_bytes() for path in Path(index.location).rglob("*") if path.is_file()]
    assert everything
    assert not any(b"0177" in content for content in everything)


def test_nothing_of_a_blocked_file_stays_on_the_disk_after_the_next_run(
    folder: Path, index: Index, embedder: Embedder, tmp_path: Path
) -> None:
    (folder / "1.txt").write_text(minutes(1).replace("byalag", "kvarnstugan"), encoding="utf-8")
    build([folder], index, embedder)
    assert stored(tmp_path / "index", b"kvarnstug")
    build([folder], index, embedder, blocked=BlockList(files=frozenset({"1.txt"})))
    assert not stored(tmp_path / "index", b"kvarnstug")
    assert stored(tmp_path / "index", b"byalag")


def stored(folder: Path, word: bytes) -> bool:
    return any(word in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_files_of_every_collection_are_known_when_the_index_is_filled_again(folder: Path, index: Index, embedder: Embedder) -> None:
    manifest = folder / "manifest.csv"
    manifest.write_text("file,collection\n1.txt,intern\n", encoding="utf-8")
    build([folder], index, embedder)
    assert [record.file for record in index.files(PUBLIC)] == ["2.txt"]
    assert build([folder / "2.txt"], index, embedder).index.files == 2
    manifest.unlink()
    build([folder], index, embedder)
    assert [record.given.collection for record in index.files(Access.operator())] == ["public", "public"]


def test_a_file_of_another_collection_is_pruned_when_it_is_gone(folder: Path, index: Index, embedder: Embedder) -> None:
    (folder / "manifest.csv").write_text("file,collection\n1.txt,intern\n", encoding="utf-8")
    build([folder], index, embedder)
    (folder / "1.txt").unlink()
    (folder / "manifest.csv").unlink()
    assert build([folder], index, embedder, prune=True).removed == ("1.txt",)
