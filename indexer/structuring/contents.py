"""Lists of contents of minutes whose § do not follow: run together on one line, or a column of numbers and one of titles.

Copies lose numbers: of "67 Upprop Prognos 69 Budget" the § 68 is known by what stands between, where the titles there
can be told apart. A title is given only where there are as many titles as numbers.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.documents import Span
from indexer.language.vocabulary import ranks
from indexer.structuring.agenda import Item
from indexer.structuring.view import View

_LABEL = re.compile(
    r"\b(?:innehållsförteckning|innehåll|ärendelista|ärendeförteckning|paragrafförteckning|protokollsregister)\b", re.IGNORECASE
)
_ENTRY = re.compile(r"(?<=\s)(?P<number>\d{1,4})\s(?=[A-ZÅÄÖ][a-zåäö])")
_COLUMN = re.compile(r"(?<!\S)(?:§\s?)?\d{1,4}(?:\s+(?:§\s?)?\d{1,4})+(?!\S)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
_PROPERTY = re.compile(r"\d+:\d+|\d{1,2}")
_JOINS = frozenset({"i", "på", "av", "för", "till", "från", "vid", "med", "om", "och", "samt", "del", "inom", "mellan", "per", "enligt"})
_PAGE = " .0123456789"
_LEAST = 2
_FARTHEST = 30
"""Numbers of a list of contents that lie farther apart are not both of it."""


def entries(view: View, first: int, end: int) -> list[Item]:
    """The § of a list of contents between two lines; [] where there is no list."""
    span = Span(view.lines[first].span.start, view.lines[end - 1].span.end)
    begins = _LABEL.search(view.text, span.start, span.end)
    if begins is None:
        return []
    after = Span(begins.end(), span.end)
    found = list(_in_columns(view.text, after)) or list(_run_together(view.text, after))
    return found if len(found) >= _LEAST else []


def title_starts(text: str, count: int) -> list[int]:
    """Where each of so many titles run together begins; [] where not exactly so many can be told apart.

    A title begins with a word that is no name ("Prognos"), or with the name of a property ("Granen 1:31"), and never
    right after one, which belongs to the matter that follows it.
    """
    starts: list[int] = []
    words = list(_WORD.finditer(text))
    for position, word in enumerate(words):
        before = words[position - 1][0] if position else ""
        following = words[position + 1][0] if position + 1 < len(words) else ""
        named = bool(_PROPERTY.fullmatch(following)) and position + 2 < len(words)
        ordinary = word[0].casefold().rstrip(",.:") in ranks() and word[0][1:].islower()
        begins = word[0][0].isupper() and before not in _JOINS and not _PROPERTY.fullmatch(before)
        if position == 0 or (begins and (named or ordinary)):
            starts.append(word.start())
    return starts if len(starts) == count else []


def _in_columns(text: str, span: Span) -> Iterator[Item]:
    """ "36 37 38", each perhaps on a line of its own, and then their titles."""
    column = _COLUMN.search(text, span.start, span.end)
    numbers = list(_NUMBER.finditer(text, column.start(), column.end())) if column else []
    if column is None or any(int(other[0]) != int(one[0]) + 1 for one, other in pairwise(numbers)):
        return
    following = _COLUMN.search(text, column.end(), span.end)
    titles = _titles(text[column.end() : following.start() if following else span.end], len(numbers))
    ends = [*(number.start() for number in numbers[1:]), following.start() if following else span.end]
    for number, end, title in zip(numbers, ends, titles or [""] * len(numbers), strict=True):
        yield Item(f"§ {number[0]}", title, None, _trimmed(text, number.start(), end))


def _titles(text: str, count: int) -> list[str]:
    """The titles in a text, a line each or run together; [] where they are not so many."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == count:
        return lines
    joined = " ".join(lines)
    return [joined[start:end].strip() for start, end in _pieces(joined, title_starts(joined, count))]


def _run_together(text: str, span: Span) -> Iterator[Item]:
    starts: list[re.Match[str]] = []
    for match in _ENTRY.finditer(text, span.start, span.end):
        if not starts or 0 < int(match["number"]) - int(starts[-1]["number"]) <= _FARTHEST:
            starts.append(match)
    for position, match in enumerate(starts):
        yield from _entry(text, match, starts[position + 1] if position + 1 < len(starts) else None, span.end)


def _entry(text: str, match: re.Match[str], following: re.Match[str] | None, end: int) -> Iterator[Item]:
    """An entry, and those after it whose numbers were lost."""
    number, stop = int(match["number"]), following.start() if following else end
    count = int(following["number"]) - number if following else 0
    words = text[match.end() : stop].rstrip().rstrip(_PAGE)
    pieces = list(_pieces(words, title_starts(words, count))) if count > 1 else []
    if not pieces:
        title = " ".join(words.split()) if count == 1 else ""
        yield Item(f"§ {number}", title, None, _trimmed(text, match.start(), stop))
    for place, (start, until) in enumerate(pieces):
        begins = match.start() if place == 0 else match.end() + start
        ends = stop if place == len(pieces) - 1 else match.end() + until
        yield Item(f"§ {number + place}", " ".join(words[start:until].split()), None, _trimmed(text, begins, ends))


def _pieces(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From each start to the next."""
    yield from zip(starts, [*starts[1:], len(text)] if starts else [], strict=True)


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
