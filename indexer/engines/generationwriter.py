"""Writes one generation of an embedded index, passage by passage in id order, into an empty folder."""

import sqlite3
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.engines.filtering import KEYWORDS, day, keywords
from indexer.engines.generation import COLUMNS
from indexer.engines.stored import unpack_passage, unpack_texts
from indexer.engines.textindex import create_text, text_document

_SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE files (file TEXT PRIMARY KEY, record BLOB, content BLOB) WITHOUT ROWID;
    CREATE TABLE passages (slot INTEGER PRIMARY KEY, id TEXT UNIQUE, file TEXT, passage BLOB, texts BLOB);
    CREATE TABLE terms (field TEXT, value TEXT, code INTEGER, PRIMARY KEY (field, value)) WITHOUT ROWID;
"""  # without a journal: nobody looks at the folder before it is whole


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage on its way from one generation to the next: packed, its vector as bytes (None where it has none)."""

    id: str
    file: str
    passage: bytes
    texts: bytes
    vector: bytes | None


class GenerationWriter:
    """Add files and passages, then `finish`."""

    def __init__(self, folder: Path, dimension: int) -> None:
        (folder / "text").mkdir()
        self._folder = folder
        self._content = sqlite3.connect(folder / "content.sqlite")
        self._content.executescript(_SCHEMA)
        self._text = create_text(folder / "text")
        self._vectors = (folder / "vectors.f32").open("wb")
        self._no_vector = bytes(4 * dimension)
        self._columns = {name: array("i") for name in COLUMNS}
        self._codes: dict[str, dict[str, int]] = {name: {} for name in KEYWORDS}
        self._slot = 0

    def add_file(self, file: str, record: bytes, content: bytes) -> None:
        """A file's record and what was read from it, packed."""
        self._content.execute("INSERT INTO files VALUES (?, ?, ?)", (file, record, content))

    def add(self, stored: StoredPassage) -> None:
        """The next passage in id order."""
        passage = unpack_passage(stored.passage)
        values = keywords(passage)
        row = (self._slot, stored.id, stored.file, stored.passage, stored.texts)
        self._content.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", row)
        self._text.add_document(text_document(self._slot, unpack_texts(stored.texts), values, day(passage.date)))
        self._vectors.write(stored.vector or self._no_vector)
        self._add_columns(values, day(passage.date), stored.vector is not None)
        self._slot += 1

    def finish(self) -> None:
        """Complete the folder."""
        rows = ((name, value, code) for name, codes in self._codes.items() for value, code in codes.items())
        self._content.executemany("INSERT INTO terms VALUES (?, ?, ?)", rows)
        self._content.commit()
        self._text.commit()
        self._text.wait_merging_threads()
        with (self._folder / "columns.i32").open("wb") as columns:
            for name in COLUMNS:
                self._columns[name].tofile(columns)
        self.close()

    def close(self) -> None:
        """Let go of the files, finished or not."""
        self._content.close()
        self._vectors.close()

    def _add_columns(self, values: Mapping[str, str | None], day: int, embedded: bool) -> None:
        for name, value in values.items():
            codes = self._codes[name]
            self._columns[name].append(0 if value is None else codes.setdefault(value, len(codes) + 1))
        self._columns["day"].append(day)
        self._columns["embedded"].append(int(embedded))
