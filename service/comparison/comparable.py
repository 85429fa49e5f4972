"""Which values may be set side by side: of one unit, for the same thing each, of one year, and all decided.

What is left out of the comparison stays in the table and says why.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from service.comparison import units
from service.comparison.records import Cell, Column, Empty, Row, Value, Voice

_UNDECIDED = "förslag"
_FAR = 20
"""Times more or less that make it another thing, where a value does not say what it is for each."""


def _as_of(row: Row, cell: Cell) -> Cell:
    """The cell as undecided where its row is: a sum in a matter that was put off is nobody's decision."""
    return replace(cell, status=_UNDECIDED, note=cell.note or "inget beslut") if row.empty is Empty.NOT_DECIDED else cell


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
    held = [(row.municipality, _as_of(row, cell)) for row in rows if (cell := row.cell(column))]
    decided = [(name, cell) for name, cell in held if cell.status != _UNDECIDED and cell.voice is Voice.OWN]
    usual = _usual([cell.value for _, cell in decided if cell.value and not cell.value.aside])
    if usual is None:
        return SideBySide(column, (), tuple((name, cell.text, _why(cell, None)) for name, cell in held))
    reasons = {name: _why(cell, usual) for name, cell in held}
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
        one = f"{units.in_kronor(cell.value.number)} kr"
        text = text if one in text.replace("kronor", "kr") else f"{text} ({one})"
    return replace(cell, text=text, note=why or cell.note)


def _unit_as_written(text: str) -> str:
    word = next((part for part in text.casefold().split() if part.isalpha() and part in _UNITS), "")
    return "kr" if word == "kronor" else word


_UNITS = frozenset({"kr", "kronor", "tkr", "kkr", "mkr", "mnkr", "msek", "miljoner", "tusen", "miljarder", "mdkr"})


def _usual(values: Sequence[Value]) -> Value | None:
    """What most values are: their unit, what they are for each, their year, their middle."""
    if not values:
        return None
    unit = Counter(value.unit for value in values).most_common(1)[0][0]
    alike = [value for value in values if value.unit == unit]
    change = sum(value.change for value in alike) * 2 > len(alike)
    same = [value for value in alike if value.change == change]
    per = max(Counter(value.per for value in same).items(), key=lambda each: (each[1], len(each[0])))[0]
    years = Counter(value.year for value in same if value.year).most_common(1)
    return Value(median(value.number for value in same), unit, per, years[0][0] if years else None, change)


def _why(cell: Cell, usual: Value | None) -> str:
    """Why a value is not set beside the others; empty where it is."""
    value = cell.value
    if cell.voice is Voice.OTHER:
        return "andrahandsuppgift"
    if cell.voice is Voice.SHARED:
        return "annan organisation"
    if cell.status == _UNDECIDED:
        return cell.note or _UNDECIDED
    if value is None:
        return "flera värden"
    if value.aside:
        return value.aside
    if usual is None:
        return "ett ensamt värde"
    if value.change != usual.change:
        return "avser en ändring" if value.change else "avser hela"
    if value.unit != usual.unit:
        return f"annan enhet ({value.unit})"
    if not _fits(value, usual):
        return f"avser per {' och '.join(value.per)}" if value.per else "avser något annat"
    return f"avser {value.year}" if usual.year and value.year and value.year != usual.year else ""


def _fits(value: Value, usual: Value) -> bool:
    """Whether two values are for the same thing: where one does not say what it is for each, it must not be of quite another size."""
    own, others = frozenset(value.per), frozenset(usual.per)
    if own and own == others:
        return True
    if not (own <= others or others <= own):
        return False
    return abs(usual.number) <= _FAR * abs(value.number) and abs(value.number) <= _FAR * abs(usual.number)
