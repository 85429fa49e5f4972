"""What programs send and get of files, pages and § as they were read; made by `service.serving.library`."""

from pydantic import Field

from service.serving.strict import Strict


class ListQuery(Strict):
    """A page of a list."""

    offset: int = Field(default=0, ge=0, le=1_000_000, description="How many are left out first.")
    limit: int = Field(default=100, ge=1, le=500, description="Most given.")


class FileSummary(Strict):
    """An indexed file."""

    file: str
    format: str
    municipality: str | None
    url: str | None
    pages: int
    documents: int
    sections: int
    notes: list[str]


class FileList(Strict):
    """A page of the indexed files."""

    total: int
    offset: int
    files: list[FileSummary]


class Corrected(Strict):
    """A field that a person corrected, and what was read there before."""

    field: str
    was: str | None
    why: str
    by: str


class SectionSummary(Strict):
    """A § in a list."""

    id: str
    number: str | None
    title: str | None
    case: str | None
    status: str
    pages: tuple[int, int]
    lines: tuple[int, int]
    corrected: list[Corrected]


class DocumentSummary(Strict):
    """A document of a file, with its sections."""

    id: str
    kind: str
    title: str | None
    municipality: str | None
    body: str | None
    date: str | None
    date_inherited: bool
    case: str | None
    parent_case: str | None
    pages: tuple[int, int]
    lines: tuple[int, int]
    corrected: list[Corrected]
    sections: list[SectionSummary]


class FileContents(FileSummary):
    """A file with its documents."""

    contents: list[DocumentSummary]


class PageText(Strict):
    """One page as it was read."""

    file: str
    page: int
    pages: int
    lines: tuple[int, int]
    ocr: bool
    damaged: bool
    text: str


class SectionPart(Strict):
    """A headed part of a §."""

    kind: str
    heading: str | None
    text: str


class SectionPoint(Strict):
    """A decision point with the sentences that condition it."""

    label: str | None
    status: str
    text: str
    conditions: list[str]


class SectionContents(SectionSummary):
    """A § as read."""

    file: str
    document: str
    municipality: str | None
    body: str | None
    date: str | None
    outcome: str | None
    maturity: str | None
    text: str
    blocks: list[SectionPart]
    points: list[SectionPoint]
