"""Two runs side by side."""

import hypothesis
import pytest
from hypothesis import strategies as st

from eval.comparing import Difference, changes, corrected, difference
from eval.measures import Judged
from eval.questions import Evidence, GoldQuestion
from tests.eval.made import outcome


def judged(id: str, value: float | None) -> Judged:
    gold = GoldQuestion(id, f"fråga {id}", "fact", "", (), (Evidence("a.txt", "citat"),))
    return Judged(gold, None, False, {"MRR@10": value})


def test_a_run_against_itself_differs_by_nothing() -> None:
    found = difference("hit@5", [0.0, 1.0, 1.0], [0.0, 1.0, 1.0])
    assert (found.mean, found.low, found.high, found.p) == (0.0, 0.0, 0.0, 1.0)


def test_many_won_and_none_lost_is_no_chance() -> None:
    found = difference("hit@5", [0.0] * 20, [1.0] * 20)
    assert found.mean == 1.0
    assert found.p < 0.001


def test_one_won_of_many_may_be_chance() -> None:
    assert difference("hit@5", [0.0] * 20, [1.0, *[0.0] * 19]).p > 0.5


def test_won_and_lost_questions_are_named() -> None:
    old = [judged("a", 0.0), judged("b", 1.0), judged("c", 0.5), judged("d", None)]
    new = [judged("a", 1.0), judged("b", 0.5), judged("c", 0.5), judged("d", 1.0)]
    won, lost = changes(old, new, "MRR@10")
    assert ([c.id for c in won], [c.id for c in lost]) == (["a"], ["b"])


def difference_of(p: float) -> Difference:
    return Difference("hit@5", 10, 0.5, 0.6, 0.0, 0.2, p, p)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([0.01], [0.01]),
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5, 0.6], [1.0, 1.0]),
        ([], []),
    ],
)
def test_p_is_corrected_for_the_other_rows(given: list[float], expected: list[float]) -> None:
    assert [row.holm for row in corrected(map(difference_of, given))] == pytest.approx(expected)


@hypothesis.given(st.lists(st.floats(0, 1), max_size=12))
def test_a_corrected_p_is_never_less_and_keeps_the_order(values: list[float]) -> None:
    rows = sorted(corrected(map(difference_of, values)), key=lambda row: row.p)
    assert all(row.p <= row.holm <= 1 for row in rows)
    assert [row.holm for row in rows] == sorted(row.holm for row in rows)


def test_differences_are_also_given_for_each_kind() -> None:
    against = outcome(against=True).against
    assert against is not None
    moved = {(row.kind, row.measure): round(row.mean, 3) for row in against.kinds if row.mean}
    assert moved == {("table", "hit@5"): 0.5, ("table", "MRR@10"): 0.194}
