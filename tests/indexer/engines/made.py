"""Made-up files for the engines: fictional places, and tokens that are whatever a test says they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy

from indexer.documents import Document, Given, Kind, Page, Passage, Role, Section, Source, Span, Status, content_id
from indexer.index import Access, FileEntry, FileRecord, Filters, Index, IndexedPassage, IndexVersion, Scored, Term, Vector

PUBLIC = Access.public()
NOBODY = Access(frozenset())
ALL = Filters()
DIMENSION = 4
VERSION = IndexVersion(analysis="1", model="made-up", dimension=DIMENSION)

Tokens = Mapping[str, Sequence[str]]


def vector(*numbers: float) -> Vector:
    """Of unit length."""
    made = numpy.array(numbers, dtype=numpy.float32)
    return (made / numpy.linalg.norm(made)).astype(numpy.float32)


def passage(file: str, ordinal: int, **given: object) -> Passage:
    """A passage of a file, with its place in it as its text."""
    made = Passage(
        id=content_id(file, ordinal),
        file=file,
        document_id=f"{file}/1",
        section_id=f"{file}/1/{ordinal}",
        ordinal=ordinal,
        span=Span(ordinal * 10, ordinal * 10 + 10),
        skipped=(),
        pages=(1, 1),
        lines=(ordinal + 1, ordinal + 1),
        header="Åvalla kommun · Kulturnämnden",
        text=f"Stycke {ordinal}",
        role=Role.BESLUT,
        status=Status.BESLUT,
        kind=Kind.PROTOKOLL,
        municipality="Åvalla",
        body="Kulturnämnden",
        date="2024-03-07",
        section=f"§ {ordinal}",
        title=None,
        case=None,
        case_key=None,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # fields of Passage, named by the test


def indexed(made: Passage, tokens: str | Tokens = "", near: Vector | None = None) -> IndexedPassage:
    """With its tokens: those of `stems` where only text is given."""
    by_field = {"stems": tokens.split()} if isinstance(tokens, str) else tokens
    return IndexedPassage(made, {name: tuple(value) for name, value in by_field.items()}, near)


def entry(file: str, passages: Iterable[IndexedPassage], *, sha256: str = "00", collection: str = "public") -> FileEntry:
    """A file of two pages and one document that holds the passages."""
    source = Source.of(file, sha256, "text", (Page(1, "Åvalla kommun\nFörsta sidan\n"), Page(2, "Andra sidan\n", ocr=True, confidence=0.5)))
    span = Span(0, len(source.text))
    section = Section(f"{file}/1/1", "§ 1", "Taxan", None, Status.BESLUT, span, (1, 2), (1, 3))
    document = Document(
        f"{file}/1", Kind.PROTOKOLL, "Åvalla", "Kulturnämnden", "2024-03-07", False, None, None, None, span, (1, 2), (1, 3), (section,)
    )
    held = tuple(replace(each, passage=replace(each.passage, collection=collection)) for each in passages)
    given = Given(municipality="Åvalla", collection=collection)
    record = FileRecord(file, f"/made/{file}", sha256, "1", "text", given, 2, 1, 1, len(held), ("gap after § 3",))
    return FileEntry(record, source, ((0, 5),), (document,), held)


def texts(file: str, *tokens: str | Tokens) -> FileEntry:
    """A file with one passage for each of the tokens."""
    return entry(file, [indexed(passage(file, n), each) for n, each in enumerate(tokens)])


def stems(*tokens: str) -> list[Term]:
    """Terms that look for tokens in `stems`."""
    return [Term("stems", token) for token in tokens]


def ids(found: Sequence[Scored]) -> list[str]:
    """What was found, best first."""
    return [each.id for each in found]


def everything(index: Index, access: Access = PUBLIC) -> list[str]:
    """The ids of all passages that may be seen."""
    return index.select(ALL, access, 1000)


def put(index: Index, *entries: FileEntry) -> None:
    """Put files in one go."""
    with index.writer() as writer:
        for each in entries:
            writer.put(each)
