"""Rows of tables whose cells run over several lines: word processors draw cell after cell, each back at the row's top.

Lines are put together only where the next one starts beside a line just drawn, at the same height and to its right; in
two columns of text it does so too, but far more lines later. Everything else stays as it was drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

_MOST_LINES = 8
"""Lines of a cell; longer ones are columns of text."""

_SAME = 0.4
"""Sizes of the type within which two lines stand at one height, or begin at one edge."""

_NEXT = 1.7
"""Sizes of the type within which a line goes on with the cell above it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text with its left edge and baseline on the page; in a row, `bottom` is the
    last baseline of its last cell, `lowest` that of any."""

    text: str
    x: float
    y: float
    size: float
    bottom: float
    lowest: float
    cell: float | None = None

    def goes_on_with(self, other: "Placed") -> bool:
        """Whether another line belongs to the last cell of this row."""
        below = 0 < self.bottom - other.y < _NEXT * self.size
        return self.cell is not None and below and abs(other.x - self.cell) < _SAME * self.size


def rows(lines: Sequence[Placed]) -> list[Placed]:
    """The lines, those of one row of a table made one, with tabs between its cells."""
    shown: list[Placed] = []
    for line in lines:
        if shown and shown[-1].goes_on_with(line):
            shown[-1] = replace(shown[-1], text=f"{shown[-1].text} {line.text}", bottom=line.y, lowest=min(line.y, shown[-1].lowest))
            continue
        start = _beside(shown, line)
        if start is None:
            shown.append(line)
        else:
            left = " ".join(cell.text for cell in shown[start:])
            lowest = min(line.y, *(cell.lowest for cell in shown[start:]))
            shown[start:] = [replace(shown[start], text=f"{left}\t{line.text}", bottom=line.y, lowest=lowest, cell=line.x)]
    return shown


def _beside(shown: Sequence[Placed], line: Placed) -> int | None:
    """Where the cell begins that a line stands beside; None where there is none just before it."""
    if not shown or line.y <= shown[-1].bottom + _SAME * line.size:
        return None
    for back in range(1, min(_MOST_LINES, len(shown)) + 1):
        other = shown[-back]
        if other.x >= line.x or other.x < shown[-1].x - 12 * line.size:
            return None
        if abs(other.y - line.y) < _SAME * line.size:
            return len(shown) - back
    return None
