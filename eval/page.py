"""The report of a run as one HTML page with plots: it stands by itself, asks nobody for anything and runs no script."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval import plots
from eval.confidence import INTERVALS_OF
from eval.outcome import Outcome, shown
from eval.report import MAIN, with_interval

HEADLINE = ("hit@5", "MRR@10", "evidence@10", "facts", "cited", "refused_rightly", "wrongly_refused", "trust")
LAST_RANK = 20
BINS = 16
"""Columns of the histogram of times."""


def html(outcome: Outcome) -> str:
    """The whole page; whatever questions and names hold is shown as text."""
    return (
        _environment()
        .get_template("report.html")
        .render(
            outcome=outcome,
            missing=sum(row.question.id not in outcome.predictions for row in outcome.judged),
            figures=outcome.figures,
            headline=HEADLINE,
            columns=MAIN,
            answering=INTERVALS_OF,
            with_interval=with_interval,
            failures=[row for row in outcome.judged if row.question.evidence and (row.rank is None or row.rank > 5)],
            plots={"kinds": _kinds(outcome), "ranks": _ranks(outcome), "times": _times(outcome), "moved": _moved(outcome)},
        )
    )


def _environment() -> Environment:
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    environment = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["shown"] = shown
    return environment


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


BENCH_ROWS = {
    "passages_read": "of these read from texts; the others are copies",
    "pages_a_minute": "indexed, pages a minute",
    "search_p50": "search in process, p50 ms",
    "search_p95": "search in process, p95 ms",
    "ask_p95": "ask in process, p95 ms",
    "http_search_p50": "search over HTTP, p50 ms",
    "http_search_p95": "search over HTTP, p95 ms",
    "http_ask_p95": "ask over HTTP, p95 ms",
    "command_s": "`paragraf search`, process start included, median s",
    "server_memory_mb": "server, memory of all its processes, MB",
    "indexing_memory_mb": "indexing and searching in process, greatest memory, MB",
    "disk_mb": "index on disk, with the one before a change, MB",
}
"""Figures of the benchmark in the order shown, with their words."""


def bench_html(title: str, engines: Mapping[str, Sequence[Mapping[str, float | None]]]) -> str:
    """The benchmark as a page: a table for each engine, and growth drawn where there is more than one size."""
    drawn = [
        (BENCH_ROWS[name], plots.lines(_lines(engines, name), BENCH_ROWS[name], "passages, logarithmic", ""))
        for name in ("http_search_p95", "search_p95", "server_memory_mb", "disk_mb")
        if all(len(points) > 1 for points in engines.values())
    ]
    return _environment().get_template("bench.html").render(title=title, engines=engines, rows=BENCH_ROWS, drawn=drawn)


def refusal_html(drawn: Markup, curves: Mapping[str, Sequence[object]]) -> str:
    """What refusing more would cost and spare, drawn and as a table for each set of questions."""
    return _environment().get_template("refusal.html").render(drawn=drawn, curves=curves)


def _lines(engines: Mapping[str, Sequence[Mapping[str, float | None]]], name: str) -> list[plots.Line]:
    found = []
    for engine, points in engines.items():
        pairs = tuple((float(point["passages"] or 1), value) for point in points if (value := point[name]) is not None)
        found.append(plots.Line(engine, pairs))
    return found
