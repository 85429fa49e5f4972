"""A comparison's rows put in order, picked by kind and cut into pages; what is said of the whole stays as it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from service.comparison.records import Column, Comparison, Empty, Row
from service.errors import BadParameter
from service.understanding.kinds import fold

MUNICIPALITY = "Kommun"
ANSWERED = "answered"
"""Kind of a row that has an answer; the other kinds are those of Empty."""

KINDS = (ANSWERED, *map(str, Empty))
DESCENDING = "-"


@dataclass(frozen=True, slots=True)
class View:
    """Which rows to show: of which kinds (all where none is named), sorted by a column ("-" before it: largest first), from
    the `offset`-th, at most `limit`."""

    kinds: tuple[str, ...] = ()
    sort: str = ""
    offset: int = 0
    limit: int = 300


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows to show of a comparison, how many the kinds leave, and how many there are of each kind in all."""

    comparison: Comparison
    total: int
    offset: int
    kinds: Mapping[str, int]


def arranged(compared: Comparison, view: View) -> Arranged:
    """The rows that a view asks for. Raises BadParameter for a kind or column that there is not."""
    unknown = next((kind for kind in view.kinds if kind not in KINDS), None)
    if unknown is not None:
        raise BadParameter(f"Läget {unknown[:40]!r} finns inte. Välj bland {', '.join(KINDS)}.")
    counted = Counter(kind_of(row) for row in compared.rows)
    kept = [row for row in compared.rows if not view.kinds or kind_of(row) in view.kinds]
    ordered = _sorted(kept, view.sort, compared.columns)
    page = tuple(ordered[view.offset : view.offset + view.limit])
    return Arranged(replace(compared, rows=page), len(ordered), view.offset, {kind: counted[kind] for kind in KINDS if counted[kind]})


def kind_of(row: Row) -> str:
    """Whether the row answers, else which kind of nothing it is."""
    return str(row.empty) if row.empty else ANSWERED


def _sorted(rows: Sequence[Row], sort: str, columns: Sequence[Column]) -> list[Row]:
    """By the column's number or day or words; rows without stand last either way."""
    if not sort:
        return list(rows)
    name = sort.removeprefix(DESCENDING)
    if fold(name) == fold(MUNICIPALITY):
        return sorted(rows, key=lambda row: _swedish(row.municipality), reverse=sort.startswith(DESCENDING))
    column = next((column for column in columns if fold(column) == fold(name)), None)
    if column is None:
        raise BadParameter(f"Det går inte att sortera efter {name[:40]!r}. Välj bland {', '.join((MUNICIPALITY, *columns))}.")
    held = [row for row in rows if row.cell(column)]
    held.sort(key=lambda row: _worth(row, column), reverse=sort.startswith(DESCENDING))
    return [*held, *(row for row in rows if not row.cell(column))]


def _worth(row: Row, column: Column) -> tuple[bool, Decimal, str]:
    cell = row.cell(column)
    if cell is None:
        return False, Decimal(0), ""
    number = cell.value.number if cell.value else None
    return number is not None, number or Decimal(0), _swedish(cell.text)


_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def _swedish(text: str) -> str:
    """Words in Swedish order: å, ä and ö stand last."""
    return text.casefold().translate(_ORDER)
