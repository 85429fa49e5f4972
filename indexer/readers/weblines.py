"""Elements of a web page as lines of text: blocks on lines of their own, points with their marks, tables row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from indexer.errors import TooLarge
from indexer.readers.content import row

_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
        "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
    }
)  # fmt: skip
_APART = _BLOCKS - {"li", "dd", "dt", "tbody", "thead", "tfoot", "body"}
"""Blocks with an empty line around them; points and rows stand together."""

_HEADINGS = frozenset({"h1", "h2", "h3"})
_HEADING = "\x01"
"""Marks the line of a heading until the empty lines are set; HTML allows no such character in its text."""

_CELLS = frozenset({"td", "th"})
_DEEPEST = 150
"""Elements in elements: honest pages stay below forty."""

_WIDEST = 60
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
"""What a browser folds; a hard space is text."""

_MARKED = re.compile(r"\s*(?:\d{1,3}[.)]|[a-z]\)|[•–§-])\s")
"""A point that has its mark in the text."""


def of(root: LexborNode, name: str) -> str:
    """The text of an element. Raises FileProblem where elements are nested too deep."""
    written = _Lines(name)
    written.children(root, 0)
    written.end_line()
    return "\n".join(_spaced(written.lines)).strip("\n")


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines with no more than one empty line between them, two above a heading, which is marked as one."""
    empty = False
    for line in lines:
        if line.startswith(_HEADING):
            yield from ([""] if empty else ["", ""])
        if line or not empty:
            yield line.removeprefix(_HEADING)
        empty = not line


@dataclass(slots=True)
class _Lines:
    """Lines as they are written; `inline` is what stands on the present one."""

    name: str
    lines: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    mark: str = ""
    heading: str = ""

    def end_line(self) -> None:
        """What stands on the present line is a line."""
        text = _SPACE.sub(" ", "".join(self.inline)).strip(" ")
        if text:
            self.lines.append(self.heading + (text if not self.mark or _MARKED.match(text) else f"{self.mark} {text}"))
            self.mark = ""
        self.inline = []

    def children(self, node: LexborNode, depth: int) -> None:
        """All that is inside an element."""
        if depth > _DEEPEST:
            raise TooLarge(f"{self.name} nests its elements more than {_DEEPEST} deep. Save the page as PDF, and index that.")
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self.inline.append(child.text_content or "")
            elif child.tag == "br":
                self.end_line()
            elif child.tag == "pre":
                self._written_as_is(child)
            elif child.tag in _BLOCKS or child.tag in _CELLS or child.tag == "tr":
                self._block(child, depth)
            else:
                self.children(child, depth + 1)

    def _block(self, node: LexborNode, depth: int) -> None:
        self.end_line()
        apart = node.tag in _APART
        if apart:
            self.lines.append("")
        self.heading = _HEADING if node.tag in _HEADINGS else ""
        match node.tag:
            case "table" if _is_data(node):
                self._table(node, depth)
            case "ol" | "ul":
                self._points(node, depth)
            case "dl":
                self._facts(node, depth)
            case _:
                self.children(node, depth + 1)
        self.end_line()
        self.heading = ""
        if apart:
            self.lines.append("")

    def _written_as_is(self, node: LexborNode) -> None:
        self.end_line()
        self.lines += ["", *node.text().strip("\n").split("\n"), ""]

    def _points(self, node: LexborNode, depth: int) -> None:
        """A list: points numbered as the browser numbers them."""
        number = _whole(node.attributes.get("start"), 1)
        for child in node.iter():
            if child.tag == "li":
                number = _whole(child.attributes.get("value"), number)
                self.end_line()
                self.mark = _mark(number, node.attributes.get("type")) if node.tag == "ol" else "•"
                self.children(child, depth + 1)
                self.end_line()
                self.mark = ""
                number += 1
            else:
                self._block(child, depth + 1)

    def _facts(self, node: LexborNode, depth: int) -> None:
        """Labels and their values: the first value beside its label, the others below it."""
        label = ""
        for child in node.iter():
            if child.tag == "div":  # groups a label with its values
                self._facts(child, depth + 1)
                continue
            inside = self._inside(child, depth)
            if child.tag == "dt":
                self.lines += [label] if label else []
                label = " ".join(inside)
            else:
                self.lines += row([[label], inside]).split("\n") if inside else []
                label = "" if inside else label
        self.lines += [label] if label else []

    def _table(self, node: LexborNode, depth: int) -> None:
        """Rows as lines; cells that reach over several columns or rows leave empty ones, so that columns stay columns."""
        open_below: dict[int, int] = {}
        for line in _rows(node):
            if line.tag == "caption":
                self.children(line, depth + 1)
                self.end_line()
                continue
            cells: list[list[str]] = []
            for cell in (child for child in line.iter() if child.tag in _CELLS):
                while open_below.get(len(cells), 0) > 0:
                    open_below[len(cells)] -= 1
                    cells.append([])
                wide, high = (_whole(cell.attributes.get(name), 1) for name in ("colspan", "rowspan"))
                places = range(len(cells), min(len(cells) + wide, _WIDEST))
                cells += [self._inside(cell, depth) if at == places.start else [] for at in places]
                open_below |= dict.fromkeys(places, high - 1)
            if text := row(cells):
                self.lines += text.split("\n")

    def _inside(self, node: LexborNode, depth: int) -> list[str]:
        """The lines of an element by itself."""
        own = _Lines(self.name)
        own.children(node, depth + 1)
        own.end_line()
        return [line.removeprefix(_HEADING) for line in own.lines if line]


def _is_data(table: LexborNode) -> bool:
    """Whether a table holds data: the layout of a page is no table."""
    return table.attributes.get("role") != "presentation" and all(inner.mem_id == table.mem_id for inner in table.css("table"))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)
        elif child.tag in {"tr", "caption"}:
            yield child


def _mark(number: int, kind: str | None) -> str:
    if kind in {"a", "A"} and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)})"
    return f"{number}."


def _whole(written: str | None, default: int) -> int:
    """A number as pages write it; the default where it is none, or absurd."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 5 else default
