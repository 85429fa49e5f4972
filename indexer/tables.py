"""Tables in a section, also where a text shows them only as lines: their rows, and the title and heads above these.

A table is a run of lines with cells. What stands above it (short lines that end no sentence) belongs to it, for many
texts print a head cell by cell. Nothing is claimed that the lines do not tell: rows without sure cells have none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer import cells
from indexer.dates import MONTHS
from indexer.spans import Span
from indexer.tabular import Row, Table
from indexer.units import is_row
from indexer.visible import VisibleLine, visible_lines

_LEAD_WORDS = 60
"""Words above the rows that may be title and heads."""

_LEAD_LINE = 90
"""Characters of a line that may be a title or a head."""

_INSERTED = 45
"""Characters of a line between rows: the first half of a label, or what the next rows are about."""

_MOST_INSERTED = 2
_LONGEST_ROW = 2_000
"""Characters; a longer line is no row that a person reads."""

_LEAST_ROWS = 2
_LEAST_SHORT_ROWS = 3
"""Rows of a label and one number each: "Sida 3" and "Bilaga 1" are none."""

_ENDED = re.compile(r"[.!?;,][”\"')\]]*$")
_ITEM = re.compile(r"(?:[•➢◦*–—-]\s+|\(?(?:\d{1,2}|[a-h])[.)]\s+)")
_YEAR = re.compile(r"(?:19|20)\d\d\*?|(?:19|20)\d\d-\d\d(?:-\d\d)?")
_NUMBER = re.compile(r"[-–−+]?\d[\d.,: ]*%?")
_SHORT_ROW = re.compile(r"(?=.{3,70}$)[A-ZÅÄÖ\d][^.:;!?§|]*[^\W\d][^.:;!?§|]* (?P<value>[-–−]?\d{1,3}(?: \d{3})*(?:,\d+)? ?%?)")
_NO_LABEL = re.compile(
    r"(?:sida|sid|bilaga|nr|punkt|kap|paragraf|vecka|dag|grupp|etapp|fas|steg|del|år|den"
    rf"|{'|'.join(MONTHS)})\.? \d",
    re.IGNORECASE,
)
_NUMBERED_TITLE = re.compile(r"(?:tabell|diagram|bilaga)\b", re.IGNORECASE)
_NEXT_HEAD = re.compile(r"\s+(?=[A-ZÅÄÖ])")
_HEADED_COLUMNS = 3
_MOST_HEAD_ROWS = 3
_CROSS = re.compile(r"[x×✓✗]", re.IGNORECASE)
_LABEL_AND_VALUE = 2


def tables(text: str, span: Span, furniture: Sequence[Span], headings: Iterable[int] = ()) -> tuple[Table, ...]:
    """The tables of `span` in order; `headings` are offsets at which a known heading begins."""
    known = frozenset(headings)
    lines = list(visible_lines(text, span, furniture))
    found: list[Table] = []
    used = 0
    for first, last in _runs(lines, known):
        lead = _lead(lines, used, first, known)
        found.append(_table(lines[lead:first], [_whole(text, line, span) for line in lines[first : last + 1]]))
        used = last + 1
    return tuple(found)


def _whole(text: str, line: VisibleLine, within: Span) -> VisibleLine:
    """A row with the tabs before and after it: they part empty cells."""
    start, end = line.span.start, line.span.end
    while start > within.start and text[start - 1] in " \t":
        start -= 1
    while end < within.end and text[end] in " \t":
        end += 1
    return VisibleLine(Span(start, end), text[start:end], line.blanks) if "\t" in text[start:end] else line


def _runs(lines: Sequence[VisibleLine], known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """First and last line of the rows of each table."""
    at = 0
    while at < len(lines):
        kinds, last = [_kind(lines[at].text)], at
        while kinds[0] and (following := _next_row(lines, last, known)) is not None:
            last = following
            kinds.append(_kind(lines[last].text))
        if len(kinds) >= (_LEAST_ROWS if max(kinds) > 1 else _LEAST_SHORT_ROWS):
            yield at, last
        at = last + 1


def _kind(line: str) -> int:
    """2 for a line with cells, 1 for a label with one number, 0 for any other."""
    if len(line) > _LONGEST_ROW or (_ITEM.match(line) and "\t" not in line):
        return 0
    if is_row(line) and not _only_years(line):
        return 2
    short = _SHORT_ROW.fullmatch(line)
    return int(short is not None and not _YEAR.fullmatch(short["value"]) and not _NO_LABEL.match(line))


def _only_years(line: str) -> bool:
    """Whether the numbers of a line are years: heads, not values."""
    numbers = [word for word in line.split() if _NUMBER.fullmatch(word)]
    return "\t" not in line and all(_YEAR.fullmatch(number) for number in numbers)


def _next_row(lines: Sequence[VisibleLine], at: int, known: frozenset[int]) -> int | None:
    """The row after the one at `at`; a line or two between may be part of a label or name a group of rows."""
    for place in range(at + 1, min(at + 2 + _MOST_INSERTED, len(lines))):
        line = lines[place]
        kind = _kind(line.text)
        if line.span.start in known:
            return None
        if kind > 1 or (kind and place == at + 1):
            return place
        if kind or len(line.text) > _INSERTED or _ENDED.search(line.text) or re.search(r"\d", line.text):
            return None
    return None


def _lead(lines: Sequence[VisibleLine], used: int, first: int, known: frozenset[int]) -> int:
    """The first of the lines above a table that belong to it."""
    at, words = first, 0
    while at > used:
        line = lines[at - 1]
        words += len(line.text.split())
        wrapped = line.text[0].islower() and at - 1 > used and len(lines[at - 2].text) > _LEAD_LINE // 2
        if words > _LEAD_WORDS or len(line.text) > _LEAD_LINE or _ENDED.search(line.text) or _ITEM.match(line.text) or wrapped:
            break
        if line.span.start in known:
            break
        at -= 1
    return at


def _table(lead: Sequence[VisibleLine], lines: Sequence[VisibleLine]) -> Table:
    """The table of these rows; rows without a value on top of one with tabs are its head."""
    heads = _head_rows(lines)
    body = lines[heads:]
    above = [*lead, *lines[:heads]]
    columns, expected = _columns(lead, lines[:heads])
    parted = cells.parted([line.text for line in body], expected)
    count = max((len(row) for row in parted), default=0)
    rows = tuple(Row(line.span, tuple(_moved(cell, line.span.start) for cell in row)) for line, row in zip(body, parted, strict=True))
    fitting = columns if len(columns) == count else ((), *columns) if columns and len(columns) + 1 == count and not heads else ()
    return Table(
        Span(above[0].span.start if above else lines[0].span.start, lines[-1].span.end),
        tuple(line.span for line in above),
        _title(lead, headed=heads > 0 or count == _LABEL_AND_VALUE, told=bool(fitting)),
        fitting,
        rows,
    )


def _head_rows(lines: Sequence[VisibleLine]) -> int:
    """Rows with tabs, on top, that hold no value where some row below holds one; else the first of a table of words."""
    shown = [[cell.of(line.text) for cell in cells.separated(line.text)] for line in lines]
    valued = [any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in row) for row in shown]
    top = valued.index(True) if True in valued else 0
    heads = next((at for at in range(top) if not _is_head(shown[at])), top)
    if heads > _MOST_HEAD_ROWS:
        return 1
    if heads or True in valued or len(lines) <= _LEAST_ROWS:
        return heads if heads < len(lines) else 0
    return int(len(shown[0]) >= _HEADED_COLUMNS and all(cell and not re.search(r"\d", cell) for cell in shown[0]))


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row without values heads columns: a label alone names the rows below it."""
    return any(row[1:]) and not any(_CROSS.fullmatch(cell) for cell in row)


