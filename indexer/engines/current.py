"""Which generation of an embedded index answers now. Readers follow the pointer; one that reads keeps what it began with.

The pointer is a file that names a folder and is replaced in one step, so at any moment, also after a crash, it names
a whole generation. A token beside the name tells generations of one name apart, where a directory was removed and made
again under readers.
"""

import os
import secrets
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.engines.generation import Generation
from indexer.errors import IndexProblem

POINTER = "current"

_RETRIES = 20
_LONGEST_POINTER = 200
"""Bytes."""


class _Opened:
    """A generation that is open, and how many read it."""

    def __init__(self, generation: Generation, pointer: str) -> None:
        self.generation = generation
        self.pointer = pointer
        self.readers = 0
        self.replaced = False

    def close_if_unread(self) -> None:
        if self.replaced and not self.readers:
            self.generation.close()


class Current:
    """The current generation under a folder, opened when first read and again whenever the pointer moves."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self._folder = folder
        self._dimension = dimension
        self._lock = threading.Lock()
        self._opened: _Opened | None = None

    @contextmanager
    def reading(self) -> Iterator[Generation | None]:
        """The current generation, kept open to the end of the block; None before the first."""
        with self._lock:
            opened = self._newest()
            if opened:
                opened.readers += 1
        try:
            yield opened.generation if opened else None
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        finally:
            if opened:
                with self._lock:
                    opened.readers -= 1
                    opened.close_if_unread()

    def close(self) -> None:
        """Let go of the generation that is open; who still reads it may go on to the end."""
        with self._lock:
            self._replace(None)

    def _newest(self) -> _Opened | None:
        for _ in range(_RETRIES):
            pointer = _pointer(self._folder)
            if self._opened and self._opened.pointer == pointer:
                return self._opened
            try:
                self._replace(_Opened(Generation(self._folder / _name(pointer), self._dimension), pointer) if pointer else None)
            except (OSError, ValueError, sqlite3.Error) as error:
                if _pointer(self._folder) != pointer:
                    continue  # replaced twice, and so removed, between the look at the pointer and the opening
                raise self._damaged(error) from error
            return self._opened
        raise IndexProblem(f"The index in {self._folder} is replaced faster than it can be opened. Try again.")

    def _damaged(self, error: Exception) -> IndexProblem:
        return IndexProblem(
            f"The index in {self._folder} is damaged ({error}). Make it again: paragraf index PATH --rebuild --index {self._folder.parent}"
        )

    def _replace(self, opened: _Opened | None) -> None:
        if self._opened:
            self._opened.replaced = True
            self._opened.close_if_unread()
        self._opened = opened


def pointed_at(folder: Path) -> str | None:
    """The name of the current generation; None before the first."""
    pointer = _pointer(folder)
    return _name(pointer) if pointer else None


def _pointer(folder: Path) -> str | None:
    try:
        # every read asks for it, several times a question: Path.read_text takes ten times as long
        descriptor = os.open(folder / POINTER, os.O_RDONLY)
        try:
            return os.read(descriptor, _LONGEST_POINTER).decode("utf-8", errors="replace").strip() or None
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IndexProblem(f"The index in {folder} cannot be read ({error.strerror}). Give this user read access to it.") from error


def _name(pointer: str) -> str:
    return pointer.split()[0]


def point_at(folder: Path, name: str) -> None:
    """Make a generation the current one: all its files are on the disk before the pointer is replaced in one step."""
    for path in sorted((folder / name).rglob("*"), reverse=True):
        _to_disk(path)
    _to_disk(folder / name)
    beside = folder / f"{POINTER}.new"
    beside.write_text(f"{name} {secrets.token_hex(8)}\n", encoding="ascii")
    _to_disk(beside)
    beside.replace(folder / POINTER)
    _to_disk(folder)


def next_generation(folder: Path) -> Path:
    """A new, empty folder after all that are there. What a dead writer left is removed first."""
    clear(folder, keep=2)
    last = max((int(path.name.removeprefix("gen-")) for path in folder.glob("gen-" + 6 * "[0-9]")), default=0)
    beside = folder / f"gen-{last + 1:06d}"
    beside.mkdir(parents=True)
    return beside


def clear(folder: Path, keep: int) -> None:
    """Remove unfinished generations and all but the newest `keep` of the finished ones."""
    now = pointed_at(folder)
    finished = sorted((path.name for path in folder.glob("gen-*") if now and path.name <= now), reverse=True)
    for path in folder.glob("gen-*"):
        if path.name not in finished[:keep]:
            shutil.rmtree(path, ignore_errors=True)  # where files that are open cannot be removed, the next writer tries again


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
