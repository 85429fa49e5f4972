"""The list of open ends: the entries of the minutes, drawn into lines, each quoted from what the reader may see."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from indexer.documents import Span
from indexer.index import Access, Filters, Index
from service.minuted.finding import entries_of
from service.openends.assigned import Texts, assignments
from service.openends.initiatives import initiatives
from service.openends.reach import Reach, reaches
from service.openends.records import Drawn, EndKind, Mark, OpenEnd, OpenEnds
from service.openends.unsettled import unsettled
from service.places import files_of
from service.records import Citation
from service.registers.citedlines import UNTITLED, CitedLine, quoted_lines
from service.registers.entries import Entry
from service.registers.listlines import Line
from service.registers.threads import threads
from service.resources import Resources

_ORDER = tuple(EndKind)
_HEADING_END = re.compile(r"^[^.\n*]{0,60}\*\*\s+(?=\S)")
"""The end of a heading in marks of emphasis, which the words that decide were read together with."""


def open_ends(filters: Filters, kinds: Sequence[EndKind], resources: Resources, access: Access, today: date) -> OpenEnds:
    """The open ends of the municipalities, bodies and period asked for; of all kinds where none is named."""
    index = resources.index
    entries = entries_of(filters.municipalities, resources, access)
    reach = reaches(entries)
    drawn = [one for one in draw(entries, reach, _texts(index, access), today.isoformat()) if _is_asked(one, filters, kinds)]
    lines, dropped = _cited(_each_once(drawn), index, access)
    return OpenEnds(tuple(sorted(lines, key=_place)), _told(reach), dropped, today.isoformat())


def draw(entries: Sequence[Entry], reach: Reach, texts: Texts, today: str) -> Iterator[Drawn]:
    """All open ends of these entries."""
    found = threads(entries)
    yield from initiatives(found, reach, today)
    yield from assignments(found, reach, texts, today)
    yield from unsettled(found, reach, today)


def _is_asked(drawn: Drawn, filters: Filters, kinds: Sequence[EndKind]) -> bool:
    entry = drawn.shown.entry
    day = entry.date or ""
    in_time = (filters.date_from or "") <= day and (filters.date_to is None or "" < day <= filters.date_to)
    return in_time and (not kinds or drawn.kind in kinds) and (not filters.bodies or entry.body in filters.bodies)


def _each_once(drawn: Sequence[Drawn]) -> list[Drawn]:
    """Without what was put off by an assignment that is listed itself: "återremitteras för att utreda …"."""
    assigned = {one.shown.entry.section_id for one in drawn if one.kind is EndKind.ASSIGNMENT}
    return [one for one in drawn if one.kind is not EndKind.PUT_OFF or one.shown.entry.section_id not in assigned]


def _texts(index: Index, access: Access) -> Texts:
    """The words of § and of places, each file fetched once."""
    files = files_of(index, access)

    def text(entry: Entry, span: Span | None) -> str:
        stored = files(entry.file)
        if stored is None:
            return ""
        sections = (section for document in stored.documents for section in document.sections)
        whole = next((section.span for section in sections if section.id == entry.section_id), None) if span is None else span
        return whole.of(stored.source.text) if whole else ""

    return text


def _cited(drawn: Sequence[Drawn], index: Index, access: Access) -> tuple[list[OpenEnd], int]:
    """The lines with their evidence; one that cannot be quoted is left out and counted."""
    begins = [Line(one.shown.entry, one.shown.entry.section_id, one.shown.span, words=one.words) for one in drawn]
    names = [Line(one.shown.entry, one.shown.entry.section_id, one.who, words=one.who) for one in drawn if one.who]
    later = [Line(one.latest.entry, one.latest.entry.section_id, one.latest.span) for one in drawn if one.latest]
    # what a line says is what it quotes, and the title of its §: there is nothing in it to check
    cited = quoted_lines([*begins, *names, *later], index, access)
    by_line = {(line.record.section_id, line.record.span, line.record.words): line for line, _ in cited}
    lines = [
        _line(one, own, by_line)
        for one, begin in zip(drawn, begins, strict=True)
        if (own := by_line.get((begin.section_id, begin.span, begin.words)))
    ]
    return lines, len(drawn) - len(lines)


_Lines = Mapping[tuple[str, Span, Span | None], CitedLine]


def _line(drawn: Drawn, own: CitedLine, lines: _Lines) -> OpenEnd:
    entry = drawn.shown.entry
    named = lines.get((entry.section_id, drawn.who, drawn.who)) if drawn.who else None
    return OpenEnd(
        kind=drawn.kind,
        state=drawn.state,
        municipality=entry.municipality,
        body=entry.body,
        title=own.what or entry.title or UNTITLED,
        to=named.what if named else drawn.to,
        since=entry.date,
        deadline=drawn.deadline,
        sureness=drawn.sureness,
        reason=drawn.reason,
        evidence=replace(own.citation, quote=_HEADING_END.sub("", own.citation.quote)),
        latest=_latest(drawn.latest, lines),
    )


def _latest(mark: Mark | None, lines: _Lines) -> Citation | None:
    line = lines.get((mark.entry.section_id, mark.span, None)) if mark else None
    return line.citation if line else None


def _place(line: OpenEnd) -> tuple[str, int, str, str, str]:
    return line.municipality or "", _ORDER.index(line.kind), line.since or "", line.body or "", line.title


def _told(reach: Reach) -> tuple[tuple[str, str, str], ...]:
    """The last day of each body's minutes, for who weighs a silence."""
    return tuple(sorted((municipality or "", body, days[-1]) for (municipality, body), days in reach.days.items()))
