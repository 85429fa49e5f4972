"""What an indexing run did, put together for its report: what was read, what was passed over and why."""

from collections.abc import Sequence
from pathlib import Path

from indexer.errors import NothingToRead
from indexer.filing import Written
from indexer.gathering.plan import Clash, Plan
from indexer.index import FileRecord
from indexer.readers import formats
from indexer.report import Note, Report, Skipped, Totals

_DUPLICATE, _NAME_TAKEN = "duplicate", "name taken"
_HELD = (_DUPLICATE, _NAME_TAKEN)
"""Reasons for passing over a file whose content or name the index holds: such a file is readable, though not read."""


def came_to_nothing(todo: Plan, written: Written) -> bool:
    """Whether no file was read, none stands in the index as it is, and none is passed over for one that does."""
    return not written.records and not todo.unchanged and not any(each.reason in _HELD for each in _clashes(todo, written))


def skipped(todo: Plan, written: Written) -> list[Skipped]:
    """What was not indexed of that which could be opened."""
    return [*written.skipped, *_clashes(todo, written)]


def _clashes(todo: Plan, written: Written) -> list[Skipped]:
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


def nothing_to_read(paths: Sequence[Path], skipped: Sequence[Skipped]) -> NothingToRead:
    """Why there is nothing to index, from the reasons that files were passed over for."""
    reasons = Report("", skipped=tuple(skipped)).reasons
    found = ", ".join(f"{count} {reason}" for reason, count in reasons.items()) or "no files"
    first = f" First: {skipped[0].sentence}" if skipped else ""
    known = ", ".join(formats.SUPPORTED)
    return NothingToRead(
        f"Nothing readable in {', '.join(map(str, paths))}: {found}.{first} Give files that end in {known}, or a folder that holds some. "
        "The index was left as it is."
    )


def report_of(
    location: str,
    before: Sequence[FileRecord],
    after: Sequence[FileRecord],
    todo: Plan,
    written: Written,
    skipped: Sequence[Skipped],
    seconds: float,
) -> Report:
    """What was done to the index at `location`, which held `before` and holds `after`."""
    read, had = written.records, {record.file for record in before}
    totals = _totals(read)
    return Report(
        location=location,
        read=totals.files,
        unchanged=len(todo.unchanged),
        replaced=sum(record.file in had for record in read),
        removed=tuple(sorted(had - {record.file for record in after})),
        skipped=tuple(skipped),
        notes=tuple(Note(record.file, note) for record in read for note in record.notes),
        pages=sum(record.pages for record in read),
        documents=totals.documents,
        sections=totals.sections,
        passages=totals.passages,
        seconds=seconds,
        index=_totals(after),
        without_municipality=written.without_municipality,
    )


def _totals(records: Sequence[FileRecord]) -> Totals:
    return Totals(
        len(records),
        sum(record.documents for record in records),
        sum(record.sections for record in records),
        sum(record.passages for record in records),
    )
