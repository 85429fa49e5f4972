"""Everything that was found in a file, as marked spans of its text: what a person checks by eye.

A mark's note says what was understood at its place (the ISO date, the key of a Dnr). Marks may lie within each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from indexer import municipalities, tabular
from indexer.documents import CaseNumber, Reading, Section, Span
from indexer.particulars import Fact
from indexer.references import amounts, case_numbers, dates, laws, section_references
from indexer.tabular import Table


class MarkKind(StrEnum):
    """What was found, in the order in which one wins where two share a character."""

    MASKED = "masked"
    FINDING = "to be judged"
    FURNITURE = "page furniture"
    PERSON = "person"
    VOTE = "vote"
    DELEGATED = "delegated decision"
    APPROVAL = "approval, notice"
    LINK = "link"
    CASE = "Dnr"
    LAW = "law"
    REFERENCE = "§ reference"
    DATE = "date"
    AMOUNT = "amount"
    MUNICIPALITY = "municipality"
    HEADING = "block heading"
    CONDITION = "condition"
    POINT = "decision point"
    CELL = "value of a table"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing found."""

    kind: MarkKind
    span: Span
    note: str = ""


def marks(reading: Reading) -> tuple[Mark, ...]:
    """All marks in order, empty ones left out."""
    found = [*_private(reading), *_references(reading.source.text), *_structure(reading)]
    found += [Mark(MarkKind.FURNITURE, span) for span in reading.furniture]
    return tuple(sorted((mark for mark in found if mark.span.start < mark.span.end), key=lambda mark: mark.span))


def _private(reading: Reading) -> Iterator[Mark]:
    for span in reading.masked:
        yield Mark(MarkKind.MASKED, span, "personal identity number")
    for finding in reading.findings:
        yield Mark(MarkKind.FINDING, finding.span, f"{finding.kind}: {finding.reason}")


def _references(text: str) -> Iterator[Mark]:
    for case in case_numbers(text):
        if case.span:
            yield Mark(MarkKind.CASE, case.span, _key(case))
    for day in dates(text):
        yield Mark(MarkKind.DATE, day.span, day.iso or "no year")
    for amount in amounts(text):
        kronor = amount.value_in_kronor
        yield Mark(MarkKind.AMOUNT, amount.span, "unit unknown" if kronor is None else f"{kronor:,f} kr".replace(",", " "))
    for reference in section_references(text):
        parts = (reference.body, reference.number, reference.date or reference.year)
        yield Mark(MarkKind.REFERENCE, reference.span, " ".join(str(part) for part in parts if part))
    for law in laws(text):
        yield Mark(
            MarkKind.LAW, law.span, " ".join(filter(None, (law.name, law.number, law.chapter and f"{law.chapter} kap.", law.section)))
        )
    for name, span in municipalities.find(text):
        yield Mark(MarkKind.MUNICIPALITY, span, name)


def _particulars(section: Section) -> Iterator[Mark]:
    yield from map(_person, section.facts)
    for vote in section.votes:
        yield Mark(MarkKind.VOTE, vote.span, f"yes {vote.yes}, no {vote.no}, abstained {vote.abstained}, shares {list(vote.shares)}")
    for decision in section.delegated:
        yield Mark(MarkKind.DELEGATED, decision.span, decision.date or (f"{decision.count} of them" if decision.count else ""))
    for link in section.links:
        proposed = "proposed: " if link.proposed else ""
        found = "found in this file" if link.section else "not in this file"
        yield Mark(MarkKind.LINK, link.span, " ".join(filter(None, (f"{proposed}{link.kind}", link.number, link.date, f"({found})"))))


def _values(text: str, tables: Iterable[Table]) -> Iterator[Mark]:
    """Each value with what its row is called and the heads above it."""
    for table in tables:
        for cell in tabular.cells(table):
            yield Mark(MarkKind.CELL, cell.span, " · ".join(" ".join(part.of(text).split()) for part in (cell.row, *cell.heads)))


def _person(fact: Fact) -> Mark:
    parts = [str(fact.kind), fact.party]
    parts += [f"for {', '.join(fact.sections)}" if fact.sections else None, f"but not {', '.join(fact.but_not)}" if fact.but_not else None]
    return Mark(MarkKind.PERSON, fact.person or fact.span, " ".join(filter(None, parts)))


def _key(case: CaseNumber) -> str:
    return f"{case.registry or 'no registry'}, {case.year or 'no year'}, {'no serial' if case.serial is None else case.serial}"


def _structure(reading: Reading) -> Iterator[Mark]:
    for document in reading.documents:
        yield from map(_person, document.facts)
        if document.approval:
            yield Mark(MarkKind.APPROVAL, document.approval.span, f"approved {document.approval.date or 'on a day not said'}")
        if document.notice:
            yield Mark(MarkKind.APPROVAL, document.notice.span, f"posted {document.notice.up or '?'} to {document.notice.down or '?'}")
        for section in document.sections:
            yield from _particulars(section)
            yield from _values(reading.source.text, section.tables)
            for block in section.blocks:
                if block.heading:
                    yield Mark(MarkKind.HEADING, block.heading, block.kind.value)
            for point in section.points:
                yield Mark(MarkKind.POINT, point.span, f"point {point.label or 'without number'}: {point.status}")
                for condition in point.conditions:
                    yield Mark(MarkKind.CONDITION, condition, f"condition of point {point.label or 'without number'}")
