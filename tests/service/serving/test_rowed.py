"""Rows of a table that a quote has one after the other are shown on lines of their own."""

import time

import pytest

from service.serving.rowed import rowed

FEES = "Avgifter\n\nPlats        Avgift   År\nBåt          1 120    2031\nBod             80    2031\n\nNämnden beslutar."


@pytest.mark.parametrize(
    ("flat", "lines"),
    [
        ("Avgifter Plats Avgift År Båt 1 120 2031 Bod 80 2031", ["Avgifter", "Plats|Avgift|År", "Båt|1 120|2031", "Bod|80|2031"]),
        ("Bod 80 2031 Nämnden beslutar. [1]", ["Bod|80|2031", "Nämnden beslutar. [1]"]),
        ("Beslut, nämnden § 2: Båt 1 120 2031 … Bod 80 2031", ["Beslut, nämnden § 2:", "Båt|1 120|2031", "…", "Bod|80|2031"]),
    ],
)
def test_each_row_that_is_quoted_whole_stands_on_a_line_and_its_cells_apart(flat: str, lines: list[str]) -> None:
    shown = rowed(flat, [FEES])

    assert shown.splitlines() == [line.replace("|", "\N{EM SPACE}") for line in lines]
    assert shown.split() == flat.split()


@pytest.mark.parametrize("flat", ["Nämnden beslutar.", "Båt 1 120", "Båt 1 120 20312", ""])
def test_what_is_no_whole_row_of_the_original_stays_as_it_is(flat: str) -> None:
    assert rowed(flat, [FEES]) == flat


def test_a_line_with_a_gap_that_stands_alone_is_no_table() -> None:
    assert rowed("KS § 4 2031/7 Ny bro", ["KS § 4   2031/7\nNy bro"]) == "KS § 4 2031/7 Ny bro"


def test_a_point_whose_sign_stands_apart_is_no_row() -> None:
    assert rowed("• att bron byggs, • att den målas.", ["•   att bron byggs,\n•   att den målas."]) == "• att bron byggs, • att den målas."


def test_many_rows_take_little_time() -> None:
    original = "\n".join(f"Rad {n}\t{n}\t{n}" for n in range(400))
    begun = time.perf_counter()

    rowed(" ".join(original.split()), [original])

    assert time.perf_counter() - begun < 1
