"""Text from outside cannot steer the terminal."""

import pytest

from indexer.terminal import printable, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protokoll § 12 – åäö", "Protokoll § 12 – åäö"),
        ("två\nrader", "två\nrader"),
        ("\x1b[31mröd\x07", "\ufffd[31mröd\ufffd"),
        ("tabb\toch\u00a0hårt", "tabb och hårt"),
        ("m\udcf6te.txt", "m\ufffdte.txt"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_markup_is_shown_and_not_followed() -> None:
    assert shown("[bold]a[/bold]").plain == "[bold]a[/bold]"
