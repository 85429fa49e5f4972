"""A question set put to the service, question by question, in process."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from eval.predictions import Prediction
from eval.questions import GoldQuestion
from indexer.index import Access, Filters
from service import shown
from service.answer import answer
from service.finding.ranking import WEIGHTS
from service.question import understand
from service.resources import Resources
from service.retrieval import retrieve

HITS = 20
"""Hits kept a question."""


def run(
    questions: Iterable[GoldQuestion],
    resources: Resources,
    access: Access,
    today: date,
    done: Callable[[GoldQuestion], None],
    *,
    filtered: bool = False,
) -> dict[str, Prediction]:
    """Predictions by question id. `done` is called after each question, for progress."""
    predictions = {}
    for question in questions:
        predictions[question.id] = predict(question, resources, access, today, filtered=filtered)
        done(question)
    return predictions


def predict(question: GoldQuestion, resources: Resources, access: Access, today: date, *, filtered: bool = False) -> Prediction:
    """What the service gives for one question, as anybody would get it: no gold reaches it. `filtered`: as somebody would
    who has chosen the question's municipality from the list."""
    filters = Filters(municipalities=(question.municipality,)) if filtered and question.municipality else Filters()
    given = shown.answer(answer(question.question, filters, resources, access, today))
    return prediction(question, given)


def found(question: GoldQuestion, resources: Resources, access: Access, today: date, weights: Mapping[str, float] = WEIGHTS) -> Prediction:
    """The hits alone, without an answer: for comparing ways to find."""
    known = resources.index.facets(Filters(), access)
    asked = understand(question.question, Filters(), known, today)
    hits = retrieve(asked, resources.index, resources.embedder, access, HITS, weights)
    nothing = {"text": "", "refused": True, "mode": "none", "citations": []}
    given = {"hits": [shown.hit(hit) for hit in hits], "answer": nothing, "ms": {"retrieve": 0.0, "answer": 0.0, "total": 0.0}}
    return prediction(question, given)


def prediction(question: GoldQuestion, given: Mapping[str, object]) -> Prediction:
    """An answer as the API shows it, in the form of predictions.jsonl."""
    hits = given["hits"]
    if not isinstance(hits, list):
        raise TypeError("an answer's hits are a list")
    row = {"id": question.id, "question": question.question, "hits": hits[:HITS], "answer": given["answer"], "ms": given["ms"]}
    return msgspec.convert(row, type=Prediction)
