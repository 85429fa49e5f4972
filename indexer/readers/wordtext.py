"""The text of Word's paragraphs and tables, in order: numbers that Word counts are put before their paragraphs, text boxes
and footnotes after them; deleted text and comments are left out and counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from indexer.errors import TooLarge
from indexer.readers.content import row
from indexer.readers.numbering import Numbering, W
from indexer.readers.package import Element

PAGE = "\f"
"""Stands for a page break while the pages are not yet parted."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SAYS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}lastRenderedPageBreak": PAGE}
_BREAKS = {"page": PAGE, "column": "\n", "textWrapping": "\n"}
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_COUNTED = {f"{W}ins": "insertions", f"{W}moveTo": "insertions", f"{W}commentReference": "comments"}
_SILENT = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "instrText", "delText", "sdtPr"))

_POINT = re.compile(r"\f?(?:•|[-–]\s|\d{1,2}[.)]\s|[a-z]\)\s)")
"""Points of a list, numbered by Word or by hand, stand together."""

_LINES_OF_LAYOUT = 12
"""A cell with more paragraphs is part of a page laid out as a table, and read as text."""

_DEEPEST = 30
"""Tables in tables, boxes in boxes: deeper nesting is made to do harm."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of one paragraph or table, and which of the two they come from; points of a list are "item"."""

    kind: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class WordText:
    """Goes through a document once, counting its lists and what is left out."""

    name: str
    numbering: Numbering
    footnotes: Mapping[str, Element]
    counted: Counter[str] = field(default_factory=Counter)

    def of(self, elements: Iterable[Element]) -> str:
        """The text of elements that hold paragraphs and tables: an empty line between paragraphs, none between points of
        a list or rows of a table."""
        written: list[str] = []
        before = ""
        for each in self._pieces(elements, 0):
            if written and not before == each.kind != "paragraph":
                written.append("")
            written += each.lines
            before = each.kind
        return "\n".join(written)

    def lines(self, part: Element | None) -> list[str]:
        """The lines of a header or footer, without the space around them."""
        text = "\n".join(line for each in self._pieces(part if part is not None else (), 0) for line in each.lines)
        return [line.strip() for line in text.replace(PAGE, "\n").split("\n") if line.strip()]

    def _pieces(self, elements: Iterable[Element], depth: int) -> Iterator[_Lines]:
        if depth > _DEEPEST:
            raise TooLarge(f"{self.name} nests its tables more than {_DEEPEST} deep. Save it as PDF, and index that.")
        for element in elements:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif element.tag in _DELETED:
                self.counted["deletions"] += 1
            elif element.tag not in _SILENT:  # content controls and the like stand around paragraphs
                yield from self._pieces(element, depth)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[_Lines]:
        boxes: list[Element] = []
        text = "".join(self._said(paragraph, boxes)).strip(" \n")
        breaks = PAGE if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None else ""
        if text.strip(f"{PAGE} \t\n"):
            label = self.numbering.label(paragraph)
            opening = text[: len(text) - len(text.lstrip(PAGE))]
            text = opening + f"{label} {text.lstrip(PAGE)}".strip(" ")
            yield _Lines("item" if _POINT.match(text) else "paragraph", (breaks + text,))
        elif breaks or PAGE in text:
            yield _Lines("break", (PAGE,))
        for box in boxes:
            yield from self._pieces(box, depth + 1)

    def _said(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        """The text inside a paragraph; text boxes and footnotes found on the way go to `boxes`."""
        for child in element:
            tag = child.tag
            if tag in (f"{W}t", _MATH_TEXT):
                yield child.text or ""
            elif tag in _SAYS:
                yield _SAYS[tag]
            elif tag == f"{W}br":
                yield _BREAKS.get(child.get(f"{W}type", "textWrapping"), "\n")
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag in _DELETED:
                self.counted["deletions"] += 1
            elif tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag == f"{W}footnoteReference":
                boxes += [note for key, note in self.footnotes.items() if key == child.get(f"{W}id")]
            elif tag == f"{_MC}AlternateContent":
                # The same content twice: for new and for old programs.
                yield from self._said(child[0] if len(child) else child, boxes)
            elif tag not in _SILENT:
                if tag in _COUNTED:
                    self.counted[_COUNTED[tag]] += 1
                yield from self._said(child, boxes)

    def _table(self, table: Element, depth: int) -> Iterator[_Lines]:
        for each in _children(table, f"{W}tr"):
            if each.find(f"{W}trPr/{W}del") is not None:
                self.counted["deletions"] += 1
                continue
            cells = [list(self._pieces(cell, depth + 1)) for cell in _cells(each)]
            if any(_is_layout(pieces) for pieces in cells) or len(cells) == 1:
                yield from (piece for pieces in cells for piece in pieces)
                continue
            lines = [[line for piece in pieces for line in "\n".join(piece.lines).split("\n")] for pieces in cells]
            breaks = PAGE if any(PAGE in line for cell in lines for line in cell) else ""
            if text := row([line.replace(PAGE, " ") for line in cell] for cell in lines):
                yield _Lines("table", (breaks + text,))


def _is_layout(pieces: list[_Lines]) -> bool:
    return len(pieces) > _LINES_OF_LAYOUT or any(piece.kind == "table" for piece in pieces)


def _cells(table_row: Element) -> Iterator[Iterable[Element]]:
    """The cells of a row; what they share with a cell to the left or above is empty, so that columns stay columns."""
    for cell in _children(table_row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        yield () if merged is not None and merged.get(f"{W}val", "continue") == "continue" else cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide = span.get(f"{W}val", "1") if span is not None else "1"
        yield from () if not wide.isdigit() else [()] * min(int(wide) - 1, 60)


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, also inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _children(child, tag)


def _symbol(element: Element) -> str:
    """A character of a symbol font: these fonts keep bullets and arrows where no text has characters."""
    code = element.get(f"{W}char", "")
    try:
        return "•" if code.upper().startswith("F0") else chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
