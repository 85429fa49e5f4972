"""Blocks → pages of placed rows: the same pages for PDF, scan and text, each with its own measure of width.

What a page shows, row by row and from left to right, is also what its text twin says; so no twin is read back from a
finished file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from eval.samples.source import Block, Fact, Heading, Item, Lines, PageBreak, Paragraph, Part, Table

FACT_COLUMN = 0.42
"""Where the values of a label stand, as a share of the width."""

NUMBER_CHARACTERS = frozenset("0123456789 ,.-–+%")


@dataclass(frozen=True, slots=True)
class Metrics:
    """A page's width (in the unit of `measure`), its height in rows, and how wide a text is (text, level; 0 = running text)."""

    width: float
    height: int
    measure: Callable[[str, int], float]
    gutter: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Text at a place; where `right`, `x` is its right edge."""

    x: float
    text: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page; without cells it is empty. `keep`: not the last row of a page; `ruled`: a rule stands below."""

    cells: tuple[Cell, ...] = ()
    level: int = 0
    keep: bool = False
    ruled: bool = False
    section: str | None = None
    page_break: bool = False

    @property
    def text(self) -> str:
        """What the row says, with single spaces."""
        return " ".join(word for cell in self.cells for word in cell.text.split())


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page: head, body and foot rows."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    foot: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from the top."""
        return (*self.head, *self.body, *self.foot)


def pages(part: Part, metrics: Metrics) -> list[PageOf]:
    """The pages of one document."""
    room = metrics.height - len(part.style.head) - len(part.style.foot) - 2
    bodies = list(_fill(list(_rows(part.blocks, metrics)), room, part.style.continued))
    return [
        PageOf(
            tuple(_furniture(line, metrics) for line in part.head(number, len(bodies))),
            tuple(body),
            tuple(_furniture(line, metrics) for line in part.foot(number, len(bodies))),
        )
        for number, body in enumerate(bodies, 1)
    ]


def twin(laid: Sequence[PageOf]) -> str:
    """What a faithful reader sees: every row with text on a line of its own."""
    return "".join(row.text + "\n" for page in laid for row in page.rows if row.text)


