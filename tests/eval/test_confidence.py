"""Intervals of means."""

import pytest

from eval.confidence import interval, intervals
from eval.measures import judge
from eval.report import with_interval
from tests.eval.made import outcome, prediction, question


def test_an_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = interval([0.0, 1.0] * 5), interval([0.0, 1.0] * 500)

    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]


@pytest.mark.parametrize("values", [[], [1.0]])
def test_fewer_than_two_questions_have_no_interval(values: list[float]) -> None:
    assert interval(values) is None


def test_questions_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([1.0] * 10) == (1.0, 1.0)


def test_an_interval_is_the_same_every_time() -> None:
    assert interval([0.0, 0.5, 1.0]) == interval([0.0, 0.5, 1.0])


def test_a_measure_is_taken_over_the_questions_that_have_it() -> None:
    rows = judge([question("q1"), question("q2")], {"q1": prediction("q1", 1), "q2": prediction("q2", None)}, {})

    found = intervals(rows)

    assert found["wrongly_refused"] is not None
    assert found["words"] is None


def test_the_report_says_how_sure_each_kind_is() -> None:
    made = outcome()

    assert set(made.intervals) == {"all", "fact", "table", "unanswerable", "municipality named"}
    assert made.intervals["table"][0] == 2
    assert with_interval(0.5, (0.25, 0.75)) == "0.500 [0.250, 0.750]"
    assert with_interval(None, None) == "–"
