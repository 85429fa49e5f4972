"""Measures of a run: finding by ir_measures, answering by our own, each a mean over the questions it applies to.

A question without a prediction counts as found nothing and answered nothing. Ranks are handed over, never scores: tied
scores would be ordered by id.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import ir_measures

from eval.judging import hit_holds, holds_fact, points_at
from eval.predictions import PredictedAnswer, Prediction
from eval.questions import GoldQuestion

FINDING = {
    "hit@5": ir_measures.Success @ 5,
    "hit@10": ir_measures.Success @ 10,
    "MRR@10": ir_measures.RR @ 10,
    "nDCG@10": ir_measures.nDCG @ 10,
    "recall@10": ir_measures.R @ 10,
    "recall@20": ir_measures.R @ 20,
}
ANSWERING = (
    "evidence@10",
    "facts",
    "all_facts",
    "cited",
    "citation_precision",
    "wrongly_refused",
    "refused_rightly",
    "trust",
    "verified",
    "judged",
    "words",
)
NAMES = (*FINDING, *ANSWERING)

Figures = Mapping[str, float | None]
"""Measure → value; None where it does not apply."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's figures; `rank` is the place of the first hit that holds evidence."""

    question: GoldQuestion
    rank: int | None
    refused: bool
    figures: Figures


@dataclass(frozen=True, slots=True)
class Run:
    """What TREC's formats hold of a run: (question, piece of evidence) relevant, and (question, found, rank)."""

    qrels: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str, int], ...]


def trec(questions: Iterable[GoldQuestion], predictions: Mapping[str, Prediction]) -> Run:
    """Each piece of evidence is a document to find; a hit that holds none, or one already found, is another one."""
    qrels: list[tuple[str, str]] = []
    found: list[tuple[str, str, int]] = []
    for question in questions:
        qrels += [(question.id, f"evidence-{number}") for number in range(len(question.evidence))]
        prediction = predictions.get(question.id)
        if prediction and question.evidence:
            names = [name for names in _pieces(question, prediction) for name in names]
            found += [(question.id, name, rank) for rank, name in enumerate(names, 1)]
    return Run(tuple(qrels), tuple(found))


def _pieces(question: GoldQuestion, prediction: Prediction) -> Iterable[list[str]]:
    seen: set[str] = set()
    for place, hit in enumerate(prediction.hits[:20], 1):
        held = [f"evidence-{n}" for n, piece in enumerate(question.evidence) if hit_holds(hit, piece)]
        new = [name for name in held if name not in seen]
        seen.update(new)
        yield new or [f"hit-{place}"]


def judge(
    questions: Sequence[GoldQuestion],
    predictions: Mapping[str, Prediction],
    sources: Mapping[str, str],
    verdicts: Mapping[str, float | None] = {},
) -> list[Judged]:
    """Figures for each question. `sources`: file → its whole text, squeezed; `verdicts`: what a judge said, by question id."""
    run = trec(questions, predictions)
    qrels = [ir_measures.Qrel(question, piece, 1) for question, piece in run.qrels]
    ranked = [ir_measures.ScoredDoc(question, name, float(-rank)) for question, name, rank in run.found]
    finding: dict[str, dict[str, float]] = {}
    if qrels:
        names = {str(measure): name for name, measure in FINDING.items()}
        for metric in ir_measures.iter_calc(list(FINDING.values()), qrels, ranked):
            finding.setdefault(metric.query_id, {})[names[str(metric.measure)]] = metric.value
    rows = [_judged(question, predictions.get(question.id), finding.get(question.id, {}), sources) for question in questions]
    return [_with_verdict(row, verdicts) for row in rows]


def _with_verdict(row: Judged, verdicts: Mapping[str, float | None]) -> Judged:
    asked = row.question.id
    return replace(row, figures={**row.figures, "judged": verdicts[asked]}) if asked in verdicts else row


def _judged(question: GoldQuestion, prediction: Prediction | None, finding: Figures, sources: Mapping[str, str]) -> Judged:
    refused = prediction is None or prediction.answer.refused
    if not question.evidence:
        right = refused and prediction is not None
        return Judged(question, None, refused, {"refused_rightly": float(right), "trust": 1.0 if right else -1.0})
    rank = _rank(question, prediction)
    return Judged(question, rank, refused, {**finding, **_answering(question, prediction, refused, sources)})


def _rank(question: GoldQuestion, prediction: Prediction | None) -> int | None:
    for place, hit in enumerate(prediction.hits[:20] if prediction else (), 1):
        if any(hit_holds(hit, piece) for piece in question.evidence):
            return place
    return None


def _answering(question: GoldQuestion, prediction: Prediction | None, refused: bool, sources: Mapping[str, str]) -> dict[str, float | None]:
    answer = None if refused or prediction is None else prediction.answer
    facts = [holds_fact(answer.text, wordings) if answer else False for wordings in question.must_include]
    right = [any(points_at(citation, piece, sources) for piece in question.evidence) for citation in (answer.citations if answer else ())]
    hits = prediction.hits[:10] if prediction else ()
    held = [any(hit_holds(hit, piece) for hit in hits) for piece in question.evidence]
    return {
        "evidence@10": _share(held),
        "facts": _share(facts),
        "all_facts": float(all(facts)) if facts else None,
        "cited": float(any(right)) if answer else None,
        "citation_precision": _share(right),
        "wrongly_refused": float(refused),
        "trust": 0.0 if refused else _trust(facts, any(right)),
        "verified": _held(answer) if answer else None,
        "words": float(len(answer.text.split())) if answer else None,
    }


def _held(answer: PredictedAnswer) -> float | None:
    """Share of what was to be said that its sources bore out."""
    said = len(answer.claims) + answer.dropped_claims
    return len(answer.claims) / said if said else None


def _trust(facts: list[bool], cited: bool) -> float:
    """As a reader weighs an answer: right and proven 1, partly right 0.5, wrong -1."""
    if all(facts) and cited:
        return 1.0
    return 0.5 if any(facts) else -1.0


def _share(values: list[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def means(rows: Iterable[Judged]) -> dict[str, float | None]:
    """The mean of each measure over the questions that it applies to."""
    columns: dict[str, list[float]] = {name: [] for name in NAMES}
    for row in rows:
        for name, value in row.figures.items():
            if value is not None:
                columns[name].append(value)
    return {name: math.fsum(values) / len(values) if values else None for name, values in columns.items()}


def by_kind(rows: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Rows by kind of question, kinds in alphabetical order."""
    kinds: dict[str, list[Judged]] = {}
    for row in rows:
        kinds.setdefault(row.question.kind, []).append(row)
    return dict(sorted(kinds.items()))


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None
