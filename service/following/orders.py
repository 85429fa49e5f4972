"""What a decision orders to be done, with its deadline, and whether a later step reports it."""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import Status
from service.following import kinds
from service.following.extent import Extent
from service.following.records import Order, StepKind
from service.following.steps import Told

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


def orders(matter: Extent, told: Sequence[Told]) -> tuple[Order, ...]:
    """The orders in the points that decide, in order."""
    return tuple(order for at, one in enumerate(told, 1) for order in _of_step(matter, told, at, one))


def _of_step(matter: Extent, told: Sequence[Told], at: int, one: Told) -> Iterator[Order]:
    if one.step.kind not in (*kinds.DECIDING, StepKind.REFERRED_BACK, StepKind.INFORMATION):
        return
    for point in one.step.points:
        if point.status != Status.FORSLAG and _ORDERS.search(point.text):
            reported, sure = _report(matter, told, at, one)
            yield Order(point.text, _deadline(point.text), at, point.citation, reported, sure)


def _report(matter: Extent, told: Sequence[Told], at: int, one: Told) -> tuple[int | None, bool]:
    """The later step that reports: surely where it is a report that names this §, else by its title alone."""
    later = [(number, other) for number, other in enumerate(told, 1) if number > at and other.step.kind is not StepKind.DRAFT]
    for number, other in later:
        names = any(name.found and name.found.meeting == one.paper.meeting for name in matter.names if name.source.id == other.paper.id)
        if other.step.kind is StepKind.REPORT and names:
            return number, True
    return next(((number, False) for number, other in later if other.step.kind is StepKind.REPORT), (None, False))


def _deadline(text: str) -> str | None:
    """The day, as ISO where it is a whole date, else the words: "oktober", "mars 2031"."""
    match = _LATEST.search(text)
    if match is None:
        return None
    words = match["when"] or match["month"] or match["day"]
    days = [found.iso for found in references.dates(words) if found.iso]
    return days[0] if days else " ".join(words.split())
