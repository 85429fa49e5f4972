"""The story of indexing: what changed since last time, read, split, analysed, embedded, written, reported.

Files are read in processes of their own and written one by one: memory does not grow with their number. A file that
cannot be read is named and counted, and the rest goes on.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy

from indexer import archive
from indexer.blocklist import NOTHING_BLOCKED, BlockList
from indexer.collect import Collected, Found, collect
from indexer.documents import Correction, Document, Maturity
from indexer.embeddings import Embedder
from indexer.errors import FileProblem, IndexProblem, NothingToRead
from indexer.index import Access, FileEntry, FileRecord, Held, Index, IndexedPassage, Vector, Writer
from indexer.limits import DEFAULT, Limits
from indexer.overrides import NO_OVERRIDES, Overrides
from indexer.plan import Clash, Hashed, Plan, Task, plan
from indexer.prepare import Prepared, prepare, searched
from indexer.progress import Progress, Silent
from indexer.readers import formats, scans
from indexer.reading import READING
from indexer.report import Note, Report, Skipped, Totals
from indexer.workers import Failed, Workers

_DUPLICATE, _NAME_TAKEN = "duplicate", "name taken"
_UNREAD = f"{READING}, pages unread"
"""The reading of a file with page images for which OCR was lacking: it is read again once that is there."""

_HELD = (_DUPLICATE, _NAME_TAKEN)
"""Reasons for passing over a file whose content or name the index holds: such a file is readable, though not read."""

EMBED_BATCH = 256
"""Passages embedded at a time, so that a very long file needs no more memory than a short one."""


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
    skipped = [*collected.skipped, *unread]
    if not files and not any(blocked.blocks(record.file, record.sha256) for record in before):
        raise _nothing_to_read(paths, skipped)
    # Without a file to read nothing goes but what is blocked: whatever else is missing may lie on a disk that is not mounted.
    choices = _Choices(prune and bool(files), rebuild and bool(files), blocked)
    todo = _planned(files, collected, before, choices)
    written = _Written()
    if choices.rebuild or todo.changes_something:
        with index.writer(rebuild=choices.rebuild) as writer:
            # Once more, now that nobody else can write; above, it spared others the lock when there is nothing to do.
            todo = _planned(files, collected, _known(index, access, limits, rebuild=rebuild), choices)
            written = _read_all(todo, writer, embedder, progress or Silent(), limits)
            clashes = _clashes(todo, written)
            skipped += [*written.skipped, *clashes]
            if files and not written.records and not todo.unchanged and not any(each.reason in _HELD for each in clashes):
                raise _nothing_to_read(paths, skipped)
            for file in todo.remove:
                writer.remove(file)
    else:
        skipped += _clashes(todo, written)
    after = index.files(access)
    report = _report(index.location, before, after, todo, written, skipped, time.monotonic() - started)
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
    return replace(record, reading=READING) if record.reading == _UNREAD and scans.lacking(limits) else record


@dataclass(frozen=True, slots=True)
class _Choices:
    """What shall become of files that stand in the index."""

    prune: bool
    rebuild: bool
    blocked: BlockList


@dataclass(slots=True)
class _Written:
    """What became of the files that were to be read."""

    records: list[FileRecord] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    without_municipality: int = 0


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


def _read_all(todo: Plan, writer: Writer, embedder: Embedder, progress: Progress, limits: Limits) -> _Written:
    written = _Written()
    progress.start(len(todo.read))
    count = min(len(todo.read), max(2, min(4, os.cpu_count() or 2)))
    with Workers(partial(prepare, limits), count, limits.seconds, limits.memory_mib * 1024**2) as workers:
        for task, result in workers.results(todo.read):
            if isinstance(result, Failed):
                kept = "; the index keeps the version read before" if task.replaces else ""
                written.skipped.append(Skipped(task.file, result.reason, result.message + kept))
                progress.file(task.file, f"skipped, {result.reason}")
                continue
            entry = _entry(task, result, embedder, limits)
            writer.put(entry)
            written.records.append(entry.record)
            written.without_municipality += not any(document.municipality for document in entry.documents)
            progress.file(task.file, f"{entry.record.pages} pages, {entry.record.passages} passages")
    return written


def _entry(task: Task, prepared: Prepared, embedder: Embedder, limits: Limits) -> FileEntry:
    source, documents = prepared.reading.source, prepared.reading.documents
    unread = any(map(scans.is_unread, source.pages)) and scans.lacking(limits)
    record = FileRecord(
        file=task.file,
        origin=task.found.origin,
        sha256=source.sha256,
        reading=_UNREAD if unread else READING,
        format=source.format,
        given=task.found.given,
        pages=len(source.pages),
        documents=len(documents),
        sections=sum(len(document.sections) for document in documents),
        passages=len(prepared.passages),
        notes=prepared.reading.notes,
        held=tuple(Held(each.kind.value, each.municipality, each.body, each.date, _is_draft(each)) for each in documents),
        read_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    vectors = _vectors([f"{passage.header}\n{searched(passage)}" for passage in prepared.passages], embedder)
    indexed = map(IndexedPassage, prepared.passages, prepared.tokens, vectors)
    furniture = tuple((span.start, span.end) for span in prepared.reading.furniture)
    return FileEntry(record, source, furniture, documents, tuple(indexed))


def _is_draft(document: Document) -> bool:
    """Whether it was written before the meeting: a § of it that is more makes it minutes."""
    return bool(document.sections) and all(section.maturity is Maturity.UTKAST for section in document.sections)


def _vectors(texts: Sequence[str], embedder: Embedder) -> list[Vector | None]:
    vectors: list[Vector | None] = []
    for start in range(0, len(texts), EMBED_BATCH):
        rows = embedder.documents(texts[start : start + EMBED_BATCH])
        vectors += [row if numpy.any(row) else None for row in rows]
    return vectors


def _clashes(todo: Plan, written: _Written) -> list[Skipped]:
    """Copies share the fate of the file whose content they have; a name belongs to the file that had it first."""
    failed = {skipped.file: skipped for skipped in written.skipped}
    clashes = []
    for copy in todo.copies:
        other = failed.get(copy.other)
        reason = other.reason if other else _DUPLICATE
        clashes.append(Skipped(copy.file, reason, f"has the same content as {copy.other}, which is {'skipped' if other else 'indexed'}"))
    return [*clashes, *(Skipped(clash.file, _NAME_TAKEN, _name_taken(clash)) for clash in todo.taken)]


def _name_taken(clash: Clash) -> str:
    return f"{clash.origin} has the name that {clash.other} is indexed under; rename one, or index the folder that holds both"


def _nothing_to_read(paths: Sequence[Path], skipped: Sequence[Skipped]) -> NothingToRead:
    reasons = Report("", skipped=tuple(skipped)).reasons
    found = ", ".join(f"{count} {reason}" for reason, count in reasons.items()) or "no files"
    first = f" First: {skipped[0].sentence}" if skipped else ""
    known = ", ".join(formats.SUPPORTED)
    return NothingToRead(
        f"Nothing readable in {', '.join(map(str, paths))}: {found}.{first} Give files that end in {known}, or a folder that holds some. "
        "The index was left as it is."
    )


def _report(
    location: str,
    before: Sequence[FileRecord],
    after: Sequence[FileRecord],
    todo: Plan,
    written: _Written,
    skipped: Sequence[Skipped],
    seconds: float,
) -> Report:
    read, had = written.records, {record.file for record in before}
    return Report(
        location=location,
        read=len(read),
        unchanged=len(todo.unchanged),
        replaced=sum(record.file in had for record in read),
        removed=tuple(sorted(had - {record.file for record in after})),
        skipped=tuple(skipped),
        notes=tuple(Note(record.file, note) for record in read for note in record.notes),
        pages=sum(record.pages for record in read),
        documents=sum(record.documents for record in read),
        sections=sum(record.sections for record in read),
        passages=sum(record.passages for record in read),
        seconds=seconds,
        index=Totals(
            len(after),
            sum(record.documents for record in after),
            sum(record.sections for record in after),
            sum(record.passages for record in after),
        ),
        without_municipality=written.without_municipality,
    )
