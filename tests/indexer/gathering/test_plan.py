"""What changed since last time."""

import pytest

from indexer.documents import Given
from indexer.gathering.collect import Found
from indexer.gathering.plan import Clash, Hashed, plan
from indexer.index import FileRecord

READING = "7"


def found(file: str, sha256: str, origin: str | None = None, given: Given | None = None) -> Hashed:
    return Hashed(Found(origin or f"/in/{file}", file, given or Given()), sha256)


def known(file: str, sha256: str, origin: str | None = None, given: Given | None = None, reading: str = READING) -> FileRecord:
    return FileRecord(file, origin or f"/in/{file}", sha256, reading, "text", given or Given(), 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("files", "records", "read", "unchanged"),
    [
        pytest.param([found("a", "1")], [], [("a", False)], [], id="a new file is read"),
        pytest.param([found("a", "1")], [known("a", "1")], [], ["a"], id="a file as it was is left alone"),
        pytest.param([found("a", "2")], [known("a", "1")], [("a", True)], [], id="changed content is read again"),
        pytest.param([found("a", "1")], [known("a", "1", reading="6")], [("a", True)], [], id="a better reader reads again"),
        pytest.param([found("a", "1", given=Given("Storby"))], [known("a", "1")], [("a", True)], [], id="what is known of it has changed"),
        pytest.param([found("in/a", "1", "/x/a")], [known("a", "1", "/x/a")], [], ["a"], id="a file keeps the name it was indexed under"),
        pytest.param([found("in/a", "2", "/x/a")], [known("a", "1", "/x/a")], [("a", True)], [], id="also when it has changed"),
    ],
)
def test_a_file_is_read_when_something_about_it_has_changed(
    files: list[Hashed], records: list[FileRecord], read: list[tuple[str, bool]], unchanged: list[str]
) -> None:
    todo = plan(files, records, READING)
    assert ([(task.file, task.replaces) for task in todo.read], todo.unchanged) == (read, unchanged)
    assert (todo.remove, todo.copies, todo.taken) == ([], [], [])


def test_content_under_two_names_is_read_once_under_the_first() -> None:
    todo = plan([found("a", "1"), found("b", "1")], [], READING)
    assert [task.file for task in todo.read] == ["a"]
    assert todo.copies == [Clash("b", "/in/b", "a")]


def test_the_copy_that_is_indexed_already_keeps_its_place() -> None:
    todo = plan([found("a", "1"), found("b", "1")], [known("b", "1")], READING)
    assert (todo.read, todo.unchanged, todo.copies) == ([], ["b"], [Clash("a", "/in/a", "b")])


def test_content_indexed_from_elsewhere_is_a_copy() -> None:
    todo = plan([found("a", "1")], [known("z", "1", "/else/z")], READING)
    assert (todo.read, todo.copies) == ([], [Clash("a", "/in/a", "z")])


def test_a_file_that_becomes_a_copy_of_another_leaves_the_index() -> None:
    todo = plan([found("a", "1"), found("b", "1")], [known("a", "1"), known("b", "2")], READING)
    assert (todo.unchanged, todo.remove, todo.copies) == (["a"], ["b"], [Clash("b", "/in/b", "a")])


def test_two_files_that_swap_their_contents_are_both_read() -> None:
    todo = plan([found("a", "2"), found("b", "1")], [known("a", "1"), known("b", "2")], READING)
    assert [(task.file, task.replaces) for task in todo.read] == [("a", True), ("b", True)]


@pytest.mark.parametrize("records", [[], [known("a", "1", "/one/a")]], ids=["in one run", "in a later run"])
def test_a_name_belongs_to_the_file_that_had_it_first(records: list[FileRecord]) -> None:
    todo = plan([found("a", "1", "/one/a"), found("a", "2", "/two/a")], records, READING)
    assert todo.taken == [Clash("a", "/two/a", "/one/a")]


def test_the_same_content_and_name_in_another_folder_is_a_copy() -> None:
    todo = plan([found("a", "1", "/two/a")], [known("a", "1", "/one/a")], READING)
    assert (todo.read, todo.taken, todo.copies) == ([], [], [Clash("a", "/two/a", "a")])


def test_a_moved_file_takes_its_name_along() -> None:
    todo = plan([found("a", "1", "/new/a")], [known("a", "1", "/old/a")], READING, gone=frozenset({"/old/a"}))
    assert [(task.file, task.replaces) for task in todo.read] == [("a", True)]


def test_a_renamed_file_is_read_when_the_old_name_is_pruned_and_a_copy_otherwise() -> None:
    gone = frozenset({"/in/old"})
    pruned = plan([found("new", "1")], [known("old", "1")], READING, gone, prune=["old"])
    kept = plan([found("new", "1")], [known("old", "1")], READING, gone)
    assert (pruned.remove, [task.file for task in pruned.read]) == (["old"], ["new"])
    assert (kept.remove, kept.copies) == ([], [Clash("new", "/in/new", "old")])


def test_with_nothing_new_nothing_is_written() -> None:
    assert not plan([found("a", "1"), found("b", "1")], [known("a", "1")], READING).changes_something
