"""When and where minutes were approved (justering), and when the notice of it was put up and taken down (anslag)."""

import re
from collections.abc import Mapping

from indexer import dates
from indexer.damage import any_of, compiled
from indexer.particulars import Approval, Notice
from indexer.spans import Span

_APPROVED = compiled(
    any_of(
        "justeringens plats och tid", "justerings plats och tid", "plats och tid för justering", "justeringens tid", "justeringsdatum",
        "justeringens plats", "justering, tid och plats", "datum för justering",
    ) + r"[ \t]*:?[ \t]*"
)  # fmt: skip
_PLACE = compiled(any_of("plats"))
_VALUE = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[ \t]*(?:[a-zåäö\d][^\n]*))?")
_UP = compiled(
    any_of(
        "datum då anslaget sätts upp", "datum då anslag sätts upp", "anslaget sätts upp", "anslag sätts upp", "anslagsdag", "anslagsdatum",
        "anslaget publiceras", "anslagets uppsättande", "datum för anslags uppsättande", "datum för anslagets uppsättande",
        "anslaget uppsatt", "publiceras",
    ) + r"[ \t]*:?\s*(?:den\s+)?"
)  # fmt: skip
_DOWN = compiled(
    any_of(
        "datum då anslaget tas ned", "datum då anslag tas ned", "datum då anslaget tas ner", "anslaget tas ned", "anslag tas ned",
        "tas ned", "tas ner", "anslagets nedtagande", "datum för anslags nedtagande", "datum för anslagets nedtagande", "anslaget nedtaget",
    ) + r"[ \t]*:?\s*(?:den\s+)?"
)  # fmt: skip


def approval(text: str, span: Span) -> Approval | None:
    """The approval that a front page names; None where its label has no value."""
    label = _APPROVED.search(text, span.start, span.end)
    value = _VALUE.match(text, label.end(), span.end) if label else None
    if label is None or value is None:
        return None
    said = Span(value.start(), value.start() + len(value[0].rstrip()))
    found = dates.dates(said.of(text))
    first = re.match(r"[^,\n]+", said.of(text)) if _PLACE.search(label[0]) else None
    names_place = first is not None and not any(date.span.start < first.end() for date in found)
    place = Span(said.start, said.start + len(first[0].rstrip())) if first and names_place else None
    day = found[0].iso if len(found) == 1 else None
    return Approval(Span(label.start(), said.end), day, place) if day or place else None


def notice(text: str, span: Span) -> Notice | None:
    """The days of the notice; each only where it follows its label at once."""
    days = {date.span.start: (date.iso, date.span.end) for date in dates.dates(span.of(text))}
    up, down = _day(_UP, text, span, days), _day(_DOWN, text, span, days)
    found = [day for day in (up, down) if day]
    if not found:
        return None
    whole = Span(min(day[1].start for day in found), max(day[1].end for day in found))
    return Notice(whole, up[0] if up else None, down[0] if down else None)


def _day(label: re.Pattern[str], text: str, span: Span, days: Mapping[int, tuple[str | None, int]]) -> tuple[str | None, Span] | None:
    for match in label.finditer(text, span.start, span.end):
        day = days.get(match.end() - span.start)
        if day and day[0]:
            return day[0], Span(match.start(), span.start + day[1])
    return None
