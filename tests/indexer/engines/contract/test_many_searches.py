"""Many searches made in one go find what each finds alone."""

from collections.abc import Sequence

import numpy
import pytest

from indexer.index import Access, FileEntry, Filters, Index, Scored, Search, Term
from tests.indexer.engines.made import ALL, DIMENSION, NOBODY, PUBLIC, entry, ids, indexed, passage, put, stems, vector

PLACES = tuple(f"Ort {number}" for number in range(12))


def of_places() -> list[FileEntry]:
    """A file a place: three passages, of which one holds the place's number too."""
    made = []
    for number, place in enumerate(PLACES):
        passages = [passage(f"{number}.txt", ordinal, municipality=place) for ordinal in range(3)]
        tokens = ("taxa skola", f"taxa taxa väg{number} väg", "lek")
        vectors = (vector(1, number + 1, 0, 0), vector(number + 1, 0, 1, 0), None)
        made.append(entry(f"{number}.txt", [indexed(*each) for each in zip(passages, tokens, vectors, strict=True)]))
    return made


def asking(count: int) -> list[Search]:
    """A search for each of so many places: words that all share, one of its own, one that weighs less in the first place, and
    for some what must be held."""
    return [
        Search(
            (*stems("taxa", "skola", f"väg{number}"), Term("stems", "väg", 0.5 if number else 0.25)),
            Filters(municipalities=(place,) if number % 4 else ()),
            tuple(stems("lek", f"väg{number}")) if number % 3 else (),
        )
        for number, place in enumerate(PLACES[:count])
    ]


def alike(found: Sequence[Sequence[Scored]], alone: Sequence[Sequence[Scored]], off: float) -> bool:
    scores = [[each.score for each in some] for some in found]
    same = [[each.score for each in some] for some in alone]
    return list(map(ids, found)) == list(map(ids, alone)) and scores == [pytest.approx(some, abs=off) for some in same]


@pytest.mark.parametrize("count", [0, 2, len(PLACES)])
def test_many_searches_by_words_find_what_each_finds_alone(index: Index, count: int) -> None:
    put(index, *of_places())
    hidden = Access(frozenset({"public"}), withdrawn=frozenset({"1.txt"}))
    for access, limit in ((PUBLIC, 0), (PUBLIC, 1), (PUBLIC, 2), (PUBLIC, 50), (hidden, 50), (NOBODY, 50)):
        alone = [index.lexical(search.terms, search.filters, access, limit, search.holding) for search in asking(count)]
        assert alike(index.lexical_each(asking(count), access, limit), alone, 2e-4), (access, limit)


def test_a_search_without_words_among_many_finds_nothing(index: Index) -> None:
    put(index, *of_places())
    found = index.lexical_each([Search((), ALL), *asking(len(PLACES))], PUBLIC, 5)
    assert [bool(each) for each in found] == [False, *(True for _ in PLACES)]


@pytest.mark.parametrize("count", [0, 2, len(PLACES)])
def test_many_searches_by_vector_find_what_each_finds_alone(index: Index, count: int) -> None:
    put(index, *of_places())
    filters = [Filters(municipalities=(place,)) for place in PLACES[:count]]
    for near, access, limit in ((vector(1, 2, 3, 0), PUBLIC, 1), (vector(1, 2, 3, 0), PUBLIC, 9), (vector(1, 2, 3, 0), NOBODY, 9)):
        alone = [index.nearest(near, each, access, limit) for each in filters]
        assert alike(index.nearest_each(near, filters, access, limit), alone, 2e-6)
    assert index.nearest_each(numpy.zeros(DIMENSION, dtype=numpy.float32), filters, PUBLIC, 9) == [[] for _ in filters]
