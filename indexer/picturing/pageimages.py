"""Pictures of pages for who reads the index: drawn one at a time in a process that is ended where a file makes it hang.

The process is started with the first picture and kept; a file that kills it costs that picture and nothing else.
"""

import threading
import time
from typing import TypeVar

from indexer.limits import Limits
from indexer.picturing.pagedrawing import Draw, Find, Picture, Places, done
from indexer.spans import Span
from indexer.workers import Failed, Workers

TIMEOUT_S = 8.0
"""The slowest page of a decent scan takes half a second."""

PATIENCE_S = 5.0
"""How long a reader waits for the pictures of others."""

RESTS_S = 600.0
"""A page that took too long or too much is not tried again for so long: each try holds up all other readers."""

_HEAVY = frozenset({"timed out", "reader died", "too large"})
_MOST_RESTING = 1_000

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
        self._resting: dict[tuple[str, int], tuple[Failed, float]] = {}
        self._workers: Workers[Draw | Find, Picture | Places | Failed] | None = None

    def picture(self, origin: str, sha256: str, page: int) -> Picture | Failed:
        """The page as it looks, or why it cannot be shown."""
        return self._given(Draw(origin, sha256, page), Picture)

    def places(
        self, origin: str, sha256: str, page: int, text: str, spans: tuple[Span, ...], scan: Limits | None = None
    ) -> Places | Failed:
        """Where spans of the page's text stand on its picture; `scan` for a page that OCR read."""
        return self._given(Find(origin, sha256, page, text, spans, scan), Places)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._workers is not None:
                self._workers.__exit__(None, None, None)
            self._workers = None

    def _given(self, task: Draw | Find, kind: type[Result]) -> Result | Failed:
        failed, until = self._resting.get((task.sha256, task.page), (None, 0.0))
        if failed and time.monotonic() < until:
            return failed
        if not self._lock.acquire(timeout=self._patience_s):
            return Failed("busy", "others are drawn first; ask again")
        try:
            if self._workers is None:
                self._workers = Workers(done, 1, self._timeout_s, MEMORY_BYTES)
            ((_, result),) = self._workers.results([task])
            self._remember(task, result)
        finally:
            self._lock.release()
        return result if isinstance(result, kind | Failed) else Failed("internal error", f"gave {type(result).__name__}")

    def _remember(self, task: Draw | Find, result: Picture | Places | Failed) -> None:
        """What was too heavy rests; the oldest is forgotten where there are too many."""
        if isinstance(result, Failed) and result.reason in _HEAVY:
            while len(self._resting) >= _MOST_RESTING:
                self._resting.pop(next(iter(self._resting)))
            self._resting[task.sha256, task.page] = (result, time.monotonic() + RESTS_S)
