import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.records import Question
from service.understanding import asked
from tests.service.made import TODAY, index, passage


def understood(text: str) -> Question:
    return understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY)


@pytest.mark.parametrize(
    ("text", "years", "days"),
    [
        ("Vad kostade det 2022?", ("2022",), ()),
        ("Vad hände den 3 maj 2022?", (), ("2022-05-03",)),
        ("Vad är dnr 2022/00045?", (), ()),
        ("Budget 2024 och 2025", ("2024", "2025"), ()),
        ("Enligt SFS 2010:800", (), ()),
    ],
)
def test_years_and_days_are_told_apart(text: str, years: tuple[str, ...], days: tuple[str, ...]) -> None:
    assert asked.years(understood(text)) == years
    assert asked.days(understood(text)) == days


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Vad sa miljö- och byggnadsnämnden?", ("Miljö- och byggnadsnämnden",)),
        ("Vad föreslog arbetsutskottet och nämnden?", ()),
        ("Vad beslutade kommunstyrelsens arbetsutskott?", ("Kommunstyrelsens arbetsutskott",)),
    ],
)
def test_bodies_are_those_with_a_name_of_their_own(text: str, bodies: tuple[str, ...]) -> None:
    assert asked.bodies_asked(understood(text)) == bodies


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("planen 2025–2028", {"2025", "2026", "2027", "2028"}),
        ("läsåret 2023/24", {"2023", "2024"}),
        ("2 024 kronor år 2019", {"2019"}),
        ("Dnr 2024/00156", {"2024"}),
        ("1950-2020", {"1950", "2020"}),
    ],
)
def test_a_text_names_the_years_of_its_spans(text: str, years: set[str]) -> None:
    assert years <= asked.years_said(text)


@pytest.mark.parametrize(
    ("text", "of_it"), [("den 3 maj 2022", True), ("senast 3 maj", True), ("den 3 maj 2021", False), ("i maj 2022", False)]
)
def test_a_passage_is_of_the_day_that_it_names(text: str, of_it: bool) -> None:
    assert asked.is_of_day(passage(text, day="2020-01-01"), "2022-05-03") is of_it


@pytest.mark.parametrize(
    ("body", "text", "named"),
    [
        ("Kommunstyrelsen", "I Granbys kommunstyrelse", True),
        ("Kommunstyrelsen", "kommunstyrelsens arbetsutskott", True),
        ("Miljönämnden", "byggnadsnämnden", False),
    ],
)
def test_a_body_is_named_in_any_form(body: str, text: str, named: bool) -> None:
    assert asked.is_named(body, text) is named


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ("Miljö- och byggnadsnämnden", "Miljö- o byggnadsnämnden\t7 130", True),
        ("Miljö- och byggnadsnämnden", "Miljö- & byggnadsnämndens taxa", True),
        ("Miljö- och byggnadsnämnden", "Byggnadsnämnden", False),
        ("Byggnadsnämnden", "Miljö- o byggnadsnämnden", True),
    ],
)
def test_a_body_is_named_with_a_short_and(body: str, text: str, expected: bool) -> None:
    assert asked.is_named(body, text) is expected
