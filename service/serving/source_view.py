"""What a page shows of a source: a page of the file, or a stretch of a text without pages of its own, as numbered lines.

Marks are the lines that were asked for, never a search for similar words; links are the references that reading found there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Document, Page, Section, Source, Span
from indexer.index import StoredFile
from indexer.picturing.pageimages import FORMATS
from service.serving.elsewhere import Finder, nowhere
from service.serving.linking import Linked, Run, linked, runs

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
    """One line of the text in runs, and what begins there."""

    number: int
    runs: tuple[Run, ...]
    cited: bool
    furniture: bool
    headings: tuple[Heading, ...]

    @property
    def text(self) -> str:
        """The line as it was read."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: lines to mark, a line to begin at, a page."""

    cited: tuple[int, int] | None = None
    first: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the page shows. `earlier` and `later` are the first lines of the neighbouring stretches; `beyond` is the line
    that was asked for where the text ends before it. `page` is the one shown, where the file is shown page by page;
    `goes_on` are the pages that hold more of the cited lines."""

    lines: tuple[Line, ...]
    total: int
    cited: tuple[int, int] | None
    beyond: int | None
    earlier: int | None
    later: int | None
    document: Document | None
    section: Section | None
    page: Page | None = None
    pages: int = 1
    goes_on: tuple[int, ...] = ()

    @property
    def by_page(self) -> bool:
        """Whether neighbours are pages rather than stretches of lines."""
        return self.page is not None


def view(stored: StoredFile, asked: Asked, find: Finder = nowhere) -> SourceView:
    """The page or stretch that holds what was asked for; `find` looks for § of other files that it names."""
    source = stored.source
    total = line_count(source)
    beyond = asked.cited[0] if asked.cited and asked.cited[0] > total else None
    cited = (asked.cited[0], min(asked.cited[1], total)) if asked.cited and not beyond else None
    if stored.record.format in FORMATS:
        return _page_view(stored, cited, beyond, _page(source, asked, cited), find)
    return _stretch_view(stored, cited, beyond, asked.first or _first_of(source, asked.page), find)


def _stretch_view(stored: StoredFile, cited: tuple[int, int] | None, beyond: int | None, first: int | None, find: Finder) -> SourceView:
    source, total = stored.source, line_count(stored.source)
    start = min(max(1, first or (cited[0] - AROUND if cited else 1)), max(1, total))
    end = min(total, start + (2 * AROUND if first or not cited else AROUND + min(cited[1] - start, MOST - AROUND)))
    document, section = place(stored, _worded(source, cited) if cited else start)
    earlier = max(1, start - 2 * AROUND) if start > 1 else None
    later = end + 1 if end < total else None
    return SourceView(_lines(stored, start, end, cited, find), total, cited, beyond, earlier, later, document, section)


def _page_view(stored: StoredFile, cited: tuple[int, int] | None, beyond: int | None, page: Page, find: Finder) -> SourceView:
    source = stored.source
    start, end = lines_of(source, page.number)
    on_page = (max(cited[0], start), min(cited[1], end)) if cited and cited[0] <= end and cited[1] >= start else None
    document, section = place(stored, _worded(source, on_page) if on_page else start) if page.text else (_holder(stored, page), None)
    return SourceView(
        lines=_lines(stored, start, end, cited, find),
        total=line_count(source),
        cited=on_page,
        beyond=beyond,
        earlier=None,
        later=None,
        document=document,
        section=section,
        page=page,
        pages=len(source.pages),
        goes_on=_pages_of(source, cited, page.number),
    )


def _holder(stored: StoredFile, page: Page) -> Document | None:
    """The innermost document that a page without text stands in."""
    held = [each for each in stored.documents if each.pages[0] <= page.number <= each.pages[1]]
    return min(held, key=lambda each: each.pages[1] - each.pages[0], default=None)


def _page(source: Source, asked: Asked, cited: tuple[int, int] | None) -> Page:
    """The page asked for, else that of the line; a page beyond the end is the last."""
    number = asked.page
    if number is None and cited is None and asked.first is None:
        return source.pages[0]
    if number is None:
        line = cited[0] if cited else min(asked.first or 1, line_count(source))
        start = source.line_starts[line - 1]
        number = source.page_numbers(Span(start, start + 1))[0]
    return next((page for page in source.pages if page.number >= number), source.pages[-1])


def lines_of(source: Source, number: int) -> tuple[int, int]:
    """First and last line of a page; of a page without text the last comes before the first."""
    at = next(at for at, page in enumerate(source.pages) if page.number == number)
    start, text = source.page_starts[at], source.pages[at].text
    first = source.lines(Span(start, start + 1))[0]
    return (first, source.lines(Span(start, start + len(text)))[1]) if text else (first, first - 1)


def _worded(source: Source, cited: tuple[int, int]) -> int:
    """The first of the cited lines that says something: an empty one before a § belongs to the § above."""
    return next((at for at in range(cited[0], cited[1] + 1) if line_span(source, at).of(source.text).strip()), cited[0])


def _pages_of(source: Source, cited: tuple[int, int] | None, shown: int) -> tuple[int, ...]:
    if cited is None:
        return ()
    span = Span(source.line_starts[cited[0] - 1], source.line_starts[cited[1] - 1] + 1)
    first, last = source.page_numbers(span)
    return tuple(number for number in range(first, last + 1) if number != shown)


def _first_of(source: Source, page: int | None) -> int | None:
    return lines_of(source, page)[0] if page is not None and any(each.number == page for each in source.pages) else None


def line_count(source: Source) -> int:
    """Number of lines; what follows the last line break counts only where there is something."""
    return len(source.line_starts) - (1 if source.line_starts[-1] == len(source.text) and len(source.line_starts) > 1 else 0)


def line_span(source: Source, number: int) -> Span:
    """A line without its end."""
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    start = source.line_starts[number - 1]
    return Span(start, start + len(source.text[start:end].rstrip("\r\n\f")))


def _lines(stored: StoredFile, start: int, end: int, cited: tuple[int, int] | None, find: Finder) -> tuple[Line, ...]:
    source = stored.source
    furniture = furniture_lines(stored)
    headings = _headings(stored, furniture)
    spans = [line_span(source, number) for number in range(start, end + 1)]
    marked = _marked(cited, furniture)
    links: Sequence[Linked] = linked(stored, Span(spans[0].start, spans[-1].end), find) if spans else ()
    return tuple(
        Line(
            number=number,
            runs=runs(source.text, span, links),
            cited=number in marked,
            furniture=number in furniture,
            headings=headings.get(number, ()),
        )
        for number, span in enumerate(spans, start)
    )


def _marked(cited: tuple[int, int] | None, furniture: frozenset[int]) -> frozenset[int]:
    """The cited lines; a page's header between them is none of the words that are cited."""
    asked = frozenset(range(cited[0], cited[1] + 1)) if cited else frozenset()
    return asked - furniture or asked


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
                at = first_line(source, section, furniture)
                repeats = _says(line_span(source, at).of(source.text), section.number)
                found[at] = (*found.get(at, ()), Heading(" ".join(words.split())[:200], is_page=False, repeats=repeats))
    return found