def _columns(lead: Sequence[VisibleLine], heads: Sequence[VisibleLine]) -> tuple[tuple[tuple[Span, ...], ...], tuple[int, ...]]:
    """The heads of each column, and the numbers of cells they may have been made for."""
    if heads:
        spread = [_spread(line, last=line is heads[-1]) for line in heads]
        if len({len(row) for row in spread}) > 1:
            return (), ()
        return tuple(tuple(span for span in column if span.start < span.end) for column in zip(*spread, strict=True)), ()
    if not lead:
        return (), ()
    line = lead[-1]
    spans = [_moved(cell, line.span.start) for cell in cells.separated(line.text) or _by_capitals(line.text)]
    return tuple((span,) for span in spans), (len(spans), len(spans) + 1) if spans else ()


def _by_capitals(line: str) -> list[Span]:
    """The heads of a line that parts them by nothing but their capitals; none where it has but two."""
    cuts = [0, *(match.end() for match in _NEXT_HEAD.finditer(line)), len(line)]
    if len(cuts) <= _HEADED_COLUMNS:
        return []
    return [Span(start, start + len(line[start:end].rstrip())) for start, end in pairwise(cuts)]


def _spread(line: VisibleLine, *, last: bool) -> list[Span]:
    """The cells of a head row; above others, an empty one goes on with the one to its left."""
    found: list[Span] = []
    for cell in cells.separated(line.text):
        empty = cell.start == cell.end
        found.append(found[-1] if empty and found and not last else _moved(cell, line.span.start))
    return found


def _title(lead: Sequence[VisibleLine], *, headed: bool, told: bool) -> Span | None:
    """The line that names the table: one that says so, or the line above a head that is known to be one."""
    named = [line.span for line in lead if _NUMBERED_TITLE.match(line.text)]
    if named:
        return named[-1]
    above = list(reversed(lead if headed else lead[:-1] if told else ()))
    heading = next((line for line in above if line.text.startswith("#")), None)
    title = heading or next((line for line in above if len(line.text.split()) > 1), None)
    return title.span if title else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
