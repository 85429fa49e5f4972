from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.amounts import amounts


@pytest.mark.parametrize(
    ("text", "kronor", "unit"),
    [
        ("anslaget höjs med 2,5 mkr", "2500000", "mkr"),
        ("kostar 2 500 tkr", "2500000", "tkr"),
        ("totalt 2 500 000 kronor", "2500000", "kronor"),
        ("1.500 kr per år", "1500", "kr"),
        ("450 kr/invånare", "450", "kr"),
        ("1,5 miljoner kronor", "1500000", "miljoner kronor"),
        ("3\u00a0200\u00a0kr", "3200", "kr"),
        ("underskott på -209 tkr", "-209000", "tkr"),
        ("avgiften är 75:-", "75", ":-"),
        ("0,5 mnkr", "500000", "mnkr"),
    ],
)
def test_a_sum_is_read_in_kronor(text: str, kronor: str, unit: str) -> None:
    (amount,) = amounts(text)
    assert (amount.value_in_kronor, amount.unit) == (Decimal(kronor), unit)
    assert amount.span.of(text) == amount.as_written


def test_a_table_number_has_no_value_for_its_unit_stands_elsewhere() -> None:
    (amount,) = amounts("Förskola -35 136")
    assert (amount.as_written, amount.value_in_kronor, amount.unit) == ("-35 136", None, None)


def test_a_count_beside_a_sum_does_not_join_it() -> None:
    assert [amount.as_written for amount in amounts("Handläggare x 4 2 880 000")] == ["2 880 000"]


@pytest.mark.parametrize("text", ["2025-02-06", "Dnr 2024/00123", "§ 12", "27 %", "kl. 09.00", "12 krukor"])
def test_other_numbers_are_no_sums(text: str) -> None:
    assert amounts(text) == []


@given(st.text(alphabet="0123456789 ,.-–tmkr:\n", max_size=100))
def test_every_sum_stands_where_its_span_says(text: str) -> None:
    for amount in amounts(text):
        assert amount.span.of(text) == amount.as_written
