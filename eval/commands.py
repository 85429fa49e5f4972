"""`paragraf eval`: a question set put to an index, measured, reported, and compared with an earlier run."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from eval import comparing, gate, history, modeljudge, page, predictions, questions, report, run, sources, trec
from eval.measures import NAMES, Judged, judge
from eval.origin import made_with
from eval.outcome import Against, Outcome, shown
from indexer.errors import UsageProblem
from indexer.gathering import blocklist
from indexer.index import Access
from service.config import from_environment
from service.resources import Resources, open_resources

COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())

EXAMPLES = """\b
Examples:
  paragraf eval questions.jsonl --out runs/today
  paragraf eval questions.jsonl --out runs/tomorrow --against runs/today
  paragraf eval questions.jsonl --corpus protocols/text --json
  paragraf eval questions.jsonl --at-least hit@5=0.8 --at-least MRR@10=0.6
"""


@click.command("eval", epilog=EXAMPLES)
@click.argument("question_set", metavar="QUESTIONS", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for predictions.jsonl, run and qrels, measures.json, report.md and report.html.",
)
@click.option("--index", "location", help="Directory or URL of the index.  [env: PARAGRAF_INDEX]")
@click.option("--model", help="Embedding model that the index was made with.  [env: PARAGRAF_MODEL]")
@click.option(
    "--corpus",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with the files that questions quote, or their texts as <file>.txt.  Default: text/ or corpus/ beside.",
)
@click.option(
    "--against", type=click.Path(path_type=Path), help="Folder of an earlier run over the same questions: names what was won and lost."
)
@click.option("--limit", type=click.IntRange(min=1), help="Ask only the first so many questions.")
@click.option("--filter-municipality", is_flag=True, help="Search only the municipality that a question's `municipality` names.")
@click.option("--judge", "with_judge", is_flag=True, help="Let the language model that PARAGRAF_JUDGE_URL names judge the answers too.")
@click.option("--at-least", "floors", metavar="MEASURE=VALUE", multiple=True, help="Exit with 1 where the measure falls below; repeatable.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that counts as today in questions.  Default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print the measures as JSON.")
def evaluate(
    question_set: Path,
    out: Path | None,
    location: str | None,
    model: str | None,
    corpus: Path | None,
    against: Path | None,
    limit: int | None,
    filter_municipality: bool,
    with_judge: bool,
    floors: tuple[str, ...],
    as_of: datetime | None,
    as_json: bool,
) -> int:
    """Put every question of QUESTIONS to the index and measure what comes back.

    Finding: hit@5, MRR@10, nDCG@10, recall. Answering: facts, citations, refusals, trust. In all and by kind of question.
    """
    least = [gate.floor(written) for written in floors]
    asked = questions.load(question_set)[:limit]
    texts = sources.load(corpus or sources.beside(question_set), asked)
    earlier = predictions.load(against) if against else None
    if out:
        _writable(out)
    config = from_environment({"index": location, "model": model})
    judging = modeljudge.configured(config) if with_judge else None
    resources = open_resources(config)
    access = blocklist.load(config.blocklist).access(resources.index)
    given = _asked(asked, resources, access, (as_of or datetime.now(UTC)).date(), filtered=filter_municipality, quiet=as_json)
    said = _verdicts(judging, asked, given, quiet=as_json) if judging else {}
    judged = judge(asked, given, texts, said)
    compared = _against(against, earlier, asked, judged, texts) if against and earlier is not None else None
    made = made_with(question_set, resources.index) | (_judge_row(judging, said) if judging else {})
    outcome = Outcome(made, tuple(judged), given, compared)
    if out:
        _write(out, asked, outcome)
    if as_json:
        click.echo(msgspec.json.encode(outcome.as_dict()).decode())
    else:
        _print(outcome, out)
    fallen = gate.below(outcome.figures, least)
    for sentence in fallen:
        click.echo(f"paragraf: {sentence}", err=True)
    return 1 if fallen else 0


def _asked(
    asked: list[questions.GoldQuestion], resources: Resources, access: Access, today: date, *, filtered: bool, quiet: bool
) -> dict[str, predictions.Prediction]:
    console = Console(stderr=True, quiet=quiet)
    with Progress(*COLUMNS, console=console) as progress:
        task = progress.add_task("Asking", total=len(asked))
        return run.run(asked, resources, access, today, lambda _: progress.advance(task), filtered=filtered)


def _verdicts(
    judge: modeljudge.Judge, asked: list[questions.GoldQuestion], given: dict[str, predictions.Prediction], *, quiet: bool
) -> dict[str, float | None]:
    with Progress(*COLUMNS, console=Console(stderr=True, quiet=quiet)) as progress:
        task = progress.add_task("Judging", total=len(asked))
        return modeljudge.verdicts(judge, asked, given, lambda: progress.advance(task))


def _judge_row(judge: modeljudge.Judge, said: Mapping[str, float | None]) -> dict[str, str]:
    """What the report says of the judge, answers without a verdict included."""
    return {"judge": f"{judge.name}: a verdict on {sum(one is not None for one in said.values())} of {len(said)} answers"}


def _against(
    name: Path, earlier: dict[str, predictions.Prediction], asked: list[questions.GoldQuestion], judged: list[Judged], texts: dict[str, str]
) -> Against:
    shared = [question for question in asked if question.id in earlier]
    if not shared:
        raise UsageProblem(f"The run in {name} answers none of these questions. Name a run over the same question set.")
    old = judge(shared, earlier, texts)
    won, lost = comparing.changes(old, judged, "MRR@10")
    answered, spoilt = comparing.changes(old, judged, "trust")
    rows, kinds = comparing.differences(old, judged), comparing.differences_by_kind(old, judged)
    return Against(str(name), tuple(rows), tuple(kinds), (*won, *answered), (*lost, *spoilt))


def _write(out: Path, asked: list[questions.GoldQuestion], outcome: Outcome) -> None:
    predictions.write(out, outcome.predictions.values())
    trec.write(out, asked, outcome.predictions)
    (out / "measures.json").write_bytes(msgspec.json.format(msgspec.json.encode(outcome.as_dict()), indent=1) + b"\n")
    history.write(out, outcome, datetime.now(UTC))
    (out / "report.md").write_text(report.markdown(outcome), encoding="utf-8")
    (out / "report.html").write_text(page.html(outcome), encoding="utf-8")


def _print(outcome: Outcome, out: Path | None) -> None:
    console = Console()
    table = Table(title=f"{len(outcome.judged)} questions")
    for heading in ("measure", "value"):
        table.add_column(heading)
    figures = outcome.figures
    for name in NAMES:
        table.add_row(name, shown(figures[name]))
    for stage, (low, high) in outcome.latencies.items():
        table.add_row(f"{stage} p50 / p95 ms", f"{shown(low)} / {shown(high)}")
    console.print(table)
    if outcome.against:
        console.print(_moved(outcome.against))
        for title, changed in (("Won", outcome.against.won), ("Lost", outcome.against.lost)):
            console.print(f"{title}: " + (", ".join(f"{c.id} ({c.measure} {shown(c.old)} → {shown(c.new)})" for c in changed) or "none"))
    if out:
        console.print(f"Report: {out / 'report.html'}, {out / 'report.md'}", soft_wrap=True)


def _moved(against: Against) -> Table:
    table = Table(title=f"Against {against.name}")
    for heading in ("measure", "old", "new", "difference, 95 % interval", "p", "p (Holm)"):
        table.add_column(heading)
    for d in against.differences:
        moved = f"{d.mean:+.3f} [{d.low:+.3f}, {d.high:+.3f}]"
        table.add_row(d.measure, shown(d.old), shown(d.new), moved, f"{d.p:.3f}", f"{d.holm:.3f}")
    return table


def _writable(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageProblem(f"Nothing can be written to {out}: {os.strerror(error.errno or 0)}. Name another folder with --out.") from error
