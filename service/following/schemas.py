"""What programs send and get of a matter's way, as pydantic models for the OpenAPI document."""

from typing import Literal

from pydantic import Field

from service.following.records import Basis, Bond, Missing, StepKind
from service.serving.strict import Lines, Name, Strict


class CaseQuery(Strict):
    """Which matter."""

    dnr: Name = Field(
        description="The Dnr, as written in the papers; half of one is answered with what it may mean.", examples=["KS 2024/123"]
    )
    municipality: Name | None = Field(default=None, description="Whose Dnr it is; needed where several municipalities have the number.")
    format: Literal["json", "svg", "md", "csv", "xlsx"] = Field(default="json", description="As JSON, as a picture, or as a file to keep.")


class Cited(Strict):
    """Where something stands; the quote is verbatim."""

    file: str
    section_id: str
    page: int
    lines: Lines
    quote: str


class CasePoint(Strict):
    """One point of a decision or proposal, with its conditions."""

    label: str | None
    status: str
    text: str
    citation: Cited


class CaseAttachment(Strict):
    """A paper that belongs to a step; `case` is its own Dnr where it has another."""

    title: str | None
    kind: str
    case: str | None
    issuer: str | None
    date: str | None
    citation: Cited


class CaseStep(Strict):
    """One step: a § once, or a paper that moved the matter.

    `held` is false where it is known only from what another § says; `basis` with `by` tells why it is of the matter.
    """

    number: int
    kind: StepKind
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    title: str | None
    case: str | None
    status: str
    outcome: str | None
    maturity: str | None
    held: bool
    inferred: bool
    basis: Basis
    by: str | None
    recipient: str | None
    points: list[CasePoint]
    votes: list[Cited]
    demands: list[Cited]
    reservations: list[Cited]
    attachments: list[CaseAttachment]
    copies: list[Cited]
    citation: Cited


class CaseGap(Strict):
    """Something between the steps that is not indexed, in a sentence."""

    missing: Missing
    body: str | None
    date: str | None
    section: str | None
    text: str
    citation: Cited | None


class CaseRelation(Strict):
    """Another decision that the step with this number changes, or that changes it; `proposed`: so far only proposed."""

    bond: Bond
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    title: str | None
    held: bool
    proposed: bool
    step: int
    citation: Cited


class CaseOrder(Strict):
    """Something that somebody is to do; `reported` is the number of the step that reports it."""

    text: str
    deadline: str | None
    step: int
    reported: int | None
    sure: bool
    citation: Cited


class CaseNumberOf(Strict):
    """A Dnr that the matter goes by, and why."""

    case: str
    basis: Basis
    by: str | None


class CaseCandidate(Strict):
    """A matter that the Dnr may mean."""

    case: str
    municipality: str | None
    title: str | None
    first: str | None
    last: str | None
    sections: int


class Followed(Strict):
    """A matter's way. Where the Dnr fits several matters there are `candidates` and nothing else."""

    asked: str
    read_as: str | None = Field(description="How a Dnr that was not written in full was understood.")
    case: str | None
    municipality: str | None
    title: str | None
    standing: str | None = Field(description="Where the matter stands, in Swedish.")
    collecting: bool = Field(description="One Dnr for unrelated things: the § are listed, and are no story.")
    numbers: list[CaseNumberOf]
    steps: list[CaseStep]
    gaps: list[CaseGap]
    relations: list[CaseRelation]
    orders: list[CaseOrder]
    candidates: list[CaseCandidate]
