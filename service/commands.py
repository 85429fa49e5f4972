"""The commands that ask: search, ask, compare."""

from collections.abc import Sequence
from dataclasses import replace

import click

from indexer.index import Access, Filters
from service import printing, shown
from service.answer import answer
from service.commandline import Restrictions, as_json, local_today, model, opened, place, print_json, restrictions, some_municipalities
from service.compare import Wish
from service.compare import compare as compare_municipalities
from service.comparison import columns, exports, plain, population
from service.comparison.records import Column
from service.config import from_environment
from service.errors import BadQuestion
from service.finding.reranking import Reranking, find, outcome
from service.question import understand
from service.records import Hit, Question
from service.resources import Resources
from service.understanding.followups import Earlier
from service.understanding.restricting import compared

MOST_HITS = 50


@click.command(
    epilog="""\b
Examples:
  paragraf search "skolskjuts växelvis boende" --municipality Storby
  paragraf search "§ 12 2024" --body kommunstyrelsen --from 2024 --explain
  paragraf search "dnr 2024/00012" --explain --json"""
)
@click.argument("question")
@restrictions
@click.option("--limit", type=click.IntRange(1, MOST_HITS), default=10, show_default=True, help="Most hits to show.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show what was understood, where each search placed a hit, and the words that they share; with --json "
    "as `understood`, and as `ranks`, `reasons` and `shared` of each hit.",
)
@place
@model
@as_json
def search(
    question: str,
    restricted: Restrictions,
    limit: int,
    explain: bool,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Find the passages that bear on QUESTION, best first."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        understood = understand(question, restricted.among(known), known, local_today())
        hits = find(understood, resources, access, limit)
        failed = outcome(understood, hits, resources.reranker) is Reranking.FAILED
    if as_json:
        print_json(_explained(understood, hits) if explain else {"question": understood.text, "hits": [shown.hit(hit) for hit in hits]})
    else:
        printing.hits(understood, hits, explain=explain)
    if explain and failed:
        click.echo("The reranker failed or took longer than PARAGRAF_RERANKER_TIMEOUT_S: this is the order without it.", err=True)


def _explained(question: Question, hits: Sequence[Hit]) -> dict[str, object]:
    explained = [shown.explained(hit, question) for hit in hits]
    return {"question": question.text, "understood": shown.understood(question), "hits": explained}


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
    restricted: Restrictions,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Answer QUESTION with citations, or say that the documents do not."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        filters = restricted.among(known)
        earlier = _earlier(after, filters, resources, access) if after else None
        given = answer(question, filters, resources, access, local_today(), earlier)
    if as_json:
        print_json(shown.answer(given))
    else:
        printing.answer(given)
    if given.problem:
        click.echo(f"The language model failed: {given.problem}", err=True)


def _earlier(question: str, filters: Filters, resources: Resources, access: Access) -> Earlier:
    """What the answer to the question before leaves for the next, as the pages keep it; no language model is needed for that."""
    try:
        return shown.earlier(answer(question, filters, replace(resources, generator=None), access, local_today()))
    except BadQuestion:
        # told as a fault of the question before, not of this one
        return Earlier(question)


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
