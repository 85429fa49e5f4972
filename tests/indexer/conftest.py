"""An empty index, and the bundled model that fills it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer import embeddings
from indexer.embeddings import Embedder
from indexer.engines.location import open_index
from indexer.index import Index
from indexer.opening import version_of


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The model that ships with the package."""
    return embeddings.load()


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Iterator[Index]:
    """An embedded index that holds nothing yet."""
    with closing(open_index(str(tmp_path / "index"), version_of(embedder), create=True)) as opened:
        yield opened
