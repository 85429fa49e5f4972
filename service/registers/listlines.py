"""Lines of a list before they are cited, and their order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.documents import Span, Status
from service.registers.entries import Entry

DECIDED = (Status.BESLUT, Status.REMISS, Status.ATERREMISS)
"""What a body decides itself; a proposal to another body is none of these."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be: its entry, the § and span to quote, and how many it counts for. What it says is `words` of the file,
    else the title of the §; `who` is said of it: names, a delegate with the day."""

    entry: Entry
    section_id: str
    span: Span
    who: str | None = None
    words: Span | None = None
    counts: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """All lines in order, how many § were looked through, and for each kind of gap how many records it keeps out.

    `known` is False where the matter or name that the question speaks of is in no record at all; `until` is the last day
    of the minutes where the answer depends on how far they reach.
    """

    lines: tuple[Line, ...]
    searched: int
    lacking: Mapping[str, int] = field(default_factory=dict)
    known: bool = True
    until: str | None = None


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By municipality, day, body and §."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (line.entry.municipality or "", line.entry.date or "", line.entry.body or "", _number(line.entry), line.span),
        )
    )


def _number(entry: Entry) -> int:
    digits = re.search(r"\d+", entry.number or "")
    return int(digits[0]) if digits else 0
