from contextlib import closing
from dataclasses import replace
from pathlib import Path

from indexer.index import Access, FileRecord, Index, StoredFile
from service.registers.ledger import ACCESSES, Ledger
from tests.service.minutes import BOARD, FILES, entry, filled

PUBLIC = Access.public()


class Counting:
    """An index that counts the files read from it."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.read: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self.index, name)

    def file(self, file: str, access: Access) -> StoredFile | None:
        self.read.append(file)
        return self.index.file(file, access)


def every(_: FileRecord) -> bool:
    return True


def test_each_file_is_read_once_for_as_long_as_it_stays(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        counting, ledger = Counting(index), Ledger()
        first, again = [list(ledger.entries(counting, PUBLIC, every)) for _ in range(2)]  # type: ignore[arg-type]
        assert first == again
        assert sorted(counting.read) == sorted(FILES)
        with index.writer() as writer:
            writer.put(entry("granby_ks_2031-03-12.txt", BOARD.replace("Torgbodarna", "Bodarna")))
        list(ledger.entries(counting, PUBLIC, every))  # type: ignore[arg-type]
        assert counting.read[len(FILES) :] == ["granby_ks_2031-03-12.txt"]


def test_only_files_that_meet_the_condition_are_read(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        counting = Counting(index)
        found = list(Ledger().entries(counting, PUBLIC, lambda record: "_kf_" in record.file))  # type: ignore[arg-type]
        assert {one.body for one in found} == {"Kommunfullmäktige"}
        assert sorted(counting.read) == sorted(file for file in FILES if "_kf_" in file)


def test_each_reader_has_entries_of_what_may_be_seen(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        ledger = Ledger()
        everything = list(ledger.entries(index, PUBLIC, every))
        hidden = replace(PUBLIC, withdrawn_sections=frozenset({("granby_ks_2031-03-12.txt", "§ 10")}))
        assert [one for one in everything if one.number == "§ 10"]
        assert [one for one in ledger.entries(index, hidden, every) if one.number == "§ 10"] == []
        assert list(ledger.entries(index, PUBLIC, every)) == everything


def test_the_entries_of_few_readers_are_kept(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        counting, ledger = Counting(index), Ledger()
        for number in range(ACCESSES + 1):
            list(ledger.entries(counting, replace(PUBLIC, withdrawn=frozenset({str(number)})), every))  # type: ignore[arg-type]
        read = len(counting.read)
        list(ledger.entries(counting, replace(PUBLIC, withdrawn=frozenset({"0"})), every))  # type: ignore[arg-type]
        assert len(counting.read) == read + len(FILES)


def test_what_is_read_before_anybody_asks_is_not_read_again(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        counting, ledger = Counting(index), Ledger()
        ledger.fill(counting, PUBLIC)  # type: ignore[arg-type]
        ledger.fill(counting, PUBLIC)  # type: ignore[arg-type]
        assert list(ledger.entries(counting, PUBLIC, every)) == list(Ledger().entries(index, PUBLIC, every))  # type: ignore[arg-type]
        assert sorted(counting.read) == sorted(FILES)
