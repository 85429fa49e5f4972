"""A § with the file and minutes it stands in: words of it on one line, without page furniture, each with its place.

What is said on one line is the file's own words in their order; nothing is put in, only line ends and page heads are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.documents import Block, BlockKind, DecisionPoint, Document, Maturity, Section, Span, Status
from indexer.index import StoredFile
from indexer.spans import without

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_ENDED = re.compile(r"[.;,:!?]\s*$")
_MARK = re.compile(r"\s*(?:[•▪\-–*·]|\d{1,2}[.)]|[a-zåäö]\))\s+")
_AT_ONCE = re.compile(r"\s*(?:denna\s+)?paragraf(?:en)?\s+(?:är|förklaras|justeras)\s+(?:omedelbart|därmed)\b[^.]*\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a file on one line, and where they stand: page, and first and last line."""

    text: str
    page: int
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a decision as shown: its label, what it is worth, its words without the label (at `span`), its conditions."""

    label: str | None
    status: Status
    span: Span
    quoted: Quoted
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minuted:
    """A § where it stands."""

    stored: StoredFile
    document: Document
    section: Section

    @property
    def municipality(self) -> str | None:
        """Whose minutes these are; else what is known of the file."""
        return self.document.municipality or self.stored.record.given.municipality

    @property
    def case(self) -> str | None:
        """The Dnr as written; that of the paper where the § has none of its own."""
        case = self.section.case or self.document.case
        return case.as_written if case else None

    @property
    def is_draft(self) -> bool:
        """Whether the minutes are of a meeting that is not yet held."""
        return self.section.maturity is Maturity.UTKAST

    def quoted(self, span: Span) -> Quoted:
        """A span of the file, on one line and without page furniture."""
        holes = [Span(start, end) for start, end in sorted(self.stored.furniture)]
        text = " ".join(without(self.stored.source.text, span, holes).split())
        return Quoted(text, self.stored.source.page_numbers(span)[0], self.stored.source.lines(span))


def points(minuted: Minuted) -> tuple[Point, ...]:
    """The points of the decision as shown: those that decide where any does, for the official's proposal stands in the same §."""
    listed = minuted.section.points
    deciding = [point for point in listed if point.status is not Status.FORSLAG] or listed
    return _shown(minuted, deciding)


def all_points(minuted: Minuted) -> tuple[Point, ...]:
    """All points, those that are only proposed too."""
    return _shown(minuted, minuted.section.points)


def _shown(minuted: Minuted, listed: Sequence[DecisionPoint]) -> tuple[Point, ...]:
    found = []
    for point in listed:
        span = first_paragraph(minuted, point.span)
        conditions = tuple(minuted.quoted(first_paragraph(minuted, each)).text for each in point.conditions)
        if span.of(minuted.stored.source.text).strip():
            found.append(Point(point.label, point.status, span, minuted.quoted(span), conditions))
    return tuple(found)


def first_paragraph(minuted: Minuted, span: Span) -> Span:
    """The words of a point without its mark, up to the first empty line after a sentence: below may be a table or a page's end."""
    text = minuted.stored.source.text
    mark = _MARK.match(text, span.start, span.end)
    start = mark.end() if mark else span.start
    end = span.end
    for gap in _PARAGRAPH_END.finditer(text, start, span.end):
        if _ENDED.search(text, start, gap.start()) or not text[gap.end() : span.end].strip():
            end = gap.start()
            break
    at_once = _AT_ONCE.search(text, start, end)
    if at_once and at_once.start() > start and not text[at_once.end() : end].strip():
        end = at_once.start()
    return Span(start, start + len(text[start:end].rstrip()))


def blocks(minuted: Minuted, kind: BlockKind) -> tuple[Block, ...]:
    """The parts of the § of one kind."""
    return tuple(block for block in minuted.section.blocks if block.kind is kind)


def lines_of(minuted: Minuted, kind: BlockKind) -> tuple[Quoted, ...]:
    """The lines of the parts of one kind, page furniture left out: papers, recipients."""
    text = minuted.stored.source.text
    furniture = [Span(start, end) for start, end in minuted.stored.furniture]
    found = []
    for block in blocks(minuted, kind):
        for match in re.finditer(r"[^\n]*\S[^\n]*", block.span.of(text)):
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            if not any(hole.meets(span) for hole in furniture):
                found.append(minuted.quoted(span))
    return tuple(found)


def paragraphs_of(minuted: Minuted, kind: BlockKind) -> tuple[Quoted, ...]:
    """The paragraphs of the parts of one kind: what was moved, how the vote went."""
    text = minuted.stored.source.text
    found = []
    for block in blocks(minuted, kind):
        for match in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", block.span.of(text)):
            quoted = minuted.quoted(Span(block.span.start + match.start(), block.span.start + match.end()))
            if quoted.text:
                found.append(quoted)
    return tuple(found)
