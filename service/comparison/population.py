"""Population figures from a file of the operator's, and what a sum is for each inhabitant.

The file is CSV with the columns `municipality` and `inhabitants`; `;` or `,` between them. What cannot be read is refused.
"""

import csv
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from indexer.errors import UsageProblem
from service.comparison import units
from service.comparison.records import Cell, Column, Row, Value, Voice

MAX_BYTES = 1_000_000
LEAST_KRONOR = Decimal(1)
"""Less than a krona for each inhabitant is a fee or a price, not a municipality's cost."""

_WHOLE: tuple[frozenset[str], ...] = (frozenset(), frozenset({"år"}))
"""What a sum may be for: a sum "per elev" is no municipality's whole cost."""

Inhabitants = Mapping[str, int]


def load(path: str) -> Inhabitants:
    """The figures of a file; none where no file is named. Raises UsageProblem."""
    if not path:
        return {}
    place = Path(path)
    try:
        changed = place.stat()
    except OSError as error:
        raise UsageProblem(f"The population file {path} cannot be read: {error.strerror}. Correct PARAGRAF_POPULATION.") from error
    if changed.st_size > MAX_BYTES:
        raise UsageProblem(f"The population file {path} is larger than {MAX_BYTES} bytes. Name a CSV of municipality and inhabitants.")
    return _read(path, changed.st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: str, _: int) -> Inhabitants:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"The population file {path} is no UTF-8 text. Save it as UTF-8.") from error
    first = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in first else ",")
    if not {"municipality", "inhabitants"} <= set(rows.fieldnames or ()):
        raise UsageProblem(f"The population file {path} lacks the columns municipality and inhabitants in its first line: {first[:80]!r}.")
    return {row["municipality"].strip(): _count(row["inhabitants"], path, line) for line, row in enumerate(rows, 2)}


def _count(written: str | None, path: str, line: int) -> int:
    digits = "".join((written or "").split())
    if not digits.isascii() or not digits.isdigit() or int(digits) == 0:
        raise UsageProblem(f"The population file {path} has {written!r} as inhabitants on line {line}. Write a whole number above 0.")
    return int(digits)


def with_sums_per_inhabitant(row: Row, inhabitants: Inhabitants) -> Row:
    """The row with one cell more where its sum is the whole municipality's and its population is known."""
    amount = row.cell(Column.AMOUNT)
    people = inhabitants.get(row.municipality)
    if not people or amount is None or amount.value is None or frozenset(amount.value.per) not in _WHOLE or amount.voice is not Voice.OWN:
        return row
    share = (amount.value.number / people).quantize(Decimal("0.01"))
    if amount.value.unit != units.KRONOR or share < LEAST_KRONOR:
        return row
    value = Value(share, units.KRONOR, ("invånare", *amount.value.per), amount.value.year, aside=amount.value.aside)
    note = f"{units.in_kronor(amount.value.number)} kr på {units.spaced(Decimal(people))} invånare"
    cell = Cell(Column.PER_INHABITANT, f"{units.in_kronor(share)} kr", amount.status, amount.citations, value, amount.voice, note)
    return replace(row, cells=(*row.cells, cell))
