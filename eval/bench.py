"""How fast it is on this machine: indexing, searching in process and over HTTP, one command from start to end, memory, disk.

`make bench` takes some minutes; `python -m eval.bench --passages 500000` shows the growth to that size, with copies beyond
what is read (see repeats.py). Elasticsearch is measured in the same run where PARAGRAF_TEST_ELASTICSEARCH names one. Compare
figures within one run only.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.table import Table

from eval import growth, page, traffic
from eval.first_byte import settle
from eval.measures import percentile
from eval.outcome import shown
from indexer.embeddings import Embedder, load
from indexer.engines.location import Connection, is_url, open_index, without_credentials
from indexer.index import Access, Filters, Index, IndexVersion
from indexer.swedish import ANALYSIS
from service.answer import answer
from service.question import understand
from service.resources import Resources
from service.retrieval import retrieve

ROOT = Path(__file__).resolve().parent.parent
STARTS = 5
"""Processes started for the command's time; the median is given."""
REQUESTS = 200
"""Requests for each HTTP figure."""


@dataclass(frozen=True, slots=True)
class Point:
    """Figures at one size. Times in milliseconds but for the command's; None where it was not measured."""

    passages: int
    passages_read: int | None
    pages_a_minute: float | None
    search_p50: float | None
    search_p95: float | None
    ask_p95: float | None
    http_search_p50: float | None
    http_search_p95: float | None
    http_ask_p95: float | None
    command_s: float | None
    server_memory_mb: float | None
    indexing_memory_mb: float | None
    disk_mb: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where one engine's index is, and how others reach it."""

    engine: str
    location: str
    connection: Connection
    environment: Mapping[str, str]


@click.command(epilog="\b\nExamples:\n  python -m eval.bench\n  python -m eval.bench --passages 500000 --out build/bench")
@click.option(
    "--passages", type=click.IntRange(0, 500_000), default=0, show_default=True, help="Grow to about so many; 0 measures the papers alone."
)
@click.option("--read", type=click.IntRange(1), default=10_000, show_default=True, help="Read texts up to so many passages; copies beyond.")
@click.option("--copy", "source", metavar="DIR", help="Copy --read passages of this index; read the papers alone.")
@click.option("--index", "locations", multiple=True, help="Measure this index as it is, and build nothing; repeatable.")
@click.option("--clients", type=click.IntRange(1, 64), default=4, show_default=True, help="Clients that ask over HTTP at once.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for bench.json and bench.html.")
def main(passages: int, read: int, source: str | None, locations: tuple[str, ...], clients: int, out: Path | None) -> None:
    """Measure speed, memory and size, print a table, and draw the growth."""
    papers = growth.material()
    machine = f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    # a busy machine measures its other work: the load at the start is part of the figures
    load_then = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    title = f"{papers.name}, {len(papers.questions)} questions, {clients} clients; {machine}{load_then}"
    measured: dict[str, list[Point]] = {}
    with tempfile.TemporaryDirectory(prefix="paragraf-bench-") as folder:
        for location in locations:
            name = without_credentials(location)
            measured[name] = [_as_it_is(papers, Place(name, location, Connection(), {}), clients)]
            _print(title, name, measured[name])
        for place in () if locations else _places(Path(folder)):
            measured[place.engine] = list(_growth(papers, place, growth.Sizes(passages, read, source), clients, Path(folder)))
            _print(title, place.engine, measured[place.engine])
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "bench.json").write_bytes(
            msgspec.json.encode({name: [asdict(point) for point in points] for name, points in measured.items()})
        )
        rows = {name: [asdict(point) for point in points] for name, points in measured.items()}
        (out / "bench.html").write_text(page.bench_html(title, rows), encoding="utf-8")


def _places(folder: Path) -> Iterator[Place]:
    yield Place("embedded", str(folder / "index"), Connection(), {})
    if url := os.environ.get("PARAGRAF_TEST_ELASTICSEARCH"):
        prefix = f"paragraf-bench-{os.getpid()}"
        yield Place("Elasticsearch", url, Connection(prefix=prefix), {"PARAGRAF_ELASTICSEARCH_PREFIX": prefix})


