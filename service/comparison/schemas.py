"""What programs send and get of a comparison, as pydantic models for the OpenAPI document."""

from typing import Annotated, Literal

from pydantic import Field

from service.comparison.records import Column
from service.serving.schemas import Citation, Milliseconds
from service.serving.strict import Name, Strict

MOST_MUNICIPALITIES = 290

Kind = Literal["answered", "not_indexed", "searched_nothing_found", "mentioned_not_decided", "other_organisation", "second_hand"]
Empty = Literal["not_indexed", "searched_nothing_found", "mentioned_not_decided", "other_organisation", "second_hand"]


class CompareQuery(Strict):
    """A question to several municipalities; all that are indexed where none is named."""

    question: str = Field(description="The question, at most 2000 characters.", examples=["Hur stort är friskvårdsbidraget?"])
    municipality: Annotated[list[Name], Field(max_length=MOST_MUNICIPALITIES)] = Field(
        default=[], description="Municipality; can be repeated. Without any: those the question names, else all that are indexed."
    )
    column: Annotated[list[Name], Field(max_length=len(Column))] = Field(
        default=[], description=f"Column to show; can be repeated: {', '.join(Column)}. Without any: those that the question asks for."
    )
    kind: Annotated[list[Kind], Field(max_length=6)] = Field(default=[], description="Only rows of this kind; can be repeated.")
    sort: Name = Field(default="", description='Column to sort by, or "Kommun"; "-" before it: largest first.', examples=["-Belopp"])
    offset: int = Field(default=0, ge=0, le=MOST_MUNICIPALITIES, description="How many rows are left out first.")
    limit: int = Field(default=MOST_MUNICIPALITIES, ge=1, le=MOST_MUNICIPALITIES, description="Most rows given.")
    format: Literal["json", "md", "csv", "xlsx"] = Field(default="json", description="As JSON, or as a file to keep.")


class ComparedValue(Strict):
    """A cell's number in kronor, percent or things; what it is for each, and the year that it is of, where the text says it."""

    number: float
    unit: str
    per: list[str]
    year: str | None


class ComparedCell(Strict):
    """A value as its source writes it. `voice` is who says it: the municipality itself, an organisation that acts for it, or
    somebody else; `note` says what sets it apart from the others of its column."""

    column: str
    text: str
    status: str
    citations: list[Citation]
    value: ComparedValue | None
    voice: Literal["own", "shared", "other"]
    note: str | None


class ComparedRow(Strict):
    """One municipality; `empty` says which kind of nothing it is, `searched` what was searched where nothing was found."""

    municipality: str
    cells: list[ComparedCell]
    empty: Empty | None
    searched: str | None


class Compared(Strict):
    """One question put to several municipalities. `kinds` counts all rows by kind, `total` those that `kind` leaves."""

    question: str
    columns: list[str]
    rows: list[ComparedRow]
    differences: str
    ms: Milliseconds
    total: int
    offset: int
    kinds: dict[str, int]
