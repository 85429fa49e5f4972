"""The journal of indexing: one line a run, so that what could not be read is known after the report has scrolled away.

It lies beside an index that is a directory, or where PARAGRAF_JOURNAL says. It is read to be shown, never to index: a
lost journal loses no document. Damaged lines are passed over, and old runs go when the file has grown beyond its bound.
"""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from indexer.engines.location import is_url
from indexer.report import Report, Skipped

SUFFIX = ".journal.jsonl"
MAX_BYTES = 20 * 1024 * 1024
MOST_SKIPPED = 5_000
"""Files named for one run; their number is kept whole."""


class Run(msgspec.Struct, frozen=True):
    """One run: when it ended (ISO, UTC), what was given to it, how many files were read, and which were not and why."""

    at: str
    paths: tuple[str, ...]
    read: int
    unchanged: int
    removed: int
    skipped_files: int
    skipped: tuple[Skipped, ...]


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Run).decode


def beside(location: str, suffix: str) -> Path | None:
    """A file beside the index at `location`; None where that is a server."""
    return None if is_url(location) else Path(f"{location.rstrip('/') or '/'}{suffix}")


def place(journal: str, index: str) -> Path | None:
    """Where the journal is, by the settings of these names; None where there is none."""
    return Path(journal) if journal else beside(index, SUFFIX)


def of(report: Report, paths: Sequence[Path], at: datetime) -> Run:
    """The line for a run."""
    return Run(
        at=at.isoformat(timespec="seconds"),
        paths=tuple(map(str, paths)),
        read=report.read,
        unchanged=report.unchanged,
        removed=len(report.removed),
        skipped_files=len(report.skipped),
        skipped=report.skipped[:MOST_SKIPPED],
    )


def add(path: Path, run: Run) -> None:
    """Write a run behind the others. Raises OSError."""
    kept = [*_lines(path), _encode(run)] if _size(path) > MAX_BYTES else None
    if kept is None:
        with path.open("a+b") as file:
            file.write((b"" if _ends_whole(file) else b"\n") + _encode(run) + b"\n")
        return
    while len(kept) > 1 and sum(map(len, kept)) > MAX_BYTES // 2:
        kept.pop(0)
    beside_it = path.with_name(path.name + ".new")
    beside_it.write_bytes(b"\n".join(kept) + b"\n")
    os.replace(beside_it, path)  # noqa: PTH105 one name for what is one call of the system


def read(path: Path) -> tuple[Run, ...]:
    """All runs, the oldest first; none where there is no journal. Raises OSError for one that may not be read."""
    runs = []
    for line in _lines(path):
        try:
            runs.append(_decode(line))
        except msgspec.DecodeError:  # a line that a crash cut short
            continue
    return tuple(runs)


def unread(runs: Iterable[Run], held: Iterable[str]) -> dict[str, tuple[str, Skipped]]:
    """File → when it was last met, and why it was not read. What the index holds by now, or a later run of the same
    paths no longer names, is not among them."""
    found: dict[str, tuple[str, Skipped]] = {}
    given: dict[str, tuple[str, ...]] = {}
    for run in runs:
        for file in [file for file, paths in given.items() if paths == run.paths]:
            del given[file], found[file]
        for skipped in run.skipped:
            found[skipped.file], given[skipped.file] = (run.at, skipped), run.paths
    there = frozenset(held)
    return {file: why for file, why in found.items() if file not in there}


def _ends_whole(file: BinaryIO) -> bool:
    """Whether the last line has its end: one that a crash cut would swallow what is written behind it."""
    if file.seek(0, os.SEEK_END) == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _lines(path: Path) -> list[bytes]:
    if not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(max(0, _size(path) - 2 * MAX_BYTES))
        return file.read(2 * MAX_BYTES).splitlines()
