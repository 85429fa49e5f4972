"""What any engine must do, on both: storing, replacing, access, filters, ranking, ties, and readers beside writers."""

import math
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy
import pytest

from indexer.documents import Kind, Role, Status
from indexer.errors import IndexBusy, IndexMismatch, IndexMissing, UsageProblem
from indexer.index import Access, FileEntry, Filters, Index, IndexVersion, Scored, Search, Term
from tests.indexer.engines.conftest import Place
from tests.indexer.engines.made import ALL, DIMENSION, PUBLIC, VERSION, entry, indexed, passage, stems, texts, vector

NOBODY = Access(frozenset())


def ids(found: Sequence[Scored]) -> list[str]:
    return [each.id for each in found]


def everything(index: Index, access: Access = PUBLIC) -> list[str]:
    return index.select(ALL, access, 1000)


def put(index: Index, *entries: object) -> None:
    with index.writer() as writer:
        for each in entries:
            writer.put(each)  # type: ignore[arg-type]


# Storing


def test_an_index_without_content_answers_with_nothing(index: Index) -> None:
    assert index.files(PUBLIC) == []
    assert index.file("a.txt", PUBLIC) is None
    assert index.passages(["x"], PUBLIC) == []
    assert index.lexical(stems("taxa"), ALL, PUBLIC, 5) == []
    assert index.nearest(vector(1, 0, 0, 0), ALL, PUBLIC, 5) == []
    assert everything(index) == []
    assert index.facets(ALL, PUBLIC).passages == 0


def test_a_file_is_given_back_as_it_was_put(index: Index) -> None:
    given = texts("mapp/å b.txt", "taxa", "skola")
    put(index, given)
    stored = index.file("mapp/å b.txt", PUBLIC)
    assert stored
    assert (stored.record, stored.source, stored.furniture, stored.documents) == (
        given.record,
        given.source,
        given.furniture,
        given.documents,
    )
    assert stored.source.text == given.source.text
    assert stored.source.line_starts == given.source.line_starts
    assert index.files(PUBLIC) == [given.record]


def test_passages_come_in_the_order_asked_for(index: Index) -> None:
    given = texts("a.txt", "x", "y", "z")
    put(index, given)
    wanted = [given.passages[2].passage, given.passages[0].passage]
    assert index.passages([wanted[0].id, "not there", wanted[1].id], PUBLIC) == wanted


def test_files_come_by_name(index: Index) -> None:
    put(index, texts("b.txt", "x"), texts("a.txt", "x"), texts("ä.txt", "x"))
    assert [record.file for record in index.files(PUBLIC)] == ["a.txt", "b.txt", "ä.txt"]


def test_a_file_put_again_replaces_all_of_itself_and_nothing_else(index: Index) -> None:
    put(index, texts("a.txt", "taxa", "skola", "väg"), texts("b.txt", "taxa"))
    again = entry("a.txt", [indexed(passage("a.txt", 1, text="Nytt"), "avgift")], sha256="11")
    put(index, again)
    assert index.lexical(stems("taxa"), Filters(files=("a.txt",)), PUBLIC, 9) == []
    assert ids(index.lexical(stems("avgift"), ALL, PUBLIC, 9)) == [again.passages[0].passage.id]
    assert index.passages([again.passages[0].passage.id], PUBLIC)[0].text == "Nytt"
    assert len(everything(index)) == 2
    assert {record.file: record.sha256 for record in index.files(PUBLIC)} == {"a.txt": "11", "b.txt": "00"}


def test_the_last_of_two_puts_in_one_go_stands(index: Index) -> None:
    put(index, texts("a.txt", "x", "y"), texts("a.txt", "z"))
    assert len(everything(index)) == 1
    assert len(index.lexical(stems("z"), ALL, PUBLIC, 5)) == 1


def test_a_removed_file_is_gone_and_one_that_is_not_there_is_no_error(index: Index) -> None:
    put(index, texts("a.txt", "x"), texts("b.txt", "x"))
    with index.writer() as writer:
        writer.remove("a.txt")
        writer.remove("never.txt")
    assert [record.file for record in index.files(PUBLIC)] == ["b.txt"]
    assert index.file("a.txt", PUBLIC) is None
    assert len(index.lexical(stems("x"), ALL, PUBLIC, 5)) == 1
    with index.writer() as writer:
        writer.remove("b.txt")
    assert everything(index) == []


