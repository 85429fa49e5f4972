"""How fast it is on this machine: `make bench`. Indexing, searching and answering in process, and one command from start to end.

Reads ../shared/corpus where it is at hand, the samples otherwise; measures Elasticsearch too where PARAGRAF_TEST_ELASTICSEARCH names one.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval import questions
from eval.measures import percentile
from eval.outcome import shown
from indexer.build import build
from indexer.embeddings import load
from indexer.engines.location import Connection, open_index
from indexer.index import Access, Filters, IndexVersion
from indexer.swedish import ANALYSIS
from service.answer import answer
from service.question import understand
from service.resources import Resources
from service.retrieval import retrieve

ROOT = Path(__file__).resolve().parent.parent
STARTS = 5
"""Processes started for the command's time; the median is given."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is indexed and asked."""

    name: str
    files: Path
    questions: tuple[str, ...]


def main() -> None:
    """Print one table."""
    material = _material()
    table = Table(
        title=f"{material.name}: {platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    for heading in ("what", "embedded", "Elasticsearch"):
        table.add_column(heading)
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        columns.append({**_measured(material, folder, Connection()), **_process(material, folder)})
        if url := os.environ.get("PARAGRAF_TEST_ELASTICSEARCH"):
            columns.append(_measured(material, url, Connection(prefix=f"paragraf-bench-{os.getpid()}")))
    for name in columns[0]:
        table.add_row(name, *(column.get(name, "–") for column in columns))
    Console().print(table)


def _material() -> Material:
    shared = ROOT.parent / "shared"
    if (shared / "corpus").is_dir():
        asked = questions.load(shared / "questions" / "dev.jsonl")
        return Material("five real bundles", shared / "corpus", tuple(question.question for question in asked))
    samples = ROOT / "build" / "samples"
    return Material("samples", samples / "files", tuple(question.question for question in questions.load(samples / "questions.jsonl")))


def _measured(material: Material, location: str, connection: Connection) -> dict[str, str]:
    embedder = load()
    index = open_index(location, IndexVersion(ANALYSIS, embedder.name, embedder.dimension), connection, create=True)
    try:
        files = sorted(path for path in material.files.iterdir() if path.suffix in {".txt", ".pdf"})
        with _clock() as seconds:
            made = build(files, index, embedder)
        resources = Resources(index, embedder, None)
        return {
            "pages indexed": str(made.pages),
            "pages a minute": f"{made.pages / seconds() * 60:,.0f}",
            "passages a second": f"{made.passages / seconds():,.0f}",
            **_times("search", material.questions, lambda text: _search(text, resources)),
            **_times("ask", material.questions, lambda text: _ask(text, resources)),
        }
    finally:
        index.close()


def _search(text: str, resources: Resources) -> None:
    known = resources.index.facets(Filters(), Access.public())
    question = understand(text, Filters(), known, datetime.now(UTC).date())
    retrieve(question, resources.index, resources.embedder, Access.public())


def _ask(text: str, resources: Resources) -> None:
    answer(text, Filters(), resources, Access.public(), datetime.now(UTC).date())


def _times(name: str, texts: Sequence[str], ask: Callable[[str], None]) -> dict[str, str]:
    taken = []
    for text in texts:
        with _clock() as seconds:
            ask(text)
        taken.append(seconds() * 1000)
    return {f"{name} p50 / p95 ms": f"{shown(percentile(taken, 0.5))} / {shown(percentile(taken, 0.95))}"}


def _process(material: Material, location: str) -> dict[str, str]:
    taken = []
    for text in material.questions[:STARTS]:
        with _clock() as seconds:
            subprocess.run(
                [sys.executable, "-m", "paragraf", "search", text, "--index", location], cwd=ROOT, capture_output=True, check=True
            )
        taken.append(seconds())
    return {"`paragraf search`, process start included, median s": shown(percentile(taken, 0.5))}


@contextmanager
def _clock() -> Iterator[Callable[[], float]]:
    start = time.perf_counter()
    end: list[float] = []
    yield lambda: (end[0] if end else time.perf_counter()) - start
    end.append(time.perf_counter())


if __name__ == "__main__":
    main()
