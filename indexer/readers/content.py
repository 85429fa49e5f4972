"""What a reader makes of a file: its pages, and what a person should know of how they were read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.documents import Page

LINES_IN_CELL = 2
"""Columns of a table whose last cell may have lines of its own: labels and values, as on the front page of minutes."""

POINT = re.compile(r"(?:[•–-]|\d{1,2}[.)]|[a-zåäö]\))")
"""The mark of a point in a list: the wide gap behind it parts no cells."""


@dataclass(frozen=True, slots=True)
class Content:
    """Pages and notes; pages are numbered from one."""

    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()


def row(cells: Iterable[Sequence[str]]) -> str:
    """A table's row as text: one line, a tab between cells, each cell's own lines joined.

    In a table of labels and values the last cell keeps its lines: they are names and addresses, one each.
    """
    shown = [[line for line in (" ".join(line.split()) for line in lines) if line] for lines in cells]
    if len(shown) == LINES_IN_CELL and len(shown[-1]) > 1:
        label, values = " ".join(shown[0]), shown[-1]
        return "\n".join([f"{label}\t{values[0]}", *(f"\t{value}" for value in values[1:])])
    return "\t".join(" ".join(lines) for lines in shown).rstrip("\t")
