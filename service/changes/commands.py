"""The command that shows what changed on the way of a matter."""

import click

from indexer.index import Filters
from service.changes import exports, shown
from service.changes.story import changes
from service.commandline import as_json, model, opened, place, print_json, some_municipalities
from service.understanding.restricting import filters


@click.command(
    "changes",
    epilog="""\b
Examples:
  paragraf changes 2024/00118
  paragraf changes "KS 2024/171" --municipality Storby --format md > andringar.md""",
)
@click.argument("dnr")
@some_municipalities
@click.option("--format", "form", type=click.Choice(["text", "md"]), default="text", show_default=True, help="What to print.")
@place
@model
@as_json
def changes_(dnr: str, municipalities: tuple[str, ...], form: str, index: str | None, model: str | None, as_json: bool) -> None:
    """Show how the decision points of DNR changed from proposal to decision."""
    with opened(index, model) as (resources, access):
        chosen = filters(resources.index.facets(Filters(), access), municipalities=municipalities)
        ways = changes(dnr, chosen.municipalities, resources, access)
    if as_json:
        print_json(shown.told(dnr, ways))
    elif form == "md":
        click.echo(exports.markdown(ways))
    else:
        click.echo("\n".join(exports.lines(ways)) if ways else "Bara ett led av ett förslag finns här: inget att jämföra.")
