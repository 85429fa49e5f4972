"""Public text as files."""

import json
import lzma
from pathlib import Path

import pytest

from eval.distractors import PublicText, passages, write
from indexer.errors import UsageProblem

DOCUMENT = {"src": "x", "title": "En rubrik", "paras": ["ord " * 350]}


def source(folder: Path, documents: int) -> Path:
    path = folder / "texts.jsonl.xz"
    path.write_bytes(lzma.compress("".join(json.dumps(DOCUMENT) + "\n" for _ in range(documents)).encode()))
    return path


def test_a_document_counts_by_its_words() -> None:
    assert passages(PublicText("t", ("ord " * 350,))) == 2
    assert passages(PublicText("t", ())) == 1


def test_as_many_passages_as_asked_for_are_written(tmp_path: Path) -> None:
    assert write(source(tmp_path, 500), tmp_path / "out", 900) == 900
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["public-00001.txt", "public-00002.txt", "public-00003.txt"]


def test_a_source_that_ends_early_gives_what_it_has(tmp_path: Path) -> None:
    assert write(source(tmp_path, 3), tmp_path / "out", 900) == 6


@pytest.mark.parametrize("broken", ["{", '{"title": 1, "paras": []}', '{"paras": []}'])
def test_a_broken_line_is_named(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(DOCUMENT) + "\n" + broken, encoding="utf-8")
    with pytest.raises(UsageProblem, match="line 2"):
        write(path, tmp_path / "out", 900)


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl.xz"
    path.write_bytes(b"no archive")
    with pytest.raises(UsageProblem, match="cannot be read"):
        write(path, tmp_path / "out", 900)
