"""The text cut into stretches: each a § or a paper without §, in order, one beginning where the other ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from indexer.documents import BlockKind, Span
from indexer.spans import standing_in
from indexer.structuring import papers
from indexer.structuring.blocks import Part, parts_of
from indexer.structuring.furniture import Furniture
from indexer.structuring.lines import Line, from_to
from indexer.structuring.openings import Opening
from indexer.structuring.view import View


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines `first` up to `end`; `opening` is None for a paper. `under` is the § that a paper stands under, as an index
    into the stretches, None before the first §."""

    first: int
    end: int
    opening: Opening | None
    under: int | None
    furniture: tuple[Furniture, ...]
    content: tuple[Line, ...]
    parts: tuple[Part, ...]
    span: Span

    @property
    def words(self) -> str:
        """Its text on one line, furniture left out."""
        return " ".join(line.text for line in self.content)

    def sources(self) -> list[str]:
        """What is listed as sources of the decision: line by line, and each line with the one it may run on to."""
        lines = self.listed()
        return lines + [f"{first} {second}" for first, second in pairwise(lines)]

    def listed(self) -> list[str]:
        """The lines of the list of sources; it ends with its page."""
        lines: list[str] = []
        for part in self.parts:
            if part.block.kind is BlockKind.BESLUTSUNDERLAG:
                after_first = takewhile(lambda line: not line.opens_page, part.lines[1:])
                lines += [line.text for line in (*part.lines[:1], *after_first)]
        return lines


def cut(view: View, furniture: Sequence[Furniture], openings: Sequence[Opening]) -> list[Stretch]:
    """All stretches of a text; nothing where it has no lines."""
    found: list[Stretch] = []
    under: int | None = None
    titles = tuple(opening.title for opening in openings if opening.title)
    for opening, first, end in _regions(view, openings):
        whole = _stretch(view, furniture, first, end, opening, None)
        sources = whole.sources()
        subjects = (*titles, *sources) if sources else titles
        starts = papers.split(view, furniture, first, end, subjects, section=opening is not None)
        for start, stop in zip(starts, [*starts[1:], end], strict=True):
            is_section = opening is not None and start == first
            if is_section:
                under = len(found)
            found.append(_stretch(view, furniture, start, stop, opening if is_section else None, None if is_section else under))
    return found


def _regions(view: View, openings: Sequence[Opening]) -> Iterator[tuple[Opening | None, int, int]]:
    """From each § to the next, and what stands before the first."""
    first = openings[0].first if openings else len(view.lines)
    if first > 0:
        yield None, 0, first
    for position, opening in enumerate(openings):
        end = openings[position + 1].first if position + 1 < len(openings) else len(view.lines)
        if opening.first < end:
            yield opening, opening.first, end


def _stretch(view: View, furniture: Sequence[Furniture], first: int, end: int, opening: Opening | None, under: int | None) -> Stretch:
    span = from_to(view.lines, first, end - 1)
    content = tuple(line for line in view.lines[first:end] if line.index not in view.skipped)
    own = tuple(piece for piece in standing_in(furniture, span) if span.holds(piece.span))
    body = content if opening is None else tuple(line for line in content if line.index >= opening.content)
    return Stretch(first, end, opening, under, own, content, tuple(parts_of(body)), span)
