"""Lists of delegated decisions of which a scan gives first all numbers, then all titles: paired where both are as many."""

import re
from collections.abc import Callable, Iterator, Sequence

from indexer.spans import Span

_NUMBERS = re.compile(r"(?:Dnr|Diarienr|Diarienummer|Nr|Löpnr|Löpnummer)\.?:?", re.IGNORECASE)
_TITLES = re.compile(r"(?:Rubrik|Beslut|Ärende|Arende|Ärendemening|Arendemening)\.?:?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:19|20)\d\d\.\d{1,5}|(?:[A-ZÅÄÖ]{2,5}[ -]?)?(?:19|20)\d\d/\d{1,6}|(?:D|Del)?[ ]?\d{5}")
_FEWEST = 2


def pairs(text: str, lines: Sequence[Span], ends: Callable[[Span], bool]) -> Iterator[tuple[Span, Span]]:
    """Number and title of each row; `ends` says whether a line is no title any more. Nothing where the numbers do not fit."""
    position = 0
    while position < len(lines):
        numbers = list(_numbers_below(text, lines, position))
        first = position + len(numbers) + 2
        titles = lines[first : first + len(numbers)]
        after = lines[first + len(numbers) : first + len(numbers) + 1]
        named = len(numbers) >= _FEWEST and _TITLES.fullmatch(lines[first - 1].of(text)) and len(titles) == len(numbers)
        if named and not any(ends(line) for line in titles) and all(ends(line) for line in after):
            yield from zip(numbers, titles, strict=True)
        position += 1 + len(numbers)


def heads_numbers(words: str) -> bool:
    """Whether a line is the head of a column of numbers."""
    return _NUMBERS.fullmatch(words) is not None


def _numbers_below(text: str, lines: Sequence[Span], position: int) -> Iterator[Span]:
    """The numbers in the column of which the given line is the head, where one more line follows."""
    if not heads_numbers(lines[position].of(text)):
        return
    for at in range(position + 1, len(lines) - 1):
        if not _NUMBER.fullmatch(lines[at].of(text)):
            return
        yield lines[at]
