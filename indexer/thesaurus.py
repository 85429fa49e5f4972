"""Words of municipal Swedish that mean (nearly) the same, from a list kept by hand: "simhallen" → badhus.

For questions only, with less weight than the words themselves: what is indexed does not change when the list does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.compounds import parts
from indexer.stems import stem
from indexer.vocabulary import DATA, word_list

FILE = DATA / "thesaurus.txt"

_WORD = re.compile(r"[^\W\d_]+")
_STOP_WORDS = word_list("stop_words")
_LONGEST = 6
"""Words of the longest entry that is looked for."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that may stand for others; `part` where only a part of a compound was found: "dagisplats", förskola."""

    words: tuple[str, ...]
    part: bool = False


def synonyms(words: Sequence[str]) -> list[Synonym]:
    """What else may be meant by casefolded words in their order; phrases first, then words, then parts of compounds."""
    stems = [stem(word) for word in words]
    found = [Synonym(other) for others in _of_words(stems) for other in others]
    found += [Synonym(other, part=True) for word in words for part in parts(word) for other in _groups().get((stem(part),), ())]
    known = set(stems)
    return [one for one in dict.fromkeys(found) if not {stem(word) for word in one.words} <= known]


def _of_words(stems: Sequence[str]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The groups of the longest entries that stand in the words, none inside another."""
    at = 0
    while at < len(stems):
        length = next((n for n in range(min(_LONGEST, len(stems) - at), 0, -1) if tuple(stems[at : at + n]) in _groups()), 0)
        if length:
            yield _groups()[tuple(stems[at : at + length])]
        at += length or 1


@cache
def _groups() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The other members' words, by the stems of a member."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        members = [tuple(_WORD.findall(member.casefold())) for member in line.split(",")]
        for member in members:
            key = tuple(map(stem, member))
            others = (tuple(word for word in other if word not in _STOP_WORDS) for other in members if other != member)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *others)))
    return found
