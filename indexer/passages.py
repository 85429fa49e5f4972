"""Cuts sections into passages: what is retrieved, judged and cited.

A passage stays inside one section and one role (a decision and a lost motion never share one), and begins and ends
where a sentence or a table row does. They do not overlap: with good edges that found as much, and showed nothing twice.
Words are the measure, for hits are judged in words: 150–190 were best, and prose of so many stays within 512 tokens.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

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
)
from indexer.municipalities import kommun_name
from indexer.references import shown
from indexer.spans import meeting, standing_in, without
from indexer.structuring import status
from indexer.tabular import Table
from indexer.units import Unit, units

MOST_WORDS = 195
"""A hit is judged by its first 200 words, so that a passage is judged whole."""

_FEWEST_WORDS = 80
"""A passage ends at the best edge after this many words."""

_EDGE_WORTH_WORDS = 30
"""How much shorter a passage may be for an edge one step better."""

_INTRODUCTION_WORDS = 40
"""A § heading with its title goes with what follows; longer text before the first block is a passage of its own."""


def passages(source: Source, furniture: Sequence[Span], documents: Sequence[Document], given: Given) -> tuple[Passage, ...]:
    """All passages of a file in order."""
    found: list[Passage] = []
    for document in documents:
        for section in document.sections:
            holes = meeting(furniture, section.span)
            for role, span in _cuts(source, holes, document, section):
                found.append(_passage(source, holes, document, section, given, role, span, len(found)))
    return tuple(found)


def _cuts(source: Source, furniture: Sequence[Span], document: Document, section: Section) -> Iterator[tuple[Role, Span]]:
    starts = [block.heading.start for block in section.blocks if block.heading]
    pieces = units(source.text, section.span, furniture, starts)
    for role, part in _by_role(document, section, pieces):
        for some in portions(part):
            yield role, Span(some[0].span.start, some[-1].span.end)


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


def _block_at(blocks: Sequence[Block], at: int) -> Block | None:
    begun = bisect_right(blocks, at, key=_begins)
    return blocks[begun - 1] if begun and at < blocks[begun - 1].span.end else None


def _begins(block: Block) -> int:
    return min(block.span.start, block.heading.start) if block.heading else block.span.start


def _point_at(points: Sequence[DecisionPoint], span: Span) -> DecisionPoint | None:
    return next(iter(standing_in(points, span)), None)


def portions(pieces: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The units of each passage."""
    start = 0
    while start < len(pieces):
        end = _end(pieces, start)
        yield pieces[start:end]
        start = end


def _end(pieces: Sequence[Unit], start: int) -> int:
    """One past the last unit of the passage that begins at `start`: the best edge that is not too early."""
    best, most_worth, words = start + 1, 0, 0
    for index in range(start, len(pieces)):
        words += pieces[index].words
        if words > MOST_WORDS and index > start:
            return best
        if index + 1 == len(pieces):
            break
        worth = words + _EDGE_WORTH_WORDS * _edge(pieces, index + 1) if words >= _FEWEST_WORDS else 0
        if worth >= most_worth:
            best, most_worth = index + 1, worth
    return len(pieces)


def _edge(pieces: Sequence[Unit], index: int) -> int:
    """How good a passage's beginning `pieces[index]` is; bad right after what introduces it."""
    return pieces[index].edge - (2 if pieces[index - 1].leads else 0)


def _passage(
    source: Source, furniture: Sequence[Span], document: Document, section: Section, given: Given, role: Role, span: Span, ordinal: int
) -> Passage:
    skipped = tuple(Span(max(hole.start, span.start), min(hole.end, span.end)) for hole in meeting(furniture, span))
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
        corrected=tuple(dict.fromkeys(each.field for each in (*document.corrected, *section.corrected))),
        context=_context(source.text, section.tables, span),
    )


def _context(text: str, tables: Sequence[Table], span: Span) -> str:
    """Title and heads of the first table whose rows stand in the passage, those that do not stand there themselves."""
    table = next((table for table in standing_in(tables, span) if standing_in(table.rows, span)), None)
    above = [line for line in table.lead if line.start < span.start] if table else []
    return " ".join(" ".join(line.of(text).split()) for line in above)


def _status(section: Section, span: Span) -> Status:
    """The section's status, or that of the decision points where the passage holds only points of another one."""
    statuses = {point.status for point in standing_in(section.points, span)}
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
        f"till Dnr {shown(parent)}" if parent and not _same(case, parent) else None,
    )
    return " · ".join(part for part in parts if part)


def _same(case: CaseNumber | None, parent: CaseNumber) -> bool:
    return case is not None and case.key is not None and case.key == parent.key
