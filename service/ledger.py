"""The entries of a whole index, each file read once for as long as it stays as it is.

What is kept belongs to one `Access`: another reader's entries are made anew from what that reader may see.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from indexer.index import Access, FileRecord, Index
from service.entries import Entry, entries

ACCESSES = 4
"""Readers whose entries are kept: today one, and a new one whenever the block list changes."""


@dataclass(slots=True)
class _Kept:
    """A file's entries, and the record that they belong to."""

    record: FileRecord
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Ledger:
    """Safe to use from several threads."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _kept: OrderedDict[Access, dict[str, _Kept]] = field(default_factory=OrderedDict)

    def entries(self, index: Index, access: Access, meets: Callable[[FileRecord], bool]) -> Iterator[Entry]:
        """The entries of the files that meet a condition, file by file in order of their names."""
        kept = self._of(access)
        records = index.files(access)
        for gone in set(kept) - {record.file for record in records}:
            kept.pop(gone, None)
        for record in filter(meets, records):
            known = kept.get(record.file)
            if known is None or known.record != record:
                stored = index.file(record.file, access)
                if stored is None:
                    continue
                known = kept[record.file] = _Kept(record, entries(stored))
            yield from known.entries

    def _of(self, access: Access) -> dict[str, _Kept]:
        with self._lock:
            kept = self._kept.setdefault(access, {})
            self._kept.move_to_end(access)
            while len(self._kept) > ACCESSES:
                self._kept.popitem(last=False)
            return kept
