"""Copies of what an index holds, put straight through an index's writer: size for a measurement without reading more texts.

A copy has its own file name, ids and municipality; text, vectors and nearly all tokens are as made, so that a term stands in
as many times more passages as there are copies. Each lacks up to a fifth of its tokens at the end: else all would score alike
and only ties were measured. One file is in memory at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.documents import Document, content_id
from indexer.embeddings import Embedder
from indexer.index import Access, FileEntry, FileRecord, Filters, Index, IndexedPassage, Writer
from indexer.municipalities import MUNICIPALITIES, kommun_name
from indexer.prepare import searched
from indexer.swedish import document_tokens

Tokens = Mapping[str, tuple[str, ...]]

LENGTHS = 50
"""Copies with the same number of tokens left out stand so far apart."""
_COPY = "copy-"
_SHORTENED = ("exact", "stems", "parts", "loose")


@dataclass(frozen=True, slots=True)
class Origin:
    """The index copied from, with those of its files that were read as texts."""

    index: Index
    embedder: Embedder
    files: tuple[FileRecord, ...]

    @classmethod
    def of(cls, index: Index, embedder: Embedder, most: int) -> "Origin":
        """What the index holds by now, but for copies; every second, third … file where there are more than `most` passages."""
        read = [record for record in index.files(Access.operator()) if record.passages and not record.file.startswith(_COPY)]
        return cls(index, embedder, tuple(read[:: max(1, round(sum(record.passages for record in read) / most))]))

    @property
    def passages(self) -> int:
        """Passages in these files."""
        return sum(record.passages for record in self.files)

    def entry(self, record: FileRecord) -> FileEntry | None:
        """The file as it was put; tokens and vectors made again from the stored passages."""
        access = Access.operator()
        stored = self.index.file(record.file, access)
        if stored is None:
            return None
        ids = self.index.select(Filters(files=(record.file,)), access, record.passages)
        passages = self.index.passages(ids, access)
        vectors = self.embedder.documents([f"{passage.header}\n{searched(passage)}" for passage in passages])
        indexed = tuple(
            IndexedPassage(passage, document_tokens(passage.header, searched(passage)), vector if vector.any() else None)
            for passage, vector in zip(passages, vectors, strict=True)
        )
        return FileEntry(record, stored.source, stored.furniture, stored.documents, indexed)


def fill(writer: Writer, origin: Origin, passages: int, first: int) -> int:
    """Put copies of about so many passages, every file of the origin about as often as the others; how many files that
    are. Copies are numbered from `first`."""
    number = first
    for record, times in _times(origin, passages):
        if entry := origin.entry(record):
            for _ in range(times):
                writer.put(copied(entry, number))
                number += 1
    return number - first


def _times(origin: Origin, passages: int) -> Iterator[tuple[FileRecord, int]]:
    """How often each file is copied, those that are."""
    put, seen = 0, 0
    for record in origin.files:
        seen += record.passages
        times = max(0, round((passages * seen / origin.passages - put) / record.passages))
        put += times * record.passages
        if times:
            yield record, times


def copied(entry: FileEntry, number: int) -> FileEntry:
    """The file as another municipality's, under a name and ids of its own."""
    file = f"{_COPY}{number:06d}/{entry.record.file}"
    municipality = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    return FileEntry(
        record=replace(entry.record, file=file, origin=file, sha256=_id(entry.record.sha256, number)),
        source=replace(entry.source, file=file, sha256=_id(entry.source.sha256, number)),
        furniture=entry.furniture,
        documents=tuple(_document(document, municipality, number) for document in entry.documents),
        passages=tuple(_passage(each, file, municipality, number) for each in entry.passages),
    )


def _document(document: Document, municipality: str, number: int) -> Document:
    return replace(
        document,
        id=_id(document.id, number),
        municipality=document.municipality and municipality,
        sections=tuple(replace(section, id=_id(section.id, number)) for section in document.sections),
    )


def _passage(each: IndexedPassage, file: str, municipality: str, number: int) -> IndexedPassage:
    passage, tokens, header = each.passage, each.tokens, each.passage.header
    if passage.municipality:
        before, after = kommun_name(passage.municipality), kommun_name(municipality)
        tokens = _renamed(tokens, _name_tokens(before), _name_tokens(after))
        header = header.replace(before, after, 1)
    other = replace(
        passage,
        id=_id(passage.id, number),
        file=file,
        document_id=_id(passage.document_id, number),
        section_id=_id(passage.section_id, number),
        header=header,
        municipality=passage.municipality and municipality,
    )
    return IndexedPassage(other, {name: _shortened(name, some, number) for name, some in tokens.items()}, each.vector)


@lru_cache(maxsize=1024)
def _name_tokens(name: str) -> Tokens:
    return document_tokens(name, "")


def _renamed(tokens: Tokens, before: Tokens, after: Tokens) -> dict[str, tuple[str, ...]]:
    """The municipality's name stands first in a header, and a header first in a field."""
    return {name: _swapped(some, before.get(name, ()), after.get(name, ())) for name, some in tokens.items()}


def _swapped(tokens: tuple[str, ...], before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    return (*after, *tokens[len(before) :]) if before and tokens[: len(before)] == tuple(before) else tokens


def _shortened(name: str, tokens: tuple[str, ...], number: int) -> tuple[str, ...]:
    return tokens[: len(tokens) - len(tokens) * (number % LENGTHS) // (5 * LENGTHS)] if name in _SHORTENED else tokens


def _id(before: str, number: int) -> str:
    return content_id(before, number)
