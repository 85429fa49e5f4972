"""What programs send and get of decision cards, as pydantic models for the OpenAPI document."""

from typing import Literal

from pydantic import Field

from indexer.documents import Kind, Maturity, Outcome, Status
from indexer.particulars import FactKind, LinkKind
from service.changes.schemas import Point
from service.serving.strict import Lines, Name, Names, Strict


class CardQuery(Strict):
    """A § by file and number, or all § of a Dnr."""

    file: str | None = Field(default=None, max_length=1000, description="File in the index; with `section`.")
    section: Name | None = Field(default=None, description="Number of the § in the file.", examples=["§ 12"])
    dnr: Name | None = Field(default=None, description="Dnr, instead of file and section.", examples=["2024/00118"])
    municipality: Names = Field(default=[], description="Municipality, with a Dnr; can be repeated.")
    format: Literal["json", "md", "docx"] = Field(default="json", description="As JSON, or as a file to keep.")


class Quote(Strict):
    """Words of the minutes, on one line."""

    text: str
    page: int
    lines: Lines


class Ballot(Strict):
    """A vote with its numbers."""

    yes: int | None
    no: int | None
    abstained: int | None
    shares: list[int]
    quote: Quote


class Member(Strict):
    """A member, or the members of a party."""

    name: str | None
    party: str | None
    shown: str


class Act(Strict):
    """What members did."""

    kind: FactKind
    members: list[Member]
    quote: Quote


class Bound(Strict):
    """Another decision that is changed, or that changes this one."""

    kind: LinkKind
    reference: str | None
    file: str | None
    section_id: str | None
    quote: Quote


class Card(Strict):
    """One § as a decision card; `settled` is the reference of what decided a proposal."""

    reference: str
    title: str | None
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    kind: Kind
    status: Status
    outcome: Outcome | None
    maturity: Maturity | None
    cautions: list[str]
    points: list[Point]
    moved: list[Quote]
    votes: list[Ballot]
    acts: list[Act]
    notes: list[Quote]
    basis: list[str]
    recipients: list[str]
    approved: str | None
    notice_up: str | None
    notice_down: str | None
    replaces: list[Bound]
    replaced_by: list[Bound]
    settled: str | None
    file: str
    document: str
    section_id: str
    page: int
    lines: Lines
    url: str | None


class Cards(Strict):
    """The § asked for, by day."""

    cards: list[Card]
