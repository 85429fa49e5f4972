"""The reading of uploads: one at a time, and one that died keeps nobody waiting."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.config import from_environment
from service.errors import NotFound, TooMany
from service.keeping.store import Store
from service.managing import intake

NOW = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept.sqlite")


def test_one_upload_is_read_at_a_time(store: Store) -> None:
    first = intake.claim(store, "Anna Ek", NOW)
    with pytest.raises(TooMany):
        intake.claim(store, "Bo Al", NOW)
    intake.give_up(store, first)

    assert intake.claim(store, "Bo Al", NOW) != first


def test_an_upload_whose_process_died_is_interrupted_and_keeps_nobody_waiting(store: Store) -> None:
    first = intake.claim(store, "Anna Ek", NOW)
    later = NOW + timedelta(seconds=intake.SILENT_S + 1)

    assert intake.upload(store, first, NOW).ended is None
    assert intake.upload(store, first, later).outcome == {"problem": intake.INTERRUPTED}
    intake.claim(store, "Bo Al", later)


def test_an_upload_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        intake.upload(store, "x", NOW)


def test_reading_is_ended_in_time_though_the_store_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BEAT_S", 0.02)
    monkeypatch.setattr(intake, "MOST_SECONDS", 0.2)
    (tmp_path / "kept.sqlite").mkdir()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True) as process:
        code = intake._waited(process, Store(tmp_path / "kept.sqlite"), "x")

        assert code is None
        assert process.poll() == -signal.SIGKILL


def test_the_indexer_reads_with_the_settings_of_the_service() -> None:
    config = from_environment({"index": "somewhere", "corrections": "c.toml"}, {})

    environment = intake.environment(config)
    assert (environment["PARAGRAF_INDEX"], environment["PARAGRAF_CORRECTIONS"]) == ("somewhere", "c.toml")
