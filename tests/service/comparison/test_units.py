from decimal import Decimal

import pytest

from service.comparison import units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avgiften är 450 kronor per termin.", [("450 kronor per termin", "450", "kr", ("termin",))]),
        ("Bidraget höjs från 1 500 kronor till 2 500 kronor per år.", [("2 500 kronor per år", "2500", "kr", ("år",))]),
        ("Bidraget är 2 500 kronor per medarbetare och år.", [("2 500 kronor per medarbetare och år", "2500", "kr", ("anställd", "år"))]),
        ("Det får kosta högst 2,4 mnkr.", [("högst 2,4 mnkr", "2400000", "kr", ())]),
        ("Kostnaden är 90 tkr per år.", [("90 tkr per år", "90000", "kr", ("år",))]),
        (
            "Arvodet är 820 kronor för en halvdag och 1 390 kronor för en heldag.",
            [("820 kronor", "820", "kr", ()), ("1 390 kronor", "1390", "kr", ())],
        ),
        ("Nämnden hade 14 ärenden.", []),
    ],
)
def test_sums_are_read_in_kronor_with_what_they_are_for(text: str, expected: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    found = [
        (figure.span.of(text), f"{figure.value.number.normalize():f}", figure.value.unit, figure.value.per) for figure in units.sums(text)
    ]

    assert found == expected


def test_of_two_shares_the_one_that_is_reached_is_meant() -> None:
    assert [figure.value.number for figure in units.shares("Andelen steg från 6,8 procent till 7,9 procent.")] == [Decimal("7.9")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Förskolan får ta emot högst 36 barn.", ["36 barn"]),
        ("Kommunen sätter upp 12 laddstolpar före den 1 november 2025.", ["12 laddstolpar"]),
        ("Kostnaden är 640 kronor.", []),
        ("Mötet hölls 2025 hemma.", []),
    ],
)
def test_a_count_is_a_number_of_things(text: str, expected: list[str]) -> None:
    assert [figure.span.of(text) for figure in units.counts(text)] == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Ramen för 2025 är 12 mnkr.", None, "2025"),
        ("Ramen är 12 mnkr.", "Budget 2026", "2026"),
        ("Ramen är 12 mnkr.", "Budget 2026 och plan 2027", None),
        ("Avgiften gäller från den 1 mars 2025.", "Avgift", None),
    ],
)
def test_a_value_is_of_the_one_year_that_is_said_of_it(text: str, title: str | None, expected: str | None) -> None:
    assert units.year_of(text, title) == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Avgiften höjs med 6 procent.", True),
        ("En sänkning av avgiften med 6 procent.", True),
        ("Avgiften är 6 procent.", False),
        ("Avgiften höjs till 6 procent.", False),
    ],
)
def test_what_a_figure_raises_by_is_told_from_what_it_is(text: str, change: bool) -> None:
    assert [figure.value.change for figure in units.shares(text)] == [change]
