"""Documents with what they tell besides their matters: presence, conduct, votes, approval, delegated decisions, links,
tables."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from indexer import links, tables
from indexer.details import approval, conduct, delegation, presence, rollcall
from indexer.documents import BlockKind, Document, Kind, Section, Source
from indexer.links import Known
from indexer.particulars import Delegated
from indexer.references import SectionReference, section_references
from indexer.spans import Span
from indexer.tabular import Table

_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_REPORTS = (*_MINUTES, Kind.LISTA, Kind.ANNAT, Kind.RAPPORT, Kind.TJANSTESKRIVELSE)


def detailed(source: Source, documents: Sequence[Document], skipped: Sequence[Span]) -> tuple[Document, ...]:
    """The documents, each with its particulars; page furniture is `skipped`."""
    known = Known.of(documents)
    named = section_references(source.text)
    starts = [reference.span.start for reference in named]
    return tuple(_document(source, document, skipped, known, (named, starts)) for document in documents)


def _document(
    source: Source, document: Document, skipped: Sequence[Span], known: Known, named: tuple[Sequence[SectionReference], Sequence[int]]
) -> Document:
    sections = []
    for section in document.sections:
        at, until = bisect_left(named[1], section.span.start), bisect_left(named[1], section.span.end)
        within = [
            reference for reference in named[0][at:until] if reference.span.end <= section.span.end and not _is_heading(section, reference)
        ]
        sections.append(_section(source, document, section, skipped, known, within))
    front = _front(document)
    if front is None:
        return replace(document, sections=tuple(sections))
    return replace(
        document,
        sections=tuple(sections),
        facts=presence.of_front(source.text, front, skipped),
        approval=approval.approval(source.text, front),
        notice=approval.notice(source.text, front),
    )


def _section(
    source: Source, document: Document, section: Section, skipped: Sequence[Span], known: Known, named: Sequence[SectionReference]
) -> Section:
    minutes = document.kind in _MINUTES and section.number is not None
    found = _tables(source, section, skipped)
    return replace(
        section,
        facts=(*conduct.facts(source.text, section.blocks), *rollcall.facts(source.text, found)) if minutes else (),
        votes=conduct.counts(source.text, section.blocks) if minutes else (),
        delegated=_delegated(source, document, section, skipped),
        links=links.of_section(source.text, section, document, known, named) if section.number or minutes else (),
        tables=found,
    )


def _tables(source: Source, section: Section, skipped: Sequence[Span]) -> tuple[Table, ...]:
    return tables.tables(source.text, section.span, skipped, [block.heading.start for block in section.blocks if block.heading])


def _delegated(source: Source, document: Document, section: Section, skipped: Sequence[Span]) -> tuple[Delegated, ...]:
    """From the report itself, not from what supports it."""
    if document.kind not in _REPORTS or not delegation.reports_delegation(section.title or document.title):
        return ()
    left_out = (BlockKind.BESLUTSUNDERLAG, BlockKind.EXPEDIERING)
    spans = [block.span for block in section.blocks if block.kind not in left_out] or [section.span]
    return delegation.decisions(source.text, spans, skipped)


def _front(document: Document) -> Span | None:
    """The pages before the first § of minutes."""
    if document.kind is not Kind.PROTOKOLL:
        return None
    first = next((section.span.start for section in document.sections if section.number), document.span.end)
    return Span(document.span.start, first) if first > document.span.start else None


def _is_heading(section: Section, reference: SectionReference) -> bool:
    """The number at the head of the § itself, before its parts; a page header above may have lent it a day."""
    if reference.number != section.number:
        return False
    parts = [(block.heading or block.span).start for block in section.blocks]
    return not parts or reference.span.end <= min(parts)
