"""Meetings by body and time: whose minutes are held, and whose are only known of from other papers.

A notice, or an excerpt of minutes, proves a meeting; minutes that nobody has are then known to be missing. What no held
paper mentions is unknown, and nothing is claimed about it. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from indexer.documents import Kind
from indexer.index import FileRecord, Held

PROVES = frozenset({Kind.KALLELSE, Kind.KUNGORELSE, Kind.PROTOKOLLSUTDRAG})
"""Papers that prove a meeting without being its minutes."""

DRAFT = "utkast till protokoll"

WHOLE_YEAR, WHOLE_MONTH, WHOLE_DAY = 4, 7, 10
"""Characters of an ISO date."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A meeting whose minutes are not held, and a paper that proves it: its kind and the file it stands in."""

    municipality: str
    body: str
    date: str
    kind: str
    file: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One body in one year or month: minutes held, and the days of meetings known without them."""

    held: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One body, or one municipality with all its bodies; `read_at` is the day when one of its papers was last read."""

    name: str
    cells: tuple[Cell, ...]
    read_at: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Bodies of one municipality, or municipalities, × years, or × months of one year. `undated` counts minutes without a date,
    `papers` those that belong to no meeting or come from outside."""

    municipality: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    undated: int
    papers: int


@dataclass(slots=True)
class _Body:
    minutes: set[str]
    known: set[str]
    read_at: str


def tables(records: Iterable[FileRecord], today: str, year: str = "", named: Iterable[Missing] = ()) -> tuple[Table, ...]:
    """One table for each municipality, by years, the latest first; of one year by months. `named` are meetings that other minutes name."""
    bodies, undated, papers = _bodies(records, today)
    for one in named:
        bodies[one.municipality].setdefault(one.body, _Body(set(), set(), "")).known.add(one.date)
    return tuple(
        _table(name, bodies[name], undated[name], papers[name], year)
        for name in sorted({*bodies, *undated, *papers}, key=lambda name: (not name, name))
    )


def overview(tables: Sequence[Table], year: str = "") -> Table:
    """One row for each municipality, all its bodies together. The tables are those of that year, if one is given."""
    columns = _columns((column for table in tables for column in table.columns), year)
    rows = tuple(_together(table, columns) for table in tables)
    return Table("", columns, rows, sum(table.undated for table in tables), sum(table.papers for table in tables))


def whose(record: FileRecord) -> str | None:
    """The municipality that a file is from: what the operator says, else the only one that its documents name."""
    named = {held.municipality for held in record.held if held.municipality}
    return record.given.municipality or (named.pop() if len(named) == 1 else None)


def missing(records: Iterable[FileRecord], today: str, named: Iterable[Missing] = ()) -> tuple[Missing, ...]:
    """Meetings known without minutes, the latest first. One that lies ahead is not missing yet; a paper of the meeting proves it
    before a § that names it."""
    records = list(records)
    minutes = {(held.municipality, held.body, held.date) for record in records for held in record.held if held.is_minutes}
    found: dict[tuple[str, str, str], Missing] = {}
    for record in records:
        for held in record.held:
            if proves(held) and held.municipality and held.body and held.date and held.date < today:
                meeting = (held.municipality, held.body, held.date)
                if meeting not in minutes:
                    found.setdefault(meeting, Missing(*meeting, DRAFT if held.draft else held.kind, record.file))
    for one in named:
        found.setdefault((one.municipality, one.body, one.date), one)
    return tuple(sorted(found.values(), key=lambda one: (one.date, one.municipality, one.body), reverse=True))


def proves(held: Held) -> bool:
    """Whether a paper proves a meeting without being its minutes: a draft of them is none."""
    return held.kind in PROVES or held.draft


def _bodies(records: Iterable[FileRecord], today: str) -> tuple[dict[str, dict[str, _Body]], dict[str, int], dict[str, int]]:
    bodies: dict[str, dict[str, _Body]] = defaultdict(dict)
    undated: dict[str, int] = defaultdict(int)
    papers: dict[str, int] = defaultdict(int)
    for record in records:
        own = whose(record) or ""
        for held in record.held:
            name, is_minutes, from_outside = held.municipality or own, held.is_minutes, bool(own) and not held.municipality
            if from_outside or not (is_minutes or proves(held)):
                papers[name] += 1
            elif not (held.body and held.date):
                undated[name] += is_minutes
            else:
                body = bodies[name].setdefault(held.body, _Body(set(), set(), ""))
                body.read_at = max(body.read_at, record.read_at or "")
                if is_minutes:
                    body.minutes.add(held.date)
                elif held.date < today:
                    body.known.add(held.date)
    return bodies, undated, papers


def _table(name: str, bodies: dict[str, _Body], undated: int, papers: int, year: str) -> Table:
    columns = _columns((day for body in bodies.values() for day in (*body.minutes, *body.known)), year)
    rows = [_row(body, found, columns, WHOLE_MONTH if year else WHOLE_YEAR) for body, found in sorted(bodies.items())]
    return Table(name, columns, tuple(row for row in rows if any(cell != Cell() for cell in row.cells)), undated, papers)


def _columns(days: Iterable[str], year: str) -> tuple[str, ...]:
    if year:
        return tuple(f"{year}-{month:02}" for month in range(1, 13))
    return tuple(sorted({day[:WHOLE_YEAR] for day in days}, reverse=True))


def _together(table: Table, columns: tuple[str, ...]) -> Row:
    by_column = dict(zip(table.columns, zip(*(row.cells for row in table.rows), strict=True), strict=False))  # without rows, none
    cells = (by_column.get(column, ()) for column in columns)
    summed = tuple(Cell(sum(one.held for one in each), tuple(chain.from_iterable(one.missing for one in each))) for each in cells)
    return Row(table.municipality, summed, max((row.read_at or "" for row in table.rows), default="") or None)


def _row(name: str, body: _Body, columns: tuple[str, ...], width: int) -> Row:
    cells = (
        Cell(
            sum(day[:width] == column for day in body.minutes),
            tuple(sorted(day for day in body.known - body.minutes if day[:width] == column)),
        )
        for column in columns
    )
    return Row(name, tuple(cells), body.read_at[:10] or None)
