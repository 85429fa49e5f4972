"""Searches by vector: the exact neighbours, ties by id."""

import numpy
import pytest

from indexer.index import Filters, Index
from tests.indexer.engines.made import ALL, DIMENSION, PUBLIC, entry, ids, indexed, passage, put, vector


def test_the_nearest_are_the_exact_ones_with_their_cosines(index: Index) -> None:
    random = numpy.random.default_rng(3)
    made = [indexed(passage("a.txt", n, body=("X", "Y")[n % 2]), "x", vector(*random.normal(size=DIMENSION))) for n in range(200)]
    made += [indexed(passage("a.txt", 900), "x"), indexed(passage("a.txt", 901), "x", numpy.zeros(DIMENSION, numpy.float32))]
    put(index, entry("a.txt", made))
    asked = vector(*random.normal(size=DIMENSION))
    for filters, kept in ((ALL, made[:200]), (Filters(bodies=("Y",)), made[1:200:2])):
        cosines = {each.passage.id: float(each.vector @ asked) for each in kept if each.vector is not None}
        best = sorted(cosines, key=lambda key: -cosines[key])[:20]
        found = index.nearest(asked, filters, PUBLIC, 20)
        assert ids(found) == best
        assert [each.score for each in found] == pytest.approx([cosines[key] for key in best], abs=1e-5)
    assert len(index.nearest(asked, ALL, PUBLIC, 500)) == 200


def test_equal_vectors_come_by_id(index: Index) -> None:
    put(index, entry("a.txt", [indexed(passage("a.txt", n), "x", vector(1, 2, 3, 4)) for n in range(90)]))
    found = index.nearest(vector(1, 2, 3, 5), ALL, PUBLIC, 10)
    assert ids(found) == sorted(passage("a.txt", n).id for n in range(90))[:10]


def test_a_question_without_a_vector_finds_no_neighbours(index: Index) -> None:
    put(index, entry("a.txt", [indexed(passage("a.txt", 1), "x", vector(1, 0, 0, 0))]))
    assert index.nearest(numpy.zeros(DIMENSION, numpy.float32), ALL, PUBLIC, 5) == []
