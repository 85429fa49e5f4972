"""What a decision orders to be done, with its deadline, and whether a later step reports it."""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import Status
from service.following import kinds
from service.following.papers import Paper
from service.following.records import Order, StepKind
from service.following.steps import Told
from service.registers import reported
from service.registers.assignments import task_of
from service.registers.citing import cited
from service.registers.reported import Later

_ORDERS = re.compile(
    r"\b[i1l] uppdrag\b|\buppdrag ges\b|\buppdra(?:r|s|ges)\b|\b(?:beslutet|försöket) utvärderas\b|\bska läggas fram\b|\bför att redovisa\b"
    r"|\bska(?:ll)?\b[^.]{0,80}\b(?:redovisa|återkomma|återrapportera|rapportera|utvärdera|lämna en|lägga fram|ta fram)(?:s|\b)",
    re.IGNORECASE,
)
_MONTH = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_LATEST = re.compile(
    rf"\b(?:senast|före|till)\s+(?:i\s+|den\s+|sammanträdet\s+(?:i\s+|den\s+)?)?"
    rf"(?P<when>(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|\bi\s+(?P<month>{_MONTH}\s+\d{{4}})|\bden\s+(?P<day>\d{{1,2}}\s+{_MONTH}\s+\d{{4}})",
    re.IGNORECASE,
)


def orders(told: Sequence[Told]) -> tuple[Order, ...]:
    """The orders in the points that decide, in order."""
    return tuple(order for at, one in enumerate(told, 1) for order in _of_step(told, at, one))


def _of_step(told: Sequence[Told], at: int, one: Told) -> Iterator[Order]:
    if one.step.kind not in (*kinds.DECIDING, StepKind.REFERRED_BACK, StepKind.INFORMATION):
        return
    for point in one.step.points:
        if point.status != Status.FORSLAG and _ORDERS.search(point.text):
            found = _report(point.text, told, at, one)
            yield Order(point.text, _deadline(point.text), at, point.citation, *(found or (None, False)))


def _report(ordered: str, told: Sequence[Told], at: int, one: Told) -> tuple[int, bool] | None:
    """The later step that reports, and whether surely."""
    later = [(number, other) for number, other in enumerate(told, 1) if number > at and _may_report(other, one)]
    found = reported.report(task_of(ordered), (_later(other.paper, one.paper, other.step.kind) for _, other in later))
    return (later[found[0]][0], found[1]) if found else None


def _may_report(other: Told, one: Told) -> bool:
    """Whether a step is a § of a later day; a draft reports nothing."""
    return other.step.held and other.step.section is not None and other.step.kind is not StepKind.DRAFT and other.day > one.day


def _later(paper: Paper, given: Paper, kind: StepKind) -> Later:
    named = cited(paper.stored.source.text, paper.section)
    names = any(each.may_be(given.body, given.date, given.section.number) for each in named)
    return Later(paper.text(paper.section.span), names, kind is StepKind.REPORT)


def _deadline(text: str) -> str | None:
    """The day, as ISO where it is a whole date, else the words: "oktober", "mars 2031"."""
    match = _LATEST.search(text)
    if match is None:
        return None
    words = match["when"] or match["month"] or match["day"]
    days = [found.iso for found in references.dates(words) if found.iso]
    return days[0] if days else " ".join(words.split())
