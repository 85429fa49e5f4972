"""The commands that fill an index and look into it: index, inspect, status."""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console, RenderableType

from indexer import journal, opening, report, standing
from indexer.build import build
from indexer.errors import UsageProblem
from indexer.gathering import blocklist, overrides
from indexer.inspection import examining, inspecting, inspecting_page, outline
from indexer.limits import Limits
from indexer.progress import Bar, Lines, Progress, Silent
from indexer.settings import INDEX_SETTINGS, READING_SETTINGS, Values, read_settings
from indexer.terminal import put

place = click.option("--index", metavar="PLACE", help="Directory, or http(s) URL of Elasticsearch. [PARAGRAF_INDEX; paragraf-index]")
model = click.option("--model", metavar="NAME", help="Embedding model: a name or a folder. [PARAGRAF_MODEL; bundled]")
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
a_municipality = click.option("--municipality", metavar="NAME", help="Whose files these are, where their manifest does not say.")


@click.command(
    epilog="""\b
Examples:
  paragraf index protokoll/ --municipality Storby
  paragraf index protokoll/ --index http://127.0.0.1:9200 --prune
  paragraf index moten/*.pdf --json > report.json

A manifest.csv or manifest.json beside the files (file, municipality, url, date) wins over --municipality.
Exit code 0 when something was read or nothing had changed, 3 when no file could be read."""
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@a_municipality
@place
@model
@click.option("--prune", is_flag=True, help="Remove files that are gone from the folders given.")
@click.option("--rebuild", is_flag=True, help="Read everything anew, beside the present index, which answers until the end.")
@as_json
@click.option("--quiet", is_flag=True, help="Show no progress.")
def index(
    paths: tuple[Path, ...],
    municipality: str | None,
    index: str | None,
    model: str | None,
    prune: bool,
    rebuild: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Index files and folders: what is new or has changed."""
    values = _values(index, model)
    corrected, blocked = overrides.load(str(values["corrections"])), blocklist.load(str(values["blocklist"]))
    opened, embedder = opening.open_with_model(values, create=True)
    with contextlib.closing(opened), _progress(quiet) as progress:
        done = build(
            paths, opened, embedder, municipality=municipality, prune=prune, rebuild=rebuild, progress=progress,
            overrides=corrected, blocked=blocked, limits=Limits.of(values),
        )  # fmt: skip
    _enter(values, done, paths)
    _show(done.as_json() if as_json else report.as_table(done))


def _enter(values: Values, done: report.Report, paths: tuple[Path, ...]) -> None:
    """Into the journal, where there is one: a run that could not be noted is done all the same."""
    place = journal.place(str(values["journal"]), str(values["index"]))
    if place is None:
        return
    try:
        journal.add(place, journal.of(done, paths, datetime.now(UTC)))
    except OSError as error:
        click.echo(f"paragraf: the run could not be noted in {place} ({error.strerror}). Check PARAGRAF_JOURNAL.", err=True)


@click.command(
    epilog="""\b
Examples:
  paragraf inspect protokoll.pdf
  paragraf inspect protokoll.txt --municipality Storby --json
  paragraf inspect protokoll.txt --html protokoll.html
  paragraf inspect moten.zip
  paragraf inspect moten.zip/ks/protokoll.pdf

An archive is listed; one of its members is named as if the archive were a folder."""
)
@click.argument("file", type=click.Path(path_type=Path))
@a_municipality
@as_json
@click.option("--html", "page", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False), help="Write the text, coloured, as a page.")
def inspect(file: Path, municipality: str | None, as_json: bool, page: Path | None) -> None:
    """Show how a file is understood: documents, §, Dnr, status."""
    values = _values(None, None)
    found = examining.examined(file, municipality, overrides.load(str(values["corrections"])), Limits.of(values))
    if isinstance(found, examining.Listing):
        if page is not None:
            raise UsageProblem(f"{file} is an archive. Give --html one of its members: {file}/NAME.")
        _show(asdict(found) if as_json else outline.as_list(found))
        return
    if page is not None:
        _write(page, inspecting_page.as_page(found))
    if as_json or page is None:
        _show(inspecting.as_json(found) if as_json else outline.as_tree(found))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageProblem(f"Cannot write {path} ({error.strerror}). Give --html a file in a folder you may write to.") from error


@click.command(
    epilog="""\b
Examples:
  paragraf status
  paragraf status --index http://127.0.0.1:9200 --json"""
)
@place
@model
@as_json
def status(index: str | None, model: str | None, as_json: bool) -> None:
    """Show what the index holds, and its versions."""
    found = standing.standing(_values(index, model))
    if as_json:
        _show(found.as_json())
    elif found.there:
        _show(standing.as_table(found))
    if found.problem is not None:
        raise found.problem


def _values(index: str | None, model: str | None) -> Values:
    return read_settings((*INDEX_SETTINGS, *READING_SETTINGS), os.environ, {"index": index, "model": model})


@contextlib.contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    console = Console(stderr=True)
    if quiet:
        yield Silent()
    elif console.is_terminal:
        with Bar(console) as bar:
            yield bar
    else:
        yield Lines(console)


def _show(what: Mapping[str, object] | RenderableType) -> None:
    if isinstance(what, Mapping):
        click.echo(json.dumps(what, ensure_ascii=False, indent=2))
    else:
        put(what)
