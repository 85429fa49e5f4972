"""Where the cells of a table's row begin and end: by tabs, bars or wide gaps, else by its numbers.

"1 018 717 746 581" may be two numbers or three: only what fits the table's columns in exactly one way is told.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.spans import Span

_TAGS = ("<b>", "</b>", "<i>", "</i>")
_BEFORE = re.compile(r"(?:</?[bi]>|\s)*")
_GAP = re.compile(r"[ \u00a0]{3,}")
_BAR = re.compile(r"[ \t]*\|[ \t]*")
_TOKEN = re.compile(r"\S+")
_VALUE = re.compile(r"[-–−+]?\(?\d[\d.,:]*%?\)?|[-–−]")
_MARK = re.compile(r"ja|nej|x", re.IGNORECASE)
_FIRST = re.compile(r"[-–−+]?[1-9]\d{0,2}")
_INNER = re.compile(r"0\d\d")
_THOUSAND = re.compile(r"\d{3}(?:,\d+)?%?")
_MOST_VALUES = 40
"""Values of a row; more are no row that a person reads."""


def parted(lines: Sequence[str], expected: Sequence[int] = ()) -> list[tuple[Span, ...]]:
    """The cells of each row of one table, () for a row that does not tell; `expected` are numbers of cells that its head
    would fit."""
    shown = [separated(line) for line in lines]
    usual = Counter(len(row) for row in shown if row).most_common(1)
    if usual and usual[0][1] * 2 > len(lines):
        return [row if len(row) == usual[0][0] else () for row in shown]
    return _by_numbers(lines, expected)


def separated(line: str) -> tuple[Span, ...]:
    """The cells of a line that shows where they end; () where it does not."""
    if "\t" in line:
        return _between(line, [(at, at + 1) for at, mark in enumerate(line) if mark == "\t"])
    if line.startswith("|") and line.endswith("|") and line.count("|") > 2:
        return _between(line, [match.span() for match in _BAR.finditer(line)])[1:-1]
    gaps = [match.span() for match in _GAP.finditer(line)]
    return _between(line, gaps) if len(gaps) > 1 else ()


def _between(line: str, marks: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    edges = [(0, 0), *marks, (len(line), len(line))]
    return tuple(_trimmed(line, end, start) for (_, end), (start, _) in pairwise(edges))


def _trimmed(line: str, start: int, end: int) -> Span:
    """The cell without white space and the tags around it."""
    before = _BEFORE.match(line, start, end)
    start = before.end() if before else start
    while end > start and (line[end - 1].isspace() or line.endswith(_TAGS, start, end)):
        end = end - 1 if line[end - 1].isspace() else line.rindex("<", start, end)
    return Span(start, end)


def _by_numbers(lines: Sequence[str], expected: Sequence[int]) -> list[tuple[Span, ...]]:
    """A label, then numbers: as many as the rows have that can be read in one way, or as the head has room for."""
    rows = [_NumberRow.of(line) for line in lines]
    sure = Counter(row.only for row in rows if row.only).most_common(2)
    if sure and (len(sure) == 1 or sure[0][1] > sure[1][1]):
        return [row.cells(sure[0][0]) for row in rows]
    fits = sorted(
        ((sum(row.ways(count) > 0 for row in rows), sum(row.ways(count) == 1 for row in rows), count) for count in expected), reverse=True
    )
    if not fits or not fits[0][1] or (len(fits) > 1 and fits[0][:2] == fits[1][:2]):
        return [()] * len(lines)
    return [row.cells(fits[0][2]) for row in rows]


@dataclass(frozen=True, slots=True)
class _NumberRow:
    """A line as a label, the words of its values, and the label again where it ends so. `counted[at]` are the ways to read
    the words from `at` on, by the number of values."""

    label: Span
    words: tuple[Span, ...]
    again: Span | None
    sizes: tuple[int, ...]
    counted: tuple[Mapping[int, int], ...]

    @classmethod
    def of(cls, line: str) -> "_NumberRow":
        tokens = [Span(*match.span()) for match in _TOKEN.finditer(line)]
        said = [token.of(line) for token in tokens]
        first = next((at for at, word in enumerate(said) if at and _VALUE.fullmatch(word)), len(said))
        again = len(said) > 2 * first and said[-first:] == said[:first]
        last = len(said) - first if again else len(said)
        values = said[first:last]
        if not values or len(values) > _MOST_VALUES or not all(_VALUE.fullmatch(word) or _MARK.fullmatch(word) for word in values):
            return cls(Span(0, 0), (), None, (), ({},))
        sizes = tuple(0 if _INNER.fullmatch(word) else _longest(values[at:]) for at, word in enumerate(values))
        label, end = Span(0, tokens[first - 1].end), Span(tokens[-1 if not again else last].start, len(line))
        return cls(label, tuple(tokens[first:last]), end if again else None, sizes, _counted(sizes))

    @property
    def only(self) -> int | None:
        """The number of cells where there is one way to read the row."""
        return next(iter(self.counted[0])) + self._beside if sum(self.counted[0].values()) == 1 else None

    @property
    def _beside(self) -> int:
        return 2 if self.again else 1

    def ways(self, count: int) -> int:
        """How many ways there are to read so many cells."""
        return self.counted[0].get(count - self._beside, 0)

    def cells(self, count: int) -> tuple[Span, ...]:
        """So many cells, where there is exactly one way to read them."""
        if self.ways(count) != 1:
            return ()
        found, at, left = [self.label], 0, count - self._beside
        while at < len(self.words):
            size = next(size for size in range(1, self.sizes[at] + 1) if self.counted[at + size].get(left - 1))
            found.append(Span(self.words[at].start, self.words[at + size - 1].end))
            at, left = at + size, left - 1
        return (*found, self.again) if self.again else tuple(found)


def _counted(sizes: Sequence[int]) -> tuple[Mapping[int, int], ...]:
    """Ways to part what begins at each word, by the number of values; a value takes at most so many words."""
    counted: list[Counter[int]] = [Counter({0: 1})]
    for at in reversed(range(len(sizes))):
        ways: Counter[int] = Counter()
        for size in range(1, sizes[at] + 1):
            for values, times in counted[size - 1].items():
                ways[values + 1] += times
        counted.insert(0, ways)
    return tuple(counted)


def _longest(words: Sequence[str]) -> int:
    """The words that one number may take: "1", "018", "717"."""
    if not _FIRST.fullmatch(words[0]):
        return 1
    size = 1
    while size < min(len(words), 4) and _THOUSAND.fullmatch(words[size]):
        size += 1
        if not words[size - 1].isdecimal():
            break
    return size
