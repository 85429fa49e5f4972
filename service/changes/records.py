"""The records of what changed: stages with their points, and between two stages each point with its differing words."""

from dataclasses import dataclass
from enum import StrEnum

from service.minuted.section import Point


class Part(StrEnum):
    """What a piece of a compared point is: in both, only in the later, only in the earlier."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Change(StrEnum):
    """What became of a point. REWORDED: other words, the same figures, days and direction; OWN: decided by the body itself and
    nothing that it passed on."""

    SAME = "oförändrad"
    REWORDED = "omformulerad"
    CHANGED = "ändrad"
    ADDED = "tillagd"
    REMOVED = "struken"
    OWN = "eget beslut"


class Verdict(StrEnum):
    """What a stage made of the one before it."""

    UNCHANGED = "oförändrat"
    REWORDED = "omformulerat"
    CHANGED = "ändrat"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a compared point, all in both or all in one of the two."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class ComparedPoint:
    """A point before and after, by their places among the stages' points; None where it stands in one of them only."""

    change: Change
    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the § (or the officials' paper, without number), what it is worth, and the points that it passes on or decides.

    `put_off`: it left the matter to another day, and has no say in what changed.
    """

    reference: str
    file: str
    document_id: str
    section_id: str
    municipality: str | None
    body: str | None
    date: str | None
    number: str | None
    case: str | None
    status: str
    outcome: str | None
    put_off: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From one stage to the next that has points, by their places; `told` says in a sentence what changed."""

    before: int
    after: int
    verdict: Verdict
    points: tuple[ComparedPoint, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Way:
    """A matter's way: its stages by day, and the steps between them."""

    title: str
    municipality: str | None
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
