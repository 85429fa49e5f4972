"""Files that were read, put into the index one by one: each with its record, its passages and their vectors."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

import numpy

from indexer.documents import Document, Maturity
from indexer.embeddings import Embedder
from indexer.gathering.plan import Plan, Task
from indexer.index import FileEntry, FileRecord, Held, IndexedPassage, Vector, Writer
from indexer.limits import Limits
from indexer.prepare import Prepared, prepare, searched
from indexer.progress import Progress
from indexer.readers import scans
from indexer.reading import READING
from indexer.report import Skipped
from indexer.workers import Failed, Workers

UNREAD = f"{READING}, pages unread"
"""The reading of a file with page images for which OCR was lacking: it is read again once that is there."""

EMBED_BATCH = 256
"""Passages embedded at a time, so that a very long file needs no more memory than a short one."""


@dataclass(slots=True)
class Written:
    """What became of the files that were to be read."""

    records: list[FileRecord] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    without_municipality: int = 0


def read_all(todo: Plan, writer: Writer, embedder: Embedder, progress: Progress, limits: Limits) -> Written:
    """Read what is to be read, and put each file into the index as soon as it is there."""
    written = Written()
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
        reading=UNREAD if unread else READING,
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