def test_a_file_without_passages_is_still_a_file(index: Index) -> None:
    put(index, texts("tom.txt"))
    assert [record.file for record in index.files(PUBLIC)] == ["tom.txt"]


# Access


def test_no_access_shows_nothing_and_other_collections_stay_hidden(index: Index) -> None:
    put(
        index,
        texts("a.txt", "taxa"),
        entry("hemlig.txt", [indexed(passage("hemlig.txt", 1), "taxa", vector(1, 0, 0, 0))], collection="inner"),
    )
    secret = indexed(passage("hemlig.txt", 1)).passage.id
    both = Access(frozenset({"public", "inner"}))
    for access, seen in ((PUBLIC, 1), (NOBODY, 0), (Access(frozenset({"inner"})), 1), (both, 2), (Access.operator(), 2)):
        assert len(index.files(access)) == seen
        assert len(index.lexical(stems("taxa"), ALL, access, 9)) == seen
        assert len(everything(index, access)) == seen
        assert index.facets(ALL, access).passages == seen
    assert index.file("hemlig.txt", Access.operator()) is not None
    for access in (PUBLIC, NOBODY):
        assert index.file("hemlig.txt", access) is None
        assert index.passages([secret], access) == []
        assert index.nearest(vector(1, 0, 0, 0), ALL, access, 9) == []


def test_a_withdrawn_file_is_hidden_everywhere(index: Index) -> None:
    put(index, texts("a.txt", "taxa"), entry("b.txt", [indexed(passage("b.txt", 1), "taxa", vector(1, 0, 0, 0))]))
    access = Access(frozenset({"public"}), withdrawn=frozenset({"b.txt"}))
    assert [record.file for record in index.files(access)] == ["a.txt"]
    assert index.file("b.txt", access) is None
    assert len(index.lexical(stems("taxa"), ALL, access, 9)) == 1
    assert index.nearest(vector(1, 0, 0, 0), ALL, access, 9) == []
    assert len(everything(index, access)) == 1
    assert index.passages([passage("b.txt", 1).id], access) == []
    assert index.facets(ALL, access).passages == 1


# Filters

ONE = {
    "municipality": "Övik",
    "body": "Miljönämnden",
    "kind": Kind.RAPPORT,
    "status": Status.FORSLAG,
    "role": Role.BILAGA,
    "case_key": "övik|ks|2024|17",
    "section": "Ä 19 a",
    "document_id": "d-1",
    "section_id": "s 1",
    "date": "2025-01-31",
}

FILTERS = (
    Filters(municipalities=("Övik",)),
    Filters(bodies=("Miljönämnden",)),
    Filters(kinds=("rapport",)),
    Filters(statuses=("förslag",)),
    Filters(roles=("bilaga",)),
    Filters(case_keys=("övik|ks|2024|17",)),
    Filters(sections=("Ä 19 a",)),
    Filters(files=("ett.txt",)),
    Filters(document_ids=("d-1",)),
    Filters(section_ids=("s 1",)),
    Filters(date_from="2025-01-31"),
    Filters(municipalities=("Övik", "Ingenstans"), kinds=("rapport",), date_to="2025-01-31", date_from="2024-12-01"),
)


def test_each_filter_leaves_what_it_names_in_every_search(index: Index) -> None:
    one = passage("ett.txt", 1, **ONE)
    other = passage("två.txt", 1)
    unknown = passage("tre.txt", 1, municipality=None, body=None, date=None, section=None)
    put(index, *(entry(each.file, [indexed(each, "taxa", vector(1, 0, 0, 0))]) for each in (one, other, unknown)))
    for filters in FILTERS:
        assert ids(index.lexical(stems("taxa"), filters, PUBLIC, 9)) == [one.id], filters
        assert ids(index.nearest(vector(1, 1, 0, 0), filters, PUBLIC, 9)) == [one.id], filters
        assert index.select(filters, PUBLIC, 9) == [one.id], filters
        left = index.facets(filters, PUBLIC)
        assert (left.municipalities, left.files, left.documents) == ({"Övik": 1}, 1, 1), filters


