import pytest

from indexer.documents import Given
from indexer.index import Access, FileRecord, Filters, Held
from service.coverage import Minutes, minutes, minutes_sentence
from tests.service.made import index


class Files:
    """An index of nothing but file records."""

    def __init__(self, *records: FileRecord) -> None:
        self._records = list(records)

    def files(self, access: Access) -> list[FileRecord]:
        return self._records if access.collections else []


def record(*held: Held, notes: tuple[str, ...] = ()) -> FileRecord:
    return FileRecord("a.txt", "a.txt", "0", "1", "text", Given(), 1, 1, 1, 1, notes, held)


GRANBY = record(
    Held("protokoll", "Granby", "Kommunstyrelsen", "2024-03-12"),
    Held("kallelse", "Granby", "Kommunstyrelsen", "2024-05-12"),
    notes=("Kommunstyrelsen 2024-03-12: § 4, 5 not found between the others", "3 pages read by OCR"),
)
ALVMO = record(Held("protokoll", "Älvmo", "Kommunstyrelsen", "2023-03-12"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), Minutes(2, ("Kommunstyrelsen 2024-03-12 § 4, 5",))),
        (Filters(municipalities=("Älvmo",)), Minutes(1)),
        (Filters(date_from="2024-01-01"), Minutes(1, ("Kommunstyrelsen 2024-03-12 § 4, 5",))),
        (Filters(municipalities=("Norrvik",)), Minutes(0)),
    ],
)
def test_minutes_searched_are_counted_with_the_sections_they_lack(filters: Filters, expected: Minutes) -> None:
    assert minutes(Files(GRANBY, ALVMO), filters, Access.public()) == expected  # type: ignore[arg-type]


def test_what_is_missing_is_said_shortly() -> None:
    assert minutes_sentence(Minutes(0), "sv") is None
    assert minutes_sentence(Minutes(2), "en") == "Minutes among them: 2."
    assert minutes_sentence(Minutes(2, ("KS § 4",)), "sv") == "Protokoll bland dem: 2. Saknas i läsningen: KS § 4."
    assert minutes_sentence(Minutes(2, ("a", "b", "c", "d")), "sv") == "Protokoll bland dem: 2. Saknas i läsningen: a; b; c …."


def test_an_index_in_memory_without_records_has_no_minutes() -> None:
    assert minutes(index(), Filters(), Access.public()).count == 0
