"""A real server under clients."""

import pytest

from eval.traffic import milliseconds, serving
from indexer.errors import UsageProblem


def test_every_request_is_timed_and_the_servers_memory_told(location: str) -> None:
    with serving(location, {}) as server:
        taken = milliseconds(server.port, "/api/search", ["båtplats", "avgift"], clients=3, requests=10)
        memory = server.memory_mb()
    assert len(taken) == 10
    assert all(value > 0 for value in taken)
    assert memory is None or memory > 10


def test_a_server_that_refuses_a_question_is_no_measurement(location: str) -> None:
    with serving(location, {}) as server, pytest.raises(UsageProblem, match="answered 400"):
        milliseconds(server.port, "/api/search", [""], clients=1, requests=1)
