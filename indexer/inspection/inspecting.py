"""A reading as JSON: what `paragraf inspect FILE --json` prints. `python -m indexer.inspection.inspecting FILE` does too."""

import json
import sys
from pathlib import Path
from typing import TypedDict

from indexer.documents import CaseNumber, Document, Finding, Given, Reading, Section, Source, Span
from indexer.particulars import Delegated, Fact, Link
from indexer.reading import read
from indexer.references import shown


class FactShown(TypedDict):
    """What is said of a person; `person` is None where a party's members are meant."""

    kind: str
    person: str | None
    party: str | None
    sections: list[str]
    but_not: list[str]


class VoteShown(TypedDict):
    """The numbers of a vote."""

    yes: int | None
    no: int | None
    abstained: int | None
    shares: list[int]


class DelegatedShown(TypedDict):
    """A decision that another took on the body's behalf."""

    text: str
    delegate: str | None
    date: str | None
    case: str | None
    point: str | None
    count: int | None


class LinkShown(TypedDict):
    """Another § or document that is named; `found` is whether it stands in this file."""

    kind: str
    number: str | None
    date: str | None
    found: bool
    proposed: bool


class SectionShown(TypedDict):
    """One §."""

    number: str | None
    title: str | None
    case: str | None
    status: str
    pages: list[int]
    lines: list[int] | None
    corrected: list[str]
    facts: list[FactShown]
    votes: list[VoteShown]
    delegated: list[DelegatedShown]
    links: list[LinkShown]


class DocumentShown(TypedDict):
    """One document; `sections` is empty where it has no §."""

    kind: str
    title: str | None
    municipality: str | None
    body: str | None
    date: str | None
    date_inherited: bool
    case: str | None
    parent_case: str | None
    status: str
    pages: list[int]
    lines: list[int] | None
    corrected: list[str]
    facts: list[FactShown]
    approved: str | None
    posted: tuple[str | None, str | None] | None
    sections: list[SectionShown]


class FindingShown(TypedDict):
    """Something that a person should judge before the file is published; its words stand in the file."""

    kind: str
    reason: str
    page: int
    lines: list[int] | None


class ReadingShown(TypedDict):
    """One file. `masked` counts personal identity numbers."""

    file: str
    pages: int
    documents: list[DocumentShown]
    notes: list[str]
    masked: int
    findings: list[FindingShown]


def as_json(reading: Reading) -> ReadingShown:
    """The reading in the shape that others rely on; `lines` are given for text files only."""
    source = reading.source
    return {
        "file": source.file,
        "pages": len(source.pages),
        "documents": [_document(source, document) for document in reading.documents],
        "notes": list(reading.notes),
        "masked": len(reading.masked),
        "findings": [_finding(source, finding) for finding in reading.findings],
    }


def _finding(source: Source, finding: Finding) -> FindingShown:
    return {
        "kind": finding.kind.value,
        "reason": finding.reason,
        "page": source.page_numbers(finding.span)[0],
        "lines": _lines(source, source.lines(finding.span)),
    }


def _document(source: Source, document: Document) -> DocumentShown:
    whole = len(document.sections) == 1 and document.sections[0].number is None
    return {
        "kind": document.kind.value,
        "title": document.title,
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date,
        "date_inherited": document.date_inherited,
        "case": _case(document.case),
        "parent_case": _case(document.parent_case),
        "status": document.status.value,
        "pages": list(document.pages),
        "lines": _lines(source, document.lines),
        "corrected": [change.field.value for change in document.corrected],
        "facts": [_fact(source.text, fact) for fact in document.facts],
        "approved": document.approval.date if document.approval else None,
        "posted": (document.notice.up, document.notice.down) if document.notice else None,
        "sections": [] if whole else [_section(source, section) for section in document.sections],
    }


def _section(source: Source, section: Section) -> SectionShown:
    return {
        "number": section.number,
        "title": section.title,
        "case": _case(section.case),
        "status": section.status.value,
        "pages": list(section.pages),
        "lines": _lines(source, section.lines),
        "corrected": [change.field.value for change in section.corrected],
        "facts": [_fact(source.text, fact) for fact in section.facts],
        "votes": [{"yes": vote.yes, "no": vote.no, "abstained": vote.abstained, "shares": list(vote.shares)} for vote in section.votes],
        "delegated": [_delegated(source.text, decision) for decision in section.delegated],
        "links": [_link(link) for link in section.links],
    }


def _fact(text: str, fact: Fact) -> FactShown:
    return {
        "kind": fact.kind.value,
        "person": _words(text, fact.person),
        "party": fact.party,
        "sections": list(fact.sections),
        "but_not": list(fact.but_not),
    }


def _delegated(text: str, decision: Delegated) -> DelegatedShown:
    return {
        "text": _words(text, decision.text) or "",
        "delegate": _words(text, decision.delegate),
        "date": decision.date,
        "case": _words(text, decision.case),
        "point": _words(text, decision.point),
        "count": decision.count,
    }


def _link(link: Link) -> LinkShown:
    return {
        "kind": link.kind.value,
        "number": link.number,
        "date": link.date,
        "found": link.section is not None,
        "proposed": link.proposed,
    }


def _words(text: str, span: Span | None) -> str | None:
    """On one line."""
    return " ".join(span.of(text).split()) if span else None


def _lines(source: Source, lines: tuple[int, int]) -> list[int] | None:
    return list(lines) if source.format == "text" else None


def _case(case: CaseNumber | None) -> str | None:
    return shown(case) if case else None


if __name__ == "__main__":
    file = Path(sys.argv[1])
    json.dump(as_json(read(file, file.name, Given())), sys.stdout, ensure_ascii=False, indent=1)
