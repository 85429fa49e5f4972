"""The references of a text as runs that lead on: a Dnr to its case, a § to the § that reading resolved it to, and else to nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.casenumbers import case_numbers
from indexer.documents import Document, Span
from indexer.index import StoredFile
from indexer.particulars import Link
from indexer.references import section_references
from service.serving.elsewhere import Finder, nowhere


@dataclass(frozen=True, slots=True)
class Linked:
    """A place in the text that leads to a case, by its Dnr, or to a section, by its id."""

    span: Span
    case: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Some of a line's text, with what it leads to."""

    text: str
    case: str | None = None
    section: str | None = None


def linked(stored: StoredFile, within: Span, find: Finder = nowhere) -> list[Linked]:
    """What leads on within a stretch of the text, in order and not overlapping; `find` looks for § of other files."""
    found = sorted((*_cases(stored, within), *_sections(stored, within, find)), key=lambda each: (each.span.start, -each.span.end))
    kept: list[Linked] = []
    for each in found:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


def runs(text: str, line: Span, links: Sequence[Linked]) -> tuple[Run, ...]:
    """A line in runs; a reference that a line end tears apart leads on from both lines."""
    found, at = [], line.start
    for link in links:
        start, end = max(link.span.start, line.start), min(link.span.end, line.end)
        if start >= end:
            continue
        if start > at:
            found.append(Run(text[at:start]))
        found.append(Run(text[start:end], link.case, link.section))
        at = end
    if at < line.end or not found:
        found.append(Run(text[at : line.end]))
    return tuple(found)


def _cases(stored: StoredFile, within: Span) -> Iterator[Linked]:
    """Dnr with year and number: half a Dnr leads to no case."""
    for number in case_numbers(within.of(stored.source.text)):
        if number.span and number.key:
            yield Linked(Span(within.start + number.span.start, within.start + number.span.end), case=" ".join(number.as_written.split()))


def _sections(stored: StoredFile, within: Span, find: Finder) -> Iterator[Linked]:
    sections = {section.id: (section, document) for document in stored.documents for section in document.sections}
    for section, document in sections.values():
        for link in section.links:
            if link.span.start >= within.end or link.span.end <= within.start:
                continue
            meant = link.section if link.section in sections else None
            if link.section is None:
                meant = _elsewhere(stored.source.text, link, document, find)
            if meant and meant != section.id:
                yield Linked(link.span, section=meant)


def _elsewhere(text: str, link: Link, document: Document, find: Finder) -> str | None:
    named = [reference for reference in section_references(link.span.of(text)) if reference.number == link.number]
    return find(named[0], document.municipality) if len(named) == 1 else None
