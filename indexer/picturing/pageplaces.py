"""Where words of a page's text stand on its picture: found letter for letter, or not at all.

White space and hyphens are passed over on both sides, since reading joins words that a line end had parted. Words that
stand several times are told apart by their order, and only where both sides hold them as often.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.spans import Span

_PASSED_OVER = frozenset("-\u00ad\u2010\u2011\x02\ufffe\x00")
_LIKE_EACH_OTHER = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•"})
"""Symbols that reading writes as real bullets."""

_SAME_LINE = 0.5
"""Share of the lower one's height by which two boxes of a line stand beside each other."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points of the picture, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def turned(self) -> "Box":
        """The rectangle with across and down swapped."""
        return Box(self.top, self.left, self.bottom, self.right)

    def with_(self, other: "Box") -> "Box":
        """The rectangle around both."""
        return Box(min(self.left, other.left), min(self.top, other.top), max(self.right, other.right), max(self.bottom, other.bottom))

    def beside(self, other: "Box") -> bool:
        """Whether both stand in one line."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared >= _SAME_LINE * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as a page shows it."""

    char: str
    box: Box


def places(glyphs: Sequence[Glyph], text: str, spans: Iterable[Span]) -> tuple[tuple[Box, ...] | None, ...]:
    """The boxes of each span of the text, one a line of the page; None where its words are not found."""
    drawn = [glyph for glyph in glyphs if _counts(glyph.char)]
    shown = "".join(glyph.char.translate(_LIKE_EACH_OTHER) for glyph in drawn)
    kept = [at for at, char in enumerate(text) if _counts(char)]
    written = "".join(text[at].translate(_LIKE_EACH_OTHER) for at in kept)
    return tuple(_found(drawn, shown, written, _within(kept, span)) for span in spans)


def _counts(char: str) -> bool:
    return not char.isspace() and char not in _PASSED_OVER


def _within(kept: Sequence[int], span: Span) -> Span:
    """The span in what is left of the text."""
    inside = [at for at, place in enumerate(kept) if span.start <= place < span.end]
    return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)


def _found(drawn: Sequence[Glyph], shown: str, written: str, span: Span) -> tuple[Box, ...] | None:
    if span.start == span.end:
        return None
    if shown == written:
        return _lines(glyph.box for glyph in drawn[span.start : span.end])
    words = span.of(written)
    here, there = _starts(written, words), _starts(shown, words)
    if len(here) != len(there) or span.start not in here:
        return None
    start = there[here.index(span.start)]
    return _lines(glyph.box for glyph in drawn[start : start + len(words)])


def _starts(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _lines(boxes: Iterable[Box]) -> tuple[Box, ...] | None:
    """Neighbours of a line made one; None where nothing of it is seen."""
    seen = [box for box in boxes if box.right > box.left and box.bottom > box.top]
    if _runs_down(seen):
        return tuple(box.turned for box in _joined(box.turned for box in seen))
    return _joined(seen) or None


def _runs_down(boxes: Sequence[Box]) -> bool:
    """Whether the lines run down or up the picture, as on a page that lies on its side."""
    steps = [(abs(box.left - before.left), abs(box.top - before.top)) for before, box in pairwise(boxes)]
    return sum(down for _, down in steps) > sum(across for across, _ in steps)


def _joined(boxes: Iterable[Box]) -> tuple[Box, ...]:
    lines: list[Box] = []
    for box in boxes:
        if lines and lines[-1].beside(box):
            lines[-1] = lines[-1].with_(box)
        else:
            lines.append(box)
    return tuple(lines)
