"""The story of indexing, with real files, the bundled model and the embedded engine."""

import os
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer.build import build
from indexer.embeddings import Embedder
from indexer.engines.location import open_index
from indexer.errors import IndexProblem, NothingToRead
from indexer.gathering.blocklist import BlockList
from indexer.index import Access, Filters, Index
from indexer.opening import version_of
from indexer.swedish import question_tokens

PUBLIC = Access.public()


def minutes(number: int, matter: str = "Bidrag till byalag") -> str:
    return f"""Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-0{number}-11

§ {number}
Dnr KS 2024/0012{number}

{matter}

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja {matter.lower()} med {number}0 000 kronor för år 2024.

Sammanfattning av ärendet
Föreningen har ansökt om stöd för underhåll av bryggor, stigar och eljusspår runt sjön under sommaren.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(minutes(number), encoding="utf-8")
    return folder


def files(index: Index) -> list[str]:
    return [record.file for record in index.files(PUBLIC)]


@dataclass
class Followed:
    """Progress that remembers."""

    files: int = 0
    told: list[tuple[str, str]] = field(default_factory=list)

    def start(self, files: int) -> None:
        self.files = files

    def file(self, name: str, outcome: str) -> None:
        self.told.append((name, outcome))


def test_files_become_passages_that_can_be_found(folder: Path, index: Index, embedder: Embedder) -> None:
    report = build([folder], index, embedder, municipality="Storberg")
    assert (report.read, report.unchanged, report.replaced, report.removed, report.skipped) == (3, 0, 0, (), ())
    assert report.passages == report.index.passages == len(index.select(Filters(), PUBLIC, 1000)) >= 3
    assert (report.pages, report.index.files) == (3, 3)
    best = index.passages([index.nearest(embedder.query("bidrag till byalag"), Filters(), PUBLIC, 1)[0].id], PUBLIC)[0]
    assert best.file in {"1.txt", "2.txt", "3.txt"}
    assert question_tokens("bryggor")["stems"]


def test_a_second_run_reads_nothing_and_writes_nothing(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    before = sorted(path.name for path in Path(index.location).rglob("*"))
    report = build([folder], index, embedder)
    assert (report.read, report.unchanged, report.index.files) == (0, 3, 3)
    assert sorted(path.name for path in Path(index.location).rglob("*")) == before


def test_changed_content_replaces_what_stood_there(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    (folder / "2.txt").write_text(minutes(2, "Ny gatubelysning"), encoding="utf-8")
    report = build([folder], index, embedder)
    assert (report.read, report.replaced, report.unchanged) == (1, 1, 2)
    texts = [passage.text for passage in index.passages(index.select(Filters(files=("2.txt",)), PUBLIC, 100), PUBLIC)]
    assert any("gatubelysning" in text for text in texts)
    assert not any("byalag" in text for text in texts)


def test_what_is_known_of_a_file_reaches_its_passages(folder: Path, index: Index, embedder: Embedder) -> None:
    (folder / "manifest.csv").write_text("file,municipality,url\n1.txt,Lillberg,https://lillberg.example/1\n", encoding="utf-8")
    build([folder], index, embedder, municipality="Storberg")
    assert {record.file: record.given.municipality for record in index.files(PUBLIC)} == {
        "1.txt": "Lillberg",
        "2.txt": "Storberg",
        "3.txt": "Storberg",
    }


def test_a_changed_manifest_reads_the_file_again(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    (folder / "manifest.csv").write_text("file,municipality\n1.txt,Lillberg\n", encoding="utf-8")
    report = build([folder], index, embedder)
    assert (report.replaced, report.unchanged) == (1, 2)


def test_what_is_gone_stays_until_pruning_is_asked_for(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    (folder / "2.txt").unlink()
    assert build([folder], index, embedder).removed == ()
    assert build([folder], index, embedder, prune=True).removed == ("2.txt",)
    assert files(index) == ["1.txt", "3.txt"]


def test_pruning_leaves_alone_what_lies_outside_the_folders_given(folder: Path, index: Index, embedder: Embedder, tmp_path: Path) -> None:
    other = tmp_path / "annat.txt"
    other.write_text(minutes(9), encoding="utf-8")
    build([folder, other], index, embedder)
    other.unlink()
    assert build([folder], index, embedder, prune=True).removed == ()


def test_an_emptied_folder_is_no_reason_to_empty_the_index(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(NothingToRead, match=r"no files.* left as it is"):
        build([folder], index, embedder, prune=True)
    assert len(files(index)) == 3


def test_unreadable_files_are_named_and_the_rest_is_read(folder: Path, index: Index, embedder: Embedder) -> None:
    (folder / "tom.txt").write_bytes(b"")
    (folder / "tom igen.txt").write_bytes(b"")
    (folder / "bild.pdf").write_bytes(b"\x89PNG not a PDF at all")
    (folder / "tabell.xyz").write_bytes(b"1;2;3")
    followed = Followed()
    report = build([folder], index, embedder, progress=followed)
    assert report.read == 3
    assert {skipped.file: skipped.reason for skipped in report.skipped} == {
        "tabell.xyz": "unsupported format .xyz",
        "bild.pdf": "damaged",
        "tom.txt": "empty",
        "tom igen.txt": "empty",
    }
    assert followed.files == 5
    assert ("bild.pdf", "skipped, damaged") in followed.told
    assert followed.told[0][1].startswith("1 pages")


def test_a_file_that_can_no_longer_be_read_keeps_its_last_good_version(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    (folder / "2.txt").write_bytes(b"")
    report = build([folder], index, embedder)
    assert "keeps the version read before" in report.skipped[0].message
    assert files(index) == ["1.txt", "2.txt", "3.txt"]


def test_copies_are_indexed_once_and_named(folder: Path, index: Index, embedder: Embedder) -> None:
    (folder / "kopia av 1.txt").write_text(minutes(1), encoding="utf-8")
    report = build([folder], index, embedder)
    assert [(skipped.file, skipped.reason) for skipped in report.skipped] == [("kopia av 1.txt", "duplicate")]
    assert "same content as 1.txt" in report.skipped[0].message
    assert files(index) == ["1.txt", "2.txt", "3.txt"]


def test_a_file_that_becomes_a_copy_of_another_is_named_and_removed(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    (folder / "2.txt").write_text(minutes(1), encoding="utf-8")
    report = build([folder / "2.txt"], index, embedder)
    assert ([skipped.reason for skipped in report.skipped], report.removed) == (["duplicate"], ("2.txt",))
    assert files(index) == ["1.txt", "3.txt"]


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_blocked_file_goes_though_nothing_else_is_there_and_nothing_else_goes(
    folder: Path, index: Index, embedder: Embedder, rebuild: bool
) -> None:
    build([folder], index, embedder)
    for name in ("1.txt", "3.txt"):
        (folder / name).unlink()
    blocked = BlockList(files=frozenset({"2.txt"}))
    report = build([folder], index, embedder, prune=True, rebuild=rebuild, blocked=blocked)
    assert ([skipped.reason for skipped in report.skipped], report.removed) == (["blocked"], ("2.txt",))
    assert files(index) == ["1.txt", "3.txt"]


def test_copies_of_a_file_that_cannot_be_read_are_nothing_to_read(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_bytes(b"")
    with pytest.raises(NothingToRead, match="2 empty"):
        build([tmp_path / "in"], index, embedder)


def test_two_files_of_one_name_are_told_apart_by_indexing_their_common_folder(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    for number, town in ((1, "storberg"), (2, "lillberg")):
        (tmp_path / "in" / town).mkdir(parents=True)
        (tmp_path / "in" / town / "protokoll.txt").write_text(minutes(number), encoding="utf-8")
    report = build([tmp_path / "in" / "storberg", tmp_path / "in" / "lillberg"], index, embedder)
    assert (report.read, [skipped.reason for skipped in report.skipped]) == (1, ["name taken"])
    assert "index the folder that holds both" in report.skipped[0].message
    assert build([tmp_path / "in"], index, embedder).read == 1
    assert files(index) == ["lillberg/protokoll.txt", "protokoll.txt"]


def test_rebuilding_reads_everything_and_keeps_nothing_else(folder: Path, index: Index, embedder: Embedder, tmp_path: Path) -> None:
    other = tmp_path / "annat.txt"
    other.write_text(minutes(9), encoding="utf-8")
    build([folder, other], index, embedder)
    report = build([folder], index, embedder, rebuild=True)
    assert (report.read, report.replaced, report.removed) == (3, 3, ("annat.txt",))
    assert files(index) == ["1.txt", "2.txt", "3.txt"]


def test_a_rebuild_mends_a_damaged_index(folder: Path, index: Index, embedder: Embedder) -> None:
    build([folder], index, embedder)
    for columns in Path(index.location).rglob("columns.i32"):
        columns.write_bytes(b"x")
    with closing(open_index(index.location, index.version)) as anew:
        with pytest.raises(IndexProblem, match="--rebuild"):
            build([folder], anew, embedder)
        assert build([folder], anew, embedder, rebuild=True).read == 3
        assert files(anew) == ["1.txt", "2.txt", "3.txt"]


def test_a_rebuild_without_a_readable_file_leaves_the_index_as_it_was(
    folder: Path, index: Index, embedder: Embedder, tmp_path: Path
) -> None:
    build([folder], index, embedder)
    (tmp_path / "tom.txt").write_bytes(b"")
    with pytest.raises(NothingToRead):
        build([tmp_path / "tom.txt"], index, embedder, rebuild=True)
    assert len(files(index)) == 3


def test_a_file_that_may_not_be_opened_is_named(folder: Path, index: Index, embedder: Embedder) -> None:
    (folder / "2.txt").chmod(0)
    if os.access(folder / "2.txt", os.R_OK):
        pytest.skip("the tests run as a user whom no permission stops (root)")
    report = build([folder], index, embedder)
    assert [(skipped.file, skipped.reason) for skipped in report.skipped] == [("2.txt", "unreadable")]


def test_the_order_of_files_does_not_change_the_index(folder: Path, index: Index, embedder: Embedder, tmp_path: Path) -> None:
    build([folder], index, embedder)
    other = open_index(str(tmp_path / "other"), version_of(embedder), create=True)
    build([folder / "3.txt"], other, embedder)
    build([folder / "1.txt", folder / "2.txt"], other, embedder)
    assert other.select(Filters(), PUBLIC, 1000) == index.select(Filters(), PUBLIC, 1000)
    other.close()


def test_what_a_file_holds_is_listed_with_it_and_files_of_nobody_are_counted(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "whose.txt").write_text("Anteckningar om väder och vind, av ingen särskild.\n", encoding="utf-8")
    assert build([tmp_path / "whose.txt"], index, embedder).without_municipality == 1
    assert build([tmp_path / "whose.txt"], index, embedder, municipality="Storby").without_municipality == 0
    assert [[held.municipality for held in record.held] for record in index.files(Access.public())] == [["Storby"]]


def test_a_paper_whose_every_matter_is_still_to_be_decided_is_told_from_minutes(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "protokoll.txt").write_text(minutes(3))
    (tmp_path / "utkast.txt").write_text(minutes(4).replace("§ 4", "Ä 4"))
    build([tmp_path], index, embedder, municipality="Storberg")

    assert {record.file: [held.draft for held in record.held] for record in index.files(PUBLIC)} == {
        "protokoll.txt": [False],
        "utkast.txt": [True],
    }
