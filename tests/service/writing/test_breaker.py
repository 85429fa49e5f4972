"""A model that fails is left in peace for a while."""

from collections.abc import Iterator

import pytest

from service.errors import ContextOverflow, GeneratorProblem, GeneratorRests
from service.writing.breaker import Breaker
from tests.service.scripted import ScriptedModel


class Clock:
    """Time that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    yield Clock()


def fails(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        with pytest.raises(GeneratorProblem):
            list(breaker.stream("Fråga", 100))


def test_after_failures_in_a_row_the_model_is_not_asked(clock: Clock) -> None:
    model = ScriptedModel(GeneratorProblem("down"))
    breaker = Breaker(model, failures=2, rest_s=60, clock=clock)

    fails(breaker, 2)

    assert breaker.resting
    with pytest.raises(GeneratorRests, match="2 times"):
        list(breaker.stream("Fråga", 100))
    assert len(model.prompts) == 2


def test_after_its_rest_one_question_tries_while_the_others_wait(clock: Clock) -> None:
    model = ScriptedModel(GeneratorProblem("down"), GeneratorProblem("down"), "Hej")
    breaker = Breaker(model, failures=2, rest_s=60, clock=clock)
    fails(breaker, 2)
    clock.now = 61

    trying = breaker.stream("Fråga", 100)
    first = next(trying)

    assert breaker.resting
    assert "".join([first, *trying]) == "Hej"
    assert not breaker.resting


def test_a_try_that_fails_begins_another_rest(clock: Clock) -> None:
    breaker = Breaker(ScriptedModel(GeneratorProblem("down")), failures=2, rest_s=60, clock=clock)
    fails(breaker, 2)
    clock.now = 61

    fails(breaker, 1)

    assert breaker.resting


def test_an_answer_in_between_makes_failures_count_anew(clock: Clock) -> None:
    down = GeneratorProblem("down")
    breaker = Breaker(ScriptedModel(down, "Hej", down, "Hej"), failures=2, clock=clock)

    fails(breaker, 1)
    list(breaker.stream("Fråga", 100))
    fails(breaker, 1)

    assert not breaker.resting


def test_a_prompt_that_is_too_long_and_a_reader_who_leaves_are_no_failures(clock: Clock) -> None:
    breaker = Breaker(ScriptedModel(ContextOverflow("too long"), "Hej på dig"), failures=1, clock=clock)

    fails(breaker, 1)
    reading = breaker.stream("Fråga", 100)
    next(reading)
    reading.close()  # type: ignore[attr-defined]  # what stream gives is a generator

    assert not breaker.resting
