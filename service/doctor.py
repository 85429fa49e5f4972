"""`paragraf doctor`: what the indexer needs, and the settings of the service, which the indexer does not know."""

import json
import os

import click

from indexer import doctor as examination
from indexer.terminal import put
from service.config import SERVICE_SETTINGS


@click.command(
    epilog="""\b
Examples:
  paragraf doctor
  paragraf doctor --index http://127.0.0.1:9200 --json

Exit code 1 when something does not work."""
)
@click.option("--index", metavar="PLACE", help="Directory, or http(s) URL of Elasticsearch. [PARAGRAF_INDEX; paragraf-index]")
@click.option("--model", metavar="NAME", help="Embedding model: a name or a folder. [PARAGRAF_MODEL; bundled]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.pass_context
def doctor(ctx: click.Context, index: str | None, model: str | None, as_json: bool) -> None:
    """Check what Paragraf needs; say what to do where it is amiss."""
    checks = examination.examine(os.environ, {"index": index, "model": model}, SERVICE_SETTINGS)
    if as_json:
        click.echo(json.dumps(examination.as_json(checks), ensure_ascii=False, indent=2))
    else:
        put(examination.as_table(checks))
    ctx.exit(examination.exit_code(checks))
