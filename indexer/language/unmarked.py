"""Questions typed without å, ä and ö put right by the frozen vocabulary: "nar beslutade namnden" → "när beslutade nämnden".

A text is touched only where some of its words are none as they stand. A word that may be several is read as the most usual
one and the others are kept beside it; one that nobody knows, such as a name, stays as it was typed.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from indexer.language import compounds
from indexer.language.restoration import lacks_swedish
from indexer.language.vocabulary import ranks

DWARFED = 50
"""So many times as far down the list of words by frequency, a reading is none: "pa" is there too, by mistakes in what was counted."""

MOST = 3
"""Readings kept of one word."""

_LETTERS = re.compile(r"(?<!\w)(?![^\W\d_]{2}-)[^\W\d_]{2,}(?!\w)")
"""Words; two letters before a hyphen ("ob-tid", "it-chef") are short for something."""
_PLAIN = str.maketrans("åäöéèü", "aaoeeu")


@dataclass(frozen=True, slots=True)
class Remarked:
    """A text with its marks. `also` holds other words that some of it may be."""

    text: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Readings:
    """What a word may be, the likeliest first; `sure` where the word as it was typed is none of them."""

    words: tuple[str, ...]
    sure: bool


def remarked(text: str) -> Remarked | None:
    """The text as it was meant; None where it has marks, or is as good without.

    >>> remarked("Nar hojdes taxan?")
    Remarked(text='När höjdes taxan?', also=())
    """
    if not lacks_swedish(text):
        return None
    found = {match[0]: _readings(match[0].casefold()) for match in _LETTERS.finditer(text) if not match[0].isupper()}
    if not any(readings.sure for readings in found.values()):
        return None
    first = {word: _in_case_of(word, readings.words[0]) for word, readings in found.items()}
    others = (other for readings in found.values() for other in readings.words[1:])
    return Remarked(_LETTERS.sub(lambda match: first.get(match[0], match[0]), text), tuple(dict.fromkeys(others)))


def _in_case_of(typed: str, word: str) -> str:
    return word.capitalize() if typed[0].isupper() else word


@lru_cache(maxsize=1 << 12)
def _readings(word: str) -> _Readings:
    known = ranks()
    marked = _words().get(word, ())
    if marked:
        costs = {each: math.log(known[each] + 1) for each in (*marked, *([word] if word in known else []))}
    else:
        costs = {} if word in known else _compounds(word)
    least = min(costs.values(), default=0.0) + math.log(DWARFED)
    kept = [each for each in sorted(costs, key=lambda each: (costs[each], each)) if costs[each] < least][:MOST]
    return _Readings(tuple(kept) or (word,), bool(kept) and word not in kept)


@lru_cache(maxsize=1 << 12)
def _compounds(word: str) -> dict[str, float]:
    """The compounds of this plain form, with the cost of the likeliest way to make each."""
    found: dict[str, float] = {}
    if compounds.SHORTEST_COMPOUND <= len(word) <= compounds.LONGEST_COMPOUND:
        for at in range(compounds.SHORTEST_PART, len(word) - compounds.SHORTEST_PART + 1):
            for head, tail in product(_parts(word[:at]), _parts(word[at:])):
                cost = compounds.cost(head, tail)
                if cost is not None:
                    found[head + tail] = min(cost, found.get(head + tail, math.inf))
    return found


def _parts(plain: str) -> tuple[str, ...]:
    """What a part of a compound may be: as it is typed, a known one with marks, itself a compound with marks."""
    marked = (*_heads().get(plain, ()), *_words().get(plain, ()))
    return (plain, *dict.fromkeys(marked or _compounds(plain)))


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """The vocabulary's words with marks by what they are without."""
    return _by_plain_form(ranks())


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    """Likewise what stands before another part."""
    return _by_plain_form(compounds.head_forms())


def _by_plain_form(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if not word.isascii() and (plain := word.translate(_PLAIN)) != word:
            found[plain].append(word)
    return {plain: tuple(marked) for plain, marked in found.items()}
