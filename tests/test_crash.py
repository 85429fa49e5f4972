"""`kill -9` while `paragraf index` runs, at twenty moments spread over its run; then index again: the same index as
one that was never disturbed, made from nothing as well as brought up to date from an older one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

import paragraf
from indexer.index import Access, Filters, Term
from indexer.opening import open_with_model
from indexer.settings import INDEX_SETTINGS, read_settings
from indexer.swedish import question_tokens

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = Access.public()
FILES = 5
MANY_FILES = 60
"""They take seconds to read: on a busy machine an interruption reaches a run of five files when it has ended."""

MOMENTS = (
    # Lines of progress seen, then seconds waited: before the first file, at each file, and while all is made to last.
    *((0, seconds) for seconds in (0.0, 0.5, 0.8, 1.1)),
    *((seen, 0.004 * seen) for seen in range(1, FILES + 1)),
    *((FILES, seconds) for seconds in (0.0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15)),
)
QUESTIONS = ("bidrag till byalag", "eljusspår runt sjön", "Dnr KS 2024/00107", "ny gatubelysning")

NewPlace = Callable[[], str]


@dataclass(frozen=True)
class Content:
    """What must be the same, however the index came about."""

    files: dict[str, tuple[str, int]]
    passages: frozenset[str]
    found: dict[str, list[str]]


def write(folder: Path, matter: str, files: int) -> None:
    """Invented minutes of some pages, and nothing else, in the folder."""
    for path in folder.iterdir():
        path.unlink()
    for number in range(1, files + 1):
        pages = (
            f"""Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-{(number - 1) % 12 + 1:02}-11

§ {number * 20 + page}
Dnr KS 2024/001{number:02}

{matter}, del {page}

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja {matter.lower()} med {page}0 000 kronor för år 2024.

Sammanfattning av ärendet
Föreningen har ansökt om stöd för underhåll av bryggor, stigar och eljusspår runt sjön under sommaren.
Ärende {number} bereddes i utskottet, som hade att väga kostnaden mot nyttan för invånarna i byn.
"""
            for page in range(1, 6)
        )
        (folder / f"{number:02}.txt").write_text("\f".join(pages), encoding="utf-8")


def write_older(folder: Path) -> None:
    """What the folder held before: every file other than now, and one that is gone."""
    write(folder, "Ny gatubelysning", FILES + 1)


def write_newer(folder: Path) -> None:
    write(folder, "Bidrag till byalag", FILES)


def content_at(place: str) -> Content:
    index, _ = open_with_model(read_settings(INDEX_SETTINGS, os.environ, {"index": place}), create=True)
    with closing(index):
        found = {}
        for question in QUESTIONS:
            terms = [Term(field, token) for field, tokens in question_tokens(question).items() for token in tokens]
            found[question] = [scored.id for scored in index.lexical(terms, Filters(), PUBLIC, 10)]
        files = {record.file: (record.sha256, record.passages) for record in index.files(PUBLIC)}
        return Content(files, frozenset(index.select(Filters(), PUBLIC, 10_000)), found)


def index(folder: Path, place: str) -> None:
    assert paragraf.run(["index", str(folder), "--index", place, "--prune", "--quiet"]) == 0


def killed(folder: Path, place: str, lines: int, wait_s: float, by: int = signal.SIGKILL) -> tuple[subprocess.Popen[str], str]:
    """Index in a process of its own, in a group of its own, and end it after so many lines of progress: how it ended, and
    what it said after. SIGKILL goes to the process alone, as from outside; SIGINT to the whole group, as from a keyboard."""
    command = [sys.executable, "-m", "paragraf", "index", str(folder), "--index", place, "--prune"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        for _ in range(lines):
            process.stderr.readline()
        time.sleep(wait_s)
        (os.kill if by == signal.SIGKILL else os.killpg)(process.pid, by)
        told = process.stderr.read()
    return process, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    return folder


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def new_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewPlace]:
    """Gives a place without an index at each call."""
    if request.param == "embedded":
        yield lambda: str(tmp_path / uuid4().hex)
        return
    url: str = request.getfixturevalue("elasticsearch_url")
    prefixes = []

    def new() -> str:
        prefixes.append(f"crash-{uuid4().hex[:12]}")
        monkeypatch.setenv("PARAGRAF_ELASTICSEARCH_PREFIX", prefixes[-1])
        return url

    yield new
    from tests.elasticsearch_server import remove_indexes  # without the elasticsearch marker nothing of it is needed

    for prefix in prefixes:
        remove_indexes(url, prefix)


@pytest.mark.timeout(400)
def test_after_kill_9_at_any_moment_the_next_run_makes_the_same_index(new_place: NewPlace, folder: Path) -> None:
    write_older(folder)
    place = new_place()
    index(folder, place)
    before = content_at(place)
    write_newer(folder)
    place = new_place()
    index(folder, place)
    undisturbed = content_at(place)
    at_work = 0
    for number, (lines, wait_s) in enumerate(MOMENTS):
        moment = f"killed after {lines} lines and {wait_s} s"
        place = new_place()
        if number % 2:
            write_older(folder)
            index(folder, place)
            write_newer(folder)
        at_work += killed(folder, place, lines, wait_s)[0].returncode == -signal.SIGKILL
        between = content_at(place)
        assert all(held in (before.files.get(file), undisturbed.files.get(file)) for file, held in between.files.items()), moment
        assert between.passages <= before.passages | undisturbed.passages, moment
        index(folder, place)
        assert content_at(place) == undisturbed, moment
    assert at_work >= len(MOMENTS) / 2


def test_ctrl_c_ends_with_130_in_one_line_and_leaves_the_index_as_it_was(folder: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    write_older(folder)
    index(folder, place)
    before = content_at(place)
    write(folder, "Bidrag till byalag", MANY_FILES)
    process, told = killed(folder, place, 1, 0.0, signal.SIGINT)
    assert (process.returncode, told.split("\n")[-2:]) == (130, ["paragraf: interrupted", ""])
    assert "Traceback" not in told
    assert content_at(place) == before


def test_the_processes_that_read_end_with_the_one_that_was_killed(folder: Path, tmp_path: Path) -> None:
    write_newer(folder)
    process, _ = killed(folder, str(tmp_path / "index"), 1, 0.0)
    deadline = time.monotonic() + 10
    while _lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(process.pid), "a process that reads lives on"


def _lives(group: int) -> bool:
    """Whether any process of the group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
