"""The report of a run as one HTML page with plots: it stands by itself, asks nobody for anything and runs no script."""

from collections import Counter
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval import plots
from eval.outcome import Outcome, shown
from eval.report import MAIN

HEADLINE = ("hit@5", "MRR@10", "evidence@10", "facts", "cited", "refused_rightly", "wrongly_refused", "trust")
LAST_RANK = 20
BINS = 16
"""Columns of the histogram of times."""


def html(outcome: Outcome) -> str:
    """The whole page; whatever questions and names hold is shown as text."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters["shown"] = shown
    return environment.get_template("report.html").render(
        outcome=outcome,
        missing=sum(row.question.id not in outcome.predictions for row in outcome.judged),
        figures=outcome.figures,
        headline=HEADLINE,
        columns=MAIN,
        failures=[row for row in outcome.judged if row.question.evidence and (row.rank is None or row.rank > 5)],
        plots={"kinds": _kinds(outcome), "ranks": _ranks(outcome), "times": _times(outcome), "moved": _moved(outcome)},
    )


def _kinds(outcome: Outcome) -> Markup:
    rows = [
        plots.Bars(f"{kind} ({count})", (some["hit@5"], some["MRR@10"], some["facts"]))
        for kind, (count, some) in outcome.groups.items()
        if some["hit@5"] is not None
    ]
    return plots.bars(rows, ("hit@5", "MRR@10", "facts"), "hit@5, MRR@10 and facts by kind of question")


def _ranks(outcome: Outcome) -> Markup:
    ranks = Counter(row.rank for row in outcome.judged if row.question.evidence)
    counts = [(str(rank), ranks[rank]) for rank in range(1, LAST_RANK + 1)]
    return plots.columns([*counts, ("none", ranks[None])], "Questions by the rank of their first evidence", "rank")


def _times(outcome: Outcome) -> Markup:
    taken = outcome.milliseconds("total")
    # few slow questions must not press all others into one column: they share the last one
    wide = max(1.0, (sorted(taken)[int(len(taken) * 0.98)] if taken else 1.0) / BINS)
    bins = Counter(min(BINS - 1, int(value / wide)) for value in taken)
    labels = [f"{number * wide:.0f}" for number in range(BINS)]
    labels[-1] += "+"
    return plots.columns([(label, bins[number]) for number, label in enumerate(labels)], "Questions by total time", "ms from")


def _moved(outcome: Outcome) -> Markup:
    if outcome.against is None:
        return Markup("")
    rows = [plots.Interval(d.measure, d.mean, d.low, d.high) for d in outcome.against.differences if d.measure != "words"]
    return plots.intervals(rows, "Differences with their intervals")
