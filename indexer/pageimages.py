"""Pictures of pages for who reads the index: drawn one at a time in a process that is ended where a file makes it hang.

The process is started with the first picture and kept; a file that kills it costs that picture and nothing else.
"""

import threading
from typing import TypeVar

from indexer.pagedrawing import Draw, Find, Picture, Places, done
from indexer.spans import Span
from indexer.workers import Failed, Workers

TIMEOUT_S = 8.0
"""The slowest page of a decent scan takes half a second."""

PATIENCE_S = 10.0
"""How long a reader waits for the pictures of others."""

MEMORY_BYTES = 2 * 1024**3

FORMATS = frozenset({"pdf", "image"})
"""Formats whose pages have a look of their own."""

Result = TypeVar("Result", Picture, Places)


class PageImages:
    """Safe to use from several threads, which wait for each other."""

    def __init__(self, timeout_s: float = TIMEOUT_S, patience_s: float = PATIENCE_S) -> None:
        self._timeout_s = timeout_s
        self._patience_s = patience_s
        self._lock = threading.Lock()
        self._workers: Workers[Draw | Find, Picture | Places | Failed] | None = None

    def picture(self, origin: str, sha256: str, page: int) -> Picture | Failed:
        """The page as it looks, or why it cannot be shown."""
        return self._given(Draw(origin, sha256, page), Picture)

    def places(self, origin: str, sha256: str, page: int, text: str, spans: tuple[Span, ...]) -> Places | Failed:
        """Where spans of the page's text stand on its picture."""
        return self._given(Find(origin, sha256, page, text, spans), Places)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._workers is not None:
                self._workers.__exit__(None, None, None)
            self._workers = None

    def _given(self, task: Draw | Find, kind: type[Result]) -> Result | Failed:
        if not self._lock.acquire(timeout=self._patience_s):
            return Failed("busy", "others are drawn first; ask again")
        try:
            if self._workers is None:
                self._workers = Workers(done, 1, self._timeout_s, MEMORY_BYTES)
            ((_, result),) = self._workers.results([task])
        finally:
            self._lock.release()
        return result if isinstance(result, kind | Failed) else Failed("internal error", f"gave {type(result).__name__}")
