"""Processes that may die without taking the others' work along. The work is done by functions of the standard library,
since a worker imports its function by name."""

import math
import os
import time
from collections.abc import Iterator

from indexer.workers import MEMORY_BYTES, Failed, Workers


def test_results_come_in_the_order_of_the_tasks() -> None:
    with Workers(math.sqrt, 2, timeout_s=30) as workers:
        assert list(workers.results(float(n * n) for n in range(9))) == [(float(n * n), float(n)) for n in range(9)]


def test_a_slow_task_does_not_change_the_order() -> None:
    with Workers(time.sleep, 2, timeout_s=30) as workers:
        assert [task for task, _ in workers.results([0.4, 0.0, 0.0, 0.1, 0.0, 0.0])] == [0.4, 0.0, 0.0, 0.1, 0.0, 0.0]


def test_tasks_are_taken_only_as_fast_as_they_are_done() -> None:
    taken: list[float] = []

    def endless() -> Iterator[float]:
        while True:
            taken.append(1.0)
            yield 1.0

    with Workers(math.sqrt, 2, timeout_s=30) as workers:
        results = workers.results(endless())
        assert [next(results) for _ in range(3)] == [(1.0, 1.0)] * 3
    assert len(taken) < 12


def test_a_task_that_takes_too_long_is_given_up_and_the_rest_goes_on() -> None:
    with Workers(time.sleep, 2, timeout_s=1.5) as workers:
        results = dict(workers.results([60.0, 0.0, 0.1]))
    assert isinstance(results[60.0], Failed)
    assert results[60.0].reason == "timed out"
    assert (results[0.0], results[0.1]) == (None, None)


def test_a_worker_that_dies_costs_its_own_task_only() -> None:
    with Workers(os._exit, 2, timeout_s=30) as workers:
        results = list(workers.results([7, "not a number"]))  # the second only raises
    (_, died), (_, raised) = results
    assert isinstance(died, Failed)
    assert isinstance(raised, Failed)
    assert (died.reason, raised.reason) == ("reader died", "internal error")
    assert "exit status 7" in died.message
    assert "TypeError" in raised.message


def test_memory_is_bounded() -> None:
    with Workers(bytes, 1, timeout_s=30) as workers:
        ((_, result),) = workers.results([MEMORY_BYTES])
    assert isinstance(result, Failed)
    assert result.reason == "too large"


def test_the_processes_work_on_while_a_result_is_used() -> None:
    with Workers(time.sleep, 2, timeout_s=30) as workers:
        results = workers.results([0.0, 0.0, *[0.3] * 4])
        next(results)
        next(results)
        time.sleep(1.0)
        started = time.monotonic()
        next(results)
        next(results)
        assert time.monotonic() - started < 0.2


def test_leaving_in_the_middle_ends_all_processes() -> None:
    started = time.monotonic()
    with Workers(time.sleep, 2, timeout_s=60) as workers:
        next(workers.results([0.0, 50.0, 50.0]))
    assert time.monotonic() - started < 20


def test_without_tasks_no_process_is_started() -> None:
    with Workers(math.sqrt, 2, timeout_s=30) as workers:
        assert list(workers.results([])) == []


def test_a_sign_of_life_gives_a_task_its_time_anew() -> None:
    slow = "import time, indexer.workers\nfor _ in range(8): time.sleep(0.5); indexer.workers.alive()"
    silent = "import time; time.sleep(60)"
    with Workers(exec, 2, timeout_s=2.5) as workers:
        (_, alive), (_, dead) = workers.results([slow, silent])
    assert alive is None
    assert isinstance(dead, Failed)
    assert dead.reason == "timed out"
