"""Which values may be set side by side: of one unit, for the same thing each, of one year, and all decided.

What is left out of the comparison stays in the table and says why.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.comparison import units
from service.comparison.records import Cell, Column, Row, Value, Voice

_UNDECIDED = "förslag"
_SAME_THING = {frozenset({"år", "anställd"}): frozenset({"år"})}
"""An allowance "per anställd och år" is the one that others grant "per år"."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A column's values that may be compared, by municipality, and those that may not, with the reason."""

    column: Column
    values: tuple[tuple[str, Value], ...]
    apart: tuple[tuple[str, str, str], ...] = ()

    @property
    def unit(self) -> str:
        """The unit of them all."""
        return self.values[0][1].unit if self.values else ""


def side_by_side(rows: Sequence[Row], column: Column) -> SideBySide:
    """What of a column may be compared: what most rows have, the rest apart."""
    held = [(row.municipality, cell) for row in rows if (cell := row.cell(column)) and cell.value]
    decided = [(name, cell) for name, cell in held if cell.status != _UNDECIDED and cell.voice is Voice.OWN]
    kinds = Counter(_kind(cell.value) for _, cell in decided if cell.value)
    if not kinds:
        return SideBySide(column, (), tuple((name, cell.text, _why(cell, None, None)) for name, cell in held))
    kind = kinds.most_common(1)[0][0]
    years = Counter(cell.value.year for _, cell in decided if cell.value and cell.value.year and _kind(cell.value) == kind)
    year = years.most_common(1)[0][0] if years else None
    reasons = {name: _why(cell, kind, year) for name, cell in held}
    same = tuple((name, cell.value) for name, cell in held if cell.value and not reasons[name])
    return SideBySide(column, same, tuple((name, cell.text, reasons[name]) for name, cell in held if reasons[name]))


def marked(rows: Sequence[Row], column: Column) -> tuple[Row, ...]:
    """The rows with what sets a value apart noted in its cell, and all values in one unit where they are written in several."""
    compared = side_by_side(rows, column)
    reasons = {name: why for name, _, why in compared.apart}
    several = len({_unit_as_written(cell.text) for row in rows if (cell := row.cell(column)) and cell.value}) > 1
    return tuple(_marked(row, column, reasons.get(row.municipality), in_one_unit=several) for row in rows)


def _marked(row: Row, column: Column, why: str | None, *, in_one_unit: bool) -> Row:
    return replace(row, cells=tuple(_noted(cell, why, in_one_unit=in_one_unit) if cell.column is column else cell for cell in row.cells))


def _noted(cell: Cell, why: str | None, *, in_one_unit: bool) -> Cell:
    text = cell.text
    if in_one_unit and cell.value and cell.value.unit == units.KRONOR and not text.endswith(")"):
        one = f"{units.spaced(cell.value.number)} kr"
        text = text if one in text.replace("kronor", "kr") else f"{text} ({one})"
    return replace(cell, text=text, note=why or cell.note)


def _unit_as_written(text: str) -> str:
    word = next((part for part in text.casefold().split() if part.isalpha() and part in _UNITS), "")
    return "kr" if word == "kronor" else word


_UNITS = frozenset({"kr", "kronor", "tkr", "kkr", "mkr", "mnkr", "msek", "miljoner", "tusen", "miljarder", "mdkr"})

_Kind = tuple[str, frozenset[str]]


def _kind(value: Value) -> _Kind:
    per = frozenset(value.per)
    return value.unit, _SAME_THING.get(per, per)


def _why(cell: Cell, kind: _Kind | None, year: str | None) -> str:
    """Why a value is not set beside the others; empty where it is."""
    value = cell.value
    if cell.voice is Voice.OTHER:
        return "andrahandsuppgift"
    if cell.voice is Voice.SHARED:
        return "annan organisation"
    if cell.status == _UNDECIDED:
        return cell.note or _UNDECIDED
    if value is None or kind is None:
        return "ett ensamt värde"
    if _kind(value)[0] != kind[0]:
        return f"annan enhet ({value.unit})"
    if not _fits(_kind(value)[1], kind[1]):
        return f"avser per {' och '.join(value.per)}" if value.per else "annan räkneenhet"
    return f"avser {value.year}" if year and value.year and value.year != year else ""


def _fits(own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two values are for the same thing: one that does not say for what is taken to be."""
    return own == others or not own or not others
