"""The contract of an index: what the engines must do, and the records that go in and out.

Truth lives in the index itself: files as read (pages, documents, sections) beside the passages made from them.
Every read takes an `Access`; no access means nothing. Tokens are ready-made (swedish.py), so an engine only counts
them: both engines score with Lucene's BM25 (k1 1.2, b 0.75) and break ties by passage id, ascending.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

import numpy
from numpy.typing import NDArray

from indexer.documents import Document, Given, Kind, Passage, Source

SCHEMA = 1
"""Raised whenever what is stored changes shape; part of the index's name."""

FIELDS = ("exact", "stems", "parts", "loose", "header", "ids")
"""Searchable token fields, as analysed by `indexer.swedish`."""

Vector = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class IndexVersion:
    """What an index was made with. Another analysis or model is another index, kept beside this one."""

    analysis: str
    model: str
    dimension: int
    schema: int = SCHEMA

    @property
    def key(self) -> str:
        """Name-safe key: lower case letters, digits, "-" and "_" only."""
        safe = "".join(c if c.isalnum() and c.isascii() else "_" for c in self.model.casefold())
        return f"s{self.schema}-a{self.analysis}-{safe}-{self.dimension}"


@dataclass(frozen=True, slots=True)
class Access:
    """Who reads: collections the caller may see, and what is withdrawn for everyone: files, sections as (file, § number),
    and strings, with every passage that holds one. `all_collections` is for who keeps the index, never for a question."""

    collections: frozenset[str]
    withdrawn: frozenset[str] = frozenset()
    withdrawn_sections: frozenset[tuple[str, str]] = frozenset()
    withdrawn_strings: frozenset[str] = frozenset()
    all_collections: bool = False

    @classmethod
    def public(cls) -> "Access":
        """What anybody may read today: the one public collection, nothing withdrawn."""
        return cls(frozenset({"public"}))

    @classmethod
    def operator(cls) -> "Access":
        """What the one who keeps the index sees of it when filling, pruning and counting: all there is."""
        return cls(frozenset(), all_collections=True)


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrict what is searched. An empty tuple or None restricts nothing; values of one field are alternatives.

    `date_from` and `date_to` are ISO dates, both inclusive; `years` are meeting years ("2024"). An undated passage never
    meets a period or a year.
    """

    municipalities: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    case_keys: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    section_ids: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One token looked for in one of FIELDS; `weight` multiplies its BM25 score."""

    field: str
    token: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Search:
    """One of several searches by words that are made in one go, as `Index.lexical` makes one."""

    terms: tuple[Term, ...]
    filters: Filters
    holding: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage found, best first."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a file in a list of files; `draft`: every § of it was written before the meeting."""

    kind: str
    municipality: str | None
    body: str | None
    date: str | None
    draft: bool = False

    @property
    def is_minutes(self) -> bool:
        """Whether it says what a meeting decided."""
        return self.kind == Kind.PROTOKOLL and not self.draft


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What the index knows of one file. `origin` is the absolute path it was read from; `reading` names the reader's
    version, so that a better reader reads again; `held` and `read_at` (ISO, UTC: when it was read) are empty in an index
    made before there were such."""

    file: str
    origin: str
    sha256: str
    reading: str
    format: str
    given: Given
    pages: int
    documents: int
    sections: int
    passages: int
    notes: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    read_at: str | None = None


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage with its tokens by field and its vector (unit length; None where the text gives none)."""

    passage: Passage
    tokens: Mapping[str, tuple[str, ...]]
    vector: Vector | None


@dataclass(frozen=True, slots=True)
class FileEntry:
    """All that is stored of one file, put or replaced as a whole."""

    record: FileRecord
    source: Source
    furniture: tuple[tuple[int, int], ...]
    documents: tuple[Document, ...]
    passages: tuple[IndexedPassage, ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as read, given back by `Index.file`."""

    record: FileRecord
    source: Source
    furniture: tuple[tuple[int, int], ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Passage counts by value, for what the filters leave; `years` counts by meeting year. `files` and `documents` are
    how many of them these passages stand in."""

    passages: int = 0
    municipalities: Mapping[str, int] = field(default_factory=dict)
    bodies: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    files: int = 0
    documents: int = 0


class Writer(Protocol):
    """Changes to an index. Leaving the `with` block without an error makes them last; otherwise the index stays whole:
    readers see each file either as it was or as it will be."""

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def put(self, entry: FileEntry) -> None:
        """Store a file, replacing what stood under the same `record.file`."""

    def remove(self, file: str) -> None:
        """Take a file away; one that is not there is no error."""


class Index(Protocol):
    """One version of an index at one place. Reads follow later commits by themselves."""

    @property
    def version(self) -> IndexVersion:
        """What this index was made with."""

    @property
    def location(self) -> str:
        """The directory or URL, without user and password."""

    @property
    def is_remote(self) -> bool:
        """Whether reads wait for a server, so that it is worth making several at the same time."""

    def files(self, access: Access) -> list[FileRecord]:
        """All files, by name."""

    def file(self, file: str, access: Access) -> StoredFile | None:
        """One file as read; None where it is not there or may not be seen."""

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        """Passages in the order asked for; one that is not there or may not be seen is left out."""

    def lexical(self, terms: Iterable[Term], filters: Filters, access: Access, limit: int, holding: Iterable[Term] = ()) -> list[Scored]:
        """The best passages by the sum of weighted BM25 scores over the terms; only ones that hold a term, and of `holding`,
        where it is given, one too. What only must be held adds nothing to the score."""

    def nearest(self, vector: Vector, filters: Filters, access: Access, limit: int) -> list[Scored]:
        """The passages whose vectors point the same way; score = cosine."""

    def lexical_each(self, searches: Sequence[Search], access: Access, limit: int) -> list[list[Scored]]:
        """What `lexical` finds for each search, in their order; many that share their terms cost little more than one."""

    def nearest_each(self, vector: Vector, filters: Sequence[Filters], access: Access, limit: int) -> list[list[Scored]]:
        """What `nearest` finds within each of the filters, in their order."""

    def select(self, filters: Filters, access: Access, limit: int) -> list[str]:
        """Ids of passages that meet the filters, in id order: for exact references, without any ranking."""

    def facets(self, filters: Filters, access: Access) -> Facets:
        """Counts for what the filters leave."""

    def writer(self, *, rebuild: bool = False) -> Writer:
        """Start changing the index. `rebuild` starts from nothing beside the present content, which answers until
        the end. Raises IndexBusy where another process writes."""

    def close(self) -> None:
        """Let go of files and connections."""
