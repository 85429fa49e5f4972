"""Meetings that minutes name and whose own minutes are not held."""

import pytest

from indexer.documents import Given, Kind, Span, Status
from indexer.index import FileRecord, Held
from service.holdings.meetings import Cell, missing, tables
from service.holdings.named import named
from service.registers.citing import Cited
from service.registers.entries import Entry

TODAY = "2031-06-01"
DAYS = ("2030-01-15", "2030-06-10", "2031-02-04")
HELD = (
    *(Held(Kind.PROTOKOLL, "Granby", "Kommunfullmäktige", day) for day in DAYS),
    Held(Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", DAYS[0]),
)
RECORD = FileRecord("kf.txt", "/kf.txt", "0", "1", "text", Given(), 1, len(HELD), 1, 1, (), HELD, None)


def naming(body: str | None, day: str) -> Entry:
    cited = Cited(Span(0, 1), "§ 9", day, body, basis=True)
    return Entry(
        file="kf.txt",
        document_id="d",
        section_id="s",
        kind=Kind.PROTOKOLL,
        municipality="Granby",
        body="Kommunfullmäktige",
        date="2031-02-04",
        number="§ 3",
        title=None,
        case_key=None,
        status=Status.BESLUT,
        outcome=None,
        maturity=None,
        decision=Span(0, 1),
        cites=(cited,),
    )


@pytest.mark.parametrize(
    ("body", "day", "known"),
    [
        ("Kommunstyrelsen", "2030-05-20", True),
        ("KS", "2030-05-20", True),
        ("Kommunstyrelsen", DAYS[0], False),  # held
        ("Kommunstyrelsen", "2019-05-20", False),  # before anything is held
        ("Kommunstyrelsen", "2031-03-01", False),  # after the meeting that names it
        ("Kommunstyrelsen", "2030", False),
        ("Byggnadsnämnden", "2030-05-20", False),  # nothing is held of it
        (None, "2030-05-20", False),
    ],
)
def test_a_meeting_is_known_where_minutes_name_it_by_body_and_day_within_what_is_held(body: str | None, day: str, known: bool) -> None:
    found = named([naming(body, day)], [RECORD])

    assert [(one.body, one.date, one.kind) for one in found] == ([("Kommunstyrelsen", day, "hänvisning")] if known else [])


def test_a_meeting_that_is_named_is_missing_in_the_list_and_in_the_table() -> None:
    cited = named([naming("Kommunstyrelsen", "2030-05-20")], [RECORD])

    assert [one.date for one in missing([RECORD], TODAY, cited)] == ["2030-05-20"]
    [table] = tables([RECORD], TODAY, "", cited)
    assert table.rows[1].cells[1] == Cell(1, ("2030-05-20",))
