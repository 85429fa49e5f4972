"""Rows that reading told of no table: single lines of a name and its values, and tables that a text sets side by side.

Scanned pages print a table's lines with marks around ("[Museet 31,2 |"), and two tables that stand side by side as one line
for both ("Stöld 28,5% 18 Badhuset 22,2% 14"). Spans count in the text that is looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from indexer.documents import Span
from indexer.tabular import Row, Table
from service.answering.rownames import VALUE

LEAST_LINES = 2
"""Lines of a shape that make it no accident."""

NAME_WORDS = 6

VALUE_WORDS = 4
"""Words that end a line of a name and a value: "2 000 kr per år"."""

LEAD_LINES = 2
LEAD_CHARS = 60

_MARKS = r"[\s|\[\]\\/‘’'´`_]*"
_NUMBER = r"[-–−+(]?[A-ZI]?\d[\d.,]*%?\)?"
_LINE = re.compile(rf"^{_MARKS}(?P<name>[^\W\d_][^\d\n|]{{2,60}}?)[\s|\[]+(?P<values>{_NUMBER}(?:[ \t]+{_NUMBER})*){_MARKS}$", re.MULTILINE)
_GROUP = re.compile(r"(?P<name>[^\W\d_][^\d\n:;|]{0,60}?)[ \t]+(?P<values>-?\d[\d.,]*%?(?:[ \t]+-?\d[\d.,]*%?)*)(?=[ \t]|$)")
_VALUE = re.compile(r"\S+")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ \t]+(?:19|20)\d\d)*")
_NO_NAME = re.compile(r"(?:sid|sida|bilaga|nr|punkt|kap|vecka|dnr|tel|telefon|fax|bankgiro|org)\b", re.IGNORECASE)


def parted(table: Table, text: str) -> Table:
    """The table, of two side by side with a row for each name."""
    groups = [(row, _groups(row, text)) for row in table.rows if not row.cells]
    beside = {row.span: found for row, found in groups if found}
    if len(beside) < LEAST_LINES:
        return table
    return replace(table, rows=tuple(one for row in table.rows for one in beside.get(row.span, (row,))), columns=())


def _groups(row: Row, text: str) -> tuple[Row, ...]:
    """A row for each name of a line that names several and gives as many values to each; none for every other line."""
    found = list(_GROUP.finditer(text, row.span.start, row.span.end))
    if len(found) < 2 or len({len(one["values"].split()) for one in found}) > 1:
        return ()
    left = text[row.span.start : found[0].start()] + text[found[-1].end() : row.span.end]
    if left.strip() or any(_is_no_row(one) for one in found):
        return ()
    return tuple(_row(one) for one in found)


def of_lead(table: Table, text: str) -> Table | None:
    """The lines above a table's rows that have a name and a value as well: "Musik 2 000 BN"; None where none has."""
    rows = tuple(Row(line) for line in table.lead if _ends_in_value(line, text))
    return Table(table.span, tuple(line for line in table.lead if line.end <= rows[0].span.start), None, (), rows) if rows else None


def _ends_in_value(line: Span, text: str) -> bool:
    value = VALUE.search(text, line.start, line.end)
    rest = text[value.start() : line.end] if value else ""
    return _FIGURE.search(rest) is not None and len(rest.split()) <= VALUE_WORDS and not _YEAR.search(rest)


def loose(text: str, known: Sequence[Span]) -> Iterator[Table]:
    """Tables of lines of a name and its values, outside of those that are known."""
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"\S[^\n]*", text)]
    shown = [(line, None if any(one.meets(line) for one in known) else _LINE.match(text, line.start, line.end)) for line in lines]
    at = 0
    for is_row, some in groupby(shown, key=lambda one: one[1] is not None and not _is_no_row(one[1])):
        run = list(some)
        if is_row and len(run) >= LEAST_LINES:
            rows = tuple(_row(match) for _, match in run if match)
            yield Table(Span(run[0][0].start, run[-1][0].end), _lead(lines[max(0, at - LEAD_LINES) : at], text), None, (), rows)
        at += len(run)


def _lead(above: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The lines right above that may be heads: short, and no end of a sentence."""
    kept: list[Span] = []
    for line in reversed(above):
        said = line.of(text).strip()
        if len(said) > LEAD_CHARS or said.endswith((".", ",")):
            break
        kept.insert(0, line)
    return tuple(kept)


def _is_no_row(match: re.Match[str]) -> bool:
    name = match["name"].strip()
    return len(name.split()) > NAME_WORDS or _NO_NAME.match(name) is not None or _YEARS.fullmatch(match["values"]) is not None


def _row(match: re.Match[str]) -> Row:
    start, values = match.start("name"), match.start("values")
    name = Span(start, start + len(match["name"].rstrip()))
    cells = (Span(values + one.start(), values + one.end()) for one in _VALUE.finditer(match["values"]))
    return Row(Span(start, match.end("values")), (name, *cells))
