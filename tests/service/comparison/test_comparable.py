from dataclasses import replace

import pytest

from service.comparison.comparable import marked, side_by_side
from service.comparison.records import Column, Empty, Row, Voice
from tests.service.comparison.tables import amount

USUAL = (amount("Granby", "500", per=("termin",), year="2025"), amount("Älvmo", "600", per=("termin",), year="2025"))


def with_value(row: Row, *, change: bool = False, aside: str | None = None) -> Row:
    cell = row.cells[1]
    assert cell.value
    return replace(row, cells=(row.cells[0], replace(cell, value=replace(cell.value, change=change, aside=aside))))


def apart(*rows: Row) -> dict[str, str]:
    return {name: why for name, _, why in side_by_side((*USUAL, *rows), Column.AMOUNT).apart}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (amount("Storby", "550", per=("termin",), year="2025"), None),
        (amount("Storby", "550"), None),
        (amount("Storby", "550", per=("termin",), year="2019"), "avser 2019"),
        (amount("Storby", "550", per=("månad",)), "avser per månad"),
        (amount("Storby", "90000"), "avser något annat"),
        (amount("Storby", "55", unit="%"), "annan enhet (%)"),
        (amount("Storby", "550", status="förslag"), "förslag"),
        (amount("Storby", "550", status="återremiss", empty=Empty.NOT_DECIDED), "inget beslut"),
        (amount("Storby", "550", voice=Voice.OTHER), "andrahandsuppgift"),
        (amount("Storby", "550", voice=Voice.SHARED), "annan organisation"),
        (with_value(amount("Storby", "550"), change=True), "avser en ändring"),
        (with_value(amount("Storby", "550"), aside="avser annat"), "avser annat"),
    ],
)
def test_a_value_stands_apart_from_others_where_it_is_of_another_kind(row: Row, why: str | None) -> None:
    assert apart(row).get("Storby") == why


def test_sums_that_do_not_say_what_they_are_for_each_are_alike_only_where_they_are_of_one_size() -> None:
    found = side_by_side((amount("Granby", "500"), amount("Älvmo", "600"), amount("Storby", "90000000")), Column.AMOUNT)

    assert [name for name, _ in found.values] == ["Granby", "Älvmo"]


def test_of_proposals_alone_none_are_set_side_by_side() -> None:
    found = side_by_side((amount("Granby", "500", status="förslag"), amount("Älvmo", "600", status="förslag")), Column.AMOUNT)

    assert found.values == ()
    assert [why for _, _, why in found.apart] == ["förslag", "förslag"]


def test_sums_written_in_several_units_are_told_in_kronor_too() -> None:
    rows = marked((amount("Granby", "640000", written="640 tkr"), amount("Älvmo", "500000", written="0,5 mnkr")), Column.AMOUNT)

    assert [cell.text for row in rows if (cell := row.cell(Column.AMOUNT))] == ["640 tkr (640 000 kr)", "0,5 mnkr (500 000 kr)"]


def test_sums_of_one_unit_stay_as_they_are_written() -> None:
    rows = marked((amount("Granby", "500", written="500 kronor"), amount("Älvmo", "600", written="600 kr")), Column.AMOUNT)

    assert [cell.text for row in rows if (cell := row.cell(Column.AMOUNT))] == ["500 kronor", "600 kr"]
