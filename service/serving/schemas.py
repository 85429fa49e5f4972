"""What programs send and get, as pydantic models: the OpenAPI document is made from these.

Answers are described here and made by `service.shown`; what programs get of files and § stands in `libraryschemas.py`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from indexer.documents import Kind, Role, Status
from service.records import Asks
from service.serving.strict import MAX_VALUES, Day, Lines, Name, Names, Strict

MAX_HITS = 50


class Restrictions(Strict):
    """A question and what it is restricted to; several values of one parameter are alternatives."""

    question: str = Field(description="The question, at most 2000 characters.", examples=["Vad beslutades om skolskjuts?"])
    municipality: Names = Field(default=[], description="Municipality; can be repeated.")
    body: Names = Field(default=[], description="Body that met; can be repeated.")
    kind: Annotated[list[Kind], Field(max_length=MAX_VALUES)] = Field(default=[], description="Kind of document; can be repeated.")
    status: Annotated[list[Status], Field(max_length=MAX_VALUES)] = Field(default=[], description="Status of the text; can be repeated.")
    first: Day | None = Field(default=None, alias="from", description="First day, inclusive: a year, month or day.")
    last: Day | None = Field(default=None, alias="to", description="Last day, inclusive: a year, month or day.")


class SearchQuery(Restrictions):
    """A search."""

    limit: int = Field(default=20, ge=1, le=MAX_HITS, description="Most hits given.")


class AskQuery(Restrictions):
    """A question, and where it follows another: what the answer to that one gave in `follow_with`."""

    after: str | None = Field(default=None, max_length=2000, description="The question before, as its answer read it.")
    after_case: Name | None = Field(default=None, description="Dnr of what answered the question before.")
    after_day: Name | None = Field(default=None, description="Day of what answered the question before.")


class NoQuery(Strict):
    """No parameters at all."""


class ProblemDetail(Strict):
    """What is wrong, and what to do."""

    code: str = Field(description="Stable code.", examples=["bad_parameter"])
    message: str
    next: str
    request_id: str


class Problem(Strict):
    """The one shape of an error."""

    error: ProblemDetail


CorrectedNames = Annotated[list[str], Field(description="Names of the fields whose values a person corrected.")]


class Hit(Strict):
    """A passage found; `members` are further passages of the same § or matter."""

    rank: int
    id: str
    document: str
    section_id: str
    file: str
    kind: Kind
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    title: str | None
    case: str | None
    status: Status
    role: Role
    page: int
    lines: Lines
    score: float
    ranks: dict[str, int]
    members: list[str]
    corrected: CorrectedNames
    text: str


class Found(Strict):
    """What a search gives."""

    question: str
    hits: list[Hit]


class Claim(Strict):
    """A sentence of an answer with the keys of its citations."""

    text: str
    citations: list[str]
    verified: bool


class Citation(Strict):
    """Where a claim stands; `quote` is verbatim."""

    key: str
    file: str
    document: str
    section_id: str
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    status: Status
    page: int
    lines: Lines
    quote: str
    corrected: CorrectedNames


class Listed(Strict):
    """One line of a list, with the key of its citation; `title` is that of the §, where the text is not."""

    text: str
    title: str | None
    where: str
    citation: str


class Listing(Strict):
    """All records of a kind: `count` counts them, the first `shown` lines stand in the answer's text, `notes` say what is lacking."""

    subject: str
    heading: str
    count: int
    shown: int
    lines: list[Listed]
    notes: list[str]


class AnswerText(Strict):
    """The answer itself, or a refusal with its reason."""

    text: str
    refused: bool
    reason: str | None
    mode: Literal["extractive", "generated", "extractive_fallback", "listing"]
    status_note: str | None
    premise: str | None = Field(description="Where what answers is from another body or day than the question names. Stands in text too.")
    notice: str | None = Field(description="How the answer was made, where that must be said: by a language model. Stands in text too.")
    claims: list[Claim]
    citations: list[Citation]
    checked_claims: int
    dropped_claims: int
    listing: Listing | None = Field(description="All records, where the question asks for all of a kind.")


class Searched(Strict):
    """What was searched, so that "nothing found" can be weighed."""

    municipalities: list[str]
    bodies: list[str]
    first: str | None = Field(alias="from")
    last: str | None = Field(alias="to")
    files: int
    documents: int
    passages: int
    minutes: int
    missing_meetings: int = Field(description="Meetings that held papers prove, whose minutes are not here.")
    missing_sections: int = Field(description="Places where § are missing between others in minutes as they were read.")


class Milliseconds(Strict):
    """Time spent."""

    retrieve: float
    answer: float
    total: float


class FollowWith(Strict):
    """What to send, by these names, with a question that follows this one."""

    after: str
    after_case: str | None
    after_day: str | None


class Answered(Found):
    """An answer with its citations, and the hits it was made from."""

    read_as: str | None = Field(
        description="The question as it was read where it was typed otherwise: whole where it followed another, without slips or greetings."
    )
    meant: str | None = Field(
        description='"Menade du": the question spelled otherwise, where nothing indexed holds a word of it and a near one is known.'
    )
    follow_with: FollowWith

    language: Literal["sv", "en"]
    asks: Asks
    answer: AnswerText
    coverage: Searched
    ms: Milliseconds


class Alive(Strict):
    """The process answers."""

    status: Literal["ok"]


class Ready(Strict):
    """The index answers, or why not."""

    ready: bool
    index: str | None
    language_model: Literal["off", "asked", "resting"] | None = Field(
        description='"resting": it failed several times in a row, and is not asked for a while by the process that answers.'
    )
    reason: str | None


class Anything(BaseModel):
    """A document of another standard."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Any]
