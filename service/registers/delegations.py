"""Decisions on delegation, by delegate and day, out of the reports of such decisions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from service.registers.entries import Entry, Reported
from service.registers.inquiries import Inquiry
from service.registers.listlines import Drawn, Line, in_order
from service.understanding.kinds import fold


def delegated(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """The decisions asked for; one that is reported to a committee and to its board is one."""
    lines: dict[tuple[str | int | None, ...], Line] = {}
    lacking: Counter[str] = Counter()
    known = not inquiry.about
    for entry, row, place in _rows(entries):
        day = entry.date if inquiry.reported else row.date
        if inquiry.about and row.delegate is None:
            lacking["delegat"] += day is None or inquiry.time.holds(day)
        elif not inquiry.about or _is_delegate(inquiry.about, row.delegate or ""):
            known = True
            lacking["dag"] += inquiry.time.is_set and day is None
            if inquiry.time.holds(day):
                line = Line(entry, entry.section_id, row.span, _said(row), row.text, row.count or 1)
                lines.setdefault((entry.municipality, row.name, row.date, place), line)
    return Drawn(in_order(lines.values()), len(entries), +lacking, known or lacking["delegat"] > 0)


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Reported, int]]:
    """Every decision reported; the number tells those of one name in one § apart."""
    for entry in entries:
        of_name: Counter[str] = Counter()
        for row in entry.delegated:
            of_name[row.name] += 1
            yield entry, row, of_name[row.name]


def _is_delegate(words: Sequence[str], delegate: str) -> bool:
    """Whether each word names the delegate, in whatever form: "rektorn", "ekonomichefens"."""
    own = re.findall(r"[\w-]+", fold(delegate))
    return all(any(word in (name, f"{name}n", f"{name}en", f"{name}ns", f"{name}ens", f"{name}s") for name in own) for word in words)


def _said(row: Reported) -> str | None:
    return ", ".join(part for part in (row.delegate, row.date) if part) or None
