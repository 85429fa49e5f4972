"""A stretch of a source text as a page shows it: numbered lines, the cited ones marked, pages and sections as headings.

Marks are the lines that were asked for, never a search for similar words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.documents import Document, Section, Source, Span
from indexer.index import StoredFile

AROUND = 200
"""Lines shown before and after the cited ones."""

MOST = 600
"""Lines shown at once."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What begins at a line: a page or a section. `repeats` says that the line itself says the same."""

    text: str
    is_page: bool
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, and what begins there."""

    number: int
    text: str
    cited: bool
    furniture: bool
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the page shows. `earlier` and `later` are the first lines of the neighbouring stretches; `beyond` is the line
    that was asked for where the text ends before it."""

    lines: tuple[Line, ...]
    total: int
    cited: tuple[int, int] | None
    beyond: int | None
    earlier: int | None
    later: int | None
    document: Document | None
    section: Section | None


def view(stored: StoredFile, cited: tuple[int, int] | None, first: int | None = None) -> SourceView:
    """The stretch around the cited lines, or the one that begins at `first`."""
    source = stored.source
    total = line_count(source)
    beyond = cited[0] if cited and cited[0] > total else None
    cited = (cited[0], min(cited[1], total)) if cited and not beyond else None
    start = min(max(1, first or (cited[0] - AROUND if cited else 1)), max(1, total))
    end = min(total, start + (2 * AROUND if first or not cited else AROUND + min(cited[1] - start, MOST - AROUND)))
    document, section = _place(stored, cited[0] if cited else start)
    return SourceView(
        lines=_lines(stored, start, end, cited),
        total=total,
        cited=cited,
        beyond=beyond,
        earlier=max(1, start - 2 * AROUND) if start > 1 else None,
        later=end + 1 if end < total else None,
        document=document,
        section=section,
    )


def line_count(source: Source) -> int:
    """Number of lines; what follows the last line break counts only where there is something."""
    return len(source.line_starts) - (1 if source.line_starts[-1] == len(source.text) and len(source.line_starts) > 1 else 0)


def _lines(stored: StoredFile, start: int, end: int, cited: tuple[int, int] | None) -> tuple[Line, ...]:
    source = stored.source
    furniture = _furniture_lines(stored)
    headings = _headings(stored, furniture)
    return tuple(
        Line(
            number=number,
            text=_text(source, number),
            cited=bool(cited and cited[0] <= number <= cited[1]),
            furniture=number in furniture,
            headings=headings.get(number, ()),
        )
        for number in range(start, end + 1)
    )


def _text(source: Source, number: int) -> str:
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    return source.text[source.line_starts[number - 1] : end].rstrip("\r\n\f")


def _headings(stored: StoredFile, furniture: frozenset[int]) -> Mapping[int, tuple[Heading, ...]]:
    source = stored.source
    found: dict[int, tuple[Heading, ...]] = {}
    for page, start in zip(source.pages, source.page_starts, strict=True):
        if page.text:
            number = source.lines(Span(start, start + 1))[0]
            found[number] = (Heading(f"Sida {page.number}", is_page=True),)
    for document in stored.documents:
        for section in document.sections:
            words = " ".join(part for part in (section.number, section.title) if part)
            if words:
                at = _first_line(source, section, furniture)
                repeats = _says(_text(source, at), section.number)
                found[at] = (*found.get(at, ()), Heading(" ".join(words.split())[:200], is_page=False, repeats=repeats))
    return found


def _first_line(source: Source, section: Section, furniture: frozenset[int]) -> int:
    """Where the section's own words begin: a page's header may stand before them."""
    first, last = section.lines
    last = min(last, line_count(source))
    return next((at for at in range(first, last + 1) if at not in furniture and _text(source, at).strip()), first)


def _says(line: str, number: str | None) -> bool:
    """Whether a line names the section itself: "§ 12", "KF § 12", "§12"."""
    wanted = re.escape("".join((number or "").split()))
    return bool(wanted) and re.search(rf"{wanted}(?!\d)", "".join(line.split())) is not None


def _furniture_lines(stored: StoredFile) -> frozenset[int]:
    """Lines that are page header or footer and nothing else."""
    source = stored.source
    lines: set[int] = set()
    for start, end in stored.furniture:
        if start < end:
            first, last = source.lines(Span(start, end))
            lines.update(range(first, last + 1))
    return frozenset(lines)


def _place(stored: StoredFile, line: int) -> tuple[Document | None, Section | None]:
    """The innermost document and section that hold a line."""
    documents = [each for each in stored.documents if each.lines[0] <= line <= each.lines[1]]
    document = min(documents, key=lambda each: each.lines[1] - each.lines[0], default=None)
    sections = [each for each in document.sections if each.lines[0] <= line <= each.lines[1]] if document else []
    return document, min(sections, key=lambda each: each.lines[1] - each.lines[0], default=None)
