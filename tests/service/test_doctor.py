"""What the service keeps, as `paragraf doctor` looks at it."""

from pathlib import Path

import pytest

from indexer.doctor import State
from service.doctor import kept

KEY = "a key that is long enough"


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({}, [("store", State.OK)]),
        ({"uploads": "in/deep"}, [("store", State.OK), ("uploads", State.OK)]),
        ({"index": "http://127.0.0.1:9"}, []),
        ({"index": "http://127.0.0.1:9", "manage_key": KEY}, [("store", State.FAIL)]),
        ({"manage_key": "short"}, [("service", State.FAIL)]),
    ],
)
def test_what_is_asked_for_must_be_writable(tmp_path: Path, settings: dict[str, str], found: list[tuple[str, State]]) -> None:
    given = {"index": str(tmp_path / "index"), **settings}
    if "uploads" in given:
        given["uploads"] = str(tmp_path / given["uploads"])

    assert [(check.name, check.state) for check in kept(given)] == found


def test_a_check_that_fails_says_what_to_do(tmp_path: Path) -> None:
    assert all(check.next_step for check in kept({"index": "http://127.0.0.1:9", "manage_key": KEY}))
