"""The table of coverage: minutes held, meetings that other papers prove, and nothing claimed of what is unknown."""

from dataclasses import replace

import pytest

from indexer.documents import Given, Kind
from indexer.index import FileRecord, Held
from service.holdings.meetings import Cell, missing, overview, tables, whose

TODAY = "2031-06-01"


def record(
    file: str, *held: tuple[Kind, str | None, str | None, str | None], read_at: str | None = "2031-05-02T10:00:00+00:00"
) -> FileRecord:
    return FileRecord(file, f"/{file}", "0", "1", "text", Given(), 1, len(held), 1, 1, (), tuple(Held(*each) for each in held), read_at)


MINUTES = record("ks.pdf", (Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", "2030-03-04"))
BUNDLE = record(
    "bundle.pdf",
    (Kind.KALLELSE, "Granby", "Kommunstyrelsen", "2030-04-08"),
    (Kind.PROTOKOLLSUTDRAG, "Granby", "Kommunstyrelsen", "2030-03-04"),
    (Kind.TJANSTESKRIVELSE, "Granby", "Kommunkontoret", "2030-03-20"),
)
AHEAD = record("ahead.pdf", (Kind.KALLELSE, "Granby", "Kommunstyrelsen", "2031-06-09"))


def test_minutes_are_counted_by_body_and_year_and_proved_meetings_without_minutes_are_missing() -> None:
    [table] = tables([MINUTES, BUNDLE], TODAY)

    assert table.columns == ("2030",)
    [row] = table.rows
    assert row.cells == (Cell(1, ("2030-04-08",)),)
    assert row.read_at == "2031-05-02"
    assert table.papers == 1


def test_a_year_is_shown_by_its_twelve_months() -> None:
    [table] = tables([MINUTES, BUNDLE], TODAY, "2030")

    assert len(table.columns) == 12
    assert table.rows[0].cells[2:4] == (Cell(1, ()), Cell(0, ("2030-04-08",)))


def test_a_year_of_which_nothing_is_held_has_no_row() -> None:
    [table] = tables([MINUTES], TODAY, "1999")

    assert table.rows == ()


def test_an_overview_has_a_row_a_municipality_with_all_its_bodies_and_years_together() -> None:
    board = record("bn.pdf", (Kind.PROTOKOLL, "Granby", "Bildningsnämnden", "2030-03-05"), read_at="2031-05-09T10:00:00+00:00")
    other = record("alvmo.pdf", (Kind.PROTOKOLL, "Älvmo", "Kommunstyrelsen", "2029-01-02"))

    found = overview(tables([MINUTES, BUNDLE, board, other], TODAY))

    assert found.columns == ("2030", "2029")
    assert [(row.name, row.read_at) for row in found.rows] == [("Granby", "2031-05-09"), ("Älvmo", "2031-05-02")]
    assert found.rows[0].cells == (Cell(2, ("2030-04-08",)), Cell())


def test_an_overview_keeps_municipalities_without_any_minutes() -> None:
    [row] = overview(tables([record("t.pdf", (Kind.TJANSTESKRIVELSE, "Granby", None, None))], TODAY)).rows

    assert (row.name, row.cells) == ("Granby", ())


@pytest.mark.parametrize(
    ("given", "named", "of"),
    [
        ("Granby", (), "Granby"),
        ("Granby", ("Älvmo",), "Granby"),
        (None, ("Granby", "Granby"), "Granby"),
        (None, ("Granby", "Älvmo"), None),
        (None, (), None),
    ],
)
def test_a_file_is_from_whom_the_operator_says_else_from_the_only_one_named(
    given: str | None, named: tuple[str, ...], of: str | None
) -> None:
    held = ((Kind.PLAN, None, "Skolverket", None), *((Kind.PROTOKOLL, name, "Kommunstyrelsen", "2030-03-04") for name in named))

    assert whose(replace(record("f.pdf", *held), given=Given(municipality=given))) == of


def test_a_paper_from_outside_is_one_more_paper_of_the_municipality_that_published_it() -> None:
    outside = (Kind.PROTOKOLL, None, "Sveriges Kommuner och Regioner", "2030-03-04")

    [table] = tables([record("ks.pdf", (Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", "2030-03-04"), outside)], TODAY)

    assert (table.municipality, [row.name for row in table.rows], table.papers) == ("Granby", ["Kommunstyrelsen"], 1)


def test_each_missing_meeting_names_the_paper_that_proves_it() -> None:
    [found] = missing([MINUTES, BUNDLE], TODAY)

    assert (found.body, found.date, found.kind, found.file) == ("Kommunstyrelsen", "2030-04-08", "kallelse", "bundle.pdf")


def test_a_meeting_that_lies_ahead_is_not_missing() -> None:
    assert missing([AHEAD], TODAY) == ()
    assert all(cell.missing == () for table in tables([AHEAD], TODAY) for row in table.rows for cell in row.cells)


def test_minutes_without_a_date_are_counted_apart() -> None:
    [table] = tables([record("u.pdf", (Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", None))], TODAY)

    assert (table.rows, table.undated) == ((), 1)


def test_a_file_from_before_reading_times_has_none() -> None:
    [table] = tables([record("old.pdf", (Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", "2030-03-04"), read_at=None)], TODAY)

    assert table.rows[0].read_at is None


def test_a_draft_proves_a_meeting_and_is_no_minutes() -> None:
    held = Held(Kind.PROTOKOLL, "Granby", "Kommunstyrelsen", "2030-04-08", draft=True)
    draft = replace(MINUTES, file="utkast.txt", held=(held,))

    [table] = tables([MINUTES, draft], TODAY)
    [lacking] = missing([MINUTES, draft], TODAY)

    assert table.rows[0].cells == (Cell(1, ("2030-04-08",)),)
    assert (lacking.date, lacking.kind, lacking.file) == ("2030-04-08", "utkast till protokoll", "utkast.txt")
