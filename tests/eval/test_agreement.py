"""Two runs compared hit by hit."""

from eval.agreement import agreement
from eval.predictions import Milliseconds, PredictedAnswer, PredictedHit, Prediction


def run(*texts: str, answer: str = "ja") -> Prediction:
    hits = tuple(PredictedHit("d", "a.txt", None, None, None, None, None, None, 1, None, 1.0, text) for text in texts)
    return Prediction("q", "Vad?", hits, PredictedAnswer(answer, False, "extractive", ()), Milliseconds(1, 1, 2))


def test_order_and_answers_are_compared() -> None:
    one = {"a": run("x", "y"), "b": run("x", "y"), "c": run("x", answer="ja"), "only here": run("z")}
    other = {"a": run("x", "y"), "b": run("y", "x"), "c": run("x", answer="nej")}

    found = agreement(one, other)

    assert (found.questions, found.same_order, found.same_set, found.same_answer) == (3, 2, 3, 2)
    assert found.differing == ("b",)


def test_what_stands_beyond_the_tenth_place_does_not_count() -> None:
    first = [str(number) for number in range(10)]

    assert agreement({"a": run(*first, "x")}, {"a": run(*first, "y")}).same_order == 1
