"""Meetings by body and time: whose minutes are held, and whose are only known of from other papers.

A notice, or an excerpt of minutes, proves a meeting; minutes that nobody has are then known to be missing. What no held
paper mentions is unknown, and nothing is claimed about it. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.documents import Kind
from indexer.index import FileRecord, Held

PROVES = frozenset({Kind.KALLELSE, Kind.KUNGORELSE, Kind.PROTOKOLLSUTDRAG})
"""Papers that prove a meeting without being its minutes."""

DRAFT = "utkast till protokoll"

WHOLE_YEAR, WHOLE_MONTH = 4, 7
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
    """One body; `read_at` is the day when one of its papers was last read."""

    body: str
    cells: tuple[Cell, ...]
    read_at: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """One municipality: bodies × years, or × months of one year. `undated` counts minutes without a date,
    `papers` its papers that belong to no meeting."""

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


def tables(records: Iterable[FileRecord], today: str) -> tuple[Table, ...]:
    """One table for each municipality, by years."""
    return _tables(list(records), today, WHOLE_YEAR, "")


def year_tables(records: Iterable[FileRecord], today: str, municipality: str, year: str) -> tuple[Table, ...]:
    """The table of one municipality and year, by months; empty where nothing of it is held."""
    return tuple(table for table in _tables(list(records), today, WHOLE_MONTH, year) if table.municipality == municipality and table.rows)


def missing(records: Iterable[FileRecord], today: str) -> tuple[Missing, ...]:
    """Meetings known without minutes, the latest first. One that lies ahead is not missing yet."""
    records = list(records)
    minutes = {(held.municipality, held.body, held.date) for record in records for held in record.held if held.is_minutes}
    found: dict[tuple[str, str, str], Missing] = {}
    for record in records:
        for held in record.held:
            if proves(held) and held.municipality and held.body and held.date and held.date < today:
                meeting = (held.municipality, held.body, held.date)
                if meeting not in minutes:
                    found.setdefault(meeting, Missing(*meeting, DRAFT if held.draft else held.kind, record.file))
    return tuple(sorted(found.values(), key=lambda one: (one.date, one.municipality, one.body), reverse=True))


def proves(held: Held) -> bool:
    """Whether a paper proves a meeting without being its minutes: a draft of them is none."""
    return held.kind in PROVES or held.draft


def _tables(records: list[FileRecord], today: str, width: int, within: str) -> tuple[Table, ...]:
    bodies, undated, papers = _bodies(records, today)
    return tuple(
        _table(name, bodies[name], undated[name], papers[name], width, within)
        for name in sorted({*bodies, *undated, *papers}, key=lambda name: (not name, name))
    )


def _bodies(records: list[FileRecord], today: str) -> tuple[dict[str, dict[str, _Body]], dict[str, int], dict[str, int]]:
    bodies: dict[str, dict[str, _Body]] = defaultdict(dict)
    undated: dict[str, int] = defaultdict(int)
    papers: dict[str, int] = defaultdict(int)
    for record in records:
        for held in record.held:
            name, is_minutes = held.municipality or "", held.is_minutes
            if not (is_minutes or proves(held)):
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


def _table(name: str, bodies: dict[str, _Body], undated: int, papers: int, width: int, within: str) -> Table:
    days = {day for body in bodies.values() for day in (*body.minutes, *body.known) if day.startswith(within)}
    columns = tuple(f"{within}-{month:02}" for month in range(1, 13)) if within else tuple(sorted({day[:width] for day in days}))
    rows = [_row(body, found, columns, width) for body, found in sorted(bodies.items())]
    return Table(name, columns, tuple(row for row in rows if any(cell != Cell() for cell in row.cells)), undated, papers)


def _row(name: str, body: _Body, columns: tuple[str, ...], width: int) -> Row:
    cells = (
        Cell(
            sum(day[:width] == column for day in body.minutes),
            tuple(sorted(day for day in body.known - body.minutes if day[:width] == column)),
        )
        for column in columns
    )
    return Row(name, tuple(cells), body.read_at[:10] or None)
