"""What programs send and get of what changed, as pydantic models for the OpenAPI document."""

from pydantic import Field

from indexer.documents import Status
from service.changes.records import Change, Part, Verdict
from service.serving.strict import Lines, Name, Names, Strict


class ChangesQuery(Strict):
    """A Dnr; all matters that it may mean are given."""

    dnr: Name = Field(description="The Dnr, with or without its registry.", examples=["2024/00118"])
    municipality: Names = Field(default=[], description="Municipality; can be repeated.")


class Point(Strict):
    """One point of a decision."""

    label: str | None
    text: str
    status: Status
    conditions: list[str]
    page: int
    lines: Lines


class Stage(Strict):
    """One § or officials' paper with the points that it passes on or decides."""

    reference: str
    file: str
    document: str
    section_id: str
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    status: Status
    outcome: str | None
    put_off: bool
    points: list[Point]


class Piece(Strict):
    """Words of both points, or of one of them."""

    text: str
    part: Part


class ComparedPoint(Strict):
    """A point before and after, by their places in the stages' points."""

    change: Change
    before: int | None
    after: int | None
    pieces: list[Piece]


class Step(Strict):
    """From one stage to the next; `told` says in Swedish what changed."""

    before: int
    after: int
    verdict: Verdict
    told: str
    points: list[ComparedPoint]


class Way(Strict):
    """One matter."""

    title: str
    municipality: str | None
    stages: list[Stage]
    steps: list[Step]


class Changed(Strict):
    """All matters that the Dnr may mean, of which two stages or more are here."""

    dnr: str
    ways: list[Way]
