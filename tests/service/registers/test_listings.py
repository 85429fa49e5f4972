"""Lists drawn from entries made by hand."""

from dataclasses import replace

import pytest

from indexer.documents import Kind, Maturity, Outcome, Span, Status
from indexer.index import Filters
from indexer.particulars import FactKind
from service.registers.entries import Act, Entry, Motion, Reported
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry
from service.registers.listings import drawn
from service.registers.listlines import Drawn
from service.understanding.timespans import Timespan

ENTRY = Entry(
    file="granby_ks.txt",
    document_id="d",
    section_id="ks-10",
    kind=Kind.PROTOKOLL,
    municipality="Granby",
    body="Kommunstyrelsen",
    date="2031-03-12",
    number="§ 10",
    title="Torget",
    case_key="granby|ks|2031|7",
    status=Status.BESLUT,
    outcome=None,
    maturity=None,
    decision=Span(10, 20),
)
COUNCIL = replace(ENTRY, file="granby_kf.txt", section_id="kf-20", body="Kommunfullmäktige", number="§ 20", title="Motion om bänkar")
DAY = Inquiry(Subject.DECISIONS, Filters(), Timespan("2031-03-12", "2031-03-12"))


def places(found: Drawn) -> list[tuple[str | None, str | None]]:
    return [(line.entry.file, line.entry.number) for line in found.lines]


def act(person: str | None, party: str | None = None, kind: FactKind = FactKind.RESERVATION) -> Act:
    return Act(kind, Span(0, 5), "ks-10", person, party)


def reported(name: str, *, delegate: str | None = None, date: str | None = None, count: int | None = None) -> Reported:
    return Reported(Span(0, 5), Span(0, 5), name, delegate, date, count)


def test_a_section_that_stands_in_two_files_is_one_line_from_its_minutes() -> None:
    extract = replace(ENTRY, file="a.txt", section_id="copy", kind=Kind.PROTOKOLLSUTDRAG)
    assert places(drawn(DAY, [extract, ENTRY])) == [("granby_ks.txt", "§ 10")]
    assert places(drawn(DAY, [extract])) == [("a.txt", "§ 10")]


@pytest.mark.parametrize(
    "change",
    [{"status": Status.FORSLAG}, {"status": Status.INFORMATION}, {"maturity": Maturity.UTKAST}, {"date": "2031-03-13"}, {"date": None}],
)
def test_what_decides_nothing_that_day_is_none_of_its_decisions(change: dict[str, object]) -> None:
    assert places(drawn(DAY, [replace(ENTRY, **change)])) == []  # type: ignore[arg-type]  # fields of the entry


def test_proposals_among_a_days_decisions_are_counted() -> None:
    proposal = replace(ENTRY, section_id="ks-11", number="§ 11", status=Status.FORSLAG)
    assert drawn(DAY, [ENTRY, proposal]).lacking == {"beslut": 1}


def test_lines_stand_by_municipality_day_body_and_number() -> None:
    others = [replace(ENTRY, section_id=number, number=number) for number in ("§ 9", "§ 100")]
    elsewhere = replace(ENTRY, section_id="x", municipality="Älvmo", file="x.txt")
    found = drawn(replace(DAY, time=Timespan()), [elsewhere, others[1], COUNCIL, ENTRY, others[0]])
    assert [(line.entry.municipality, line.entry.number) for line in found.lines] == [
        ("Granby", "§ 20"),
        ("Granby", "§ 9"),
        ("Granby", "§ 10"),
        ("Granby", "§ 100"),
        ("Älvmo", "§ 10"),
    ]


@pytest.mark.parametrize(
    ("inquiry", "who", "counts"),
    [
        (Inquiry(Subject.RESERVATIONS, Filters()), "Anna Ek (S), Bo Alm, ledamöterna från M", 3),
        (Inquiry(Subject.RESERVATIONS, Filters(), parties=("M",)), "ledamöterna från M", 1),
        (Inquiry(Subject.RESERVATIONS, Filters(), about=("anna", "ek")), "Anna Ek (S)", 1),
    ],
)
def test_those_who_did_so_in_one_section_are_one_line(inquiry: Inquiry, who: str, counts: int) -> None:
    entry = replace(ENTRY, acts=(act("Anna Ek", "S"), act("Bo Alm"), act(None, "M"), act("Cia Lind", "C", FactKind.JAV)))
    (line,) = drawn(inquiry, [entry]).lines
    assert (line.who, line.counts) == (who, counts)


def test_a_name_that_no_record_holds_is_not_known() -> None:
    entry = replace(ENTRY, acts=(act("Anna Ek", "S"),))
    assert not drawn(Inquiry(Subject.RESERVATIONS, Filters(), about=("bo", "alm")), [entry]).known


def test_an_act_without_a_name_is_a_line_that_says_so() -> None:
    (line,) = drawn(Inquiry(Subject.RESERVATIONS, Filters()), [replace(ENTRY, acts=(act(None),))]).lines
    assert (line.who, line.counts) == ("namn anges inte", 1)


