"""The report of a run as Markdown: what was run, figures in all and by kind, what was won and lost, what failed."""

from collections.abc import Sequence

from eval.comparing import Change, Difference
from eval.confidence import INTERVALS_OF, Interval
from eval.measures import Judged
from eval.outcome import Against, Outcome, shown

MAIN = ("hit@5", "MRR@10", "nDCG@10", "evidence@10", "facts", "cited", "citation_precision", "wrongly_refused", "refused_rightly", "trust")
"""The columns of the table by kind."""
WORST = 20
"""Failures listed at most."""


def markdown(outcome: Outcome) -> str:
    """The whole report."""
    judged = outcome.judged
    missing = sum(row.question.id not in outcome.predictions for row in judged)
    parts = [
        "# Evaluation",
        f"{len(judged)} questions, {missing} without a prediction.",
        _table(("", ""), [(f"**{name}**", value) for name, value in outcome.made_with.items()]),
        "## In all",
        _table(("measure", "value"), [(name, shown(value)) for name, value in outcome.figures.items()]),
        "## By kind",
        _kinds(outcome),
        "## How sure the figures of answers are",
        "Mean and 95 % interval, by drawing the questions anew.",
        _confidence(outcome),
        "## Time",
        _table(("stage", "p50 ms", "p95 ms"), [(stage, shown(low), shown(high)) for stage, (low, high) in outcome.latencies.items()]),
    ]
    if outcome.against:
        parts += _against(outcome.against)
    parts += ["## Not found among the first five", _failures(judged), "## Answered without any right fact", _wrong(judged)]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


def _kinds(outcome: Outcome) -> str:
    rows = [[kind, str(count), *(shown(figures[name]) for name in MAIN)] for kind, (count, figures) in outcome.groups.items()]
    return _table(("kind", "n", *MAIN), rows)


def _confidence(outcome: Outcome) -> str:
    means = {"all": outcome.figures, **{kind: figures for kind, (_, figures) in outcome.groups.items()}}
    rows = [
        [kind, str(count), *(with_interval(means[kind][name], found[name]) for name in INTERVALS_OF)]
        for kind, (count, found) in outcome.intervals.items()
    ]
    return _table(("kind", "n", *INTERVALS_OF), rows)


def with_interval(mean: float | None, found: Interval | None) -> str:
    """ "0.680 [0.601, 0.752]"."""
    return shown(mean) + (f" [{shown(found[0])}, {shown(found[1])}]" if found else "")


def _against(against: Against) -> list[str]:
    return [
        f"## Against {against.name}",
        (
            "Difference with its 95 % interval; p of a paired randomisation test over 10,000 permutations, and after Holm's correction "
            "for the other rows of the table."
        ),
        _table(("measure", "n", "old", "new", "difference", "p", "p (Holm)"), [_difference(d) for d in against.differences]),
        "### By kind",
        _table(
            ("kind", "measure", "n", "old", "new", "difference", "p", "p (Holm)"),
            [(d.kind or "", *_difference(d)) for d in against.kinds if d.mean],
        ),
        f"### Won ({len(against.won)})",
        _changes(against.won),
        f"### Lost ({len(against.lost)})",
        _changes(against.lost),
    ]


def _difference(d: Difference) -> tuple[str, ...]:
    moved = f"{d.mean:+.3f} [{d.low:+.3f}, {d.high:+.3f}]"
    return d.measure, str(d.questions), shown(d.old), shown(d.new), moved, f"{d.p:.3f}", f"{d.holm:.3f}"


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
