"""Each test of the contract runs on both engines, each time on an index of its own."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import pytest

from indexer.engines.location import Connection, is_url, open_index, versions_at
from indexer.index import FileEntry, Index, IndexVersion
from tests.elasticsearch_server import remove_indexes
from tests.indexer.engines.made import VERSION


@dataclass(frozen=True, slots=True)
class Place:
    """Where a test may make indexes of any version."""

    location: str
    connection: Connection

    def open(self, version: IndexVersion = VERSION, *, create: bool = True) -> Index:
        return open_index(self.location, version, self.connection, create=create)

    def versions(self) -> tuple[IndexVersion, ...]:
        return versions_at(self.location, self.connection)

    def elsewhere(self, name: str) -> "Place":
        """Another place where nothing is yet."""
        return Place(
            f"{self.location}-{name}" if self.is_directory else self.location,
            replace(self.connection, prefix=f"{self.connection.prefix}-{name}"),
        )

    @property
    def is_directory(self) -> bool:
        return not is_url(self.location)

    def filled(self, *entries: FileEntry, version: IndexVersion = VERSION) -> Index:
        index = self.open(version)
        with index.writer() as writer:
            for each in entries:
                writer.put(each)
        return index


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "embedded":
        yield Place(str(tmp_path / "index"), Connection())
    else:
        yield request.getfixturevalue("elasticsearch_place")


@pytest.fixture
def elasticsearch_place(elasticsearch_url: str) -> Iterator[Place]:
    prefix = f"test-{uuid4().hex[:12]}"
    yield Place(elasticsearch_url, Connection(prefix=prefix, vectors="flat", timeout_s=30))
    remove_indexes(elasticsearch_url, prefix)


@pytest.fixture
def index(place: Place) -> Iterator[Index]:
    with closing(place.open()) as opened:
        yield opened
