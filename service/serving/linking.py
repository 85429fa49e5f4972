"""The references of a text as runs that lead on: a Dnr to its case, a § to the § that reading resolved it to, and else to nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.casenumbers import case_numbers
from indexer.documents import Span
from indexer.index import StoredFile


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


def linked(stored: StoredFile, within: Span) -> list[Linked]:
    """What leads on within a stretch of the text, in order and not overlapping."""
    found = sorted((*_cases(stored, within), *_sections(stored, within)), key=lambda each: (each.span.start, -each.span.end))
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


def _sections(stored: StoredFile, within: Span) -> Iterator[Linked]:
    sections = [section for document in stored.documents for section in document.sections]
    readable = {section.id for section in sections}
    for section in sections:
        for link in section.links:
            if link.section in readable - {section.id} and link.span.start < within.end and link.span.end > within.start:
                yield Linked(link.span, section=link.section)
