"""The rows of a table each on a line of its own, where a quote has them one after the other. Only white space is changed."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_GAP = re.compile(r"\t+| {2,}")
_POINT = re.compile(r"(?:[•▪*–-]|\d{1,2}[.)]|[a-z]\))\s")
_BETWEEN = "\N{EM SPACE}"
"""Between the cells of a row: a browser keeps it, and breaks lines there."""

_SHORTEST = 2
"""Rows of a table."""


def rowed(text: str, originals: Iterable[str]) -> str:
    """The text with a line break around every row that one of the originals, with their lines, has in a table.

    >>> rowed("Avgifter: Båt 120 kr Bod 80 kr", ["Avgifter:\\nBåt\\t120 kr\\nBod\\t80 kr"]).splitlines()[1:]
    ['Båt\\u2003120 kr', 'Bod\\u200380 kr']
    """
    shown = text
    for row in dict.fromkeys(row for original in originals for row in _rows(original)):
        cells = [" ".join(cell.split()) for cell in _GAP.split(row)]
        line = _BETWEEN.join(cells).replace("\\", r"\\")
        shown = re.sub(rf"(?<!\S){re.escape(' '.join(cells))}(?!\S) ?", f"\n{line}\n", shown)
    return re.sub(r" ?\n+", "\n", shown).strip() if shown != text else text


def _rows(original: str) -> Iterator[str]:
    """The lines of at least two cells that stand below each other."""
    lines = [line.strip() for line in original.splitlines() if line.strip()]
    for is_row, run in groupby(lines, key=lambda line: bool(_GAP.search(line)) and not _POINT.match(line)):
        together = list(run)
        if is_row and len(together) >= _SHORTEST:
            yield from together
