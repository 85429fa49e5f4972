"""Days as readers write them."""

import pytest

from service.errors import BadParameter
from service.understanding.periods import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        (" 2024-03-05 ", "2024-03-05", "2024-03-05"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_a_year_a_month_or_a_day_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "igår", "24", "2024-13", "2024-00", "2024-02-30", "2024-03-05T10:00", "0000", "20240305", "2024-"])
def test_what_is_no_day_is_refused_with_what_to_write(text: str) -> None:
    for day in (first_day, last_day):
        with pytest.raises(BadParameter, match="2024-03-15"):
            day(text)
