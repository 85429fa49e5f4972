import pytest

from service.answering.rowlines import loose

SCAN = "Fördelningen var följande:\n| Hamn [ % |\n[Norrviken 20,5 |\n‘Sundet H31,2 ‘\n\nHamnarna sköts av två föreningar.\n"


def _told(text: str) -> list[list[str]]:
    return [[" / ".join(cell.of(text) for cell in row.cells) for row in table.rows] for table in loose(text, ())]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (SCAN, [["Norrviken / 20,5", "Sundet / H31,2"]]),
        ("Norrviken 20,5\n", []),
        ("Norrviken 2023\nSundet 2024\n", []),
        ("Sida 3\nSida 4\n", []),
        ("Norrviken har 20 platser\nSundet har 31 platser\n", []),
    ],
)
def test_lines_of_a_name_and_its_values_are_rows_where_they_stand_together(text: str, rows: list[list[str]]) -> None:
    assert _told(text) == rows


def test_the_short_line_above_is_the_head_of_such_rows() -> None:
    (table,) = loose(SCAN, ())

    assert [line.of(SCAN) for line in table.lead] == ["Fördelningen var följande:", "| Hamn [ % |"]


def test_rows_that_are_known_are_not_found_again() -> None:
    (table,) = loose(SCAN, ())

    assert list(loose(SCAN, [row.span for row in table.rows])) == []
