"""The last few comparisons, each made once however often its page is sorted, turned or saved, and few made at the same time.

One question to many municipalities is as many retrievals. Who asks for what is being made already waits for it; who asks
for more than the machine can make at once is told to come back.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from indexer.index import Access, Facets
from service.comparison.population import Inhabitants
from service.comparison.records import Column, Comparison
from service.errors import Busy

MOST_KEPT = 8

KEPT_S = 300.0
"""A file that was replaced by one with as many passages shows after so long; all else that changes the index shows at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a comparison depends on: who asks what of whom, what the index holds (`known`), which day it is."""

    question: str
    municipalities: tuple[str, ...]
    columns: tuple[Column, ...]
    inhabitants: Inhabitants | None
    access: Access
    known: Facets
    day: date


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    asked: Asked
    at: float
    made: Future[Comparison]


@dataclass(slots=True)
class Comparisons:
    """Safe to use from several threads. `at_once` is how many are made at the same time."""

    at_once: int = field(default_factory=lambda: os.cpu_count() or 1)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _entries: list[_Entry] = field(default_factory=list)

    def of(self, asked: Asked, make: Callable[[], Comparison]) -> Comparison:
        """The comparison, made where it is not kept. Raises Busy, and what `make` raises."""
        entry, is_new = self._entry(asked)
        if is_new:
            try:
                entry.made.set_result(make())
            except BaseException as problem:
                with self._lock:
                    self._entries.remove(entry)
                entry.made.set_exception(problem)
                raise
        return entry.made.result()

    def _entry(self, asked: Asked) -> tuple[_Entry, bool]:
        """The entry that is kept or being made, or a new one that the caller fills."""
        with self._lock:
            fresh = [each for each in self._entries if not each.made.done() or monotonic() - each.at < KEPT_S]
            self._entries = fresh
            for each in fresh:
                if each.asked == asked:
                    return each, False
            if sum(not each.made.done() for each in fresh) >= self.at_once:
                raise Busy("Flera jämförelser görs redan just nu.")
            done = [each for each in fresh if each.made.done()]
            for oldest in done[: max(0, len(fresh) + 1 - MOST_KEPT)]:
                fresh.remove(oldest)
            entry = _Entry(asked, monotonic(), Future())
            fresh.append(entry)
            return entry, True
