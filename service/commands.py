"""The commands that ask: search, ask, compare."""

import contextlib
import gc
import json
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import ParamSpec, TypeVar

import click

from indexer.gathering import blocklist
from indexer.index import Access, Filters
from service import printing, shown
from service.answer import answer
from service.compare import Wish
from service.compare import compare as compare_municipalities
from service.comparison import columns, exports, plain, population
from service.comparison.records import Column
from service.config import from_environment
from service.finding.reranking import Reranking, find, outcome
from service.question import understand
from service.resources import Resources, open_resources
from service.understanding.followups import Earlier
from service.understanding.restricting import compared, filters

P = ParamSpec("P")
R = TypeVar("R")

MOST_HITS = 50

PATIENCE_S = 2.0
AT_WORK = "Läser handlingarna. I ett stort index kan det ta en stund …"

COLLECTED_AFTER = (200_000, 20, 100)
"""Objects that the collector of garbage waits for while a command runs, by generation."""

place = click.option("--index", metavar="PLACE", help="Directory, or http(s) URL of Elasticsearch. [PARAGRAF_INDEX; paragraf-index]")
model = click.option("--model", metavar="NAME", help="Embedding model: a name or a folder. [PARAGRAF_MODEL; bundled]")
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
some_municipalities = click.option(
    "--municipality", "municipalities", metavar="NAME", multiple=True, help="Only this municipality; may be repeated."
)


def restrictions(command: Callable[P, R]) -> Callable[P, R]:
    """The options that restrict what is searched."""
    for option in (
        click.option("--to", "last", metavar="DAY", help="Until this day, inclusive: 2024, 2024-03 or 2024-03-15."),
        click.option("--from", "first", metavar="DAY", help="From this day, inclusive: 2024, 2024-03 or 2024-03-15."),
        click.option("--body", "bodies", metavar="NAME", multiple=True, help="Only this board or other body; may be repeated."),
        some_municipalities,
    ):
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  paragraf search "skolskjuts växelvis boende" --municipality Storby
  paragraf search "§ 12 2024" --body kommunstyrelsen --from 2024 --explain
  paragraf search "dnr 2024/00012" --json"""
)
@click.argument("question")
@restrictions
@click.option("--limit", type=click.IntRange(1, MOST_HITS), default=10, show_default=True, help="Most hits to show.")
@click.option("--explain", is_flag=True, help="Show where each search placed a hit, and what was understood.")
@place
@model
@as_json
def search(
    question: str,
    municipalities: tuple[str, ...],
    bodies: tuple[str, ...],
    first: str | None,
    last: str | None,
    limit: int,
    explain: bool,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Find the passages that bear on QUESTION, best first."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        chosen = filters(known, municipalities=municipalities, bodies=bodies, first=first, last=last)
        understood = understand(question, chosen, known, local_today())
        hits = find(understood, resources, access, limit)
        failed = outcome(understood, hits, resources.reranker) is Reranking.FAILED
    if as_json:
        print_json({"question": understood.text, "hits": [shown.hit(hit) for hit in hits]})
    else:
        printing.hits(understood, hits, explain=explain)
    if explain and failed:
        click.echo("The reranker failed or took longer than PARAGRAF_RERANKER_TIMEOUT_S: this is the order without it.", err=True)


@click.command(
    epilog="""\b
Examples:
  paragraf ask "Vad beslutades om friskvårdsbidraget, och när?"
  paragraf ask "Vad kostar ett bygglov?" --municipality Storby --from 2024 --json
  paragraf ask "Och året innan?" --after "Vad kostade ett bygglov i Storby 2024?\""""
)
@click.argument("question")
@click.option("--after", metavar="QUESTION", help="The question that this one follows: municipality, matter and period are taken from it.")
@restrictions
@place
@model
@as_json
def ask(
    question: str,
    after: str | None,
    municipalities: tuple[str, ...],
    bodies: tuple[str, ...],
    first: str | None,
    last: str | None,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Answer QUESTION with citations, or say that the documents do not."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        chosen = filters(known, municipalities=municipalities, bodies=bodies, first=first, last=last)
        given = answer(question, chosen, resources, access, local_today(), Earlier(after) if after else None)
    if as_json:
        print_json(shown.answer(given))
    else:
        printing.answer(given)
    if given.problem:
        click.echo(f"The language model failed: {given.problem}", err=True)


@click.command(
    epilog="""\b
Examples:
  paragraf compare "Hur stort är friskvårdsbidraget?"
  paragraf compare "Vad kostar en parkeringsplats?" --municipality Storby --municipality Lillby
  paragraf compare "Vad kostar ett bygglov?" --column belopp --column dnr --format xlsx > bygglov.xlsx"""
)
@click.argument("question")
@some_municipalities
@click.option(
    "--column",
    "chosen",
    metavar="NAME",
    multiple=True,
    help=f"Show this column; may be repeated: {', '.join(Column)}.  Default: by the question.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md", "csv", "xlsx"]), default="text", show_default=True, help="What to print."
)
@place
@model
@as_json
def compare(
    question: str,
    municipalities: tuple[str, ...],
    chosen: tuple[str, ...],
    form: str,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Put QUESTION to several municipalities: all that are indexed, where none is named."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        inhabitants = population.load(from_environment().population)
        wish = Wish(compared(known, municipalities), columns.named(chosen), inhabitants)
        table = compare_municipalities(question, wish, resources, access, local_today())
    if as_json or form == "json":
        print_json(plain.comparison(table))
    elif form == "text":
        printing.comparison(table)
    else:
        click.echo(exports.FORMS[form].made(table), nl=False)


@contextlib.contextmanager
def opened(index: str | None, model: str | None) -> Iterator[tuple[Resources, Access]]:
    """What a command answers from, and what it may read of it. One that takes long says that it is at work."""
    config = from_environment({"index": index, "model": model})
    blocked = blocklist.load(config.blocklist)
    with working(), _rarely_collected():
        resources = open_resources(config)
        with contextlib.closing(resources.index):
            yield resources, blocked.access(resources.index)


@contextlib.contextmanager
def working(patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Say that work goes on when a person would begin to wonder, on a terminal alone."""
    said = threading.Timer(patience_s, click.echo, (AT_WORK,), {"err": True})
    said.daemon = True
    if sys.stderr.isatty():
        said.start()
    try:
        yield
    finally:
        said.cancel()


@contextlib.contextmanager
def _rarely_collected() -> Iterator[None]:
    """What a command reads it keeps to its end: to look through it for garbage again and again would take as long as the reading."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def local_today() -> date:
    """The day by this machine's clock."""
    return datetime.now(UTC).astimezone().date()


def print_json(value: object) -> None:
    """One JSON value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
