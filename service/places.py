"""Where a piece of a passage stands in its file: page and lines.

The file itself is fetched only where a passage has furniture cut out or crosses pages; else counting line breaks is enough.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from indexer.documents import Passage, Section, Span
from indexer.index import Access, Index, StoredFile

Files = Callable[[str], StoredFile | None]
"""Files by name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page number and the first and last line, 1-based."""

    page: int
    lines: tuple[int, int]


def files_of(index: Index, access: Access) -> Files:
    """The files that one answer looks into, each fetched once."""

    @cache
    def stored(file: str) -> StoredFile | None:
        return index.file(file, access)

    return stored


def place(passage: Passage, span: Span, files: Files) -> Place:
    """The place of `span` of the passage's text."""
    if not passage.skipped and passage.pages[0] == passage.pages[1]:
        first = passage.lines[0] + passage.text.count("\n", 0, span.start)
        return Place(passage.pages[0], (first, first + passage.text.count("\n", span.start, max(span.start, span.end - 1))))
    stored = files(passage.file)
    if stored is None:
        return Place(passage.pages[0], passage.lines)
    there = in_source(passage, span)
    # from the passage on: to count the lines of a whole file takes longer than all else here
    text = stored.source.text
    first = passage.lines[0] + text.count("\n", passage.span.start, there.start)
    return Place(stored.source.page_numbers(there)[0], (first, first + text.count("\n", there.start, max(there.start, there.end - 1))))


def section_of(passage: Passage, files: Files) -> Section | None:
    """The § that a passage is of, as read."""
    stored = files(passage.file)
    if stored is None:
        return None
    sections = (section for document in stored.documents if document.id == passage.document_id for section in document.sections)
    return next((section for section in sections if section.id == passage.section_id), None)


def in_source(passage: Passage, span: Span) -> Span:
    """The span in the file's text: what was cut out of the passage is counted again."""
    start = _offset(passage, span.start)
    return Span(start, max(start, _offset(passage, max(span.start, span.end - 1)) + 1))


def _offset(passage: Passage, at: int) -> int:
    offset = passage.span.start + at
    for hole in passage.skipped:
        if hole.start > offset:
            break
        if hole.end > passage.span.start:
            offset += hole.end - max(hole.start, passage.span.start)
    return offset


def in_passage(passage: Passage, there: Span) -> Span | None:
    """The span of the passage's text that holds a span of the file's text; None where that is not all in the passage."""
    if not passage.span.holds(there):
        return None
    cut = [hole for hole in passage.skipped if passage.span.meets(hole)]
    start = there.start - passage.span.start - sum(_before(hole, there.start, passage) for hole in cut)
    end = there.end - passage.span.start - sum(_before(hole, there.end, passage) for hole in cut)
    return Span(start, end) if start < end else None


def seams(passage: Passage) -> list[int]:
    """Where the passage's text leaves page furniture out: what stands on both sides is not together in the file."""
    cut = [hole for hole in passage.skipped if passage.span.meets(hole)]
    return [hole.start - passage.span.start - sum(_before(other, hole.start, passage) for other in cut) for hole in cut]


def _before(hole: Span, offset: int, passage: Passage) -> int:
    return max(0, min(hole.end, offset) - max(hole.start, passage.span.start))
