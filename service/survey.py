"""What is held of meetings and what is known to be missing, among what was searched: the same facts as on the page of coverage.

Drawn from the records of all files, and kept until the index holds something else, so that no answer waits for it.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from time import monotonic

from indexer.index import Access, Facets, FileRecord, Filters, Held, Index
from service.coverage import coverage, gaps
from service.holdings.meetings import missing
from service.records import Coverage

ACCESSES = 4
"""Readers whose records are kept: today one, and a new one whenever the block list changes."""

KEPT_S = 60.0
"""A file that was replaced by one with as many passages shows after so long."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """Minutes held, meetings known without minutes, and the § that reading missed, each with the papers of its file."""

    minutes: tuple[Held, ...]
    missing: tuple[Held, ...]
    gaps: tuple[tuple[str, tuple[Held, ...]], ...]

    @classmethod
    def of(cls, records: Sequence[FileRecord], today: str) -> "Meetings":
        """Of all records."""
        return cls(
            tuple(held for record in records for held in record.held if held.is_minutes),
            tuple(Held(one.kind, one.municipality, one.body, one.date) for one in missing(records, today)),
            tuple((gap, record.held) for record in records for gap in gaps(record)),
        )

    def among(self, searched: Coverage, filters: Filters) -> Coverage:
        """The coverage with what the filters leave of these."""
        return replace(
            searched,
            minutes=sum(_is_searched(held, filters) for held in self.minutes),
            missing_meetings=sum(_is_searched(held, filters) for held in self.missing),
            gaps=tuple(gap for gap, papers in self.gaps if any(_is_searched(held, filters) for held in papers)),
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    known: Facets
    day: date
    at: float
    meetings: Meetings


@dataclass(slots=True)
class Survey:
    """Safe to use from several threads."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _kept: OrderedDict[Access, _Kept] = field(default_factory=OrderedDict)

    def coverage(self, index: Index, filters: Filters, access: Access, known: Facets, today: date) -> Coverage:
        """What the filters leave of the index, its meetings too; `known` are the facets of all of it."""
        return self._meetings(index, access, known, today).among(coverage(index, filters, access), filters)

    def _meetings(self, index: Index, access: Access, known: Facets, today: date) -> Meetings:
        with self._lock:
            kept = self._kept.get(access)
        if kept and (kept.known, kept.day) == (known, today) and monotonic() - kept.at < KEPT_S:
            return kept.meetings
        found = Meetings.of(index.files(access), today.isoformat())
        with self._lock:
            self._kept[access] = _Kept(known, today, monotonic(), found)
            self._kept.move_to_end(access)
            while len(self._kept) > ACCESSES:
                self._kept.popitem(last=False)
        return found


def _is_searched(held: Held, filters: Filters) -> bool:
    if filters.municipalities and held.municipality not in filters.municipalities:
        return False
    if filters.bodies and held.body not in filters.bodies:
        return False
    if filters.years and (held.date or "")[:4] not in filters.years:
        return False
    first, last = filters.date_from or "", filters.date_to or "9"
    return not (filters.date_from or filters.date_to) or bool(held.date and first <= held.date <= last)
