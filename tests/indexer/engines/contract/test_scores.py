"""Searches by words: BM25 over terms and fields, ties by id."""

import math
from collections import Counter
from dataclasses import replace

import numpy
import pytest

from indexer.index import Filters, Index, Term
from tests.indexer.engines.made import ALL, PUBLIC, entry, ids, indexed, passage, put, stems, texts


def bm25(corpus: dict[str, list[str]], token: str) -> dict[str, float]:
    """The formula, written out: Lucene's, with k1 1.2 and b 0.75; exact lengths, as short ones are stored exactly."""
    holding = [key for key, tokens in corpus.items() if token in tokens]
    average = sum(map(len, corpus.values())) / len(corpus)
    idf = math.log(1 + (len(corpus) - len(holding) + 0.5) / (len(holding) + 0.5))
    scores = {}
    for key in holding:
        often = corpus[key].count(token)
        scores[key] = idf * often * 2.2 / (often + 1.2 * (1 - 0.75 + 0.75 * len(corpus[key]) / average))
    return scores


def test_scores_are_the_weighted_sum_of_bm25_over_terms_and_fields(index: Index) -> None:
    random = numpy.random.default_rng(7)
    words = [f"ord{n}" for n in range(12)]
    made = []
    for n in range(60):
        tokens = {name: [words[i] for i in random.zipf(1.6, random.integers(1, 20)) % 12] for name in ("stems", "parts", "ids")}
        if n % 5 == 0:
            tokens["ids"] = []
        made.append(indexed(passage("a.txt", n), tokens))
    put(
        index, entry("a.txt", made[:30]), entry("b.txt", [replace(each, passage=replace(each.passage, file="b.txt")) for each in made[30:]])
    )
    terms = [
        Term("stems", "ord1"),
        Term("stems", "ord3", 2.5),
        Term("parts", "ord2", 0.5),
        Term("ids", "ord1", 3.0),
        Term("stems", "ingen"),
    ]
    expected: Counter[str] = Counter()
    for term in terms:
        corpus = {each.passage.id: list(each.tokens[term.field]) or [""] for each in made}
        for key, score in bm25(corpus, term.token).items():
            expected[key] += term.weight * score  # type: ignore[assignment]  # counts of floats
    found = index.lexical(terms, ALL, PUBLIC, 100)
    assert {each.id: each.score for each in found} == pytest.approx(dict(expected), abs=2e-4)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert index.lexical(terms, ALL, PUBLIC, 7) == found[:7]


def test_a_term_given_twice_counts_twice_and_one_without_weight_looks_for_nothing(index: Index) -> None:
    put(index, texts("a.txt", "taxa skola", "väg"))
    once = index.lexical(stems("taxa"), ALL, PUBLIC, 9)[0].score
    assert index.lexical(stems("taxa", "taxa"), ALL, PUBLIC, 9)[0].score == pytest.approx(2 * once, abs=2e-4)
    assert index.lexical([Term("stems", "väg", 0.0)], ALL, PUBLIC, 9) == []
    assert index.lexical([], ALL, PUBLIC, 9) == []


def test_filters_do_not_change_scores(index: Index) -> None:
    put(index, texts("a.txt", "taxa skola", "väg"), texts("b.txt", "taxa", "gata"))
    free = {each.id: each.score for each in index.lexical(stems("taxa"), ALL, PUBLIC, 9)}
    for each in index.lexical(stems("taxa"), Filters(files=("a.txt",), date_from="2020-01-01"), PUBLIC, 9):
        assert each.score == free[each.id]


def test_what_must_be_held_leaves_out_the_rest_and_adds_nothing_to_scores(index: Index) -> None:
    put(index, texts("a.txt", "taxa skola", "taxa väg", "taxa", "skola"), texts("b.txt", "taxa gata"))
    free = {each.id: each for each in index.lexical(stems("taxa"), ALL, PUBLIC, 9)}
    held = index.lexical(stems("taxa"), ALL, PUBLIC, 9, stems("skola", "gata", "saknas"))

    assert {each.id for each in held} == {passage("a.txt", 0).id, passage("b.txt", 0).id}
    assert held == [each for each in free.values() if each in held]
    assert ids(index.lexical(stems("taxa"), Filters(files=("b.txt",)), PUBLIC, 9, stems("gata"))) == [passage("b.txt", 0).id]
    assert index.lexical(stems("taxa"), ALL, PUBLIC, 9, stems("saknas")) == []
    assert index.lexical([], ALL, PUBLIC, 9, stems("skola")) == []


def test_equal_scores_come_by_id_also_across_the_limit(index: Index) -> None:
    put(index, *(texts(f"{n}.txt", *["taxa"] * 15) for n in range(12)), texts("annan.txt", "väg", "taxa taxa"))
    found = index.lexical(stems("taxa"), ALL, PUBLIC, 500)
    assert len(found) == 181
    assert ids(found[1:]) == sorted(ids(found[1:]))
    for limit in (0, 1, 5, 40, 200):
        assert index.lexical(stems("taxa"), ALL, PUBLIC, limit) == found[:limit]


TOKENS = ("§12", "ks/2024:17", "a@b", "5,3", "\u2460", "c\u00a0d", "l" * 5000, "+taxa", "*", '"', "AND", "\U0001d4d0" * 300)


def test_a_token_is_found_as_it_stands_whatever_it_holds(index: Index) -> None:
    put(index, texts("a.txt", *({"stems": [token, "taxa"]} for token in TOKENS), "d taxa", "annat"))
    for n, token in enumerate(TOKENS):
        assert ids(index.lexical(stems(token), ALL, PUBLIC, 9)) == [passage("a.txt", n).id], token


def test_a_field_that_does_not_exist_is_an_error_of_the_caller(index: Index) -> None:
    with pytest.raises(ValueError, match="no field 'stem'"):
        index.lexical([Term("stem", "taxa")], ALL, PUBLIC, 9)
