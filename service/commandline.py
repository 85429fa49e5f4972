"""What the commands that ask share: options, what they answer from, and how they show that they are at work."""

import contextlib
import functools
import gc
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import click

from indexer.gathering import blocklist
from indexer.index import Access, Facets, Filters
from service.config import from_environment
from service.resources import Resources, open_resources
from service.understanding.restricting import filters

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


@dataclass(frozen=True, slots=True)
class Restrictions:
    """What a search is restricted to, as typed."""

    municipalities: tuple[str, ...]
    bodies: tuple[str, ...]
    first: str | None
    last: str | None

    def among(self, known: Facets) -> Filters:
        """The same in the names of what is indexed. Raises NotIndexed and BadParameter as `filters` does."""
        return filters(known, municipalities=self.municipalities, bodies=self.bodies, first=self.first, last=self.last)


def restrictions(command: Callable[..., None]) -> Callable[..., None]:
    """The options that restrict what is searched, given to the command as one record, `restricted`."""

    @functools.wraps(command)
    def restricting(
        municipalities: tuple[str, ...], bodies: tuple[str, ...], first: str | None, last: str | None, **others: object
    ) -> None:
        command(restricted=Restrictions(municipalities, bodies, first, last), **others)

    for option in (
        click.option("--to", "last", metavar="DAY", help="Until this day, inclusive: 2024, 2024-03 or 2024-03-15."),
        click.option("--from", "first", metavar="DAY", help="From this day, inclusive: 2024, 2024-03 or 2024-03-15."),
        click.option("--body", "bodies", metavar="NAME", multiple=True, help="Only this board or other body; may be repeated."),
        some_municipalities,
    ):
        restricting = option(restricting)
    return restricting


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
