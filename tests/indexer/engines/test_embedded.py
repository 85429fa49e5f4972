"""What is the embedded engine's own: its files, its generations, and what becomes of damage and of a full disk."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.engines.current import POINTER
from indexer.engines.location import open_index, versions_at
from indexer.errors import IndexMissing, IndexProblem, UsageProblem
from tests.indexer.engines.made import ALL, PUBLIC, VERSION, stems, texts


@pytest.fixture
def location(tmp_path: Path) -> str:
    return str(tmp_path / "index")


def generations(location: str) -> list[str]:
    return sorted(path.name for path in (Path(location) / VERSION.key).glob("gen-*"))


def fill(location: str, *names: str) -> None:
    with open_index(location, VERSION, create=True).writer() as writer:
        for name in names:
            writer.put(texts(name, "taxa skola", "väg"))


def test_the_generation_before_stays_for_readers_and_older_ones_go(location: str) -> None:
    for n in range(4):
        fill(location, f"{n}.txt")
    assert generations(location) == ["gen-000003", "gen-000004"]


def test_what_a_dead_writer_left_is_removed_by_the_next(location: str) -> None:
    fill(location, "a.txt")
    left = Path(location) / VERSION.key / "gen-000002"
    left.mkdir()
    (left / "content.sqlite").write_bytes(b"half")
    fill(location, "b.txt")
    index = open_index(location, VERSION)
    assert [record.file for record in index.files(PUBLIC)] == ["a.txt", "b.txt"]
    assert generations(location) == ["gen-000001", "gen-000002"]


def test_writing_nothing_makes_no_new_generation(location: str) -> None:
    fill(location, "a.txt")
    fill(location)
    assert generations(location) == ["gen-000001"]


def test_a_first_writer_with_nothing_to_write_leaves_an_empty_index(location: str) -> None:
    fill(location)
    assert open_index(location, VERSION).files(PUBLIC) == []


def test_scores_do_not_remember_what_was_replaced(location: str) -> None:
    fill(location, "a.txt", "b.txt", "c.txt")
    index = open_index(location, VERSION)
    expected = index.lexical(stems("taxa", "väg"), ALL, PUBLIC, 50)
    with index.writer() as writer:
        writer.put(texts("b.txt", "taxa taxa taxa", "bro"))
    fill(location, "b.txt")
    assert index.lexical(stems("taxa", "väg"), ALL, PUBLIC, 50) == expected


def test_a_file_in_the_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("no directory")
    with pytest.raises(UsageProblem, match="is a file, not a directory"):
        open_index(str(tmp_path / "index"), VERSION, create=True)


@pytest.mark.parametrize("damaged", ["content.sqlite", "columns.i32", "vectors.f32", "text/meta.json"])
def test_a_damaged_generation_is_told_with_the_next_step(location: str, damaged: str) -> None:
    fill(location, "a.txt")
    (Path(location) / VERSION.key / "gen-000001" / damaged).write_bytes(b"x")
    with pytest.raises(IndexProblem, match=r"damaged .*--rebuild"):
        open_index(location, VERSION).lexical(stems("taxa"), ALL, PUBLIC, 5)
    with open_index(location, VERSION).writer(rebuild=True) as writer:
        writer.put(texts("b.txt", "taxa"))
    assert len(open_index(location, VERSION).lexical(stems("taxa"), ALL, PUBLIC, 5)) == 1


def test_a_missing_generation_is_told_too(location: str) -> None:
    fill(location, "a.txt")
    (Path(location) / VERSION.key / POINTER).write_text("gen-000009\n")
    with pytest.raises(IndexProblem, match="damaged"):
        open_index(location, VERSION).files(PUBLIC)


def test_a_directory_removed_and_made_again_is_read_anew(location: str) -> None:
    fill(location, "a.txt", "b.txt")
    index = open_index(location, VERSION)
    assert len(index.files(PUBLIC)) == 2
    shutil.rmtree(location)
    fill(location, "c.txt")
    assert [record.file for record in index.files(PUBLIC)] == ["c.txt"]


def test_an_index_that_may_not_be_read_is_told_with_the_next_step(location: str) -> None:
    fill(location, "a.txt")
    pointer = Path(location) / VERSION.key / POINTER
    pointer.unlink()
    pointer.mkdir()  # stops every user, root too
    with pytest.raises(IndexProblem, match=r"cannot be read .* read access"):
        open_index(location, VERSION)


def test_a_place_whose_name_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexProblem, match="File name too long"):
        open_index(str(tmp_path / ("x" * 300)), VERSION)


def test_a_damaged_pointer_is_mended_by_a_rebuild(location: str) -> None:
    fill(location, "a.txt")
    (Path(location) / VERSION.key / POINTER).write_bytes(b"g\xff")
    with pytest.raises(IndexProblem, match=r"damaged .*--rebuild"):
        open_index(location, VERSION).files(PUBLIC)
    with open_index(location, VERSION).writer(rebuild=True) as writer:
        writer.put(texts("b.txt", "taxa"))
    assert [record.file for record in open_index(location, VERSION).files(PUBLIC)] == ["b.txt"]


def test_an_index_that_may_not_be_written_is_told_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexProblem, match="Cannot write"), open_index(str(tmp_path / "file" / "index"), VERSION, create=True).writer():
        pass


def test_a_version_that_cannot_be_read_is_no_version(location: str) -> None:
    fill(location, "a.txt")
    (Path(location) / VERSION.key / "version.json").write_text('{"analysis": 1}')
    assert versions_at(location) == ()
    with pytest.raises(IndexMissing):
        open_index(location, VERSION)


FULL_DISK = """
import resource, sys
from indexer.engines.location import open_index
from indexer.errors import IndexProblem
from tests.indexer.engines.made import VERSION, texts

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with open_index(sys.argv[1], VERSION).writer() as writer:
        for n in range(20):
            writer.put(texts(f"{n}.txt", *(f"taxa ord{n * 100 + m}" for m in range(100))))
except IndexProblem as problem:
    sys.exit(str(problem))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("bytes_left", [0, 3_000, 20_000, 60_000, 200_000, 600_000])
def test_a_disk_that_fills_up_leaves_the_index_as_it_was_and_is_told(location: str, bytes_left: int) -> None:
    fill(location, "a.txt")
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, location, str(bytes_left)], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.startswith("Cannot write the index in")) == (1, True), done.stderr
    index = open_index(location, VERSION)
    assert [record.file for record in index.files(PUBLIC)] == ["a.txt"]
    assert len(index.lexical(stems("taxa"), ALL, PUBLIC, 5)) == 1
    index.close()
    fill(location, "b.txt")
    assert len(generations(location)) == 2
