"""A reading as one HTML page: the text with everything found coloured by kind, to find errors by eye.

The page stands by itself: no script, no address; kinds are switched off in the legend by the style sheet alone. All that
comes from the file is escaped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import pairwise
from string import Template

from indexer.corrections import Corrected
from indexer.documents import Block, CaseNumber, Document, Reading, Section, Span, Status
from indexer.inspection.marks import Mark, MarkKind, marks
from indexer.references import shown

_ORDER = {kind: place for place, kind in enumerate(MarkKind)}


def as_page(reading: Reading) -> str:
    """The whole page."""
    found = marks(reading)
    source = reading.source
    counts = Counter(mark.kind for mark in found)
    data = resources.files("indexer") / "data"
    return Template((data / "inspecting.html").read_text(encoding="utf-8")).substitute(
        style=(data / "inspecting.css").read_text(encoding="utf-8"),
        file=escape(source.file),
        facts=escape(f"{source.format}; pages: {len(source.pages)}; documents: {len(reading.documents)}"),
        switches="".join(_switch(kind) for kind in MarkKind),
        legend="".join(_legend(kind, counts[kind]) for kind in MarkKind),
        notes="".join(f"<li>{escape(note)}</li>" for note in reading.notes) or "<li>none</li>",
        contents="".join(_contents(reading)),
        text="".join(_lines(reading, found)),
    )


def _name(kind: MarkKind) -> str:
    return kind.name.casefold()


def _switch(kind: MarkKind) -> str:
    return f'<input type="checkbox" id="show-{_name(kind)}" checked>'


def _legend(kind: MarkKind, count: int) -> str:
    return f'<label for="show-{_name(kind)}"><span class="{_name(kind)}">{kind.value}</span> {count}</label>'


def _contents(reading: Reading) -> Iterator[str]:
    for document in reading.documents:
        numbered = [section for section in document.sections if section.number]
        below = "".join(f'<li><a href="#l{section.lines[0]}">{_section(section)}</a></li>' for section in numbered)
        yield f'<li><a href="#l{document.lines[0]}">{_document(document)}</a>{f"<ol>{below}</ol>" if below else ""}</li>'


def _document(document: Document) -> str:
    date = document.date and (document.date + (" (inherited)" if document.date_inherited else ""))
    facts = [document.municipality, document.body, date, document.title, _case("Dnr", document.case), _case("to Dnr", document.parent_case)]
    said = " · ".join(escape(fact) for fact in facts if fact)
    return f"<b>{escape(document.kind)}</b> {said} {_status(document.status)}{_corrected(document.corrected)}"


def _section(section: Section) -> str:
    facts = [section.title, _case("Dnr", section.case), section.outcome, section.maturity]
    said = " · ".join(escape(fact) for fact in facts if fact)
    return f"<b>{escape(section.number or 'outside any §')}</b> {said} {_status(section.status)}{_corrected(section.corrected)}"


def _status(status: Status) -> str:
    return "" if status is Status.INGEN else f'<span class="status">{escape(status)}</span>'


def _case(word: str, case: CaseNumber | None) -> str | None:
    return f"{word} {shown(case)}" if case else None


def _corrected(changes: Iterable[Corrected]) -> str:
    said = "; ".join(f"{change.field} was {change.was or 'nothing'}: {change.why} ({change.by})" for change in changes)
    return f' <span class="corrected" title="{escape(said)}">rättad</span>' if said else ""


def _lines(reading: Reading, found: Sequence[Mark]) -> Iterator[str]:
    """The text line by line, with a heading where a page, a document or a section begins."""
    source = reading.source
    headings = _headings(reading)
    bands = _bands(reading)
    waiting, open_marks = 0, list[Mark]()
    ends = [*source.line_starts[1:], len(source.text)]
    for number, (start, end) in enumerate(zip(source.line_starts, ends, strict=True), 1):
        if start == end == len(source.text):
            return
        while waiting < len(found) and found[waiting].span.start < end:
            open_marks.append(found[waiting])
            waiting += 1
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        line = Span(start, end)
        yield from headings.get(number, ())
        text = "".join(_pieces(source.text, line, open_marks))
        yield f'<div id="l{number}" class="line {bands.get(number, "")}"><span class="number">{number}</span><span>{text}</span></div>'


def _pieces(text: str, line: Span, open_marks: Sequence[Mark]) -> Iterator[str]:
    """The characters of a line between the places where marks begin and end, each coloured by its first kind."""
    here = [mark for mark in open_marks if mark.span.meets(line)]
    edges = {line.start, line.end}
    for mark in here:
        edges |= {max(mark.span.start, line.start), min(mark.span.end, line.end)}
    for start, end in pairwise(sorted(edges)):
        piece = escape(text[start:end].rstrip("\n"))
        over = sorted((mark for mark in here if mark.span.start <= start and end <= mark.span.end), key=lambda mark: _ORDER[mark.kind])
        if over and piece:
            names = " ".join(dict.fromkeys(_name(mark.kind) for mark in over))
            title = escape("; ".join(f"{mark.kind}: {mark.note}" if mark.note else mark.kind for mark in over))
            yield f'<span class="{names}" title="{title}">{piece}</span>'
        else:
            yield piece


def _headings(reading: Reading) -> dict[int, list[str]]:
    """By line: what begins there."""
    found: dict[int, list[str]] = {}
    source = reading.source
    for page, start in zip(source.pages, source.page_starts, strict=True):
        said = f"page {page.number}" + (", read by OCR" if page.ocr else "") + (", damaged" if page.damaged else "")
        said += f", confidence {page.confidence:.2f}" if page.confidence is not None else ""
        found.setdefault(source.lines(Span(start, start))[0], []).append(f'<div class="page">{escape(said)}</div>')
    for document in reading.documents:
        found.setdefault(document.lines[0], []).append(f'<h2 class="document">{_document(document)}</h2>')
        for section in document.sections:
            if section.number or len(document.sections) > 1:
                found.setdefault(section.lines[0], []).append(f'<h3 class="section">{_section(section)}</h3>')
    return found


def _bands(reading: Reading) -> dict[int, str]:
    """By line: the classes that draw the bands of the section and of the block around it."""
    found: dict[int, str] = {}
    for document in reading.documents:
        for place, section in enumerate(document.sections):
            for number in range(section.lines[0], section.lines[1] + 1):
                found[number] = f"s{place % 2}"
            for block in section.blocks:
                first, last = reading.source.lines(_whole(block))
                for number in range(first, last + 1):
                    found[number] = f"s{place % 2} b-{block.kind.name.casefold()}"
    return found


def _whole(block: Block) -> Span:
    return Span(min(block.span.start, block.heading.start), max(block.span.end, block.heading.end)) if block.heading else block.span
