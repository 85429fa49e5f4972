"""What changed since last time: a pure function from the files found and the files known to what must be done.

A file is read again when its content, the reader's version or what is known of it from outside has changed. Content is
indexed once: the same content under two names is one file, and the one already in the index keeps its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indexer.gathering.collect import Found
from indexer.index import FileRecord


@dataclass(frozen=True, slots=True)
class Hashed:
    """A file found, with the hash of its content."""

    found: Found
    sha256: str


_Named = tuple[str, Hashed]
"""A file by the name that it has in the index."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read into the index as `file`; `replaces` says that an older version of it stands there."""

    found: Found
    file: str
    replaces: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that cannot be indexed, because `other` has its content (or its name)."""

    file: str
    origin: str
    other: str


@dataclass(slots=True)
class Plan:
    """What a run will do. `remove` names files that are gone, or have become copies of another; names are the index's."""

    read: list[Task] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    copies: list[Clash] = field(default_factory=list)
    taken: list[Clash] = field(default_factory=list)

    @property
    def changes_something(self) -> bool:
        """Whether the index must be written at all."""
        return bool(self.read or self.remove)


def plan(
    files: Sequence[Hashed], known: Iterable[FileRecord], reading: str, gone: frozenset[str] = frozenset(), prune: Iterable[str] = ()
) -> Plan:
    """Compare. `gone` are the origins that no longer exist; `prune` names the files to be removed for it."""
    removed = frozenset(prune)
    records = {record.file: record for record in known if record.file not in removed}
    names = {record.origin: record.file for record in records.values()}
    # A file keeps the name that it was indexed under, whichever path it is reached by now.
    named = [(names.get(hashed.found.origin, hashed.found.file), hashed) for hashed in files]
    unchanged, changed = _parted(named, records, reading)
    done = Plan(unchanged=[name for name, _ in unchanged], remove=sorted(removed))
    holders = {hashed.sha256: name for name, hashed in unchanged}  # content → the name that it is indexed under
    for record in _staying(records.values(), named, gone):
        holders.setdefault(record.sha256, record.file)
    origins = {name: hashed.found.origin for name, hashed in unchanged}  # name → whose it is
    for name, hashed in changed:
        origin, old = hashed.found.origin, records.get(name)
        if old is not None and old.origin not in gone:
            origins.setdefault(name, old.origin)
        if hashed.sha256 in holders:
            done.copies.append(Clash(name, origin, holders[hashed.sha256]))
            if old is not None and old.origin == origin:
                done.remove.append(name)
        elif origins.setdefault(name, origin) != origin:
            done.taken.append(Clash(name, origin, origins[name]))
        else:
            done.read.append(Task(hashed.found, name, replaces=old is not None))
            holders[hashed.sha256] = name
    return done


def _parted(named: Iterable[_Named], records: Mapping[str, FileRecord], reading: str) -> tuple[list[_Named], list[_Named]]:
    """Those that are indexed as they are, and the others."""
    unchanged: list[_Named] = []
    changed: list[_Named] = []
    for name, hashed in named:
        record = records.get(name)
        (unchanged if record and _same(record, hashed, reading) else changed).append((name, hashed))
    return unchanged, changed


def _staying(records: Iterable[FileRecord], named: Sequence[_Named], gone: frozenset[str]) -> Iterator[FileRecord]:
    """What stands in the index and was not found: it keeps its content, unless a file found has moved to its name."""
    mentioned, present = {name for name, _ in named}, {hashed.found.origin for _, hashed in named}
    for record in records:
        moved = record.file in mentioned and record.origin in gone
        if record.origin not in present and not moved:
            yield record


def _same(record: FileRecord, hashed: Hashed, reading: str) -> bool:
    found = hashed.found
    return (record.origin, record.sha256, record.reading, record.given) == (found.origin, hashed.sha256, reading, found.given)
