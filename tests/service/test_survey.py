from dataclasses import replace
from datetime import date

import pytest

from indexer.documents import Given
from indexer.index import Access, Facets, FileRecord, Filters, Held, Index
from service.survey import Meetings, Survey
from tests.service.made import index

TODAY = date(2024, 6, 1)


def record(*held: Held, notes: tuple[str, ...] = ()) -> FileRecord:
    return FileRecord("a.txt", "a.txt", "0", "1", "text", Given(), 1, 1, 1, 1, notes, held)


GRANBY = record(
    Held("protokoll", "Granby", "Kommunstyrelsen", "2024-03-12"),
    Held("kallelse", "Granby", "Kommunstyrelsen", "2024-05-12"),
    Held("kallelse", "Granby", "Kommunstyrelsen", "2024-09-12"),
    notes=("Kommunstyrelsen 2024-03-12: § 4, 5 not found between the others", "3 pages read by OCR"),
)
ALVMO = record(Held("protokoll", "Älvmo", "Bildningsnämnden", "2023-03-12"))
GAP = ("Kommunstyrelsen 2024-03-12 § 4, 5",)


class Holding:
    """The made index with other file records, counting how often they are asked for."""

    def __init__(self, *records: FileRecord) -> None:
        self.index: Index = index()
        self.records = list(records)
        self.asked = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.index, name)

    def files(self, access: Access) -> list[FileRecord]:
        self.asked += 1
        return self.records if access.collections else []


@pytest.mark.parametrize(
    ("filters", "minutes", "missing", "gaps"),
    [
        (Filters(), 2, 1, GAP),
        (Filters(municipalities=("Älvmo",)), 1, 0, ()),
        (Filters(bodies=("Kommunstyrelsen",)), 1, 1, GAP),
        (Filters(date_from="2024-01-01"), 1, 1, GAP),
        (Filters(date_to="2024-03-31"), 2, 0, GAP),
        (Filters(municipalities=("Norrvik",)), 0, 0, ()),
    ],
)
def test_minutes_searched_are_counted_with_what_is_known_to_be_missing(
    filters: Filters, minutes: int, missing: int, gaps: tuple[str, ...]
) -> None:
    found = Survey().coverage(Holding(GRANBY, ALVMO), filters, Access.public(), Facets(), TODAY)  # type: ignore[arg-type]
    assert (found.minutes, found.missing_meetings, found.gaps) == (minutes, missing, gaps)


def test_records_are_looked_through_once_for_as_long_as_the_index_holds_the_same() -> None:
    holding, survey = Holding(GRANBY), Survey()
    for known in (Facets(1), Facets(1), Facets(2)):
        survey.coverage(holding, Filters(), Access.public(), known, TODAY)  # type: ignore[arg-type]
    assert holding.asked == 2


def test_each_reader_is_told_of_what_may_be_seen() -> None:
    holding, survey = Holding(GRANBY), Survey()
    seen, unseen = (
        survey.coverage(holding, Filters(), access, Facets(), TODAY).minutes  # type: ignore[arg-type]
        for access in (Access.public(), replace(Access.public(), collections=frozenset()))
    )
    assert (seen, unseen) == (1, 0)


def test_a_meeting_that_lies_ahead_is_not_missing() -> None:
    assert len(Meetings.of([GRANBY], "2024-05-01").missing) == 0
