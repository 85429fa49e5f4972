"""The lines of a section that a reader sees as its text: without page furniture, whose place in a line parts it in two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.spans import Span, meeting


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """The visible part of a line; `blanks` counts the empty lines before it."""

    span: Span
    text: str
    blanks: int


def visible_lines(text: str, span: Span, furniture: Sequence[Span]) -> Iterator[VisibleLine]:
    """Lines with text, without furniture; a line with furniture inside gives a line for each side of it."""
    blanks = 0
    for start, end, hidden in _stretches(text, span, furniture):
        stretch = text[start:end]
        stripped = stretch.strip()
        if stripped:
            at = start + stretch.index(stripped[0])
            yield VisibleLine(Span(at, at + len(stripped)), stripped, blanks)
            blanks = 0
        elif not hidden:
            blanks += 1


def _stretches(text: str, span: Span, furniture: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Lines and the parts of lines beside furniture; the flag says that furniture took the rest of the line."""
    holes = meeting(furniture, span)
    at, index = span.start, 0
    while at < span.end:
        end = text.find("\n", at, span.end)
        end = span.end if end < 0 else end + 1
        begin, hidden = at, False
        while index < len(holes) and holes[index].start < end:
            hidden = True
            if holes[index].start > begin:
                yield begin, holes[index].start, True
            begin = max(begin, holes[index].end)
            if holes[index].end > end:
                break
            index += 1
        if begin < end:
            yield begin, end, hidden
        at = max(end, begin)
