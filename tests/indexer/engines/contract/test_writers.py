"""Readers beside writers, writers that fail, and one writer at a time."""

import threading

import pytest

from indexer.errors import IndexBusy
from indexer.index import Filters
from tests.indexer.engines.conftest import Place
from tests.indexer.engines.made import ALL, PUBLIC, everything, put, stems, texts


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