def _growth(papers: growth.Material, place: Place, to: growth.Sizes, clients: int, folder: Path) -> Iterator[Point]:
    embedder = load()
    index = _open(place, embedder, create=True)
    source = _open(Place("copied", to.source, Connection(), {}), embedder, create=False) if to.source else index
    try:
        for filled in growth.filled(papers, index, source, embedder, to, folder / place.engine):
            yield _point(papers, place, index, embedder, clients, filled)
    finally:
        index.close()
        if source is not index:
            source.close()
        if is_url(place.location):
            _remove(place)


def _remove(place: Place) -> None:
    """Leave nothing in a cluster that others use."""
    # only where Elasticsearch is measured: importing its client takes a third of a second
    from elasticsearch import Elasticsearch

    with Elasticsearch(place.location) as client:
        for name in client.indices.get(index=f"{place.connection.prefix}*", expand_wildcards="all"):
            client.indices.delete(index=name)


def _as_it_is(papers: growth.Material, place: Place, clients: int) -> Point:
    embedder = load()
    index = _open(place, embedder, create=False)
    try:
        return _point(papers, place, index, embedder, clients, None)
    finally:
        index.close()


def _open(place: Place, embedder: Embedder, *, create: bool) -> Index:
    version = IndexVersion(ANALYSIS, embedder.name, embedder.dimension)
    return open_index(place.location, version, place.connection, create=create)


def _point(papers: growth.Material, place: Place, index: Index, embedder: Embedder, clients: int, filled: growth.Filled | None) -> Point:
    resources = Resources(index, embedder, None)
    search = _times(papers.questions, lambda text: _search(text, resources))
    ask = _times(papers.questions, lambda text: _ask(text, resources))
    with traffic.serving(place.location, place.environment) as server:
        settle(server.processor_s)
        http_search = traffic.milliseconds(server.port, "/api/search", papers.questions, clients, REQUESTS)
        http_ask = traffic.milliseconds(server.port, "/api/ask", papers.questions, clients, REQUESTS)
        memory = server.memory_mb()
    return Point(
        passages=index.facets(Filters(), Access.public()).passages,
        passages_read=filled.passages_read if filled else None,
        pages_a_minute=filled.pages_a_minute if filled else None,
        search_p50=percentile(search, 0.5),
        search_p95=percentile(search, 0.95),
        ask_p95=percentile(ask, 0.95),
        http_search_p50=percentile(http_search, 0.5),
        http_search_p95=percentile(http_search, 0.95),
        http_ask_p95=percentile(http_ask, 0.95),
        command_s=_command(papers, place),
        server_memory_mb=memory,
        indexing_memory_mb=None if filled is None else traffic.peak_mb(os.getpid()),
        disk_mb=None if is_url(place.location) else _disk_mb(Path(place.location)),
    )


def _search(text: str, resources: Resources) -> None:
    known = resources.index.facets(Filters(), Access.public())
    question = understand(text, Filters(), known, datetime.now(UTC).date())
    retrieve(question, resources.index, resources.embedder, Access.public())


def _ask(text: str, resources: Resources) -> None:
    answer(text, Filters(), resources, Access.public(), datetime.now(UTC).date())


def _times(texts: Sequence[str], ask: Callable[[str], None]) -> list[float]:
    taken = []
    for text in texts:
        with _clock() as seconds:
            ask(text)
        taken.append(seconds() * 1000)
    return taken


def _command(papers: growth.Material, place: Place) -> float | None:
    taken = []
    for text in papers.questions[:STARTS]:
        command = [sys.executable, "-m", "paragraf", "search", text, "--index", place.location]
        with _clock() as seconds:
            subprocess.run(command, cwd=ROOT, env={**os.environ, **place.environment}, capture_output=True, check=True)
        taken.append(seconds())
    return percentile(taken, 0.5)


def _disk_mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


@contextmanager
def _clock() -> Iterator[Callable[[], float]]:
    start = time.perf_counter()
    end: list[float] = []
    yield lambda: (end[0] if end else time.perf_counter()) - start
    end.append(time.perf_counter())


def _print(title: str, engine: str, points: Sequence[Point]) -> None:
    table = Table(title=f"{engine}: {title}")
    table.add_column("passages")
    for point in points:
        table.add_column(f"{point.passages:,}", justify="right")
    for name, words in page.BENCH_ROWS.items():
        table.add_row(words, *(shown(asdict(point)[name]) for point in points))
    Console().print(table)


if __name__ == "__main__":
    main()
