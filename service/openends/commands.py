"""The command that lists open ends."""

import click

from indexer.index import Filters
from service.commandline import Restrictions, as_json, local_today, model, opened, place, print_json, restrictions
from service.openends import exports, shown
from service.openends.records import EndKind, OpenEnds
from service.openends.story import open_ends


@click.command(
    "open",
    epilog="""\b
Examples:
  paragraf open --municipality Storby
  paragraf open --kind motion --kind uppdrag --from 2024
  paragraf open --format xlsx > oppna.xlsx""",
)
@restrictions
@click.option("--kind", "kinds", type=click.Choice([str(kind) for kind in EndKind]), multiple=True, help="Only this kind; may be repeated.")
@click.option("--format", "form", type=click.Choice(["text", *exports.FORMS]), default="text", show_default=True, help="What to print.")
@place
@model
@as_json
def open_(
    restricted: Restrictions,
    kinds: tuple[str, ...],
    form: str,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """List motions without an answer, assignments, proposals without a decision, and what was put off."""
    with opened(index, model) as (resources, access):
        known = resources.index.facets(Filters(), access)
        found = open_ends(restricted.among(known), [EndKind(kind) for kind in kinds], resources, access, local_today())
    if as_json:
        print_json(shown.told(found))
    elif form == "text":
        _print(found)
    else:
        click.echo(exports.FORMS[form](found), nl=False)


def _print(found: OpenEnds) -> None:
    municipality = None
    for line in found.lines:
        if line.municipality != municipality:
            municipality = line.municipality
            click.secho(municipality or "Okänd kommun", bold=True)
        click.echo(f"  {exports.in_words(line)}")
        click.secho(f"    ”{line.evidence.quote}” {line.evidence.file} s. {line.evidence.page}", dim=True)
    click.echo(f"{exports.counted(found.lines)} i de protokoll som finns här.")
