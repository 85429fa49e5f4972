"""Where words stand on a page's picture: letter for letter, by their order, never by likeness."""

import pytest

from indexer.picturing.pageplaces import Box, Glyph, places
from indexer.spans import Span

WIDE, HIGH = 10, 16


def drawn(*lines: str) -> list[Glyph]:
    """Characters ten points wide, in lines twenty points apart."""
    return [
        Glyph(char, Box(WIDE * at, 20 * row, WIDE * (at + 1), 20 * row + HIGH))
        for row, line in enumerate(lines)
        for at, char in enumerate(line)
    ]


def lines_of(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Span(at, at + len(line)))
        at += len(line)
    return found


def test_each_line_has_its_box() -> None:
    text = "Nämnden beslutar\natt köpa en båt\n"

    assert places(drawn("Nämnden beslutar", "att köpa en båt"), text, lines_of(text)) == (
        (Box(0, 0, 160, 16),),
        (Box(0, 20, 150, 36),),
    )


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (("taxan för", "båt-", "platser"), "taxan för båtplatser"),
        (("taxan för", "båt\x02", "platser"), "taxan för båtplatser"),
        (("a   b", "", "c"), "a\tb\n\nc"),
        (("\uf0b7 punkt",), "• punkt"),
    ],
)
def test_what_reading_does_to_white_space_hyphens_and_bullets_hides_nothing(shown: tuple[str, ...], text: str) -> None:
    (boxes,) = places(drawn(*shown), text, [Span(0, len(text))])

    assert boxes is not None
    assert len(boxes) == sum(bool(line.strip()) for line in shown)


@pytest.mark.parametrize("text", ["Namnden beslutar", "Nämnden beslutar ej", "Nämnden besiutar", ""])
def test_words_that_differ_in_one_letter_have_no_place(text: str) -> None:
    assert places(drawn("Nämnden beslutar"), text, [Span(0, len(text))]) == (None,)


def test_of_words_that_stand_twice_the_order_tells_which_is_meant() -> None:
    text = "Beslut\nett\nBeslut\ntvå\nrad som bara texten har\n"
    second = places(drawn("Beslut", "ett", "Beslut", "två"), text, [lines_of(text)[2]])

    assert second == ((Box(0, 40, 60, 56),),)


def test_words_that_stand_more_often_on_the_picture_than_in_the_text_have_no_place() -> None:
    text = "Beslut\nrad som bara texten har\n"

    assert places(drawn("Beslut", "Beslut"), text, [lines_of(text)[0]]) == (None,)


def test_what_is_not_seen_has_no_place() -> None:
    flat = [Glyph(char, Box(0, 0, 0, 0)) for char in "dold"]

    assert places(flat, "dold", [Span(0, 4)]) == (None,)
