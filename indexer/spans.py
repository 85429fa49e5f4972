"""Where something stands in a text, and what stands in one part of it.

A file has many parts and many things in it: those of each part are looked up, for looking through all would take the
product of both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to but not including `end` of a source text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Placed(Protocol):
    """What stands somewhere."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


_Placed = TypeVar("_Placed", bound=Placed)


def meeting(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those that share a character with `span`; they are in order and do not overlap."""
    first = bisect_right(spans, span.start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, span.end, first, key=attrgetter("start"))]


def standing_in(things: Sequence[_Placed], span: Span) -> Sequence[_Placed]:
    """Those that share a character with `span`; they are in order and do not overlap."""
    first = bisect_right(things, span.start, key=attrgetter("span.end"))
    return things[first : bisect_left(things, span.end, first, key=attrgetter("span.start"))]


def without(text: str, span: Span, skipped: Iterable[Span]) -> str:
    """The characters of `span` with the `skipped` spans (sorted, not overlapping) left out."""
    parts, at = [], span.start
    for hole in skipped:
        if hole.end <= span.start or hole.start >= span.end:
            continue
        parts.append(text[at : max(at, hole.start)])
        at = max(at, hole.end)
    parts.append(text[at : span.end])
    return "".join(parts)
