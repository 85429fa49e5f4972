"""Whether a figure is told of the row it stands in: a table or a list gives several things their figures in one passage."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from indexer import references
from indexer.documents import Span
from service.checking.stated import plain
from service.sentences import Form, units
from service.understanding.kinds import fold
from service.understanding.wanted import tokens_of

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{2,})(?:[.,]\d+)*")
_CELL = re.compile(r"\d+(?:[.,]\d+)*")
_SUM = re.compile(r"\b(?:summa|total\w*|samtlig\w*|alla|sammanlagt|netto|brutto|delsumma)\b")
_NAME = re.compile(r"[^\W\d_]{3}")
_LONGEST_NAME = 6
"""Words in which a row names what its figures are of; more is a sentence, that can be told in other words."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is of, as the stems that no other row of its passage has, and its figures however its cells are joined."""

    own: frozenset[str]
    figures: frozenset[str]


def misplaced(sentence: str, copied: Sequence[Span], passages: Sequence[str]) -> bool:
    """Whether the sentence names a row without a figure of it, and has a figure that only rows it does not name hold.

    Conservative: a figure that stands outside the rows too, that is `copied` with words before it, or that stands in a row
    of sums, is no single row's.
    """
    numbers = [number for number in _NUMBER.finditer(sentence) if not _named_by_quote(sentence, number.start(), copied)]
    tables = [(rows, elsewhere) for rows, elsewhere in map(_read, passages) if len(rows) > 1] if numbers else []
    if not tables:
        return False
    words = tokens_of(" ".join(_WORD.findall(sentence))).stems
    named = [table for table in tables if any(row.own and row.own <= words for row in table[0])]
    told = _told(sentence, numbers) if named else frozenset()
    return any(_astray(told, words, *table) for table in named)


def _named_by_quote(sentence: str, at: int, copied: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end and _NAME.search(sentence, span.start, at) for span in copied)


def _astray(told: frozenset[str], words: frozenset[str], rows: Sequence[_Row], elsewhere: frozenset[str]) -> bool:
    named = [row for row in rows if row.own and row.own <= words]
    if not any(row.figures.isdisjoint(told) for row in named):
        return False
    holders = [[row for row in rows if figure in row.figures] for figure in told - elsewhere]
    return any(holding and all(row.own and row.own.isdisjoint(words) for row in holding) for holding in holders)


def _told(sentence: str, numbers: Sequence[re.Match[str]]) -> frozenset[str]:
    """Those of the numbers that are of no day, § or Dnr, as written."""
    days, sections, cases = references.dates(sentence), references.section_references(sentence), references.case_numbers(sentence)
    spans = [*(day.span for day in days), *(section.span for section in sections), *(case.span for case in cases)]
    return frozenset(plain(found[0]) for found in numbers if not any(span and span.start <= found.start() < span.end for span in spans))


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[tuple[_Row, ...], frozenset[str]]:
    """The rows of a passage that have a short name and figures, and the figures that stand elsewhere in it."""
    rows: list[tuple[frozenset[str], frozenset[str]]] = []
    elsewhere: set[str] = set()
    for unit in units(text):
        words = unit.span.of(text)
        names = _WORD.findall(words)
        if unit.form in (Form.ROW, Form.ITEM) and 0 < len(names) <= _LONGEST_NAME and not _SUM.search(fold(words)):
            rows.append((tokens_of(" ".join(names)).stems, _figures(words)))
        else:
            elsewhere |= _figures(words)
    shared = Counter(stem for stems, _ in rows for stem in stems)
    return tuple(_Row(frozenset(stem for stem in stems if shared[stem] == 1), found) for stems, found in rows if found), frozenset(
        elsewhere
    )


def _figures(words: str) -> frozenset[str]:
    """Each cell, and cells side by side as one number: "120 450" may be one figure or two."""
    cells = _CELL.findall(words)
    return frozenset(plain(joined) for at in range(len(cells)) for joined in accumulate(cells[at : at + 4]))
