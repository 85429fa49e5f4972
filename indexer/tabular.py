"""Records of tables, as spans of the text they stand in: rows and cells are never copies."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.spans import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell is what it is called. No cells where the text does not tell how they are parted; an empty
    cell is an empty span."""

    span: Span
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `lead` are the lines above its rows (title, unit, heads), `columns` the heads of each column from top to
    bottom. No columns where it cannot be told which head is whose."""

    span: Span
    lead: tuple[Span, ...]
    title: Span | None
    columns: tuple[tuple[Span, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with what its row is called and the heads above it."""

    span: Span
    row: Span
    heads: tuple[Span, ...]


def cells(table: Table) -> Iterator[Cell]:
    """All values that can be told apart, row by row; those of a table without known columns have no heads."""
    for row in table.rows:
        for at, span in enumerate(row.cells[1:], 1):
            if span.start < span.end:
                yield Cell(span, row.cells[0], table.columns[at] if at < len(table.columns) else ())