PERIODS = (
    ("2024-03-07", None, ["2024-03-07", "2024-03-08"]),
    (None, "2024-03-07", ["2024-03-06", "2024-03-07"]),
    ("2024-03-07", "2024-03-07", ["2024-03-07"]),
    ("2024-03-08", "2024-03-07", []),
    (None, None, ["2024-03-06", "2024-03-07", "2024-03-08", None]),
)


def test_a_period_holds_both_its_days_and_never_what_is_undated(index: Index) -> None:
    made = [passage("a.txt", n, date=date) for n, date in enumerate(("2024-03-06", "2024-03-07", "2024-03-08", None))]
    put(index, entry("a.txt", [indexed(each, "taxa") for each in made]))
    for date_from, date_to, found in PERIODS:
        filters = Filters(date_from=date_from, date_to=date_to)
        seen = {each.id for each in index.lexical(stems("taxa"), filters, PUBLIC, 9)}
        assert seen == set(index.select(filters, PUBLIC, 9)) == {each.id for each in made if each.date in found}, filters


def test_years_are_alternatives_within_a_period(index: Index) -> None:
    made = [passage("a.txt", n, date=date) for n, date in enumerate(("2022-12-31", "2023-01-01", "2024-02-29", "2025-01-01", None))]
    put(index, entry("a.txt", [indexed(each, "taxa") for each in made]))
    for years, date_from, found in (
        (("2023",), None, ["2023-01-01"]),
        (("2022", "2024"), None, ["2022-12-31", "2024-02-29"]),
        (("2022", "2024"), "2023-06-01", ["2024-02-29"]),
        (("1999",), None, []),
    ):
        filters = Filters(years=years, date_from=date_from)
        seen = {each.id for each in index.lexical(stems("taxa"), filters, PUBLIC, 9)}
        assert seen == set(index.select(filters, PUBLIC, 9)) == {each.id for each in made if each.date in found}, filters
        assert index.facets(filters, PUBLIC).passages == len(found)


def test_a_period_that_is_no_date_is_refused(index: Index) -> None:
    with pytest.raises(UsageProblem, match="'i fjol' is not a date"):
        index.select(Filters(date_from="i fjol"), PUBLIC, 9)


# Ranking


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


# Vectors


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


# Many searches at once

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


# Selection and counts


def test_selected_ids_come_in_order_and_stop_at_the_limit(index: Index) -> None:
    put(index, entry("a.txt", [indexed(passage("a.txt", n), "x") for n in range(1200)]))
    every = sorted(passage("a.txt", n).id for n in range(1200))
    assert index.select(ALL, PUBLIC, 5000) == every
    assert index.select(ALL, PUBLIC, 700) == every[:700]
    assert index.select(ALL, PUBLIC, 0) == []


def test_facets_count_passages_by_value_and_leave_out_what_is_unknown(index: Index) -> None:
    made = [
        passage("a.txt", 1),
        passage("a.txt", 2, municipality="Övik", date="2023-01-01", kind=Kind.RAPPORT),
        passage("a.txt", 3, municipality=None, body=None, date=None, status=Status.FORSLAG),
    ]
    put(index, entry("a.txt", [indexed(each, "x") for each in made]))
    facets = index.facets(ALL, PUBLIC)
    assert facets.passages == 3
    assert facets.municipalities == {"Åvalla": 1, "Övik": 1}
    assert facets.bodies == {"Kulturnämnden": 2}
    assert facets.kinds == {"protokoll": 2, "rapport": 1}
    assert facets.statuses == {"beslut": 2, "förslag": 1}
    assert facets.years == {"2023": 1, "2024": 1}


# Writers and readers


def test_readers_see_what_a_writer_did_when_it_is_done_and_not_before(place: Place) -> None:
    with place.filled(texts("a.txt", "taxa")).writer() as writer:
        reader = place.open(create=False)
        writer.put(texts("a.txt", *["skola"] * 1500))
        writer.put(texts("b.txt", "taxa"))
        writer.remove("a.txt")
        assert [record.file for record in reader.files(PUBLIC)] == ["a.txt"]
        assert len(everything(reader)) == 1
    assert [record.file for record in reader.files(PUBLIC)] == ["b.txt"]
    assert len(reader.lexical(stems("taxa"), ALL, PUBLIC, 5)) == 1
    reader.close()


