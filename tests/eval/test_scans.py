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


def test_scans_agree_where_sections_do_and_nearly_all_characters_are_right() -> None:
    right = scans.Scanned("a", pages=1, characters=1000, errors=5, least_sure=0.9, changes=())
    assert scans.agree([right, scans.Scanned("b", 1, 1000, 15, 0.9, ())])
    assert not scans.agree([right, scans.Scanned("b", 1, 1000, 16, 0.9, ())])
    assert not scans.agree([right, scans.Scanned("b", 1, 1000, 0, 0.9, ("− § 1 – beslut",))])
