"""The records of a comparison: cells with their value, rows with their kind of empty, the whole table. No I/O."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from service.records import Citation, Timing


class Column(StrEnum):
    """What a column holds, by the name that a reader sees."""

    ANSWER = "Svar"
    OUTCOME = "Utgång"
    AMOUNT = "Belopp"
    PER_INHABITANT = "Kronor per invånare"
    SHARE = "Andel"
    COUNT = "Antal"
    TIME = "Tid"
    PERSON = "Namn"
    PARTY = "Parti"
    DATE = "Datum"
    BODY = "Organ"
    CASE = "Dnr"
    MATTER = "Ärende"


NUMBERS = (Column.AMOUNT, Column.PER_INHABITANT, Column.SHARE, Column.COUNT)
"""Columns whose cells may hold one number, and can be drawn."""


class Empty(StrEnum):
    """Why a municipality has no answer of its own that holds."""

    NOT_INDEXED = "not_indexed"
    NOTHING_FOUND = "searched_nothing_found"
    NOT_DECIDED = "mentioned_not_decided"
    OTHER_ORGANISATION = "other_organisation"
    SECOND_HAND = "second_hand"


class Voice(StrEnum):
    """Who speaks in a cell: the municipality itself (its decisions bind it), an organisation that acts for it and others, or
    somebody else about it, which binds nobody."""

    OWN = "own"
    SHARED = "shared"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Value:
    """One number that can be set beside others: kronor, percent or a count, `per` what it is for each ("månad", "anställd"),
    and the year that the text says it is for. `change`: by so much it was raised or lowered. `aside`: why it is not of what
    is asked for."""

    number: Decimal
    unit: str
    per: tuple[str, ...] = ()
    year: str | None = None
    change: bool = False
    aside: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a value as its source writes it, with status and citations; `note` says what sets it apart from the others
    of its column. `citations` are empty only for what is worked out of other cells."""

    column: Column
    text: str
    status: str
    citations: tuple[Citation, ...]
    value: Value | None = None
    voice: Voice = Voice.OWN
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality. `searched` says what was searched where nothing was found, `left_out` how many points of a decision
    are shown."""

    municipality: str
    cells: tuple[Cell, ...]
    empty: Empty | None = None
    searched: str | None = None
    left_out: str | None = None

    def cell(self, column: Column) -> Cell | None:
        """The cell of a column; None where the row has none."""
        return next((cell for cell in self.cells if cell.column is column), None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question put to several municipalities."""

    question: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    differences: str
    ms: Timing = field(compare=False)
