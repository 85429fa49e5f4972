"""One generation of an embedded index, opened for reading. It never changes: a new one is written beside it.

content.sqlite   files and passages as put, by slot; slots follow passage ids
columns.i32      per slot: codes of the keyword fields, the day, whether there is a vector
vectors.f32      per slot: the vector
text/            tantivy's index of the tokens, with the slot as a fast field
"""

import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy
from numpy.typing import NDArray

from indexer.documents import Passage
from indexer.engines.filtering import KEYWORDS, Conditions
from indexer.engines.ranking import COSINE_DECIMALS, DECIMALS, settled
from indexer.engines.stored import stored_file, unpack_content, unpack_passage, unpack_record
from indexer.engines.textindex import open_text, text_query
from indexer.index import Facets, FileRecord, Scored, StoredFile, Vector

COLUMNS = (*KEYWORDS, "day", "embedded")

Mask = NDArray[numpy.bool_]
Weights = tuple[tuple[tuple[str, str], float], ...]
"""Field and token of each term, with its weight."""

_ANYTHING = Conditions((), ())

_FACETS = {"municipality": "municipalities", "body": "bodies", "kind": "kinds", "status": "statuses"}
_AT_ONCE = 500
_MAPPED_BYTES = 1 << 40
"""More than there is; SQLite maps at most what it was built for."""
_FILES_REMEMBERED = 64
"""Files kept as read, of long bundles a megabyte each: an answer looks into a few, a comparison into one of each municipality."""

_WORDS_REMEMBERED = 1 << 13
"""Searches for one word kept: how rare each word of a question is, an answer asks every time."""

_MASKS_REMEMBERED = 128
"""Conditions whose masks are kept, a byte a passage: most questions come with one of a few, a comparison with one a municipality."""

_FACETS_REMEMBERED = 512
_NAMES_REMEMBERED = 512
"""Names of which it is kept who holds them: each comparison looks for the same ones."""

_FEW_CODES = 8
_ROUNDED_AWAY = 2 * 10.0**-COSINE_DECIMALS
"""What two cosines can differ by and still be one when rounded."""


