import gc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from indexer.index import Access, FileRecord, StoredFile
from service.app import create_app
from service.resources import Resources
from service.serving.warming import COLLECTED_AFTER, warm
from service.state import State
from tests.service.made import NoVectors
from tests.service.minutes import filled


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Garbage is collected as before when the test has ended."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class Closed:
    """An index from which no file can be read any more."""

    def __init__(self, records: list[FileRecord]) -> None:
        self.records = records

    def files(self, access: Access) -> list[FileRecord]:
        return self.records

    def file(self, file: str, access: Access) -> StoredFile | None:
        raise AssertionError(f"{file} is read again")


def test_a_process_that_begins_has_the_entries_read_when_somebody_asks(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        app = create_app({"store": ""}, opener=lambda _: Resources(index, NoVectors()))
        warm(app).join()
        ledger = cast(State, app.extensions["paragraf"]).supply.get().ledger
        left = Closed(index.files(Access.public()))
        assert list(ledger.entries(left, Access.public(), lambda _: True))  # type: ignore[arg-type]


def test_without_an_index_nothing_is_read_and_nothing_fails(tmp_path: Path) -> None:
    thread = warm(create_app({"index": str(tmp_path / "none"), "store": ""}))
    thread.join()
    assert not thread.is_alive()


def test_what_an_index_keeps_in_memory_is_not_searched_for_garbage(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        warm(create_app({"store": ""}, opener=lambda _: Resources(index, NoVectors()))).join()
        assert gc.get_threshold() == COLLECTED_AFTER
        assert gc.get_freeze_count() > len(gc.get_objects())
