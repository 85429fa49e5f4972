"""How fast files are read on this machine, through reading and structure, on two processes: text, PDF with a text layer, scans.

Part of `make bench`. Text comes from the real bundles where they are at hand, the rest from the samples.
"""

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from indexer import reading
from indexer.documents import Given
from indexer.limits import DEFAULT, Limits

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = 2
AT_LEAST_S = 5.0
"""The files are read again and again for so long, so that starting up does not count."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages read, the seconds it took, and the largest memory of a process in MiB."""

    pages: int
    seconds: float
    memory_mib: float

    @property
    def pages_a_second(self) -> float:
        """The rate."""
        return self.pages / self.seconds


def main() -> None:
    """Print one table."""
    table = Table(title=f"reading and structure, {PROCESSES} processes", caption=_load())
    for heading in ("what", "pages", "pages a second", "pages a minute", "largest process, MiB"):
        table.add_column(heading)
    for name, files, repeated in _material():
        if files:
            speed = measured(files, repeated=repeated)
            rate = speed.pages_a_second
            table.add_row(name, str(speed.pages), f"{rate:,.1f}", f"{rate * 60:,.0f}", f"{speed.memory_mib:,.0f}")
    Console().print(table)


def _load() -> str | None:
    """Figures of a machine that was busy say little."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"others used {load:.1f} of {os.cpu_count()} processors when this began" if load > 1 else None


def _material() -> Iterable[tuple[str, list[Path], bool]]:
    corpus, samples = ROOT.parent / "shared" / "corpus", ROOT / "build" / "samples" / "files"
    pdfs = sorted(samples.glob("*.pdf"))
    scans = [path for path in pdfs if _is_scan(path)]
    yield "text", sorted((corpus if corpus.is_dir() else samples).glob("*.txt")), True
    yield "PDF with a text layer", [path for path in pdfs if path not in scans], True
    yield "scans, by OCR", scans, False


def _is_scan(path: Path) -> bool:
    without = replace(DEFAULT, ocr=False)
    return not any(page.text.strip() for page in reading.read(path, path.name, Given(), without).source.pages)


def measured(files: list[Path], *, repeated: bool) -> Speed:
    """Read the files on PROCESSES processes; again and again for AT_LEAST_S where `repeated`, once without a cache else."""
    with tempfile.TemporaryDirectory(prefix="paragraf-speed-") as folder:
        limits = replace(DEFAULT, cache=folder)
        with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
            pool.starmap(_read, [(files[0], replace(limits, ocr=False))] * PROCESSES)  # imports and word lists
            start, pages, memory = time.perf_counter(), 0, 0.0
            while not pages or (repeated and time.perf_counter() - start < AT_LEAST_S):
                for count, used in pool.starmap(_read, [(path, limits) for path in files], chunksize=1):
                    pages, memory = pages + count, max(memory, used)
            return Speed(pages, time.perf_counter() - start, memory)


def _read(path: Path, limits: Limits) -> tuple[int, float]:
    pages = len(reading.read(path, path.name, Given(), limits).source.pages)
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages, largest / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
