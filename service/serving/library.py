"""What the index holds, as read: files, documents, pages and sections, for programs that follow a citation."""

from collections.abc import Iterable

from flask import Blueprint

from indexer.corrections import Corrected
from indexer.documents import CaseNumber, Document, Section, Source, Span
from indexer.index import FileRecord, Filters, Index, StoredFile
from service.errors import NotFound
from service.serving import libraryschemas as schemas
from service.serving.libraryschemas import ListQuery
from service.serving.openapi import documented
from service.state import access, state

blueprint = Blueprint("library", __name__, url_prefix="/api")

_FILE = {"file": "The file's name in the index; may hold slashes."}

_MOST_PASSAGES = 2_000
"""Passages of a § that are looked through for one that may be seen: those that hold a blocked string are not given."""


@blueprint.get("/documents")
@documented(schemas.FileList, tag="documents", problems=(400, 503))
def list_files(query: ListQuery) -> dict[str, object]:
    """Indexed files by name."""
    records = _index().files(access())
    shown = records[query.offset : query.offset + query.limit]
    return {"total": len(records), "offset": query.offset, "files": [_file(record) for record in shown]}


@blueprint.get("/documents/<path:file>")
@documented(schemas.FileContents, tag="documents", problems=(400, 404, 503), parameters=_FILE)
def show_file(file: str) -> dict[str, object]:
    """A file with its documents and their sections."""
    stored = stored_file(_index(), file)
    return {**_file(stored.record), "contents": [_document(document) for document in stored.documents]}


@blueprint.get("/documents/<path:file>/pages/<int:page>")
@documented(schemas.PageText, tag="documents", problems=(400, 404, 503), parameters={**_FILE, "page": "The page's number in the file."})
def show_page(file: str, page: int) -> dict[str, object]:
    """One page, exactly as it was read."""
    source = stored_file(_index(), file).source
    for each, start in zip(source.pages, source.page_starts, strict=True):
        if each.number == page:
            return {
                "file": file,
                "page": page,
                "pages": len(source.pages),
                "lines": source.lines(Span(start, start + len(each.text))),
                "ocr": each.ocr,
                "damaged": each.damaged,
                "text": each.text,
            }
    raise NotFound(f"Filen {file} har ingen sida {page}; den har {len(source.pages)} sidor.")


@blueprint.get("/sections/<id>")
@documented(
    schemas.SectionContents, tag="documents", problems=(400, 404, 503), parameters={"id": "The section's id, `section_id` of a hit."}
)
def show_section(id: str) -> dict[str, object]:
    """A § with its text, its parts and its decision points."""
    stored, document, section = stored_section(_index(), id)
    return _section_contents(stored.source, document, section)


def stored_file(index: Index, file: str) -> StoredFile:
    """A file as read. Raises NotFound."""
    stored = index.file(file, access())
    if stored is None:
        raise NotFound(f"Filen {file[:200]!r} finns inte i indexet.")
    return stored


def stored_section(index: Index, section_id: str) -> tuple[StoredFile, Document, Section]:
    """A § with its document and file. Raises NotFound."""
    found = index.passages(index.select(Filters(section_ids=(section_id,)), access(), _MOST_PASSAGES), access())
    if found:
        stored = stored_file(index, found[0].file)
        for document in stored.documents:
            for section in document.sections:
                if section.id == section_id:
                    return stored, document, section
    raise NotFound(f"Paragrafen {section_id[:60]!r} finns inte i indexet.")


def _index() -> Index:
    return state().supply.get().index


def _file(record: FileRecord) -> dict[str, object]:
    return {
        "file": record.file,
        "format": record.format,
        "municipality": record.given.municipality,
        "url": record.given.url,
        "pages": record.pages,
        "documents": record.documents,
        "sections": record.sections,
        "notes": list(record.notes),
    }


def _document(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date,
        "date_inherited": document.date_inherited,
        "case": _as_written(document.case),
        "parent_case": _as_written(document.parent_case),
        "pages": document.pages,
        "lines": document.lines,
        "corrected": _corrected(document.corrected),
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "case": _as_written(section.case),
        "status": section.status.value,
        "pages": section.pages,
        "lines": section.lines,
        "corrected": _corrected(section.corrected),
    }


def _section_contents(source: Source, document: Document, section: Section) -> dict[str, object]:
    text = source.text
    return {
        **_section(section),
        "file": source.file,
        "document": document.id,
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date,
        "outcome": section.outcome.value if section.outcome else None,
        "maturity": section.maturity.value if section.maturity else None,
        "text": section.span.of(text),
        "blocks": [
            {"kind": block.kind.value, "heading": block.heading.of(text) if block.heading else None, "text": block.span.of(text)}
            for block in section.blocks
        ],
        "points": [
            {
                "label": point.label,
                "status": point.status.value,
                "text": point.span.of(text),
                "conditions": [condition.of(text) for condition in point.conditions],
            }
            for point in section.points
        ],
    }


def _corrected(corrections: Iterable[Corrected]) -> list[dict[str, str | None]]:
    return [{"field": str(each.field), "was": each.was, "why": each.why, "by": each.by} for each in corrections]


def _as_written(case: CaseNumber | None) -> str | None:
    return case.as_written if case else None
