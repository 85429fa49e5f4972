"""The command that shows decision cards."""

import click

from indexer.index import Filters
from service.cards import exports, shown
from service.cards.story import cards_of_case, cards_of_section
from service.commandline import as_json, model, opened, place, print_json, some_municipalities
from service.understanding.restricting import filters


@click.command(
    "card",
    epilog="""\b
Examples:
  paragraf card 2024/00118 --municipality Storby
  paragraf card protokoll/ks.pdf "§ 12"
  paragraf card protokoll/ks.pdf "§ 12" --format docx > beslut.docx""",
)
@click.argument("where")
@click.argument("section", required=False)
@some_municipalities
@click.option("--format", "form", type=click.Choice(["text", *exports.FORMS]), default="text", show_default=True, help="What to print.")
@place
@model
@as_json
def card_(
    where: str,
    section: str | None,
    municipalities: tuple[str, ...],
    form: str,
    index: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Show the decision card of a SECTION of the file WHERE, or of every § with the Dnr WHERE."""
    with opened(index, model) as (resources, access):
        if section:
            cards = cards_of_section(where, section, resources, access)
        else:
            chosen = filters(resources.index.facets(Filters(), access), municipalities=municipalities)
            cards = cards_of_case(where, chosen.municipalities, resources, access)
    if as_json:
        print_json(shown.told(cards))
    elif form == "text":
        click.echo("\n".join(exports.lines(cards)))
    else:
        click.echo(exports.FORMS[form](cards), nl=False)
