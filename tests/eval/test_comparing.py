"""Two runs side by side."""

from eval.comparing import changes, difference
from eval.measures import Judged
from eval.questions import Evidence, GoldQuestion


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
