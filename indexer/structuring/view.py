"""The text as structure is read from it: its lines, with what is known of each before any § is looked for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.damage import lacks_swedish_letters
from indexer.documents import CaseNumber, Span
from indexer.structuring import series
from indexer.structuring.lines import Line

_NOTICE = re.compile(r"\bKALLELSE\b|^[Ff]öredragningslista\b|\bFÖREDRAGNINGSLISTA\b")
_MINUTES = re.compile(r"protokoll|justera|beslutande", re.IGNORECASE)
_FIRST_LINES = 20
"""Within these a text says whether it is a notice or minutes."""
_BRACKET = 5
"""A Dnr may have its class code between it and the bracket."""


@dataclass(frozen=True, slots=True)
class View:
    """What structure is read from: the lines, which of them are furniture, which hold a number that counts up, and the
    Dnr of the text."""

    text: str
    lines: tuple[Line, ...]
    skipped: frozenset[int]
    cases: tuple[CaseNumber, ...]
    damaged: bool
    counted: frozenset[int]

    @classmethod
    def of(cls, text: str, lines: tuple[Line, ...], furniture: Iterable[Span], cases: Iterable[CaseNumber]) -> "View":
        """Mark the lines that lie in furniture."""
        starts = [line.span.start for line in lines]
        skipped: set[int] = set()
        for span in furniture:
            skipped.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
        content = [line for line in lines if line.index not in skipped]
        minutes = any(_MINUTES.search(line.text) for line in lines[:_FIRST_LINES]) and not _opens_as_notice(lines)
        counted = series.members(content, minutes=minutes)
        return cls(text, lines, frozenset(skipped), tuple(case for case in cases if case.span), lacks_swedish_letters(text), counted)

    def case_in(self, span: Span) -> CaseNumber | None:
        """The first Dnr in a span."""
        at = bisect_left(self.cases, span.start, key=lambda case: case.span.start if case.span else 0)
        found = self.cases[at] if at < len(self.cases) else None
        return found if found and found.span and found.span.start < span.end else None

    def content_after(self, index: int, count: int) -> Iterator[Line]:
        """The next `count` lines that are not furniture."""
        for at in range(index + 1, len(self.lines)):
            if at in self.skipped:
                continue
            if count == 0:
                return
            count -= 1
            yield self.lines[at]

    def content_before(self, index: int) -> Line | None:
        """The nearest line before that is not furniture."""
        return next((self.lines[i] for i in range(index - 1, max(-1, index - 40), -1) if i not in self.skipped), None)

    def is_case_alone(self, line: Line) -> bool:
        """Whether a line holds nothing but a Dnr."""
        case = self.case_in(line.span)
        return case is not None and len(line.text) <= len(case.as_written) + 1

    def ends_in_case(self, line: Line) -> bool:
        """Whether a title has its Dnr in brackets after it."""
        case = self.case_in(line.span)
        return case is not None and case.span is not None and line.text.endswith(")") and line.span.end - case.span.end <= _BRACKET

    @property
    def is_notice(self) -> bool:
        """Whether the text opens as a notice of a meeting: numbers without a sign are then its items."""
        return _opens_as_notice(self.lines)


def _opens_as_notice(lines: Sequence[Line]) -> bool:
    return any(_NOTICE.search(line.text) for line in lines[:_FIRST_LINES])
