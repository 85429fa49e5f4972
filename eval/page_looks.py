"""How fast a page's picture is there, how heavy it is, and how many of its lines are found on it: through the service, on the samples.

Part of `make bench`. The first picture, which starts the process that draws, is left out; "kept" is the second asking for the same.
"processor" is what drawing alone takes of a processor: the others are times on the clock, and longer where the machine has more to do.
"""

import os
import re
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient
from rich.console import Console
from rich.table import Table

from indexer import embeddings
from indexer.build import build
from indexer.engines.location import open_index
from indexer.index import Access, StoredFile
from indexer.opening import version_of
from indexer.picturing.pagedrawing import Draw, Places, done
from indexer.picturing.pageimages import FORMATS
from indexer.spans import Span
from service.app import create_app
from service.state import State

SAMPLES = Path(__file__).resolve().parent.parent / "build" / "samples" / "files"


@dataclass(frozen=True, slots=True)
class Look:
    """One page: milliseconds until its picture was there, drawn and kept, its size, and its lines sought and found."""

    scan: bool
    processor_ms: float
    drawn_ms: float
    kept_ms: float
    page_ms: float
    size: int
    sought: int
    found: int


def main() -> None:
    """Print one table."""
    with tempfile.TemporaryDirectory(prefix="paragraf-looks-") as folder:
        looks = measured(SAMPLES, Path(folder))
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    table = Table(title="pictures of pages", caption=f"{load:.1f} of {os.cpu_count()} processors were in use at the end")
    timed = [heading for what in ("processor", "drawn", "kept", "page") for heading in (f"{what} p50 ms", "p95")]
    for heading in ("what", "pages", *timed, "kB p50", "largest", "lines found"):
        table.add_column(heading, justify="right")
    for name, some in (("born digital", [one for one in looks if not one.scan]), ("scans", [one for one in looks if one.scan])):
        if some:
            table.add_row(name, *row(some))
    Console(width=160).print(table)


def row(looks: Sequence[Look]) -> list[str]:
    """The figures of some pages."""
    drawn, kept = [look.drawn_ms for look in looks], [look.kept_ms for look in looks]
    times = [[look.processor_ms for look in looks], drawn, kept, [look.page_ms for look in looks]]
    sizes = [look.size / 1000 for look in looks]
    found, sought = sum(look.found for look in looks), sum(look.sought for look in looks)
    return [
        str(len(looks)),
        *(f"{value:.0f}" for each in times for value in (statistics.median(each), _p95(each))),
        f"{statistics.median(sizes):.0f}",
        f"{max(sizes):.0f}",
        f"{found} of {sought}",
    ]


def measured(files: Path, folder: Path) -> list[Look]:
    """Every page of the files that has a look, but for the first."""
    embedder = embeddings.load()
    with closing(open_index(str(folder / "index"), version_of(embedder), create=True)) as index:
        build([files], index, embedder)
        stored = [index.file(record.file, Access.public()) for record in index.files(Access.public())]
    app = create_app({"index": str(folder / "index"), "page_images": str(folder / "kept"), "log_level": "error"})
    held: State = app.extensions["paragraf"]
    with closing(held.pictures):
        client = app.test_client()
        shown = [file for file in stored if file and file.record.format in FORMATS]
        pages = [(file, page.number) for file in shown for page in file.source.pages]
        _asked(client, f"/sidbild/1/{shown[0].record.file}")
        return [_look(client, held, file, number) for file, number in pages[1:]]


def _look(client: FlaskClient, held: State, file: StoredFile, number: int) -> Look:
    address = f"/sidbild/{number}/{file.record.file}"
    drawn_ms, size = _asked(client, address)
    kept_ms, _ = _asked(client, address)
    page_ms, _ = _asked(client, f"/kalla/{file.record.file}?sida={number}")
    page = file.source.pages[number - 1]
    spans = tuple(Span(*match.span()) for match in re.finditer(r"\S.*", page.text))
    placed = held.pictures.places(file.record, page, spans)
    found = sum(boxes is not None for boxes in placed.boxes) if isinstance(placed, Places) else 0
    return Look(page.ocr, _drawing(file, number), drawn_ms, kept_ms, page_ms, size, len(spans), found)


def _drawing(file: StoredFile, number: int) -> float:
    """Milliseconds of a processor; drawn here, where they can be counted, and not in a process of its own."""
    began = time.thread_time()
    done(Draw(file.record.origin, file.record.sha256, number))
    return (time.thread_time() - began) * 1000


def _asked(client: FlaskClient, address: str) -> tuple[float, int]:
    began = time.perf_counter()
    with client.get(address) as response:
        size = len(response.data)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}. Build the samples anew: make samples")
    return (time.perf_counter() - began) * 1000, size


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    main()
