import pytest

from indexer.cells import parted


def cut(lines: list[str], expected: tuple[int, ...] = ()) -> list[list[str]]:
    return [[cell.of(line) for cell in row] for line, row in zip(lines, parted(lines, expected), strict=True)]


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["Alby\t3\t\t4"], [["Alby", "3", "", "4"]]),
        (["\t<b>3</b>\t4"], [["", "3", "4"]]),
        (["| Alby | 3 | 1 400 |"], [["Alby", "3", "1 400"]]),
        (["Alby skola     3      1 400"], [["Alby skola", "3", "1 400"]]),
        (["Alby 12 13", "Berga 1 400 13"], [["Alby", "12", "13"], ["Berga", "1 400", "13"]]),
        (["Alby -12 136 -13 400", "Berga -1 13"], [["Alby", "-12 136", "-13 400"], ["Berga", "-1", "13"]]),
        (["Alby 12,5 13 %"], [[]]),
        (["Alby 1 018 35"], [["Alby", "1 018", "35"]]),
        (["Möten i Alby"], [[]]),
    ],
)
def test_cells_are_parted_where_the_row_tells(lines: list[str], cells: list[list[str]]) -> None:
    assert cut(lines) == cells


def test_rows_of_another_number_of_cells_have_none() -> None:
    assert cut(["Alby\t3\t4", "Berga\t5\t6", "Sala\t7"])[2] == []


def test_heads_part_what_could_be_read_in_several_ways() -> None:
    rows = ["Alby 125 400", "Berga 125 400"]
    assert cut(rows) == [[], []]
    assert cut(rows, (3,)) == [["Alby", "125", "400"], ["Berga", "125", "400"]]
    assert cut(rows, (2, 3)) == [[], []]


def test_a_row_of_very_many_numbers_is_read_at_once() -> None:
    assert cut([f"Alby {'125 ' * 40}"]) == [[]]
