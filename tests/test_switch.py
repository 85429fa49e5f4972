"""A new version of an index is filled while the old one answers, and then takes over; so is a rebuilt one. No question
asked meanwhile fails."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from indexer import embeddings
from indexer.build import build
from indexer.embeddings import Embedder
from indexer.engines.location import Connection, open_index
from indexer.index import Access, Filters, Index, IndexVersion
from indexer.opening import version_of
from indexer.settings import INDEX_SETTINGS, read_settings
from service.answer import answer
from service.resources import Resources

PUBLIC = Access.public()
TODAY = date(2026, 1, 15)
QUESTION = "Hur mycket beviljades i bidrag till byalaget?"


def minutes(number: int, kronor: int) -> str:
    return f"""Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-{number:02}-11

§ {number}
Dnr KS 2024/001{number:02}

Bidrag till byalag {number}

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja byalaget ett bidrag om {kronor} kronor för år 2024.

Sammanfattning av ärendet
Föreningen har ansökt om stöd för underhåll av bryggor, stigar och eljusspår runt sjön under sommaren.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    write(folder, 40_000)
    return folder


def write(folder: Path, kronor: int) -> None:
    for number in range(1, 9):
        (folder / f"{number}.txt").write_text(minutes(number, kronor), encoding="utf-8")


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return embeddings.load()


Open = Callable[[IndexVersion], Index]


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens a version of the index of this test."""
    if request.param == "embedded":
        yield lambda version: open_index(str(tmp_path / "index"), version, create=True)
        return
    url, prefix = request.getfixturevalue("elasticsearch_url"), f"switch-{uuid4().hex[:12]}"
    connection = Connection.of(read_settings(INDEX_SETTINGS, os.environ, {"elasticsearch_prefix": prefix}))
    yield lambda version: open_index(url, version, connection, create=True)
    from tests.elasticsearch_server import remove_indexes  # without the elasticsearch marker nothing of it is needed

    remove_indexes(url, prefix)


@dataclass
class Asked:
    """What came back while somebody asked without a pause."""

    answers: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    refused: int = 0


@contextmanager
def asking(current: Callable[[], Index], embedder: Embedder) -> Iterator[Asked]:
    """Ask in a thread of its own, of whatever index is the current one; at least one question before and after."""
    asked, stop = Asked(), threading.Event()

    def ask() -> None:
        while not stop.is_set():
            try:
                found = answer(QUESTION, Filters(), Resources(current(), embedder, None), PUBLIC, TODAY)
                if found.refused:
                    asked.refused += 1
                asked.answers.append(found.text)
            except Exception as error:  # noqa: BLE001 whatever goes wrong is what this test is after
                asked.faults.append(repr(error))

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        _until(lambda: len(asked.answers) + len(asked.faults) >= 3)
        yield asked
        enough = len(asked.answers) + len(asked.faults) + 3
        _until(lambda: len(asked.answers) + len(asked.faults) >= enough)
    finally:
        stop.set()
        thread.join()


def _until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not reached() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_a_new_analysis_is_indexed_beside_the_old_one_which_answers_until_the_switch(
    opened: Open, folder: Path, embedder: Embedder
) -> None:
    now = version_of(embedder)
    later = IndexVersion(f"{now.analysis}x", now.model, now.dimension)
    with closing(opened(now)) as old, closing(opened(later)) as new:
        build([folder], old, embedder)
        current = [old]
        with asking(lambda: current[0], embedder) as asked:
            write(folder, 55_000)
            build([folder], new, embedder)
            before_switch = len(asked.answers)
            current[0] = new
        assert (asked.faults, asked.refused) == ([], 0)
        assert all("40000" in text for text in asked.answers[:before_switch])
        assert "55000" in asked.answers[-1].replace(" ", "")
        # The old version is whole still: a service that was not switched goes on.
        assert len(old.files(PUBLIC)) == len(new.files(PUBLIC)) == 8
        assert "40000" in answer(QUESTION, Filters(), Resources(old, embedder, None), PUBLIC, TODAY).text.replace(" ", "")


@pytest.mark.parametrize("rebuild", [True, False], ids=["rebuilt", "brought up to date"])
def test_the_index_that_answers_is_replaced_without_a_gap(opened: Open, folder: Path, embedder: Embedder, rebuild: bool) -> None:
    version = version_of(embedder)
    with closing(opened(version)) as reader, closing(opened(version)) as writer:
        build([folder], writer, embedder)
        with asking(lambda: reader, embedder) as asked:
            for kronor in (55_000, 60_000, 65_000):
                write(folder, kronor)
                assert build([folder], writer, embedder, rebuild=rebuild).replaced == 8
        assert (asked.faults, asked.refused) == ([], 0)
        assert "40000" in asked.answers[0].replace(" ", "")
        assert "65000" in asked.answers[-1].replace(" ", "")
