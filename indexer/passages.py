"""Cuts sections into passages: what is retrieved, judged and cited.

A passage stays inside one section and one role (a decision and a lost motion never share one), begins and ends where
a sentence or a table row does, and overlaps the one before. Words are the measure: trials found 150–190 words best,
and a model's own limit (512 tokens and more) is never reached by them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from indexer import status
from indexer.documents import (
    Block,
    BlockKind,
    CaseNumber,
    DecisionPoint,
    Document,
    Given,
    Passage,
    Role,
    Section,
    Source,
    Span,
    Status,
    content_id,
    without,
)
from indexer.municipalities import kommun_name
from indexer.references import shown
from indexer.units import Edge, Unit, units

MOST_WORDS = 190
"""A hit is judged by its first 200 words."""

OVERLAP_WORDS = 57
"""Words told again at the start of the next passage, so that a sentence is never without the one before it."""

_FEWEST_WORDS = 115
"""A passage ends at the best place after this many words."""

_EDGE_WORTH_WORDS = 20
"""How much shorter a passage may be for an edge one step better."""

_INTRODUCTION_WORDS = 40
"""A § heading with its title goes with what follows; longer text before the first block is a passage of its own."""


def passages(source: Source, furniture: Sequence[Span], documents: Sequence[Document], given: Given) -> tuple[Passage, ...]:
    """All passages of a file in order."""
    found: list[Passage] = []
    for document in documents:
        for section in document.sections:
            for role, span in _cuts(source, furniture, document, section):
                found.append(_passage(source, furniture, document, section, given, role, span, len(found)))
    return tuple(found)


def _cuts(source: Source, furniture: Sequence[Span], document: Document, section: Section) -> Iterator[tuple[Role, Span]]:
    holes = [hole for hole in furniture if hole.meets(section.span)]
    starts = [block.heading.start for block in section.blocks if block.heading]
    pieces = units(source.text, section.span, holes, starts)
    for role, part in _by_role(document, section, pieces):
        for first, last in windows(part):
            yield role, Span(part[first].span.start, part[last].span.end)


def _by_role(document: Document, section: Section, pieces: Sequence[Unit]) -> list[tuple[Role, list[Unit]]]:
    """Consecutive units of one role; what introduces a section goes with the first part of it."""
    parts = [(role, list(part)) for role, part in groupby(pieces, key=lambda unit: _role(document, section, unit))]
    if len(parts) > 1 and sum(unit.words for unit in parts[0][1]) <= _INTRODUCTION_WORDS:
        introduction = parts.pop(0)[1]
        parts[0] = (parts[0][0], introduction + parts[0][1])
    return parts


def _role(document: Document, section: Section, unit: Unit) -> Role:
    block = _block_at(section.blocks, unit.span.start)
    if block is None:
        return status.role(document, section, BlockKind.TEXT, None)
    point = _point_at(section.points, unit.span)
    return status.role(document, section, block.kind, point.status if point else None)


def _block_at(blocks: Iterable[Block], at: int) -> Block | None:
    for block in blocks:
        start = min(block.span.start, block.heading.start) if block.heading else block.span.start
        if start <= at < block.span.end:
            return block
    return None


def _point_at(points: Iterable[DecisionPoint], span: Span) -> DecisionPoint | None:
    return next((point for point in points if point.span.meets(span)), None)


def windows(pieces: Sequence[Unit]) -> list[tuple[int, int]]:
    """First and last index of each passage over `pieces`."""
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end = _end(pieces, start)
        found.append((start, end - 1))
        if end >= len(pieces):
            return found
        start = _next_start(pieces, start, end)


def _end(pieces: Sequence[Unit], start: int) -> int:
    """One past the last unit of the passage that begins at `start`: the best edge that is not too early."""
    best, best_worth, words = start + 1, -1, 0
    for index in range(start, len(pieces)):
        words += pieces[index].words
        if words > MOST_WORDS and index > start:
            return best
        if index + 1 == len(pieces):
            return index + 1
        worth = words + _EDGE_WORTH_WORDS * _edge(pieces, index + 1)
        if (words >= _FEWEST_WORDS and worth >= best_worth) or best_worth < 0:
            best, best_worth = index + 1, worth if words >= _FEWEST_WORDS else -1
    return best


def _next_start(pieces: Sequence[Unit], start: int, end: int) -> int:
    """Where the next passage begins: about `OVERLAP_WORDS` back, at a good edge; at once under a new heading."""
    if pieces[end].edge is Edge.HEADING:
        return end
    best, least, words = end, OVERLAP_WORDS - _EDGE_WORTH_WORDS * _edge(pieces, end), 0
    for index in range(end - 1, start, -1):
        words += pieces[index].words
        if words > 2 * OVERLAP_WORDS:
            break
        cost = abs(words - OVERLAP_WORDS) - _EDGE_WORTH_WORDS * _edge(pieces, index)
        if cost < least:
            best, least = index, cost
    return best


def _edge(pieces: Sequence[Unit], index: int) -> int:
    """How good a passage's beginning `pieces[index]` is; bad right after what introduces it."""
    return pieces[index].edge - (2 if pieces[index - 1].leads else 0)


def _passage(
    source: Source, furniture: Sequence[Span], document: Document, section: Section, given: Given, role: Role, span: Span, ordinal: int
) -> Passage:
    skipped = tuple(Span(max(hole.start, span.start), min(hole.end, span.end)) for hole in furniture if hole.meets(span))
    text = without(source.text, span, skipped)
    case = section.case or document.case or document.parent_case
    municipality = document.municipality or given.municipality
    return Passage(
        id=content_id(source.file, document.id, section.id, span.start, text),
        file=source.file,
        document_id=document.id,
        section_id=section.id,
        ordinal=ordinal,
        span=span,
        skipped=skipped,
        pages=source.page_numbers(span),
        lines=source.lines(span),
        header=_header(document, section, municipality),
        text=text,
        role=role,
        status=_status(section, span),
        kind=document.kind,
        municipality=municipality,
        body=document.body,
        date=document.date,
        section=section.number,
        title=section.title or document.title,
        case=shown(case) if case else None,
        case_key=case.key if case else None,
        collection=given.collection,
    )


def _status(section: Section, span: Span) -> Status:
    """The section's status, or that of the decision points where the passage holds only points of another one."""
    statuses = {point.status for point in section.points if point.span.meets(span)}
    return statuses.pop() if len(statuses) == 1 else section.status


def _header(document: Document, section: Section, municipality: str | None) -> str:
    """Where a passage stands; what is not known is left out."""
    case, parent = section.case or document.case, document.parent_case
    parts = (
        kommun_name(municipality) if municipality else None,
        document.body,
        document.date,
        section.number,
        f"Dnr {shown(case)}" if case else None,
        None if section.number else document.kind.value.capitalize(),
        section.title or document.title,
        f"bilaga till Dnr {shown(parent)}" if parent and not _same(case, parent) else None,
    )
    return " · ".join(part for part in parts if part)


def _same(case: CaseNumber | None, parent: CaseNumber) -> bool:
    return case is not None and case.key is not None and case.key == parent.key
