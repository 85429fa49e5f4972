"""Which stretches of a sentence are taken over word for word from a source, with no figure cut in two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.documents import Span

LEAST_WORDS = 2
"""A single word proves nothing of how it was used."""

_WORD = re.compile(r"\S+")
_DIGIT_LAST = re.compile(r"\d$")
_DIGIT_FIRST = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Words:
    """A source's words, where each of them stands, and which of them begin a line."""

    words: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    opening: frozenset[int]


def runs(text: str, sources: Sequence[str]) -> list[Span]:
    """The longest stretches of two words or more that stand so in one of the sources, from the left."""
    matches = list(_WORD.finditer(text))
    words = [match[0] for match in matches]
    found: list[Span] = []
    at = 0
    while at < len(words):
        length = max((_run(words, at, _read(source)) for source in sources), default=0)
        if length >= LEAST_WORDS:
            found.append(Span(matches[at].start(), matches[at + length - 1].end()))
        at += max(1, length)
    return found


def _run(words: Sequence[str], at: int, source: _Words) -> int:
    """How many words from `at` on stand together in the source, at the place where most do."""
    return max((_together(words, at, source, place) for place in source.places.get(words[at], ())), default=0)


def _together(words: Sequence[str], at: int, source: _Words, place: int) -> int:
    if _joins(source, place):
        return 0
    length = 0
    while at + length < len(words) and place + length < len(source.words) and words[at + length] == source.words[place + length]:
        length += 1
    while length and place + length < len(source.words) and _joins(source, place + length):
        length -= 1
    return length


def _joins(source: _Words, place: int) -> bool:
    """Whether a number goes on from the word before: the 500 of "2 500"."""
    return (
        place > 0
        and place not in source.opening
        and bool(_DIGIT_FIRST.match(source.words[place]))
        and bool(_DIGIT_LAST.search(source.words[place - 1]))
    )


@lru_cache(maxsize=256)
def _read(source: str) -> _Words:
    words: list[str] = []
    places: dict[str, list[int]] = {}
    opening: set[int] = set()
    for line in source.splitlines():
        opening.add(len(words))
        for word in line.split():
            places.setdefault(word, []).append(len(words))
            words.append(word)
    return _Words(tuple(words), places, frozenset(opening))
