"""A writer that is killed at any moment leaves an index in which every file is whole, and which the next writer mends.

The writer runs in a process that ends itself with SIGKILL at its nth touch of the outside world: a file opened, renamed
or removed, a request sent. So the moments cover every step, not only those that a stopwatch happens to meet.
"""

import multiprocessing
import os
import signal
import sys
from contextlib import closing
from multiprocessing.sharedctypes import Synchronized

import pytest

from indexer.index import FileEntry, Filters, Index
from tests.indexer.engines.conftest import Place
from tests.indexer.engines.made import ALL, PUBLIC, stems, texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")

MOMENTS = 24

BEFORE = [texts(f"{n}.txt", *["taxa"] * 5) for n in range(4)]
AFTER = [texts("0.txt", *["taxa"] * 5), *(texts(f"{n}.txt", *["skola"] * 3) for n in (1, 2)), texts("4.txt", "väg", "skola")]
"""0 stays, 1 and 2 are replaced, 3 goes, 4 comes."""

PROCESSES = multiprocessing.get_context("forkserver" if os.name == "posix" else None)
if os.name == "posix":
    PROCESSES.set_forkserver_preload(["indexer.engines.embedded", "indexer.engines.elastic"])


def change(place: Place, rebuild: bool, die_at: int, touches: "Synchronized[int]") -> None:
    """Make BEFORE into AFTER, or die on the way."""
    counting = [False]

    def touched(event: str, _: tuple[object, ...]) -> None:
        if counting[0] and (event in {"open", "http.client.send", "sqlite3.connect"} or event.startswith(("os.", "shutil."))):
            touches.value += 1
            if touches.value == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(touched)
    with closing(place.open()) as index:
        counting[0] = True
        with index.writer(rebuild=rebuild) as writer:
            for each in AFTER if rebuild else AFTER[1:]:
                writer.put(each)
            if not rebuild:
                writer.remove("3.txt")
        counting[0] = False


def changed(place: Place, rebuild: bool, die_at: int = 0) -> int:
    """Run `change` in a process of its own; how often it touched the world."""
    touches: Synchronized[int] = PROCESSES.Value("i", 0)
    process = PROCESSES.Process(target=change, args=(place, rebuild, die_at, touches))
    process.start()
    process.join()
    assert process.exitcode == (-signal.SIGKILL if die_at else 0)
    return touches.value


def content(index: Index) -> dict[str, object]:
    """All that an index holds, by file."""
    by_file = {}
    for record in index.files(PUBLIC):
        ids = index.select(Filters(files=(record.file,)), PUBLIC, 99)
        by_file[record.file] = (record, index.file(record.file, PUBLIC), index.passages(ids, PUBLIC))
    return by_file


def expected(entries: list[FileEntry]) -> dict[str, int]:
    return {each.record.file: len(each.passages) for each in entries}


def require_whole(index: Index) -> None:
    """Each file as it was or as it will be, in every way to look at it."""
    before, after = expected(BEFORE), expected(AFTER)
    found = index.lexical(stems("taxa", "skola", "väg"), ALL, PUBLIC, 99)
    passages = index.passages([each.id for each in found], PUBLIC)
    seen = {record.file: record.passages for record in index.files(PUBLIC)}
    for file in before.keys() | after.keys():
        count = sum(passage.file == file for passage in passages)
        assert count == seen.get(file, 0)
        assert count in {before.get(file, 0), after.get(file, 0)}


@pytest.mark.parametrize("rebuild", [False, True], ids=["changing", "rebuilding"])
def test_killed_at_any_step_and_run_again_gives_the_same_index_as_without(place: Place, rebuild: bool) -> None:
    index = place.filled(*BEFORE)
    steps = changed(place, rebuild)
    whole = content(index)
    assert expected(AFTER) == {file: len(stored[2]) for file, stored in whole.items()}  # type: ignore[index]
    for moment in range(MOMENTS // 2):
        with index.writer(rebuild=True) as writer:
            for each in BEFORE:
                writer.put(each)
        changed(place, rebuild, die_at=1 + moment * (steps - 1) // (MOMENTS // 2 - 1))
        require_whole(index)
        changed(place, rebuild)
        assert content(index) == whole
    index.close()


def test_killed_while_making_the_first_index_leaves_none_or_a_whole_one(place: Place) -> None:
    steps = changed(place, rebuild=True)
    with closing(place.open()) as index:
        whole = content(index)
    for moment in range(6):
        elsewhere = place.elsewhere(str(moment))
        changed(elsewhere, rebuild=True, die_at=1 + moment * (steps - 1) // 5)
        with closing(elsewhere.open()) as index:
            assert content(index) in ({}, whole)
            changed(elsewhere, rebuild=True)
            assert content(index) == whole