class Generation:
    """Reads one folder. Safe to use from several threads; `close` when none does any more."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._columns = _mapped(folder / "columns.i32", numpy.dtype(numpy.int32)).reshape(len(COLUMNS), -1)
        self.vectors: NDArray[numpy.float32] = _mapped(folder / "vectors.f32", numpy.dtype(numpy.float32)).reshape(-1, dimension)
        self._searcher = open_text(folder / "text").searcher()
        self._content = sqlite3.connect(f"{(folder / 'content.sqlite').as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        # a search reads a hundred passages from as many places; mapped, none costs a call to the system
        self._content.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        # nothing here changes any more, so what was counted once holds
        self.mask = lru_cache(_MASKS_REMEMBERED)(self._mask)
        self.facets = lru_cache(_FACETS_REMEMBERED)(self._facets)
        self.holding = lru_cache(_NAMES_REMEMBERED)(self._holding)
        self.file = lru_cache(_FILES_REMEMBERED)(self._file)
        self._best_of_word = lru_cache(_WORDS_REMEMBERED)(self._searched)
        try:
            self._require_whole()
        except (ValueError, sqlite3.Error):
            self.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        self._content.close()

    @cached_property
    def files(self) -> tuple[FileRecord, ...]:
        """Records of all files by name, whoever may see them."""
        with self._lock:
            rows = self._content.execute("SELECT record FROM files ORDER BY file").fetchall()
        return tuple(unpack_record(data) for (data,) in rows)

    def _file(self, file: str) -> StoredFile | None:
        """One file as read, whoever may see it."""
        found = self._rows("SELECT record, content FROM files WHERE file IN (%s)", (file,))
        return stored_file(unpack_record(found[0][0]), unpack_content(found[0][1])) if found else None

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by id, whoever may see them."""
        slots = [slot for slot in map(self._slot, ids) if slot is not None]
        return {key: unpack_passage(data) for key, data in self._rows("SELECT id, passage FROM passages WHERE slot IN (%s)", slots)}

    def lexical(
        self, weights: dict[tuple[str, str], float], conditions: Conditions, limit: int, required: Sequence[tuple[str, str]] = ()
    ) -> list[Scored]:
        """By the sum of weighted BM25 scores."""
        search = self._best_of_word if limit == 1 else self._searched
        return list(search(tuple(weights.items()), self._telling(conditions), limit, required))

    def _searched(self, weights: Weights, conditions: Conditions, limit: int, required: Sequence[tuple[str, str]]) -> list[Scored]:
        query = text_query(dict(weights), conditions, required)

        def fetch(size: int) -> list[tuple[int, float]]:
            hits = self._searcher.search(query, size, count=False).hits
            slots = self._searcher.fast_field_values("slot", [address for _, address in hits])
            return [(int(slot or 0), score) for slot, (score, _) in zip(slots, hits, strict=True)]

        return self.named(settled(fetch, limit, DECIMALS))

    def scores(self, weights: Weights) -> tuple[NDArray[numpy.int64], NDArray[numpy.float32]]:
        """The slots of all that hold one of the terms, whoever may see them, and what each scores."""
        every = max(1, self._searcher.num_docs)
        hits = self._searcher.search(text_query(dict(weights), _ANYTHING), every, count=False).hits if weights else []
        slots = self._searcher.fast_field_values("slot", [address for _, address in hits])
        return numpy.array(slots, dtype=numpy.int64), numpy.array([score for score, _ in hits], dtype=numpy.float32)

    def _holding(self, terms: tuple[tuple[str, str], ...]) -> NDArray[numpy.int32]:
        """The slots of all that hold one of the terms, field and token each, whoever may see them."""
        slots, _ = self.scores(tuple((term, 1.0) for term in terms))
        return slots.astype(numpy.int32)

    def nearest(self, vector: Vector, conditions: Conditions, limit: int) -> list[Scored]:
        """By cosine, exactly."""
        mask = self.mask(conditions) & self.embedded
        length = float(numpy.linalg.norm(vector))
        if limit < 1 or not length or not mask.any():
            return []
        slots = numpy.flatnonzero(mask)
        rows = self.vectors if len(slots) * 2 > len(mask) else self.vectors[slots]
        # row by row: the matrix product would spread over all cores, which a service with many threads has better use for
        cosines = numpy.vecdot(rows, (vector / length).astype(numpy.float32))
        if rows is self.vectors:
            cosines = cosines[slots]
        if limit < len(cosines):
            least = numpy.partition(cosines, len(cosines) - limit)[len(cosines) - limit]
            kept = cosines >= least - _ROUNDED_AWAY
            slots, cosines = slots[kept], cosines[kept]
        scores = numpy.round(cosines.astype(numpy.float64), COSINE_DECIMALS)
        order = numpy.lexsort((slots, -scores))[:limit]
        return self.named([(int(slots[i]), float(scores[i])) for i in order])

    def select(self, conditions: Conditions, limit: int) -> list[str]:
        """Ids in order."""
        slots = numpy.flatnonzero(self.mask(conditions))[: max(0, limit)].tolist()
        return [self._ids[slot] for slot in slots]

    def _facets(self, conditions: Conditions) -> Facets:
        """Counts by value."""
        slots = numpy.flatnonzero(self.mask(conditions))
        counts = {plural: self._counted(field, slots) for field, plural in _FACETS.items()}
        years, by_year = numpy.unique(self._column("day")[slots] // 10_000, return_counts=True)
        dated = {str(year): int(count) for year, count in zip(years.tolist(), by_year.tolist(), strict=True) if year}
        files, documents = (len(numpy.unique(self._column(field)[slots])) for field in ("file", "document_id"))
        return Facets(passages=len(slots), years=dated, files=files, documents=documents, **counts)

    def _telling(self, conditions: Conditions) -> Conditions:
        """The conditions without those that every passage meets: they would only cost time."""
        among = tuple(each for each in conditions.among if not self.mask(Conditions((each,), ())).all())
        return replace(conditions, among=among)

    def _mask(self, conditions: Conditions) -> Mask:
        """Which slots meet the conditions."""
        mask: Mask = numpy.ones(self._columns.shape[1], dtype=numpy.bool_)
        for field, values in conditions.among:
            mask &= _among(self._column(field), self._codes(field, values))
        if conditions.withdrawn:
            mask &= ~numpy.isin(self._column("file"), self._codes("file", conditions.withdrawn))
        for file, section in conditions.withdrawn_sections:
            here = numpy.isin(self._column("file"), self._codes("file", (file,)))
            mask &= ~(here & numpy.isin(self._column("section"), self._codes("section", (section,))))
        for periods in conditions.periods:
            days = self._column("day")
            mask &= numpy.logical_or.reduce([(days >= first) & (days <= last) for first, last in periods])
        return mask

    def stored(self) -> Iterator[tuple[str, str, bytes, bytes, int]]:
        """Every passage as (id, file, passage, texts, slot), by id: for the next generation."""
        yield from self._content.execute("SELECT id, file, passage, texts, slot FROM passages ORDER BY slot")

    def stored_files(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Every file as (file, record, content): for the next generation."""
        yield from self._content.execute("SELECT file, record, content FROM files ORDER BY file")

    def has_vector(self, slot: int) -> bool:
        """Whether the passage in the slot has a vector."""
        return bool(self._column("embedded")[slot])

    @cached_property
    def embedded(self) -> Mask:
        """Which slots have a vector."""
        there: Mask = self._column("embedded") == 1
        return there

    def _require_whole(self) -> None:
        ((last,),) = self._content.execute("SELECT coalesce(max(slot), -1) FROM passages")
        if not last + 1 == self._columns.shape[1] == len(self.vectors) == self._searcher.num_docs:
            raise ValueError("its files do not fit together")

    def _column(self, name: str) -> NDArray[numpy.int32]:
        column: NDArray[numpy.int32] = self._columns[COLUMNS.index(name)]
        return column

    def _codes(self, field: str, values: Sequence[str]) -> list[int]:
        return [code for (code,) in self._rows("SELECT code FROM terms WHERE field = ? AND value IN (%s)", values, field)]

    def _counted(self, field: str, slots: NDArray[numpy.int64]) -> dict[str, int]:
        counts = numpy.bincount(self._column(field)[slots]).tolist()
        codes = [code for code, count in enumerate(counts) if code and count]
        rows = self._rows("SELECT value, code FROM terms WHERE field = ? AND code IN (%s) ORDER BY value", codes, field)
        return {value: counts[code] for value, code in rows}

    def named(self, found: list[tuple[int, float]]) -> list[Scored]:
        """Slots and scores as the ids that they stand for."""
        ids = self._ids
        return [Scored(ids[slot], score) for slot, score in found]

    @cached_property
    def _ids(self) -> list[str]:
        """Every passage's id, by slot. Read at once when first asked for: every search asks for two hundred, each on another page."""
        with self._lock:
            return [key for (key,) in self._content.execute("SELECT id FROM passages ORDER BY id")]

    def _slot(self, key: str) -> int | None:
        """Where the passage is: slots follow ids."""
        slot = bisect_left(self._ids, key)
        return slot if slot < len(self._ids) and self._ids[slot] == key else None

    def _rows(self, query: str, values: Sequence[str] | Sequence[int], *before: str) -> list[tuple]:  # type: ignore[type-arg]  # rows of SQLite
        """Run a query whose %s stands for the values, as many at once as SQLite takes."""
        rows: list[tuple] = []  # type: ignore[type-arg]  # as above
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            with self._lock:
                rows += self._content.execute(query % ",".join("?" * len(some)), (*before, *some)).fetchall()
        return rows


def _among(column: NDArray[numpy.int32], codes: Sequence[int]) -> Mask:
    """Where the column holds one of the codes; for a few, numpy's own way takes many times as long."""
    if len(codes) > _FEW_CODES:
        return numpy.isin(column, codes)
    among: Mask = numpy.zeros(len(column), dtype=numpy.bool_)
    for code in codes:
        among |= column == code
    return among


def _mapped(path: Path, dtype: numpy.dtype) -> NDArray:  # type: ignore[type-arg]  # of the dtype given
    """The file as an array without reading it; an empty file cannot be mapped."""
    if path.stat().st_size == 0:
        return numpy.empty(0, dtype=dtype)
    return numpy.asarray(numpy.memmap(path, dtype=dtype, mode="r"))
