"""`paragraf doctor`: what the indexer needs, and the settings of the service, which the indexer does not know."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import click

from indexer import doctor as examination
from indexer.doctor import Check, State
from indexer.errors import UsageProblem
from indexer.terminal import put
from service.config import SERVICE_SETTINGS, from_environment
from service.keeping.store import store_of


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
    given = {"index": index, "model": model}
    checks = examination.examine(os.environ, given, SERVICE_SETTINGS)
    if examination.exit_code(checks) == 0:
        checks += kept(given)
    if as_json:
        click.echo(json.dumps(examination.as_json(checks), ensure_ascii=False, indent=2))
    else:
        put(examination.as_table(checks))
    ctx.exit(examination.exit_code(checks))


def kept(given: Mapping[str, object]) -> list[Check]:
    """What the service keeps beside the index: whether it can be written, where it is asked for."""
    try:
        config = from_environment(given)
    except UsageProblem as problem:
        return [Check("service", State.FAIL, str(problem), "set it to a value that can be honoured, or unset it")]
    store = store_of(config)
    places = [("store", store.path.parent if store else None), ("uploads", Path(config.uploads) if config.uploads else None)]
    checks = [_writable(name, place) for name, place in places if place]
    if config.manage_key and store is None:
        checks.append(Check("store", State.FAIL, "PARAGRAF_MANAGE_KEY is set and nothing can be kept", "name a file in PARAGRAF_STORE"))
    return checks


def _writable(name: str, folder: Path) -> Check:
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if os.access(there, os.W_OK | os.X_OK):
        return Check(name, State.OK, f"{there} can be written to")
    return Check(name, State.WARN, f"{there} cannot be written to", f"give the serving user write access, or set PARAGRAF_{name.upper()}")
