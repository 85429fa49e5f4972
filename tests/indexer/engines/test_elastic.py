"""What is Elasticsearch's own: its lock, its shards and vectors, and that both engines rank alike."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx2
import numpy
import pytest

from indexer.engines import elasticlock
from indexer.engines.location import open_index
from indexer.errors import IndexBusy, UsageProblem
from indexer.index import FIELDS, FileEntry, Filters, Index, Term
from tests.indexer.engines.conftest import Place
from tests.indexer.engines.made import ALL, DIMENSION, PUBLIC, VERSION, entry, indexed, passage, stems, texts, vector

pytestmark = pytest.mark.elasticsearch


def made_up(files: int, passages: int) -> list[FileEntry]:
    """Files of words as common and as rare as words are, each passage with a vector."""
    random = numpy.random.default_rng(11)

    def words() -> list[str]:
        return [f"ord{n}" for n in random.zipf(1.3, random.integers(5, 120)) % 3000]

    return [
        entry(
            f"{n}.txt",
            [
                indexed(
                    passage(f"{n}.txt", m, date=f"20{10 + n % 15}-0{1 + m % 9}-15"),
                    {name: words() for name in FIELDS},
                    vector(*random.normal(size=DIMENSION)),
                )
                for m in range(passages)
            ],
        )
        for n in range(files)
    ]


def questions(count: int) -> Iterator[tuple[list[Term], numpy.ndarray, Filters]]:  # type: ignore[type-arg]
    random = numpy.random.default_rng(12)
    for n in range(count):
        terms = [
            Term(str(random.choice(FIELDS)), f"ord{word}", float(random.choice([0.3, 1.0, 2.0]))) for word in random.zipf(1.3, 12) % 3000
        ]
        yield terms, vector(*random.normal(size=DIMENSION)), (ALL, Filters(date_from="2015-01-01", date_to="2020-12-31"))[n % 2]


def filled(index: Index, entries: list[FileEntry]) -> Index:
    with index.writer() as writer:
        for each in entries:
            writer.put(each)
    return index


def test_both_engines_find_the_same_first_ten_with_the_same_scores(elasticsearch_place: Place, tmp_path: Path) -> None:
    entries = made_up(20, 60)
    embedded = filled(open_index(str(tmp_path), VERSION, create=True), entries)
    servers = [
        filled(
            replace(elasticsearch_place, connection=replace(elasticsearch_place.connection, prefix=prefix, shards=shards)).open(), entries
        )
        for prefix, shards in ((elasticsearch_place.connection.prefix, 1), (f"{elasticsearch_place.connection.prefix}-three", 3))
    ]
    for terms, near, filters in questions(40):
        expected = embedded.lexical(terms, filters, PUBLIC, 10)
        neighbours = embedded.nearest(near, filters, PUBLIC, 10)
        for server in servers:
            found = server.lexical(terms, filters, PUBLIC, 10)
            assert [each.id for each in found] == [each.id for each in expected]
            assert [each.score for each in found] == pytest.approx([each.score for each in expected], abs=2e-4)
            assert [each.id for each in server.nearest(near, filters, PUBLIC, 10)] == [each.id for each in neighbours]
    for index in (embedded, *servers):
        assert index.facets(ALL, PUBLIC) == embedded.facets(ALL, PUBLIC)
        index.close()


def test_quantised_vectors_find_nearly_the_same(elasticsearch_place: Place) -> None:
    version = replace(VERSION, dimension=64)
    random = numpy.random.default_rng(13)
    held = entry("a.txt", [indexed(passage("a.txt", n), "x", vector(*random.normal(size=64))) for n in range(600)])
    exact = filled(elasticsearch_place.open(version), [held])
    place = elasticsearch_place.elsewhere("quantised")
    quantised = filled(replace(place, connection=replace(place.connection, vectors="int8_hnsw")).open(version), [held])
    shared = 0
    for _ in range(20):
        asked = vector(*random.normal(size=64))
        wanted = {each.id for each in exact.nearest(asked, ALL, PUBLIC, 10)}
        shared += len(wanted & {each.id for each in quantised.nearest(asked, ALL, PUBLIC, 10)})
    assert shared >= 0.9 * 20 * 10


def test_unknown_ways_to_keep_vectors_are_refused(elasticsearch_place: Place) -> None:
    place = replace(elasticsearch_place, connection=replace(elasticsearch_place.connection, vectors="magic"))
    with pytest.raises(UsageProblem, match="'magic' is unknown"), place.open().writer():
        pass


def test_a_lock_of_a_dead_machine_is_taken_over_when_it_has_expired_and_not_before(elasticsearch_place: Place) -> None:
    index = elasticsearch_place.filled(texts("a.txt", "taxa"))
    lock = f"{elasticsearch_place.location}/{elasticsearch_place.connection.prefix}-writing/_doc/{VERSION.key}"
    noted = {"owner": "x", "host": "annan-maskin", "pid": 1, "expires": time.time() + 30}
    httpx2.put(lock, json={"what": "lock", "key": VERSION.key, "noted": noted}).raise_for_status()
    with pytest.raises(IndexBusy, match="Process 1 on annan-maskin"), index.writer():
        pass
    httpx2.put(lock, json={"what": "lock", "key": VERSION.key, "noted": {**noted, "expires": time.time() - 1}}).raise_for_status()
    with index.writer() as writer:
        writer.put(texts("b.txt", "taxa"))
    assert len(index.files(PUBLIC)) == 2
    assert httpx2.get(lock).status_code == 404


def test_of_many_who_take_over_a_dead_lock_at_once_one_writes_and_the_others_are_told(elasticsearch_place: Place) -> None:
    elasticsearch_place.filled(texts("a.txt", "taxa"))
    lock = f"{elasticsearch_place.location}/{elasticsearch_place.connection.prefix}-writing/_doc/{VERSION.key}"
    dead = {"owner": "x", "host": "annan-maskin", "pid": 1, "expires": time.time() - 1}
    httpx2.put(lock, json={"what": "lock", "key": VERSION.key, "noted": dead}).raise_for_status()
    ready = threading.Barrier(4)

    def write() -> str:
        with closing(elasticsearch_place.open()) as index:
            ready.wait()
            try:
                with index.writer():
                    time.sleep(0.5)
            except IndexBusy:
                return "busy"
        return "wrote"

    with ThreadPoolExecutor(4) as threads:
        ended = [threads.submit(write) for _ in range(4)]
        assert sorted(each.result() for each in ended) == ["busy", "busy", "busy", "wrote"]


def test_a_renewal_whose_answer_was_lost_does_not_lose_the_lock(elasticsearch_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elasticlock, "_RENEW_S", 0.2)
    index = elasticsearch_place.filled(texts("a.txt", "taxa"))
    lock = f"{elasticsearch_place.location}/{elasticsearch_place.connection.prefix}-writing/_doc/{VERSION.key}"
    with index.writer() as writer:
        carried_out = httpx2.get(lock).json()
        httpx2.put(lock, json=carried_out["_source"]).raise_for_status()
        time.sleep(1)
        assert httpx2.get(lock).json()["_source"]["noted"]["expires"] > carried_out["_source"]["noted"]["expires"]
        writer.put(texts("b.txt", "taxa"))
    assert httpx2.get(lock).status_code == 404


def test_no_search_fails_while_indexes_are_rebuilt_and_swapped(elasticsearch_place: Place) -> None:
    files = [texts(f"{n}.txt", "taxa skola", "väg") for n in range(5)]
    index = elasticsearch_place.filled(*files)
    done = threading.Event()

    def ask() -> set[int]:
        counts = set()
        with closing(elasticsearch_place.open()) as asked:
            while not done.is_set():
                counts |= {len(asked.lexical(stems("taxa"), ALL, PUBLIC, 50)), asked.facets(ALL, PUBLIC).passages // 2}
        return counts

    with ThreadPoolExecutor(4) as threads:
        asking = [threads.submit(ask) for _ in range(4)]
        try:
            for _ in range(6):
                with index.writer(rebuild=True) as writer:
                    for each in files:
                        writer.put(each)
        finally:
            done.set()
        assert [each.result() for each in asking] == [{5}] * 4


def test_only_what_belongs_to_a_version_stands_after_rebuilds(elasticsearch_place: Place) -> None:
    for _ in range(3):
        with elasticsearch_place.open().writer(rebuild=True) as writer:
            writer.put(texts("a.txt", "taxa"))
    prefix = elasticsearch_place.connection.prefix
    aliases = httpx2.get(f"{elasticsearch_place.location}/{prefix}-*/_alias").json()
    assert sorted(alias for each in aliases.values() for alias in each["aliases"]) == [
        f"{prefix}-passages-{VERSION.key}",
        f"{prefix}-sources-{VERSION.key}",
    ]
    assert len(aliases) == 3  # with the index where writers note what they do


def test_many_files_in_one_go_are_all_there(elasticsearch_place: Place) -> None:
    index = elasticsearch_place.filled(*(texts(f"{n:04}.txt", *["taxa"] * 3) for n in range(700)))
    assert [record.file for record in index.files(PUBLIC)] == [f"{n:04}.txt" for n in range(700)]
    assert index.facets(ALL, PUBLIC).passages == 2100
