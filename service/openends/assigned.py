"""Assignments, with their deadline and whether they were reported back: a later § of the matter that speaks of the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Span, Status
from service.following import titles
from service.openends.reach import Reach, silence, sureness
from service.openends.records import Drawn, EndKind, Mark, State, Sureness
from service.registers import reported
from service.registers.assignments import Assigned
from service.registers.entries import Entry
from service.registers.reported import Later
from service.registers.threads import Thread, is_draft

Texts = Callable[[Entry, Span | None], str]
"""The words of a § or of a place in its file."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A later § that tells of the task; `sure` where it names the § that gave it."""

    entry: Entry
    sure: bool


def assignments(threads: Sequence[Thread], reach: Reach, texts: Texts, today: str) -> Iterator[Drawn]:
    """All assignments, reported back or not."""
    later = _by_case(threads)
    for thread in threads:
        for entry in thread.entries:
            for assigned in entry.assigned:
                following = {one.section_id: one for one in (*later.get((entry.municipality, entry.case_key), ()), *thread.entries)}
                report = _report(entry, assigned, list(following.values()), texts)
                yield _drawn(entry, assigned, report, reach, today)


def _by_case(threads: Sequence[Thread]) -> Mapping[tuple[str | None, str | None], Sequence[Entry]]:
    """All § of each Dnr, whatever their titles."""
    found: dict[tuple[str | None, str | None], list[Entry]] = {}
    for thread in threads:
        for entry in thread.entries:
            if entry.case_key:
                found.setdefault((entry.municipality, entry.case_key), []).append(entry)
    return found


def _report(given: Entry, assigned: Assigned, following: Sequence[Entry], texts: Texts) -> _Report | None:
    """The later § that reports what was to be done."""
    later = sorted(
        (one for one in following if (one.date or "") > (given.date or "") and not is_draft(one)), key=lambda one: one.date or ""
    )
    if not later:
        return None
    found = reported.report(texts(given, assigned.task), (_later(one, given, texts) for one in later))
    return _Report(later[found[0]], found[1]) if found else None


def _later(one: Entry, given: Entry, texts: Texts) -> Later:
    names = any(cited.may_be(given.body, given.date, given.number) for cited in one.cites)
    return Later(texts(one, None), names, one.status is Status.INFORMATION and titles.reports(one.title))


def _drawn(entry: Entry, assigned: Assigned, report: _Report | None, reach: Reach, today: str) -> Drawn:
    until = reach.of(entry.municipality, entry.body)
    shown = Mark(entry, assigned.span)
    if report is not None:
        where = f"{report.entry.body or ''} {report.entry.date or ''} {report.entry.number or ''}".strip()
        reason = f"{'Återrapporterat' if report.sure else 'Samma sak redovisas'}: {where}."
        sure = Sureness.PROBABLE if report.sure else Sureness.POSSIBLE
        latest = Mark(report.entry, report.entry.decision)
        return Drawn(
            EndKind.ASSIGNMENT, shown, sure, reason, who=assigned.who, deadline=assigned.deadline, state=State.REPORTED, latest=latest
        )
    overdue = f"Tiden gick ut {assigned.deadline}." if assigned.deadline and assigned.deadline < today else ""
    reason = f"{overdue} {silence('En återrapport', entry.body, until, entry.date, assigned.deadline)}".strip()
    return Drawn(
        EndKind.ASSIGNMENT, shown, sureness(entry.date, until, assigned.deadline), reason, who=assigned.who, deadline=assigned.deadline
    )
