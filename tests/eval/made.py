"""Made-up questions, predictions and outcomes that the tests of reports share."""

from eval.comparing import differences, differences_by_kind
from eval.measures import judge
from eval.outcome import Against, Outcome
from eval.predictions import Milliseconds, PredictedAnswer, PredictedHit, Prediction
from eval.questions import Evidence, GoldQuestion

QUOTE = "Nämnden höjer avgiften till 450 kronor"


def question(id: str, kind: str = "fact", municipality: str | None = None, text: str = "Hur mycket?") -> GoldQuestion:
    evidence = () if kind == "unanswerable" else (Evidence("a.txt", QUOTE),)
    return GoldQuestion(id, text, kind, "450 kronor", (("450",),), evidence, municipality)


def prediction(id: str, rank: int | None, ms: float = 20.0) -> Prediction:
    texts = [QUOTE if place == rank else f"utfyllnad {place}" for place in range(1, 11)]
    hits = tuple(PredictedHit(None, "a.txt", None, None, None, None, None, None, None, None, 1.0, text) for text in texts)
    answer = PredictedAnswer("450" if rank else "", rank is None, "extractive", ())
    return Prediction(id, "Hur mycket?", hits, answer, Milliseconds(ms / 2, ms / 2, ms))


def outcome(text: str = "Hur mycket?", *, against: bool = False) -> Outcome:
    """Four questions of three kinds; the earlier run found the second one worse."""
    asked = [question("q1", text=text), question("q2", "table", "Tallmora"), question("q3", "table"), question("q4", "unanswerable")]
    now = {one.id: one for one in (prediction("q1", 1), prediction("q2", 2, 90.0), prediction("q3", None), prediction("q4", None))}
    judged = judge(asked, now, {})
    compared = None
    if against:
        before = judge(asked, {**now, "q2": prediction("q2", 9)}, {})
        rows, kinds = differences(before, judged), differences_by_kind(before, judged)
        compared = Against("runs/<before>", tuple(rows), tuple(kinds), (), ())
    return Outcome({"questions": "made up"}, tuple(judged), now, compared)
