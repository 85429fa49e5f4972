"""The report of a run as Markdown: what was run, figures in all and by kind, what was won and lost, what failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.comparing import Change, Difference
from eval.measures import Judged, by_kind, means, percentile
from eval.predictions import Prediction

MAIN = ("hit@5", "MRR@10", "nDCG@10", "evidence@10", "facts", "cited", "citation_precision", "wrongly_refused", "refused_rightly", "trust")
"""The columns of the table by kind."""
WORST = 20
"""Failures listed at most."""


@dataclass(frozen=True, slots=True)
class Against:
    """What an earlier run compares to."""

    name: str
    differences: tuple[Difference, ...]
    won: tuple[Change, ...]
    lost: tuple[Change, ...]


def shown(value: float | None) -> str:
    """A figure as people read it."""
    return "–" if value is None else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def latencies(predictions: Mapping[str, Prediction]) -> dict[str, tuple[float | None, float | None]]:
    """Stage → (p50, p95) in milliseconds."""
    stages = {
        "retrieve": [prediction.ms.retrieve for prediction in predictions.values()],
        "answer": [prediction.ms.answer for prediction in predictions.values()],
        "total": [prediction.ms.total for prediction in predictions.values()],
    }
    return {stage: (percentile(values, 0.5), percentile(values, 0.95)) for stage, values in stages.items()}


def markdown(made_with: Mapping[str, str], judged: Sequence[Judged], predictions: Mapping[str, Prediction], against: Against | None) -> str:
    """The whole report."""
    missing = sum(row.question.id not in predictions for row in judged)
    parts = [
        "# Evaluation",
        f"{len(judged)} questions, {missing} without a prediction.",
        _table(("", ""), [(f"**{name}**", value) for name, value in made_with.items()]),
        "## In all",
        _table(("measure", "value"), [(name, shown(value)) for name, value in means(judged).items()]),
        "## By kind",
        _kinds(judged),
        "## Time",
        _table(("stage", "p50 ms", "p95 ms"), [(stage, shown(low), shown(high)) for stage, (low, high) in latencies(predictions).items()]),
    ]
    if against:
        parts += _against(against)
    parts += ["## Not found among the first five", _failures(judged), "## Answered without any right fact", _wrong(judged)]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


def _kinds(judged: Sequence[Judged]) -> str:
    rows = []
    for kind, some in by_kind(judged).items():
        figures = means(some)
        rows.append([kind, str(len(some)), *(shown(figures[name]) for name in MAIN)])
    return _table(("kind", "n", *MAIN), rows)


def _against(against: Against) -> list[str]:
    moved = [
        (d.measure, str(d.questions), shown(d.old), shown(d.new), f"{d.mean:+.3f} [{d.low:+.3f}, {d.high:+.3f}]", f"{d.p:.3f}")
        for d in against.differences
    ]
    return [
        f"## Against {against.name}",
        "Difference with its 95 % interval; p of a paired randomisation test over 10,000 permutations.",
        _table(("measure", "n", "old", "new", "difference", "p"), moved),
        f"### Won ({len(against.won)})",
        _changes(against.won),
        f"### Lost ({len(against.lost)})",
        _changes(against.lost),
    ]


def _changes(changes: Sequence[Change]) -> str:
    if not changes:
        return "None."
    return _table(
        ("question", "measure", "old", "new", "text"), [(c.id, c.measure, shown(c.old), shown(c.new), c.question) for c in changes]
    )


def _failures(judged: Sequence[Judged]) -> str:
    rows = [row for row in judged if row.question.evidence and (row.rank is None or row.rank > 5)]
    if not rows:
        return "None."
    table = _table(
        ("question", "kind", "rank", "text"),
        [(r.question.id, r.question.kind, str(r.rank or "–"), r.question.question) for r in rows[:WORST]],
    )
    return table + (f"\n\n… and {len(rows) - WORST} more." if len(rows) > WORST else "")


def _wrong(judged: Sequence[Judged]) -> str:
    rows = [row for row in judged if row.figures.get("trust") == -1.0]
    if not rows:
        return "None."
    table = _table(("question", "kind", "text"), [(r.question.id, r.question.kind, r.question.question) for r in rows[:WORST]])
    return table + (f"\n\n… and {len(rows) - WORST} more." if len(rows) > WORST else "")
