"""The table of contents of a file: its documents and their §, each with the page or line where it begins."""

from dataclasses import dataclass

from indexer.documents import Document, Section
from indexer.index import StoredFile


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A § in the table of contents."""

    id: str
    text: str
    page: int
    current: bool


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in the table of contents, with its §."""

    text: str
    page: int
    line: int
    current: bool
    sections: tuple[SectionEntry, ...]


def contents(stored: StoredFile, document: Document | None, section: Section | None) -> tuple[DocumentEntry, ...]:
    """What the file holds, in order; the document and § at hand are marked."""
    return tuple(_document(each, document, section) for each in stored.documents)


def _document(each: Document, current: Document | None, section: Section | None) -> DocumentEntry:
    kind = each.kind.value.capitalize()
    says = [kind, each.body, each.date, each.title if (each.title or "").capitalize() != kind else None]
    return DocumentEntry(
        text=_short(" · ".join(" ".join(part.split()) for part in says if part)),
        page=each.pages[0],
        line=each.lines[0],
        current=current is not None and each.id == current.id,
        sections=tuple(
            SectionEntry(one.id, _short(f"{one.number} {one.title or ''}"), one.pages[0], section is not None and one.id == section.id)
            for one in each.sections
            if one.number
        ),
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 120 else f"{flat[:117].rstrip()} …"
