"""What tests share: the real bundles where they are at hand, and one way to say that something is missing.

PARAGRAF_REQUIRE_ALL=1 (set in CI) turns each such skip into a failure.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.elasticsearch_server import CannotStart, free_port, running

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def missing(what: str) -> None:
    """Skip, saying what is missing; fail where everything is required."""
    if os.environ.get("PARAGRAF_REQUIRE_ALL") == "1":
        pytest.fail(f"{what}, and PARAGRAF_REQUIRE_ALL=1 requires it")
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real bundles, questions and scorers."""
    if not (SHARED / "corpus").is_dir():
        missing("the real bundles are not beside the checkout (../shared/corpus)")
    return SHARED


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The folder with the five real bundles."""
    return shared / "corpus"


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real Elasticsearch: the one that PARAGRAF_TEST_ELASTICSEARCH names, else one started for these tests."""
    if url := os.environ.get("PARAGRAF_TEST_ELASTICSEARCH"):
        yield url
        return
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="paragraf-elasticsearch-", ignore_cleanup_errors=True))
        port = free_port()
        try:
            stack.enter_context(running(port, Path(folder)))
        except CannotStart as error:
            missing(str(error))
        yield f"http://127.0.0.1:{port}"
