from collections.abc import Sequence

import pytest

from indexer.documents import DecisionPoint, Span, Status
from service.registers.assignments import Assigned, assignments

DAY = "2031-10-14"


def given(text: str, status: Status = Status.BESLUT, day: str | None = DAY) -> Sequence[Assigned]:
    return assignments(text, [DecisionPoint(None, Span(0, len(text)), status)], day)


@pytest.mark.parametrize(
    ("text", "who", "deadline"),
    [
        ("Förvaltningen får i uppdrag att se över skyltarna senast den 3 maj 2032.", "Förvaltningen", "2032-05-03"),
        ("2. att ge samhällsbyggnadschefen i uppdrag att räkna på en ny brygga", "samhällsbyggnadschefen", None),
        ("• att uppdra åt tekniska nämnden att laga bron senast i mars", "tekniska nämnden", "2032-03-31"),
        ("Nämnden ger forvaltningen 1 uppdrag att, vid tillfälle, berätta om bron.", "forvaltningen", None),
        ("3. Uppdrag ges till ekonomiavdelningen att pröva avtalet.", "ekonomiavdelningen", None),
        ("Rektorn bjuds in till nämndens sammanträde i november för att redovisa läget.", "Rektorn", "2031-11-30"),
        ("Omsorgsnämnden ska senast den 30 november 2031 lämna en plan för sin ekonomi.", "Omsorgsnämnden", "2031-11-30"),
        ("Skolchefen ska redovisa hur kravet fördelas den 22 april 2032.", "Skolchefen", "2032-04-22"),
        ("att beslutet utvärderas i november 2032", None, "2032-11-30"),
        ("Utredningen ska redovisas senast i februari 2032.", None, "2032-02-29"),
        ("Bygget skjuts upp av andra skäl och hamnchefen får i uppdrag att se över bojarna.", "hamnchefen", None),
    ],
)
def test_an_order_is_found_with_who_is_to_act_and_until_when(text: str, who: str | None, deadline: str | None) -> None:
    (found,) = given(text)
    assert (found.who.of(text) if found.who else None, found.deadline) == (who, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunchefen får i uppdrag att underteckna köpeavtalet.",
        "Bo Alm (C) befrias från uppdraget som ledamot i kommunstyrelsen.",
        "Uppdraget tilldelas Granbys Skogsvård AB.",
        "Avgiften ska vara 500 kronor från den 1 januari 2032.",
        "Kommunen ska redovisa sitt resultat.",
    ],
)
def test_an_order_to_sign_an_office_or_a_rule_is_none(text: str) -> None:
    assert given(text) == ()


def test_what_is_only_proposed_is_no_assignment() -> None:
    assert given("Förvaltningen får i uppdrag att se över skyltarna.", Status.FORSLAG) == ()


def test_two_days_are_no_deadline_unless_one_is_called_the_latest() -> None:
    several = "Förvaltningen får i uppdrag att prova skyltarna den 3 maj 2032 och den 4 maj 2032."
    latest = "Förvaltningen får i uppdrag att prova skyltarna den 3 maj 2032 och redovisa det senast den 9 maj 2032."
    assert [given(text)[0].deadline for text in (several, latest)] == [None, "2032-05-09"]


def test_a_month_without_a_year_needs_the_day_of_the_meeting() -> None:
    text = "Förvaltningen får i uppdrag att se över skyltarna senast i mars."
    assert [given(text, day=day)[0].deadline for day in ("2031-02-01", None)] == ["2031-03-31", None]


def test_the_assignment_reaches_from_the_point_to_the_end_of_its_sentence() -> None:
    text = "Ärendet återremitteras till förvaltningen. Utredningen ska redovisas senast i maj 2032.\n\nAnnat om 2033 följer."
    (found,) = given(text, Status.ATERREMISS)
    assert found.span.of(text).endswith("maj 2032.")


def test_blanks_where_a_page_ends_cost_no_time() -> None:
    text = "Förvaltningen får i uppdrag att redovisa planen senast" + " " * 3000 + "i" + " " * 3000 + "maj 2031."
    (found,) = given(text, day="2031-01-10")
    assert found.deadline == "2031-05-31"
