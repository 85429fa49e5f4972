"""The entries of a whole index, each file read once for as long as it stays as it is.

What is kept belongs to one `Access`: another reader's entries are made anew from what that reader may see.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from indexer.index import Access, FileRecord, Index
from service.registers.entries import Entry, entries

ACCESSES = 4
"""Readers whose entries are kept: today one, and a new one whenever the block list changes."""

AT_ONCE = 8
"""Files that are read at the same time: a server answers several requests as fast as one."""


@dataclass(frozen=True, slots=True)
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
        wanted = [record for record in records if meets(record)]
        now = {record.file: kept.get(record.file) for record in wanted}
        changed = [record for record in wanted if (one := now[record.file]) is None or one.record != record]
        fresh = {one.record.file: one for one in _read(changed, index, access)}
        kept |= fresh
        for record in wanted:
            one = fresh.get(record.file) or now[record.file]
            yield from one.entries if one else ()

    def fill(self, index: Index, access: Access) -> None:
        """Read what is not kept yet, a file at a time, so that who asks meanwhile finds what is read."""
        kept = self._of(access)
        for record in index.files(access):
            if (one := kept.get(record.file)) is None or one.record != record:
                kept |= {found.record.file: found for found in _read([record], index, access)}

    def _of(self, access: Access) -> dict[str, _Kept]:
        with self._lock:
            kept = self._kept.setdefault(access, {})
            self._kept.move_to_end(access)
            while len(self._kept) > ACCESSES:
                self._kept.popitem(last=False)
            return kept


def _read(records: Sequence[FileRecord], index: Index, access: Access) -> Iterator[_Kept]:
    """The entries of these files; one that is taken away meanwhile has none."""

    def read(record: FileRecord) -> _Kept:
        stored = index.file(record.file, access)
        return _Kept(record, entries(stored) if stored else ())

    if len(records) == 1:
        yield read(records[0])
    elif records:
        with ThreadPoolExecutor(min(AT_ONCE, len(records))) as pool:
            yield from pool.map(read, records)
