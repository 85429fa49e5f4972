"""Lists of matters: rows that begin with a Dnr. What citizens and members hand in is often printed in full in such a
list ("KS579-31 821 2031-12-11 Medborgarinitiativ om ..."): these rows are papers, each with the day it came in.
"""

import re
from dataclasses import dataclass

from indexer import dates
from indexer.documents import CaseNumber, Kind, Source, Span
from indexer.structuring import kinds
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_LEAST = 2
_TITLE_LENGTH = 120
_AFTER_CASE = re.compile(r"^\s*(?:\d{3}\s+)?(?P<day>(?:19|20)\d\d-\d\d-\d\d)?\s*")
_HANDED_IN = frozenset({Kind.MEDBORGARINITIATIV, Kind.MOTION, Kind.INTERPELLATION})


@dataclass(frozen=True, slots=True)
class Row:
    """A matter of the list; `kind` is the form of paper that it is, where it is one that was handed in."""

    case: CaseNumber
    kind: Kind | None
    date: str | None
    title: str | None
    span: Span


def rows(source: Source, view: View, stretch: Stretch) -> tuple[Row, ...]:
    """The rows, each from its Dnr at the start of a line to the next; () where there are too few to be a list."""
    found = [
        (line.span.start, case)
        for line in stretch.content
        if (case := view.case_in(line.span)) and case.span and case.span.start == line.span.start
    ]
    if len(found) < _LEAST:
        return ()
    ends = [*(start for start, _ in found[1:]), stretch.span.end]
    return tuple(_row(source.text, case, Span(start, end)) for (start, case), end in zip(found, ends, strict=True))


def handed_in(source: Source, view: View, stretch: Stretch) -> tuple[Row, ...]:
    """The rows of a list that prints papers of citizens or members in full; () for any other list."""
    found = rows(source, view, stretch)
    return found if sum(row.kind is not None for row in found) >= _LEAST else ()


def _row(text: str, case: CaseNumber, span: Span) -> Row:
    span = Span(span.start, span.start + len(span.of(text).rstrip()))
    first = span.of(text).split("\n")[0].replace(case.as_written, "", 1)
    after = _AFTER_CASE.match(first)
    title = first[after.end() :].strip() if after else first.strip()
    named = kinds.of_words(title.split(maxsplit=1)[0]) if title else None
    came = next((day.iso for day in dates.dates(after["day"]) if day.iso), None) if after and after["day"] else None
    return Row(case, named if named in _HANDED_IN else None, came, title[:_TITLE_LENGTH] or None, span)
