"""The block list: what it may say, and that a change of it holds at once."""

import os
from pathlib import Path

import pytest

from indexer.errors import BlocklistProblem
from indexer.gathering.blocklist import NOTHING_BLOCKED, BlockList, Watched, load

HASH = "ab" * 32


def listed(tmp_path: Path, content: str) -> str:
    path = tmp_path / "blocked.toml"
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_files_are_named_or_known_by_content(tmp_path: Path) -> None:
    found = load(
        listed(tmp_path, f'files = ["a.txt", "{HASH.upper()}"]\nstrings = ["Anna Ek"]\n[[sections]]\nfile = "b.txt"\nsection = "12"\n')
    )
    assert found == BlockList(frozenset({"a.txt"}), frozenset({HASH}), frozenset({("b.txt", "§ 12")}), frozenset({"Anna Ek"}))
    assert found.blocks("a.txt", "0")
    assert found.blocks("x.txt", HASH)
    assert not found.blocks("b.txt", "0")


@pytest.mark.parametrize(
    "content",
    [
        "= 1",
        'file = ["a"]',
        'files = "a.txt"',
        "files = [1]",
        'files = [" "]',
        'strings = ["ek"]',
        "sections = 1",
        'sections = ["§ 1"]',
        '[[sections]]\nfile = "a"',
        '[[sections]]\nfile = "a"\nsection = 1',
        '[[sections]]\nfile = "a"\nsection = "§ 1"\nwhy = "x"',
    ],
)
def test_what_cannot_be_understood_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(BlocklistProblem):
        load(listed(tmp_path, content))


def test_a_changed_list_is_read_again_and_a_lost_one_blocks_everything(tmp_path: Path) -> None:
    path = listed(tmp_path, 'files = ["a.txt"]')
    watched = Watched(path)
    assert watched.now().files == {"a.txt"}
    assert watched.now() is watched.now()
    listed(tmp_path, 'files = ["a.txt", "b.txt"]')
    assert watched.now().files == {"a.txt", "b.txt"}
    Path(path).write_text('files = ["c.txt", "d.txt"]', encoding="utf-8")  # as long as before
    os.utime(path, ns=(1, 1))
    assert watched.now().files == {"c.txt", "d.txt"}
    Path(path).unlink()
    with pytest.raises(BlocklistProblem, match="PARAGRAF_BLOCKLIST"):
        watched.now()


def test_no_path_blocks_nothing() -> None:
    assert Watched("").now() is NOTHING_BLOCKED
    assert load("") is NOTHING_BLOCKED
