"""What programs send and get of open ends, as pydantic models for the OpenAPI document."""

from typing import Annotated, Literal

from pydantic import Field

from service.openends.records import EndKind, State, Sureness
from service.serving.schemas import Citation
from service.serving.strict import Day, Names, Strict

MOST_LINES = 500
MOST_OFFSET = 1_000_000


class OpenQuery(Strict):
    """Whose open ends, of which kinds; all where nothing is named."""

    municipality: Names = Field(default=[], description="Municipality; can be repeated.")
    body: Names = Field(default=[], description="Body in whose minutes it began; can be repeated.")
    kind: Annotated[list[EndKind], Field(max_length=len(EndKind))] = Field(default=[], description="Kind of open end; can be repeated.")
    first: Day | None = Field(default=None, alias="from", description="Begun on this day or later: a year, month or day.")
    last: Day | None = Field(default=None, alias="to", description="Begun on this day at the latest: a year, month or day.")
    offset: int = Field(default=0, ge=0, le=MOST_OFFSET, description="How many lines of the JSON are left out first.")
    limit: int = Field(default=100, ge=1, le=MOST_LINES, description="Most lines of the JSON; a file holds all.")
    format: Literal["json", "md", "csv", "xlsx"] = Field(default="json", description="As JSON, or as a file to keep.")


class OpenEnd(Strict):
    """One open end: `to` is who is to act, `reason` (Swedish) says why it is thought to be open, `latest` is the last step since."""

    kind: EndKind
    state: State
    municipality: str | None
    body: str | None
    title: str
    to: str | None
    since: str | None
    deadline: str | None
    sureness: Sureness
    reason: str
    evidence: Citation
    latest: Citation | None


class Reach(Strict):
    """The last day of a body's minutes that are indexed."""

    municipality: str
    body: str
    until: str


class OpenEnds(Strict):
    """Some of the open ends asked for, of `count` in all; `dropped` counts those whose words may not be shown."""

    today: str
    count: int
    offset: int
    lines: list[OpenEnd]
    reach: list[Reach]
    dropped: int