def first_line(source: Source, section: Section, furniture: frozenset[int]) -> int:
    """Where the section's own words begin: a page's header may stand before them."""
    first, last = section.lines
    last = min(last, line_count(source))
    return next((at for at in range(first, last + 1) if at not in furniture and line_span(source, at).of(source.text).strip()), first)


def _says(line: str, number: str | None) -> bool:
    """Whether a line names the section itself: "§ 12", "KF § 12", "§12"."""
    wanted = re.escape("".join((number or "").split()))
    return bool(wanted) and re.search(rf"{wanted}(?!\d)", "".join(line.split())) is not None


def furniture_lines(stored: StoredFile) -> frozenset[int]:
    """Lines that are page header or footer and nothing else."""
    source = stored.source
    lines: set[int] = set()
    for start, end in stored.furniture:
        if start < end:
            first, last = source.lines(Span(start, end))
            lines.update(range(first, last + 1))
    return frozenset(lines)


def place(stored: StoredFile, line: int) -> tuple[Document | None, Section | None]:
    """The innermost document and section that hold a line."""
    documents = [each for each in stored.documents if each.lines[0] <= line <= each.lines[1]]
    document = min(documents, key=lambda each: each.lines[1] - each.lines[0], default=None)
    sections = [each for each in document.sections if each.lines[0] <= line <= each.lines[1]] if document else []
    return document, min(sections, key=lambda each: each.lines[1] - each.lines[0], default=None)
