"""Changes to an embedded index: collected beside it, then written with what stays into a new generation, then swapped in.

What stays is copied as it is stored: nothing is analysed or embedded again.
"""

import heapq
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy

from indexer.engines.current import clear, next_generation, point_at, pointed_at
from indexer.engines.generation import Generation
from indexer.engines.generationwriter import GenerationWriter, StoredPassage
from indexer.engines.locking import WriteLock
from indexer.engines.ranking import field_text
from indexer.engines.stored import as_json, content_of, pack
from indexer.errors import IndexProblem
from indexer.index import FIELDS, FileEntry, IndexedPassage, IndexVersion

VERSION = "version.json"

_SPOOL = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE files (file TEXT PRIMARY KEY, record BLOB, content BLOB);
    CREATE TABLE passages (id TEXT PRIMARY KEY, file TEXT, passage BLOB, texts BLOB, vector BLOB);
    CREATE INDEX passages_by_file ON passages (file);
"""


class EmbeddedWriter:
    """The one writer of the index in `folder`."""

    def __init__(self, folder: Path, version: IndexVersion, *, rebuild: bool) -> None:
        self._folder = folder
        self._version = version
        self._rebuild = rebuild
        self._changed: set[str] = set()
        self._held = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._made = [folder for folder in (self._folder, *self._folder.parents) if not folder.exists()]
            self._folder.mkdir(parents=True, exist_ok=True)
            self._held.enter_context(WriteLock(self._folder / "lock"))
            self._say_version()
            self._beside = next_generation(self._folder)
            self._spool = sqlite3.connect(self._beside / "spool.sqlite")
            self._spool.executescript(_SPOOL)
        except (OSError, sqlite3.Error) as error:
            self._held.close()
            raise self._unwritable(error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._held, closing(self._spool):
            try:
                if isinstance(error, sqlite3.Error):  # out of `put`: no room for what is collected
                    raise self._unwritable(error) from error
                if kind is None and (self._changed or self._rebuild or pointed_at(self._folder) is None):
                    self._commit()
            except (OSError, sqlite3.Error, ValueError) as problem:  # tantivy tells of a full disk with a ValueError
                raise self._unwritable(problem) from problem
            finally:
                if pointed_at(self._folder) != self._beside.name:
                    shutil.rmtree(self._beside, ignore_errors=True)
                    if pointed_at(self._folder) is None:
                        self._leave_nothing()

    def _leave_nothing(self) -> None:
        """Away with what a first run that failed has made; folders that were there before stay."""
        with suppress(OSError):  # Windows keeps a lock file that is held, and others may have put something here meanwhile
            for name in (VERSION, "lock"):
                (self._folder / name).unlink(missing_ok=True)
            for folder in self._made:
                folder.rmdir()

    def put(self, entry: FileEntry) -> None:
        """Store a file, replacing what stood under its name."""
        file = entry.record.file
        self.remove(file)
        self._spool.execute("INSERT INTO files VALUES (?, ?, ?)", (file, pack(entry.record), pack(content_of(entry))))
        self._spool.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            (
                (each.passage.id, file, pack(each.passage), pack(_texts(each)), None if each.vector is None else self._bytes(each.vector))
                for each in entry.passages
            ),
        )

    def remove(self, file: str) -> None:
        """Take a file away."""
        self._changed.add(file)
        self._spool.execute("DELETE FROM files WHERE file = ?", (file,))
        self._spool.execute("DELETE FROM passages WHERE file = ?", (file,))

    def _say_version(self) -> None:
        path, text = self._folder / VERSION, json.dumps(as_json(self._version))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    def _commit(self) -> None:
        with ExitStack() as opened:
            now = None if self._rebuild else pointed_at(self._folder)
            old = opened.enter_context(closing(Generation(self._folder / now, self._version.dimension))) if now else None
            writer = opened.enter_context(closing(GenerationWriter(self._beside, self._version.dimension)))
            for row in self._files(old):
                writer.add_file(*row)
            for passage in heapq.merge(self._kept(old), self._new(), key=lambda each: each.id):
                writer.add(passage)
            writer.finish()
        put = {file for (file,) in self._spool.execute("SELECT file FROM files")}
        self._spool.close()
        (self._beside / "spool.sqlite").unlink()
        point_at(self._folder, self._beside.name)
        # The one before stays for readers that are about to open it; but what was taken away may have to be gone from the disk,
        # and a reader that comes too late looks at the pointer again.
        clear(self._folder, keep=1 if self._rebuild or self._changed - put else 2)

    def _files(self, old: Generation | None) -> Iterator[tuple[str, bytes, bytes]]:
        if old:
            yield from (row for row in old.stored_files() if row[0] not in self._changed)
        yield from self._spool.execute("SELECT file, record, content FROM files")

    def _kept(self, old: Generation | None) -> Iterator[StoredPassage]:
        if not old:
            return
        for key, file, passage, texts, slot in old.stored():
            if file not in self._changed:
                vector = old.vectors[slot].tobytes() if old.has_vector(slot) else None
                yield StoredPassage(key, file, passage, texts, vector)

    def _new(self) -> Iterator[StoredPassage]:
        for row in self._spool.execute("SELECT id, file, passage, texts, vector FROM passages ORDER BY id"):
            yield StoredPassage(*row)

    def _bytes(self, vector: numpy.typing.NDArray[numpy.float32]) -> bytes | None:
        if vector.shape != (self._version.dimension,):
            raise ValueError(f"a vector of shape {vector.shape} in an index of {self._version.dimension} dimensions")
        return vector.astype("<f4").tobytes() if vector.any() else None

    def _unwritable(self, error: Exception) -> IndexProblem:
        return IndexProblem(
            f"Cannot write the index in {self._folder}: {error}. It is as it was before. "
            "See that the disk has room for a second copy and that you may write there, then run this again."
        )


def _texts(each: IndexedPassage) -> tuple[str, ...]:
    return tuple(field_text(each.tokens.get(name, ())) for name in FIELDS)
