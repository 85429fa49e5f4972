"""The command that follows a matter."""

from collections.abc import Iterable

import click

from indexer.terminal import printable
from service.cases import follow
from service.commandline import as_json, local_today, model, opened, place, print_json
from service.errors import BadParameter
from service.following import shown, words
from service.following.markdown import markdown
from service.following.picture import picture
from service.following.records import Choice


@click.command(
    epilog="""\b
Examples:
  paragraf case "KS 2024/123"
  paragraf case 2024/00123 --municipality Storby --json
  paragraf case 2024/00123 --municipality Storby --format svg > arende.svg"""
)
@click.argument("dnr")
@click.option("--municipality", metavar="NAME", help="Whose Dnr it is; needed where several municipalities have the number.")
@click.option("--format", "form", type=click.Choice(["text", "md", "svg"]), default="text", show_default=True, help="What to print.")
@place
@model
@as_json
def case(dnr: str, municipality: str | None, form: str, index: str | None, model: str | None, as_json: bool) -> None:
    """Follow the matter with a DNR through bodies and years: its steps, and what is lacking between them."""
    with opened(index, model) as (resources, access):
        found = follow(dnr, municipality, resources.index, access, local_today())
    if as_json:
        print_json(shown.followed(found))
    elif isinstance(found, Choice):
        if form != "text":
            raise BadParameter(" ".join(words.choice(found)))
        _print(words.choice(found))
    elif form == "text":
        _print(words.lines(found))
    else:
        click.echo(picture(found, alone=True) if form == "svg" else markdown(found), nl=False)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(printable(line))
