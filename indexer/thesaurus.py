"""Words of municipal Swedish that mean (nearly) the same, from a list kept by hand: "simhallen" → badhus.

For questions only, with less weight than the words themselves: what is indexed does not change when the list does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from indexer.stems import stem
from indexer.vocabulary import DATA, word_list

FILE = DATA / "thesaurus.txt"

_WORD = re.compile(r"[^\W\d_]+")
_STOP_WORDS = word_list("stop_words")
_LONGEST = 6
"""Words of the longest entry that is looked for."""


def synonyms(words: Sequence[str]) -> tuple[str, ...]:
    """Words that casefolded words in their order may stand for; those of a phrase rather than those of its words."""
    found = (word for others in _of_words([stem(word) for word in words]) for other in others for word in other)
    return tuple(word for word in dict.fromkeys(found) if word not in words)


def phrases(word: str) -> tuple[tuple[str, ...], ...]:
    """What a casefolded word may stand for, each as the words of one phrase.

    >>> ("ekonomiskt", "bistånd") in phrases("socialbidrag")
    True
    """
    return tuple(other for others in _of_words([stem(word)]) for other in others)


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