def wrap(text: str, width: float, level: int, metrics: Metrics) -> list[str]:
    """Lines no wider than `width`, broken at spaces only; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and metrics.measure(f"{lines[-1]} {word}", level) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _furniture(line: str, metrics: Metrics) -> Row:
    left, _, right = (piece.strip() for piece in line.partition("|"))
    cells = (Cell(0, left), Cell(metrics.width, right, right=True))
    return Row(tuple(cell for cell in cells if cell.text))


def _rows(blocks: Sequence[Block], metrics: Metrics) -> Iterator[Row]:
    """All rows of a document, gaps between its blocks included."""
    section = None
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and block.text.startswith(("§", "Ä ")):
            section = " ".join(block.text.split(" ")[:2])
        elif isinstance(block, Heading) and block.level == 1:
            section = None
        if before is not None and _gap(before, block):
            yield Row(section=section, keep=isinstance(before, Heading))
        for row in _rows_of(block, metrics):
            yield replace(row, section=section)
        before = block


def _gap(before: Block, block: Block) -> bool:
    """Whether an empty row stands between two blocks."""
    if isinstance(before, Heading):
        return before.level == 1 or (isinstance(block, Heading) and block.level > before.level)
    return not (isinstance(block, Item | Fact) and type(before) is type(block))


def _rows_of(block: Block, metrics: Metrics) -> Iterator[Row]:
    match block:
        case Heading(level, text):
            for line in wrap(text, metrics.width, level, metrics):
                yield Row((Cell(0, line),), level=level, keep=True)
        case Paragraph(text):
            for line in wrap(text, metrics.width, 0, metrics):
                yield Row((Cell(0, line),))
        case Item(marker, text):
            indent = metrics.measure("00. ", 0)
            for i, line in enumerate(wrap(text, metrics.width - indent, 0, metrics)):
                yield Row((Cell(0, marker), Cell(indent, line)) if i == 0 else (Cell(indent, line),))
        case Lines(lines):
            for line in lines:
                yield Row((Cell(0, line),))
        case Fact(label, values):
            yield from _fact(label, values, metrics)
        case Table(rows):
            yield from _table(rows, metrics)
        case PageBreak():
            yield Row(page_break=True)


def _fact(label: str, values: Sequence[str], metrics: Metrics) -> Iterator[Row]:
    x = metrics.width * FACT_COLUMN
    lines = [line for value in values for line in wrap(value, metrics.width - x, 0, metrics)]
    for i, line in enumerate(lines):
        yield Row((Cell(0, label), Cell(x, line)) if i == 0 and label else (Cell(x, line),))


def _table(rows: Sequence[Sequence[str]], metrics: Metrics) -> Iterator[Row]:
    widths = _column_widths(rows, metrics)
    starts = [sum(widths[:i]) + i * metrics.gutter for i in range(len(widths))]
    numeric = [all(set(row[i]) <= NUMBER_CHARACTERS for row in rows[1:] if i < len(row)) for i in range(len(widths))]
    for number, row in enumerate(rows):
        wrapped = [wrap(cell, width, 3 if number == 0 else 0, metrics) for cell, width in zip(row, widths, strict=False)]
        height = max(map(len, wrapped))
        for line in range(height):
            cells = tuple(
                Cell(starts[i] + widths[i] if numeric[i] else starts[i], cell[line], right=numeric[i])
                for i, cell in enumerate(wrapped)
                if line < len(cell) and cell[line]
            )
            last = line == height - 1
            yield Row(cells, level=3 if number == 0 else 0, keep=not last or number < len(rows) - 1, ruled=last)


def _column_widths(rows: Sequence[Sequence[str]], metrics: Metrics) -> list[float]:
    """Natural widths; where they do not fit, the header is wrapped first and then the widest columns."""
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [max(metrics.measure(cell, 3) for cell in column) for column in columns]
    least = [max(metrics.measure(text, 3) for text in (*column[1:], *column[0].split())) for column in columns]
    room = metrics.width - (len(columns) - 1) * metrics.gutter
    while (excess := sum(widths) - room) > 0:
        spare = [i for i, width in enumerate(widths) if width > least[i]] or list(range(len(widths)))
        widest = max(spare, key=lambda i: widths[i])
        widths[widest] -= min(excess, max(widths[widest] * 0.1, 1))
    return widths


def _fill(rows: list[Row], room: int, continued: str | None) -> Iterator[list[Row]]:
    """Rows by page: no page ends with a row that is kept with the next, none starts with an empty row."""
    at = 0
    while at < len(rows):
        while at < len(rows) and not rows[at].cells and not rows[at].page_break:
            at += 1
        first = [Row((Cell(0, continued.format(section=rows[at].section)),))] if continued and _is_torn(rows, at) else []
        end = _page_end(rows, at, room - len(first))
        yield first + [row for row in rows[at:end] if not row.page_break]
        at = end + 1 if end < len(rows) and rows[end].page_break else end


def _is_torn(rows: Sequence[Row], at: int) -> bool:
    """Whether the page that starts at a row goes on with the § of the last text on the page before."""
    before = next((row.section for row in reversed(rows[:at]) if row.cells), None)
    return at < len(rows) and before is not None and rows[at].section == before


def _page_end(rows: Sequence[Row], start: int, room: int) -> int:
    end = min(start + room, len(rows))
    for i in range(start, end):
        if rows[i].page_break and i > start:
            return i
    if end == len(rows):
        return end
    kept = end
    while kept > start and rows[kept - 1].keep:
        kept -= 1
    # A table longer than a page is kept with nothing; it is cut where the page ends.
    return kept if kept > start else end
