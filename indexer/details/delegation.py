"""Decisions that others took on the body's behalf, row by row from the lists in which they are reported.

Approving the report decides nothing of what it lists: each row is a record of its own, with its delegate, day and number
where the list says them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import dates
from indexer.damage import any_of, compiled
from indexer.dates import DateFound
from indexer.details import setapart
from indexer.particulars import Delegated
from indexer.spans import Span, meeting

_TITLE = compiled(rf"{any_of('delegationsbeslut', 'delegeringsbeslut', 'beslut fattade på delegation', 'delegation')}")
_HEADER = re.compile(
    r"\b(?P<what>beslut|rubrik|ärende|ärendemening)\b|\b(?P<who>delegat|beslutsfattare)\b|\b(?P<day>datum|beslutsdatum)\b", re.IGNORECASE
)
_CELL = re.compile(r"\S(?:[^\t\n]*?\S)??(?=\t|[ \u00a0]{2,}|[ \t]*$)")
_BULLET = re.compile(r"[-–—•*·][ \t]+")
# "2031.178 Skolgång …", "KS 2031/81 Yttrande …", "15808 Övervägande …"
_NUMBER = re.compile(r"(?P<case>(?:19|20)\d\d\.\d{1,5}|(?:[A-ZÅÄÖ]{2,5}[ -]?)?(?:19|20)\d\d/\d{1,6}|(?:D|Del)?[ ]?\d{5})[ \t]+(?=[A-ZÅÄÖ])")
_CASE_INSIDE = re.compile(r"\bDnr[ ]?(?P<case>\S+(?:[ ]\d{3})?)")
_LED = re.compile(
    r"(?P<who>[A-ZÅÄÖ]?\w{0,40}(?:ordförande|chef|utskott|delegat|handläggare|rektor|direktör|nämnd))s?beslut\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:Av (?P<by>[\w\- ]{3,40}?) fattade beslut|Beslut fattade av (?P<of>[\w\-]{3,40})"
    r"|(?P<whose>[\w\- ]{3,60}?)s beslut enligt delegation\w*)\b.*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bfattat\s+(?P<count>\d{1,5})\s+delegations?beslut", re.IGNORECASE)
_POINT = re.compile(
    r"\b(?:punkt|pkt|p\.|delegationsordning(?:en|ens)?(?:\s+punkt)?)\s*(?P<point>[A-ZÅÄÖ]?\d{1,2}(?:[.:]\d{1,3})+|[A-ZÅÄÖ]\d{1,3})"
)
_END_DAY = re.compile(r",?\s*$")
_APART = re.compile(r"(?:,\s*|\t\s*|[ \u00a0]{2,})$")
"""What parts the day of a decision from its words: "till och med 9 juni" belongs to them."""
_LINE = re.compile(r"\S[^\n]*")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_SMALL = re.compile(r"[a-zåäö\d(]")
_LEAST_COLUMNS = 2
_SENTENCE = 500
"""Characters before a number of decisions that its sentence may have."""

_BESIDE = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """One decision listed: its delegate where a heading named one, its cells where it is of a table; `item` is one with a bullet."""

    span: Span
    group: Span | None
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    item: bool = False


def reports_delegation(title: str | None) -> bool:
    """Whether a § or paper is, by its title, a report of delegated decisions."""
    return title is not None and _TITLE.search(title) is not None


def decisions(text: str, spans: Sequence[Span], skipped: Sequence[Span]) -> tuple[Delegated, ...]:
    """The decisions listed in the given parts of a report; page furniture is `skipped`."""
    found = [_decision(text, row) for span in spans for row in _rows(text, span, skipped)]
    found += [one for span in spans for one in _set_apart(text, span, skipped)]
    found += [_counted(text, span, match) for span in spans for match in _COUNTED.finditer(text, span.start, span.end)]
    return tuple(sorted(found, key=lambda one: one.span))


def _rows(text: str, span: Span, skipped: Sequence[Span]) -> Iterator[_Row]:
    group: Span | None = None
    columns: tuple[str, ...] = ()
    current: _Row | None = None
    torn: Span | None = None
    for line in _lines(text, span, skipped):
        words = line.of(text)
        header, heading = _columns(words), _GROUP.fullmatch(words.strip("*#: "))
        row = _row(text, line, group, columns)
        if current and not (header or heading or row) and _goes_on(text, current, line):
            current = replace(current, span=Span(current.span.start, line.end))
            continue
        if current:
            yield current
        current = _with_torn(text, torn, row) if row and torn else row
        columns = header or (() if heading else columns)
        if heading:
            group = _named(line, words, heading)
        elif not row and not header and (torn or _BULLET.match(words)):
            columns = ()
        torn = line if columns and not (row or header or torn) else None
    if current:
        yield current


def _with_torn(text: str, above: Span, row: _Row) -> _Row:
    """A row of a table with the beginning of its first cell, which ran over from the line above."""
    goes_on = row.cells and _SMALL.match(row.cells[0].of(text)) and text[above.end : row.span.start].strip(" \t") == "\n"
    if not goes_on or len(_CELL.findall(above.of(text))) > 1:
        return row
    first = Span(above.start, row.cells[0].end)
    return replace(row, span=Span(above.start, row.span.end), cells=(first, *row.cells[1:]))


def _set_apart(text: str, span: Span, skipped: Sequence[Span]) -> Iterator[Delegated]:
    """Rows whose numbers stand in a column above the column of their titles."""
    lines = list(_lines(text, span, skipped))
    groups = {
        line.start: _named(line, line.of(text), heading) for line in lines if (heading := _GROUP.fullmatch(line.of(text).strip("*#: ")))
    }

    def ends(line: Span) -> bool:
        words = line.of(text)
        return line.start in groups or setapart.heads_numbers(words) or _row(text, line, None, ()) is not None

    starts = list(groups)
    for number, title in setapart.pairs(text, lines, ends):
        above = bisect_left(starts, number.start)
        yield Delegated(title, title, groups[starts[above - 1]] if above else None, case=number)


def _goes_on(text: str, row: _Row, line: Span) -> bool:
    """Whether a line belongs to the row before it: it begins small, or hangs under the bullet."""
    words = line.of(text)
    hangs = row.item and not _EMPTY_LINE.search(text, row.span.end, line.start)
    return (hangs or _SMALL.match(words) is not None) and not _COUNTED.search(words)


def _lines(text: str, span: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    for match in _LINE.finditer(text, span.start, span.end):
        line = Span(match.start(), match.start() + len(match[0].rstrip()))
        if not meeting(skipped, line):
            yield line


def _named(line: Span, words: str, heading: re.Match[str]) -> Span:
    """Who decided what is listed below a heading that says so."""
    named = next(name for name in ("by", "of", "whose") if heading[name])
    offset = line.start + words.index(heading[named])
    return Span(offset, offset + len(heading[named]))


def _columns(words: str) -> tuple[str, ...]:
    """The meaning of each column, where a line is the header of a table with a delegate."""
    cells = [match[0] for match in _CELL.finditer(words)]
    named = [_HEADER.fullmatch(cell) for cell in cells]
    if len(cells) < _LEAST_COLUMNS or not all(named):
        return ()
    found = tuple(match.lastgroup or "" for match in named if match)
    return found if "who" in found and "what" in found else ()


def _row(text: str, line: Span, group: Span | None, columns: tuple[str, ...]) -> _Row | None:
    words = line.of(text)
    if columns:
        cells = tuple(Span(line.start + match.start(), line.start + match.end()) for match in _CELL.finditer(words))
        return _Row(line, group, cells, columns) if len(cells) == len(columns) else None
    bullet = _BULLET.match(words)
    inner = Span(line.start + bullet.end(), line.end) if bullet else line
    starts_with_day = dates.dates(words[:12])
    listed = bullet is not None and (group is not None or _LED.search(words[:60]) is not None)
    dated = bool(starts_with_day) and starts_with_day[0].span.start == 0 and len(words) > starts_with_day[0].span.end + 3
    return _Row(inner, group, item=bullet is not None) if listed or dated or _NUMBER.match(words) else None


def _decision(text: str, row: _Row) -> Delegated:
    if row.cells:
        by_name = dict(zip(row.columns, row.cells, strict=True))
        day = dates.dates(by_name["day"].of(text)) if "day" in by_name else []
        return Delegated(row.span, by_name["what"], by_name["who"], day[0].iso if day else None)
    words = row.span.of(text)
    led = _LED.search(words[:60])
    number = _NUMBER.match(words) or _CASE_INSIDE.search(words)
    day_of = _day(words, led)
    return Delegated(
        row.span,
        _words(row.span, words, number, led, day_of),
        _within(row.span, led, "who") or row.group,
        day_of.iso if day_of else None,
        _within(row.span, number, "case"),
        _within(row.span, _POINT.search(words), "point"),
    )


def _day(words: str, led: re.Match[str] | None) -> DateFound | None:
    """The day of the decision: first in its row, last and set apart, or right after "ordförandebeslut"."""
    for day in dates.dates(words):
        last = _END_DAY.match(words, day.span.end) and _APART.search(words, max(0, day.span.start - _BESIDE), day.span.start)
        beside = led is not None and 0 <= day.span.start - led.end() < _BESIDE
        if day.iso and (day.span.start == 0 or last or beside):
            return day
    return None


def _words(span: Span, words: str, number: re.Match[str] | None, led: re.Match[str] | None, day: DateFound | None) -> Span:
    """What was decided: the row without its number, its day and the word for who decided."""
    first, last = number.end() if number and number.start() == 0 else 0, len(words)
    if led:
        colon = words.find(":", led.end())
        first = colon + 1 if colon >= 0 else led.end()
    elif day and day.span.start == 0:
        first = day.span.end
    if day and day.span.start > first:
        last = day.span.start
    inner = words[first:last]
    start = first + len(inner) - len(inner.lstrip(" ,:;\t\n"))
    return Span(span.start + start, max(span.start + start, span.start + first + len(inner.rstrip(" ,:;\n\t"))))


def _within(span: Span, match: re.Match[str] | None, name: str) -> Span | None:
    return Span(span.start + match.start(name), span.start + match.end(name)) if match else None


def _counted(text: str, span: Span, match: re.Match[str]) -> Delegated:
    """ "Handläggarna har under maj fattat 280 delegationsbeslut": the whole sentence, as one number."""
    first = max(span.start, match.start() - _SENTENCE)
    start = max(text.rfind("\n\n", first, match.start()), text.rfind(". ", first, match.start()), first - 1) + 1
    start += len(text[start : match.start()]) - len(text[start : match.start()].lstrip(" .\n"))
    whole = Span(start, match.end())
    return Delegated(whole, whole, count=int(match["count"]))
