"""An index in memory for tests: the whole contract for reading, with BM25 written out."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn

import numpy

from indexer.documents import Document, Given, Passage, Source
from indexer.index import Access, Facets, FileRecord, Filters, IndexVersion, Scored, Search, StoredFile, Term, Vector, Writer

Tokens = Mapping[str, Sequence[str]]


class FakeIndex:
    """Passages with their tokens; `sources` are the files they come from, where a test looks into files."""

    location = "memory"
    is_remote = False
    version = IndexVersion("test", "test", 2)

    def __init__(
        self,
        passages: Iterable[Passage],
        analyse: Callable[[str, str], Tokens],
        embed: Callable[[str], Vector] | None = None,
        sources: Iterable[Source] = (),
        documents: Iterable[tuple[str, Document]] = (),
    ) -> None:
        self._passages = {passage.id: passage for passage in sorted(passages, key=lambda passage: passage.id)}
        self._sources = {source.file: source for source in sources}
        self._documents = list(documents)
        self._postings: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self._lengths: dict[str, dict[str, int]] = defaultdict(dict)
        self._vectors = {key: embed(p.header + " " + p.text) for key, p in self._passages.items()} if embed else {}
        for passage in self._passages.values():
            for field, tokens in analyse(passage.header, passage.text).items():
                self._lengths[field][passage.id] = len(tokens)
                for token, count in Counter(tokens).items():
                    self._postings[field, token][passage.id] = count

    def files(self, access: Access) -> list[FileRecord]:
        return [self._record(file) for file in sorted({p.file for p in self._seen(Filters(), access)})]

    def file(self, file: str, access: Access) -> StoredFile | None:
        if file not in self._sources or file in access.withdrawn:
            return None
        documents = tuple(document for name, document in self._documents if name == file)
        return StoredFile(self._record(file), self._sources[file], (), documents)

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        seen = {p.id for p in self._seen(Filters(), access)}
        return [self._passages[one] for one in ids if one in seen]

    def lexical(self, terms: Iterable[Term], filters: Filters, access: Access, limit: int, holding: Iterable[Term] = ()) -> list[Scored]:
        seen = {p.id for p in self._seen(filters, access)}
        if required := [self._postings.get((term.field, term.token), {}) for term in holding]:
            seen = {one for one in seen if any(one in posting for posting in required)}
        scores: dict[str, float] = defaultdict(float)
        for term in terms:
            posting = self._postings.get((term.field, term.token), {})
            lengths = self._lengths[term.field]
            idf = math.log(1 + (len(lengths) - len(posting) + 0.5) / (len(posting) + 0.5))
            average = sum(lengths.values()) / max(1, len(lengths))
            for one, count in posting.items():
                if one in seen:
                    scores[one] += term.weight * idf * count / (count + 1.2 * (0.25 + 0.75 * lengths[one] / average))
        return _best(scores, limit)

    def nearest(self, vector: Vector, filters: Filters, access: Access, limit: int) -> list[Scored]:
        seen = (p.id for p in self._seen(filters, access))
        return _best({one: float(numpy.dot(vector, self._vectors[one])) for one in seen if one in self._vectors}, limit)

    def lexical_each(self, searches: Sequence[Search], access: Access, limit: int) -> list[list[Scored]]:
        return [self.lexical(search.terms, search.filters, access, limit, search.holding) for search in searches]

    def nearest_each(self, vector: Vector, filters: Sequence[Filters], access: Access, limit: int) -> list[list[Scored]]:
        return [self.nearest(vector, each, access, limit) for each in filters]

    def select(self, filters: Filters, access: Access, limit: int) -> list[str]:
        return [p.id for p in self._seen(filters, access)][:limit]

    def facets(self, filters: Filters, access: Access) -> Facets:
        seen = self._seen(filters, access)
        return Facets(
            len(seen),
            Counter(p.municipality for p in seen if p.municipality),
            Counter(p.body for p in seen if p.body),
            Counter(str(p.kind) for p in seen),
            Counter(str(p.status) for p in seen),
            Counter(p.date[:4] for p in seen if p.date),
            files=len({p.file for p in seen}),
            documents=len({p.document_id for p in seen}),
        )

    def writer(self, *, rebuild: bool = False) -> Writer:
        return _no_writer()

    def close(self) -> None:
        pass

    def _seen(self, filters: Filters, access: Access) -> list[Passage]:
        allowed = (p for p in self._passages.values() if p.collection in access.collections and p.file not in access.withdrawn)
        return [p for p in allowed if _meets(p, filters)]

    def _record(self, file: str) -> FileRecord:
        passages = [p for p in self._passages.values() if p.file == file]
        sections, documents = {p.section_id for p in passages}, {p.document_id for p in passages}
        return FileRecord(file, f"/{file}", "0", "1", "text", Given(), 1, len(documents), len(sections), len(passages))


def _no_writer() -> NoReturn:
    raise NotImplementedError("the index of the tests is made in one go")


def _meets(passage: Passage, filters: Filters) -> bool:
    pairs = (
        (filters.municipalities, passage.municipality),
        (filters.bodies, passage.body),
        (filters.kinds, passage.kind),
        (filters.statuses, passage.status),
        (filters.roles, passage.role),
        (filters.case_keys, passage.case_key),
        (filters.sections, passage.section),
        (filters.files, passage.file),
        (filters.document_ids, passage.document_id),
        (filters.section_ids, passage.section_id),
    )
    if any(wanted and value not in wanted for wanted, value in pairs):
        return False
    if filters.date_from and not (passage.date and passage.date >= filters.date_from):
        return False
    return not (filters.date_to and not (passage.date and passage.date <= filters.date_to))


def _best(scores: Mapping[str, float], limit: int) -> list[Scored]:
    return [Scored(one, score) for one, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))][:limit]
