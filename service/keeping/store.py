"""The service's own store: one SQLite file, shared by all processes. Each call opens it, does one thing and closes it.

Writers begin with BEGIN IMMEDIATE: several that read before they write would otherwise fail as locked, however long they wait.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from indexer import journal
from service.config import Config
from service.errors import StoreProblem

SUFFIX = ".service.sqlite"
WAIT_S = 30.0

_TABLES = """
CREATE TABLE IF NOT EXISTS said (id TEXT PRIMARY KEY, at TEXT NOT NULL, state TEXT NOT NULL, content TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS said_at ON said (at);
CREATE TABLE IF NOT EXISTS trace (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
  what TEXT NOT NULL, why TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, files TEXT NOT NULL,
  beat TEXT NOT NULL, ended TEXT, outcome TEXT) STRICT;
"""


class Store:
    """The store at a path. The file is made when something is first kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes last when the block is left without an error. Raises StoreProblem."""
        with self._opened() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_TABLES)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """A connection; None where nothing has been kept yet. Raises StoreProblem."""
        if not self.path.exists():
            yield None
            return
        with self._opened() as connection:
            yield connection

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=WAIT_S, isolation_level=None)) as connection:
                connection.row_factory = sqlite3.Row
                yield connection
        except sqlite3.Error as error:
            raise StoreProblem(f"{self.path} cannot be used ({error}). Check PARAGRAF_STORE and the rights of its folder.") from error


def store_of(config: Config) -> Store | None:
    """The store that the settings name; None where there is none."""
    path = Path(config.store) if config.store else journal.beside(config.index, SUFFIX)
    return Store(path) if path else None
