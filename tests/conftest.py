"""What tests share: the real bundles where they are at hand, and one way to say that something is missing.

PARAGRAF_REQUIRE_ALL=1 (set in CI) turns each such skip into a failure.
"""

import os
from pathlib import Path

import pytest

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
