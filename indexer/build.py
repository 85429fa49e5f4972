"""The story of indexing: what changed since last time, read, split, analysed, embedded, written, reported.

Files are read in processes of their own and written one by one: memory does not grow with their number. A file that
cannot be read is named and counted, and the rest goes on.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.corrections import Correction
from indexer.embeddings import Embedder
from indexer.errors import FileProblem, IndexProblem
from indexer.filing import UNREAD, Written, read_all
from indexer.gathering import archive
from indexer.gathering.blocklist import NOTHING_BLOCKED, BlockList
from indexer.gathering.collect import Collected, Found, collect
from indexer.gathering.overrides import NO_OVERRIDES, Overrides
from indexer.gathering.plan import Hashed, Plan, plan
from indexer.index import Access, FileRecord, Index
from indexer.limits import DEFAULT, Limits
from indexer.progress import Progress, Silent
from indexer.readers import scans
from indexer.reading import READING
from indexer.report import Note, Report, Skipped
from indexer.reporting import came_to_nothing, nothing_to_read, report_of, skipped


def build(
    paths: Sequence[Path],
    index: Index,
    embedder: Embedder,
    *,
    municipality: str | None = None,
    prune: bool = False,
    rebuild: bool = False,
    progress: Progress | None = None,
    overrides: Overrides = NO_OVERRIDES,
    blocked: BlockList = NOTHING_BLOCKED,
    limits: Limits = DEFAULT,
) -> Report:
    """Bring the index up to date with the files below `paths`.

    `overrides` are a person's corrections; files that are `blocked` are not read, and removed where they stand. `prune`
    removes what is gone from the folders given. `rebuild` reads everything anew and keeps nothing else. Raises
    NothingToRead where no file can be read, and leaves the index as it was: an unmounted disk must not empty it.
    """
    started = time.monotonic()
    collected = collect(paths, municipality, limits)
    access = Access.operator()  # a file that lies in another collection by now is that file still
    before = _known(index, access, limits, rebuild=rebuild)
    names = {record.origin: record.file for record in before}
    files, unread = _hashed(collected.files, names, overrides, blocked)
    passed_over = [*collected.skipped, *unread]
    if not files and not any(blocked.blocks(record.file, record.sha256) for record in before):
        raise nothing_to_read(paths, passed_over)
    # Without a file to read nothing goes but what is blocked: whatever else is missing may lie on a disk that is not mounted.
    choices = _Choices(prune and bool(files), rebuild and bool(files), blocked)
    todo = _planned(files, collected, before, choices)
    written = Written()
    if choices.rebuild or todo.changes_something:
        with index.writer(rebuild=choices.rebuild) as writer:
            # Once more, now that nobody else can write; above, it spared others the lock when there is nothing to do.
            todo = _planned(files, collected, _known(index, access, limits, rebuild=rebuild), choices)
            written = read_all(todo, writer, embedder, progress or Silent(), limits)
            if files and came_to_nothing(todo, written):
                raise nothing_to_read(paths, [*passed_over, *skipped(todo, written)])
            for file in todo.remove:
                writer.remove(file)
    after = index.files(access)
    report = report_of(index.location, before, after, todo, written, [*passed_over, *skipped(todo, written)], time.monotonic() - started)
    return replace(report, notes=(*report.notes, *_without_file(overrides, after)))


def _without_file(overrides: Overrides, after: Sequence[FileRecord]) -> Iterator[Note]:
    """Corrections of files that are not there: a name may be misspelt."""
    for entry in overrides.entries:
        if not any(entry.is_for((record.file,), record.sha256) for record in after):
            yield Note(entry.file or entry.sha256 or "", f"{entry.where} is for a file that is not in the index")


def _known(index: Index, access: Access, limits: Limits, *, rebuild: bool) -> list[FileRecord]:
    """What the index holds; nothing where it is damaged and a rebuild is there to mend it."""
    try:
        return [_as_read(record, limits) for record in index.files(access)]
    except IndexProblem:
        if rebuild:
            return []
        raise


def _as_read(record: FileRecord, limits: Limits) -> FileRecord:
    """A file whose page images nobody could read was read as well as it can be, until OCR is there."""
    return replace(record, reading=READING) if record.reading == UNREAD and scans.lacking(limits) else record


@dataclass(frozen=True, slots=True)
class _Choices:
    """What shall become of files that stand in the index."""

    prune: bool
    rebuild: bool
    blocked: BlockList


def _hashed(
    files: Iterable[Found], names: Mapping[str, str], overrides: Overrides, blocked: BlockList
) -> tuple[list[Hashed], list[Skipped]]:
    """The files to index and those that cannot or must not be; `names` are those that files stand under in the index."""
    hashed, unread = [], []
    for found in files:
        try:
            sha256 = archive.sha256(found.origin)
        except FileProblem as problem:
            unread.append(Skipped(found.file, problem.reason, str(problem)))
            continue
        except OSError as error:
            message = f"cannot be opened ({error.strerror}); give the indexing user read access to it"
            unread.append(Skipped(found.file, "unreadable", message))
            continue
        known_as = names.get(found.origin, found.file)
        if blocked.blocks(known_as, sha256):
            unread.append(Skipped(known_as, "blocked", "is on the block list and is not indexed"))
        else:
            hashed.append(Hashed(_with_corrections(found, overrides.of((known_as,), sha256)), sha256))
    return hashed, unread


def _with_corrections(found: Found, corrections: tuple[Correction, ...]) -> Found:
    """What a person corrected is part of what is known from outside: a new correction makes the file be read again."""
    return replace(found, given=replace(found.given, corrections=corrections)) if corrections else found


def _planned(files: Sequence[Hashed], collected: Collected, known: Sequence[FileRecord], choices: _Choices) -> Plan:
    if choices.rebuild:
        return plan(files, (), READING)
    gone = frozenset(record.origin for record in known if not archive.exists(record.origin))
    removed = [
        record.file
        for record in known
        if (choices.prune and record.origin in gone and _lies_in(record.origin, collected))
        or choices.blocked.blocks(record.file, record.sha256)
    ]
    return plan(files, known, READING, gone, removed)


def _lies_in(origin: str, collected: Collected) -> bool:
    """Whether a file would have been found. What lies in a folder that could not be listed is not known to be gone."""
    path = Path(origin)
    return any(map(path.is_relative_to, collected.folders)) and not any(map(path.is_relative_to, collected.unlisted))
