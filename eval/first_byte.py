"""How long a reader waits for the first byte of each kind of page, over HTTP, one request at a time, beside the bars they must hold.

`python -m eval.first_byte --index DIR` on an index of about 100,000 passages. A busy machine measures its other work, so the processor
time that the service itself took (by the system's clock ticks of 10 ms) is told beside the time that passed.
"""

import http.client
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

import click
from rich.console import Console
from rich.table import Table

from eval import growth, traffic
from eval.gold import opened
from eval.measures import percentile
from indexer.errors import UsageProblem
from indexer.index import Access, Filters

TIMEOUT_S = 60.0
AT_REST_S = 0.1
"""Processor time in a second below which a service no longer reads what it reads when it starts."""
LONGEST_START_S = 120
"""Seconds after which it is measured all the same."""
WARMING = 8
"""Requests of each kind before the clock runs: the first ones open files and fill caches, once in a server's life."""


ROUNDS = 40
"""Times that each file that is the same for everybody is asked for; a question is asked once, lest a cache answer it."""


COMPARED = 50
"""Municipalities that a comparison is made over: those with most passages."""

COMPARISONS = 40
"""Questions that are compared; more than a service keeps, lest it remember the last."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: addresses of it, and the milliseconds in which 95 of 100 must have begun to come."""

    name: str
    paths: tuple[str, ...]
    bar_ms: float


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds until the first byte of each request, and those that the service's processes computed for it, where the system tells."""

    kind: Kind
    first_byte_ms: tuple[float, ...]
    processor_ms: tuple[float, ...]


def kinds(questions: Sequence[str], municipalities: Sequence[str]) -> tuple[Kind, ...]:
    """What a reader of these questions meets, and who compares the municipalities (all that there are, where none is named)."""
    named = [("municipality", name) for name in municipalities]
    return (
        Kind("static", ("/static/paragraf.css", "/static/paragraf.js", "/om") * ROUNDS, 30),
        Kind("hits", tuple(f"/?{urlencode({'q': text, 'sida': 2})}" for text in questions), 100),
        Kind("answer", tuple(f"/?{urlencode({'q': text})}" for text in questions), 200),
        Kind("comparison", tuple(f"/api/compare?{urlencode([('question', text), *named])}" for text in questions[:COMPARISONS]), 2_000),
    )


@click.command()
@click.option("--index", "location", required=True, help="Directory, or http(s) URL of Elasticsearch; it is only read.")
def main(location: str) -> None:
    """Print one table."""
    papers = growth.material()
    with opened(location) as resources:
        held = resources.index.facets(Filters(), Access.public()).municipalities
    compared = sorted(sorted(held, key=held.__getitem__, reverse=True)[:COMPARED])
    with tempfile.TemporaryDirectory(prefix="paragraf-first-byte-") as folder:
        environment = {"PARAGRAF_STORE": str(Path(folder) / "store.sqlite"), "PARAGRAF_PAGE_IMAGES": folder}
        with traffic.serving(location, environment) as server:
            settle(server.processor_s)
            measured = [waits(server, kind) for kind in kinds(papers.questions, compared)]
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at the end" if hasattr(os, "getloadavg") else ""
    table = Table(title=f"first byte, ms: {papers.name}, {len(papers.questions)} questions", caption=load)
    for heading in ("page", "requests", "p50", "p95", "bar for p95", "processor p50", "processor p95"):
        table.add_column(heading, justify="right")
    for each in measured:
        passed, computed = each.first_byte_ms, each.processor_ms
        shown = [percentile(passed, 0.5), percentile(passed, 0.95), each.kind.bar_ms, percentile(computed, 0.5), percentile(computed, 0.95)]
        table.add_row(each.kind.name, str(len(each.first_byte_ms)), *("–" if value is None else f"{value:.0f}" for value in shown))
    Console(width=100).print(table)


def settle(processor_s: Callable[[], float | None], pause: Callable[[float], None] = time.sleep) -> None:
    """Wait until the service is at rest: it reads lists of words and entries when it starts, once in its life."""
    before = processor_s()
    for _ in range(LONGEST_START_S):
        pause(1.0)
        after = processor_s()
        if before is None or after is None or after - before < AT_REST_S:
            return
        before = after


def waits(server: traffic.Server, kind: Kind) -> Waits:
    """Ask for each of the kind's pages, and count those that are there: a question with few hits has no second page of them."""
    for path in kind.paths[-WARMING:]:
        first_byte_ms(server.port, path)
    passed, computed = [], []
    for path in kind.paths:
        before = server.processor_s()
        taken = first_byte_ms(server.port, path)
        after = server.processor_s()
        if taken is not None:
            passed.append(taken)
            computed += [] if before is None or after is None else [(after - before) * 1000]
    return Waits(kind, tuple(passed), tuple(computed))


def first_byte_ms(port: int, path: str) -> float | None:
    """Milliseconds from the request to the first byte of its answer, on a connection of its own; None where there is no such page.

    Raises UsageProblem for any other answer than a page.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
    try:
        connection.connect()
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept": "text/html,*/*", "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        taken = (time.perf_counter() - start) * 1000
        response.read()
    finally:
        connection.close()
    if response.status == HTTPStatus.BAD_REQUEST:
        return None
    if response.status != HTTPStatus.OK:
        raise UsageProblem(f"{path} answered {response.status}. Look at it in a browser: the index or the service is amiss.")
    return taken


if __name__ == "__main__":
    main()
