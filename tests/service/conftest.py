"""A small real index of two invented municipalities, made by hand so that every span in it is known."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer import embeddings, swedish
from indexer.documents import (
    Block,
    BlockKind,
    CaseNumber,
    Document,
    Given,
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
from indexer.engines.location import open_index
from indexer.index import FileEntry, FileRecord, IndexedPassage
from indexer.opening import version_of

NORRSELE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
VASTERA = "västerå ks 2024-05-02.txt"

NORRSELE_PAGES = (
    """Norrsele kommun                         Sida 1 av 2
Barn- och skolnämnden  2024-03-12

§ 14 Information om sommarens verksamhet
Förvaltningschefen informerar om sommarens öppettider.

§ 15 Avgift för skolskjuts utanför närområdet
Dnr 2024/00311
Beslut
Barn- och skolnämnden beslutar
1. att avgiften för skolskjuts utanför närområdet ska vara 450 kronor per termin,
2. att avgiften gäller från den 1 augusti 2024.
""",
    """Norrsele kommun                         Sida 2 av 2
§ 16 Svar på medborgarförslag om <script>alert("hej")</script> belysning
Dnr 2024/00290
Beslut
Barn- och skolnämnden beslutar att avslå medborgarförslaget om belysning & bänkar vid
skolgården med hänvisning till <b>kostnaden</b>.
""",
)
VASTERA_PAGES = (
    """Västerå kommun
Kommunstyrelsens arbetsutskott 2024-05-02

§ 41 Skolskjuts och kontantstöd
Dnr KS 2024/77
Förslag till beslut
Arbetsutskottet föreslår att kommunstyrelsen inför ett kontantstöd på 900 kronor i månaden.
""",
)

_SECTION = re.compile(r"^(§ \d+) (.+)$", re.M)


def made_entry(file: str, pages: tuple[str, ...], document: Document, status: Status, given: Given) -> FileEntry:
    """All that is stored of a file whose sections begin at lines "§ n title"."""
    source = Source.of(
        file, hashlib.sha256("\f".join(pages).encode()).hexdigest(), "text", [Page(number, text) for number, text in enumerate(pages, 1)]
    )
    starts = [match.start() for match in _SECTION.finditer(source.text)]
    sections = tuple(
        _section(source, match, end, status)
        for match, end in zip(_SECTION.finditer(source.text), [*starts[1:], len(source.text)], strict=True)
    )
    whole = Span(0, len(source.text))
    document = replace(
        document,
        id=content_id(file, "document"),
        span=whole,
        pages=source.page_numbers(whole),
        lines=source.lines(whole),
        sections=sections,
        status=status,
    )
    furniture = tuple(match.span() for match in re.finditer(r"^.*Sida \d av \d$", source.text, re.M))
    passages = tuple(_indexed(_passage(source, document, section, furniture)) for section in sections)
    record = FileRecord(file, f"/made/{file}", source.sha256, "1", "text", given, len(pages), 1, len(sections), len(passages))
    return FileEntry(record, source, furniture, (document,), passages)


def _section(source: Source, match: re.Match[str], end: int, status: Status) -> Section:
    span = Span(match.start(), end)
    dnr = re.compile(r"Dnr (.+)").search(source.text, span.start, span.end)
    case = CaseNumber(dnr[1], None, None, 2024, int(dnr[1].split("/")[1])) if dnr else None
    body = Span(match.end() + 1, end)
    return Section(
        id=content_id(source.file, match[1]),
        number=match[1],
        title=match[2],
        case=case,
        status=status if case else Status.INFORMATION,
        span=span,
        pages=source.page_numbers(span),
        lines=source.lines(span),
        blocks=(Block(BlockKind.BESLUT if case else BlockKind.TEXT, None, body),),
    )


def _passage(source: Source, document: Document, section: Section, furniture: tuple[tuple[int, int], ...]) -> Passage:
    """The § as one passage, without the page furniture that stands in it."""
    skipped = tuple(hole for place in furniture if section.span.meets(hole := Span(*place)))
    starts, ends = [section.span.start, *(hole.end for hole in skipped)], [*(hole.start for hole in skipped), section.span.end]
    header = " · ".join(part for part in (document.municipality, document.body, document.date, section.number, section.title) if part)
    return Passage(
        id=content_id(section.id, 0),
        file=source.file,
        document_id=document.id,
        section_id=section.id,
        ordinal=0,
        span=section.span,
        skipped=skipped,
        pages=section.pages,
        lines=section.lines,
        header=header,
        text="".join(source.text[start:end] for start, end in zip(starts, ends, strict=True)),
        role=Role.BESLUT if section.status is Status.BESLUT else Role.FORSLAG if section.status is Status.FORSLAG else Role.BAKGRUND,
        status=section.status,
        kind=document.kind,
        municipality=document.municipality,
        body=document.body,
        date=document.date,
        section=section.number,
        title=section.title,
        case=section.case.as_written if section.case else None,
        case_key=section.case.key if section.case else None,
    )


def _indexed(passage: Passage) -> IndexedPassage:
    vector = embeddings.load().documents([f"{passage.header}\n{passage.text}"])[0]
    return IndexedPassage(passage, swedish.document_tokens(passage.header, passage.text), vector)


def _document(kind: Kind, municipality: str, body: str, date: str) -> Document:
    nowhere = Span(0, 0)
    return Document("", kind, municipality, body, date, False, None, None, None, nowhere, (1, 1), (1, 1), ())


def made_entries() -> tuple[FileEntry, ...]:
    """Minutes that decide, and a committee's minutes that propose."""
    minutes = _document(Kind.PROTOKOLL, "Norrsele", "Barn- och skolnämnden", "2024-03-12")
    proposal = _document(Kind.PROTOKOLL, "Västerå", "Kommunstyrelsens arbetsutskott", "2024-05-02")
    return (
        made_entry(NORRSELE, NORRSELE_PAGES, minutes, Status.BESLUT, Given("Norrsele", "javascript:alert(1)", "2024-03-12")),
        made_entry(VASTERA, VASTERA_PAGES, proposal, Status.FORSLAG, Given("Västerå", "https://vastera.example/protokoll.pdf")),
    )


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an embedded index of both municipalities."""
    folder = tmp_path_factory.mktemp("index")
    index = open_index(str(folder), version_of(embeddings.load()), create=True)
    with index.writer() as writer:
        for entry in made_entries():
            writer.put(entry)
    index.close()
    return folder


@pytest.fixture
def app(index_folder: Path) -> Flask:
    """An app that answers from the made index and logs errors only."""
    from service.app import create_app  # most tests of this folder need no web framework

    return create_app({"index": str(index_folder), "log_level": "error"})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of that app."""
    return app.test_client()


@pytest.fixture
def client_without_index(tmp_path: Path) -> FlaskClient:
    """A client of an app that has no index yet."""
    from service.app import create_app  # as above

    return create_app({"index": str(tmp_path / "nowhere"), "log_level": "error"}).test_client()
