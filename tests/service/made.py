"""Made-up minutes of two invented municipalities, as passages with their files, in an index in memory."""

from collections.abc import Sequence
from datetime import date

import numpy

from indexer import swedish
from indexer.documents import (
    CaseNumber,
    DecisionPoint,
    Document,
    Kind,
    Page,
    Passage,
    Role,
    Section,
    Source,
    Span,
    Status,
    content_id,
)
from indexer.index import Vector
from service.resources import Resources
from tests.service.fake_index import FakeIndex

TODAY = date(2025, 6, 1)


class NoVectors:
    """An embedder whose vectors say nothing, so that words alone decide."""

    name = "none"
    dimension = 2

    def documents(self, texts: Sequence[str]) -> Vector:
        return numpy.zeros((len(texts), 2), dtype=numpy.float32)

    def query(self, text: str) -> Vector:
        return numpy.zeros(2, dtype=numpy.float32)


def passage(
    text: str,
    *,
    section: str | None = "§ 1",
    case: str | None = None,
    title: str | None = None,
    municipality: str = "Granby",
    body: str = "Kommunstyrelsen",
    day: str = "2024-03-12",
    role: Role = Role.BAKGRUND,
    status: Status = Status.INGEN,
    kind: Kind = Kind.PROTOKOLL,
    file: str = "granby.txt",
    start: int = 0,
    ordinal: int = 0,
) -> Passage:
    """A passage of one page that begins at line 1."""
    parts = (municipality, body, day, section, f"Dnr {case}" if case else None, title)
    year, serial = case.split("/") if case else (None, None)
    return Passage(
        id=content_id(file, section, ordinal, text),
        file=file,
        document_id=content_id(file, "document"),
        section_id=content_id(file, municipality, body, day, section),
        ordinal=ordinal,
        span=Span(start, start + len(text)),
        skipped=(),
        pages=(1, 1),
        lines=(1, 1 + text.count("\n")),
        header=" · ".join(part for part in parts if part),
        text=text,
        role=role,
        status=status,
        kind=kind,
        municipality=municipality,
        body=body,
        date=day,
        section=section,
        title=title,
        case=case,
        case_key=f"{municipality.casefold()}||{year}|{int(serial)}" if serial else None,
    )


WELLNESS = passage(
    "Kommunstyrelsens beslut\n\nFriskvårdsbidraget höjs till 2 500 kronor per medarbetare och år.\n"
    "Höjningen gäller från den 1 januari 2025.\n",
    section="§ 31",
    case="2024/00077",
    title="Friskvårdsbidrag för medarbetare",
    role=Role.BESLUT,
    status=Status.BESLUT,
)
BACKGROUND = passage(
    "Ärendebeskrivning\n\nFriskvårdsbidraget har varit oförändrat i sex år. Förvaltningen har jämfört med grannkommunerna.\n",
    section="§ 31",
    case="2024/00077",
    title="Friskvårdsbidrag för medarbetare",
    status=Status.BESLUT,
    start=150,
    ordinal=1,
)
BUSES = passage(
    "Kommunstyrelsen föreslår kommunfullmäktige att taxan för båtplatser ska vara 1 200 kronor per säsong.\n",
    section="§ 32",
    case="2024/00081",
    title="Taxa för båtplatser",
    role=Role.FORSLAG,
    status=Status.FORSLAG,
)
TABLE = passage(
    "Antal besökare per månad\n\nMånad\tVuxna\tBarn\nJanuari\t310\t120\nFebruari\t280\t95\nMars\t400\t210\n",
    section=None,
    title="Statistik för badhuset",
    kind=Kind.STATISTIK,
    role=Role.BILAGA,
    file="badhus.txt",
)
OTHER = passage(
    "Kommunstyrelsen beslutar att friskvårdsbidraget är 1 800 kronor per anställd.\n",
    section="§ 9",
    case="2024/00015",
    title="Friskvårdsbidrag",
    municipality="Älvmo",
    role=Role.BESLUT,
    status=Status.BESLUT,
    file="alvmo.txt",
)

PASSAGES = (WELLNESS, BACKGROUND, BUSES, TABLE, OTHER)


def index(*passages: Passage) -> FakeIndex:
    """An index of the passages given, or of all, with the files they stand in."""
    chosen = passages or PASSAGES
    files = {one.file for one in chosen}
    sources = [source(*(one for one in chosen if one.file == file)) for file in sorted(files)]
    documents = [(file, document(*(one for one in chosen if one.file == file))) for file in sorted(files)]
    return FakeIndex(chosen, swedish.document_tokens, None, sources, documents)


def source(*passages: Passage) -> Source:
    """The file of the passages: each at its span, blanks between."""
    end = max(one.span.end for one in passages)
    text = [" "] * end
    for one in passages:
        text[one.span.start : one.span.end] = one.text
    return Source.of(passages[0].file, "0", "text", [Page(1, "".join(text))])


def document(*passages: Passage) -> Document:
    """A document whose sections are those of the passages, without decision points."""
    first = passages[0]
    by_section = {one.section_id: one for one in passages}
    sections = tuple(section(one) for one in by_section.values())
    span = Span(0, max(one.span.end for one in passages))
    return Document(
        first.document_id, first.kind, first.municipality, first.body, first.date, False, None, None, None, span, (1, 1), (1, 1), sections
    )


def section(one: Passage, points: tuple[DecisionPoint, ...] = ()) -> Section:
    """The section of a passage."""
    case = CaseNumber(one.case, one.municipality, None, None, None) if one.case else None
    return Section(one.section_id, one.section, one.title, case, one.status, one.span, one.pages, one.lines, (), points)


def resources(*passages: Passage) -> Resources:
    """What the service needs, over such an index."""
    return Resources(index(*passages), NoVectors())