def test_votes_laid_down_without_a_name_are_counted_and_not_listed() -> None:
    found = drawn(Inquiry(Subject.ABSTAINED, Filters()), [replace(ENTRY, abstained=2)])
    assert (found.lines, found.lacking) == ((), {"namn": 2})


def test_a_delegated_decision_reported_twice_is_one_and_two_alike_in_one_report_are_two() -> None:
    rows = (reported("2031.7", date="2031-02-01"), reported("skolskjuts"), reported("skolskjuts"))
    board = replace(ENTRY, delegated=rows)
    committee = replace(ENTRY, section_id="au-4", body="Kommunstyrelsens arbetsutskott", number="§ 4", delegated=rows)
    assert len(drawn(Inquiry(Subject.DELEGATED, Filters()), [board, committee]).lines) == 3


@pytest.mark.parametrize(
    ("inquiry", "names", "lacking"),
    [
        (Inquiry(Subject.DELEGATED, Filters(), about=("rektorn",)), ["a"], {"delegat": 2}),
        (Inquiry(Subject.DELEGATED, Filters(), Timespan("2031-02-01", "2031-02-28")), ["a"], {"dag": 2}),
        (Inquiry(Subject.DELEGATED, Filters(), Timespan("2031-03-01", "2031-03-31"), reported=True), ["a", "b", "c"], {}),
    ],
)
def test_what_a_report_does_not_say_is_counted_apart(inquiry: Inquiry, names: list[str], lacking: dict[str, int]) -> None:
    told = (reported("a", delegate="Rektor", date="2031-02-03"), reported("b"), reported("c", count=40))
    rows = tuple(replace(row, span=Span(at, at + 1)) for at, row in enumerate(told))
    found = drawn(inquiry, [replace(ENTRY, delegated=rows)])
    assert ["abc"[line.span.start] for line in found.lines] == names
    assert found.lacking == lacking


def test_a_number_of_decisions_reported_as_one_counts_for_so_many() -> None:
    found = drawn(Inquiry(Subject.DELEGATED, Filters()), [replace(ENTRY, delegated=(reported("a", count=40),))])
    assert sum(line.counts for line in found.lines) == 40


RECEIVED = replace(COUNCIL, motions=(Motion(Span(10, 20), "granby|ks|2031|31"),))
ANSWER = replace(COUNCIL, section_id="kf-8", number="§ 8", date="2032-06-04", case_key="granby|ks|2031|31", outcome=Outcome.BIFALL)


@pytest.mark.parametrize(
    ("entries", "years", "lines", "lacking"),
    [
        ([RECEIVED], 0, 1, {}),
        ([RECEIVED, ANSWER], 0, 0, {}),
        ([RECEIVED, replace(ANSWER, body="Kommunstyrelsen", status=Status.FORSLAG)], 0, 1, {}),
        ([RECEIVED], 1, 0, {"senare protokoll": 1}),
        ([RECEIVED, replace(ANSWER, case_key="granby|ks|2031|99")], 1, 1, {}),
        ([RECEIVED, replace(ANSWER, case_key="granby|ks|2031|99")], 2, 0, {"senare protokoll": 1}),
        ([replace(RECEIVED, motions=(Motion(Span(10, 20), None),))], 0, 0, {"diarienummer": 1}),
        ([RECEIVED, replace(RECEIVED, section_id="again", date="2031-05-01")], 0, 1, {}),
    ],
)
def test_a_motion_is_open_until_the_council_answers_it(entries: list[Entry], years: int, lines: int, lacking: dict[str, int]) -> None:
    found = drawn(Inquiry(Subject.OPEN_MOTIONS, Filters(), years=years), entries)
    assert (len(found.lines), found.lacking) == (lines, lacking)


@pytest.mark.parametrize(
    ("inquiry", "expected"),
    [
        (Inquiry(Subject.OUTCOMES, Filters(), outcomes=(Outcome.AVSLAG,)), ["§ 1", "§ 2"]),
        (Inquiry(Subject.OUTCOMES, Filters(), outcomes=(Outcome.AVSLAG,), matter="motion"), ["§ 2"]),
        (Inquiry(Subject.OUTCOMES, Filters(), outcomes=(Outcome.ATERREMISS,), about=("badhusets", "entre")), ["§ 3"]),
    ],
)
def test_matters_are_listed_by_how_they_ended(inquiry: Inquiry, expected: list[str]) -> None:
    entries = [
        replace(ENTRY, section_id="1", number="§ 1", outcome=Outcome.AVSLAG),
        replace(ENTRY, section_id="2", number="§ 2", outcome=Outcome.AVSLAG, title="Svar på motion om bänkar"),
        replace(ENTRY, section_id="3", number="§ 3", status=Status.ATERREMISS, title="Entré till badhuset"),
        replace(ENTRY, section_id="4", number="§ 4", status=Status.FORSLAG, outcome=Outcome.AVSLAG),
    ]
    assert [line.entry.number for line in drawn(inquiry, entries).lines] == expected
