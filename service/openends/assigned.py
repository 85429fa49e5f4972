"""Assignments, with their deadline and whether they were reported back: a later § of the matter that speaks of the same."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.dates import MONTHS
from indexer.documents import Span
from service.openends.reach import Reach, silence, sureness
from service.openends.records import Drawn, EndKind, Mark, State, Sureness
from service.registers.assignments import Assigned
from service.registers.entries import Entry
from service.registers.threads import Thread, is_draft
from service.understanding.wanted import tokens_of

Texts = Callable[[Entry, Span | None], str]
"""The words of a § or of a place in its file."""

TOLD_SHARE = 0.6
"""Part of the task's own words that a later § must hold to be taken for its report."""

FEWEST_WORDS = 3

_REPORTS = re.compile(r"(?:åter)?(?:redovis|rapport)|uppdrag", re.IGNORECASE)
_SAYS_NOTHING = frozenset(("senast", "samt", "även", "inom", "till", "från", "under", *MONTHS))


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
    """The first later § that tells of what was to be done."""
    later = [one for one in following if (one.date or "") > (given.date or "") and not is_draft(one)]
    task = _words(texts(given, assigned.task)) if later else frozenset()
    for one in sorted(later, key=lambda one: one.date or ""):
        text = texts(one, None)
        if len(task & _words(text)) >= max(FEWEST_WORDS, TOLD_SHARE * len(task)) and _REPORTS.search(text):
            return _Report(one, any(cited.may_be(given.body, given.date, given.number) for cited in one.cites))
    return None


def _words(text: str) -> frozenset[str]:
    """The stems that carry a task's meaning."""
    return frozenset(stem for stem in tokens_of(text).stems if not stem.isdigit() and stem not in _SAYS_NOTHING)


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
    reason = f"{overdue} {silence('En återrapport', entry.body, until, entry.date)}".strip()
    return Drawn(
        EndKind.ASSIGNMENT, shown, sureness(entry.date, until, assigned.deadline), reason, who=assigned.who, deadline=assigned.deadline
    )