def test_a_writer_that_fails_half_way_leaves_every_file_whole(place: Place) -> None:
    index = place.filled(*(texts(f"{n}.txt", "taxa", "väg") for n in range(5)))
    with pytest.raises(RuntimeError, match="the disk is on fire"), index.writer() as writer:
        for n in range(3):
            writer.put(texts(f"{n}.txt", *["skola"] * 600))
        raise RuntimeError("the disk is on fire")
    for n in range(5):
        old = index.lexical(stems("taxa"), Filters(files=(f"{n}.txt",)), PUBLIC, 999)
        new = index.lexical(stems("skola"), Filters(files=(f"{n}.txt",)), PUBLIC, 999)
        stored = index.file(f"{n}.txt", PUBLIC)
        assert stored
        assert (len(old), len(new), stored.record.passages) in {(1, 0, 2), (0, 600, 600)}
    put(index, texts("0.txt", "gata"))
    assert len(index.select(Filters(files=("0.txt",)), PUBLIC, 9)) == 1


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(place: Place) -> None:
    index = place.filled(texts("a.txt", "taxa"))
    with pytest.raises(RuntimeError), index.writer(rebuild=True) as writer:
        writer.put(texts("b.txt", "taxa"))
        raise RuntimeError
    assert [record.file for record in index.files(PUBLIC)] == ["a.txt"]


def test_a_rebuild_holds_only_what_was_put_into_it(place: Place) -> None:
    index = place.filled(texts("a.txt", "taxa"), texts("b.txt", "taxa"))
    with index.writer(rebuild=True) as writer:
        writer.put(texts("b.txt", "skola"))
    assert [record.file for record in index.files(PUBLIC)] == ["b.txt"]
    assert len(everything(index)) == 1


def test_only_one_writes_at_a_time(place: Place) -> None:
    index, other = place.open(), place.open()
    with index.writer() as writer:
        writer.put(texts("a.txt", "taxa"))
        with pytest.raises(IndexBusy, match="writing to the index"), other.writer():
            pass
    put(other, texts("b.txt", "taxa"))
    assert len(index.files(PUBLIC)) == 2


def test_who_searches_beside_a_writer_never_meets_an_error_or_an_empty_index(place: Place) -> None:
    index = place.filled(*(texts(f"{n}.txt", "taxa skola", "taxa väg") for n in range(20)))
    problems: list[object] = []
    done = threading.Event()
    asked = [0]

    def search() -> None:
        with_own = place.open(create=False)
        while not done.is_set():
            try:
                if len(with_own.lexical(stems("taxa"), ALL, PUBLIC, 50)) < 40 or len(with_own.files(PUBLIC)) < 20:
                    problems.append("too few")
                asked[0] += 1
            except Exception as error:  # noqa: BLE001 - any error is what this test looks for
                problems.append(error)
        with_own.close()

    readers = [threading.Thread(target=search) for _ in range(2)]
    for reader in readers:
        reader.start()
    for n in range(6):
        with index.writer(rebuild=n % 2 == 0) as writer:
            for m in range(20):
                writer.put(texts(f"{m}.txt", "taxa skola", "taxa väg", f"varv{n}"))
    done.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert asked[0] > 10
    assert len(index.lexical(stems("varv5"), ALL, PUBLIC, 50)) == 20


# Versions


def test_where_nothing_was_indexed_the_index_is_missing(place: Place) -> None:
    with pytest.raises(IndexMissing, match="paragraf index"):
        place.open(create=False)


def test_an_index_of_another_version_is_named(place: Place) -> None:
    place.filled(texts("a.txt", "x"), version=replace(VERSION, model="another/model-A")).close()
    with pytest.raises(IndexMismatch, match=r"model 'another/model-A' .*model 'made-up'"):
        place.open(create=False)


def test_versions_stand_beside_each_other(place: Place) -> None:
    newer = IndexVersion("2", "made-up", 8)
    old, new = place.filled(texts("a.txt", "taxa")), place.filled(texts("b.txt", "taxa"), version=newer)
    assert place.versions() == (VERSION, newer)
    assert [record.file for record in old.files(PUBLIC)] == ["a.txt"]
    assert [record.file for record in new.files(PUBLIC)] == ["b.txt"]
    assert (old.version, new.version) == (VERSION, newer)
