"""How a scan is held against the same paper born digital."""

import pytest

from eval import scans


@pytest.mark.parametrize(
    ("read", "true", "errors"),
    [
        ("Avgiften höjs.", "Avgiften höjs.", 0),
        ("Avgiften  höjs.\n", "Avgiften\nhöjs.", 0),
        ("Avglften höjs", "Avgiften höjs.", 2),
        ("", "Avgiften", 8),
        ("Avgiften höjs.", "Avgiften inte höjs.", 5),
    ],
)
def test_errors_are_characters_to_add_drop_or_change(read: str, true: str, errors: int) -> None:
    assert scans.errors(read, true) == errors


def test_a_scan_agrees_where_numbers_do_and_nearly_all_characters_are_right() -> None:
    right = scans.Scanned("a", pages=1, characters=1000, errors=10, least_sure=0.9, changes=())
    assert right.agrees
    assert not scans.Scanned("a", 1, 1000, 11, 0.9, ()).agrees
    assert not scans.Scanned("a", 1, 1000, 0, 0.9, ("− § 1 – beslut",)).agrees
