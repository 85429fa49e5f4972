"""A reading as JSON: what `paragraf inspect FILE --json` prints. `python -m indexer.inspecting FILE` does too."""

import json
import sys
from pathlib import Path
from typing import TypedDict

from indexer.documents import CaseNumber, Document, Finding, Given, Reading, Section, Source
from indexer.reading import read
from indexer.references import shown


class SectionShown(TypedDict):
    """One §."""

    number: str | None
    title: str | None
    case: str | None
    status: str
    pages: list[int]
    lines: list[int] | None
    corrected: list[str]


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
    has_lines = reading.source.format == "text"
    return {
        "file": reading.source.file,
        "pages": len(reading.source.pages),
        "documents": [_document(document, has_lines=has_lines) for document in reading.documents],
        "notes": list(reading.notes),
        "masked": len(reading.masked),
        "findings": [_finding(reading.source, finding, has_lines=has_lines) for finding in reading.findings],
    }


def _finding(source: Source, finding: Finding, *, has_lines: bool) -> FindingShown:
    return {
        "kind": finding.kind.value,
        "reason": finding.reason,
        "page": source.page_numbers(finding.span)[0],
        "lines": list(source.lines(finding.span)) if has_lines else None,
    }


def _document(document: Document, *, has_lines: bool) -> DocumentShown:
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
        "lines": list(document.lines) if has_lines else None,
        "corrected": [change.field.value for change in document.corrected],
        "sections": [] if whole else [_section(section, has_lines=has_lines) for section in document.sections],
    }


def _section(section: Section, *, has_lines: bool) -> SectionShown:
    return {
        "number": section.number,
        "title": section.title,
        "case": _case(section.case),
        "status": section.status.value,
        "pages": list(section.pages),
        "lines": list(section.lines) if has_lines else None,
        "corrected": [change.field.value for change in section.corrected],
    }


def _case(case: CaseNumber | None) -> str | None:
    return shown(case) if case else None


if __name__ == "__main__":
    file = Path(sys.argv[1])
    json.dump(as_json(read(file, file.name, Given())), sys.stdout, ensure_ascii=False, indent=1)
