"""Words of municipal Swedish that mean (nearly) the same, from a list kept by hand: "simhallen" → badhus.

For questions only, with less weight than the words themselves: what is indexed does not change when the list does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from indexer.language.stems import stem
from indexer.language.vocabulary import DATA, word_list

FILE = DATA / "thesaurus.txt"

Entry = TypeVar("Entry")

_WORD = re.compile(r"[^\W\d_]+")
_STOP_WORDS = word_list("stop_words")
_EVERYDAY = "*"
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


def official(words: Sequence[str]) -> tuple[str, ...]:
    """The words of minutes for those of casefolded words that are of everyday or older speech, marked so in the list.

    >>> official(["dagis"]), official(["badhus"])
    (('förskola',), ())
    """
    found = (word for other in _found([stem(word) for word in words], _everyday()) for word in other)
    return tuple(word for word in dict.fromkeys(found) if word not in words)


def _of_words(stems: Sequence[str]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The groups of the entries that stand in the words."""
    return _found(stems, _groups())


def _found(stems: Sequence[str], entries: Mapping[tuple[str, ...], Entry]) -> Iterator[Entry]:
    """What is kept for the longest entries that stand in the words, none inside another."""
    at = 0
    while at < len(stems):
        length = next((n for n in range(min(_LONGEST, len(stems) - at), 0, -1) if tuple(stems[at : at + n]) in entries), 0)
        if length:
            yield entries[tuple(stems[at : at + length])]
        at += length or 1


@cache
def _groups() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The other members' words, by the stems of a member."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for members in _lines():
        for member in members:
            key = _key(member)
            others = (_content(other) for other in members if other != member)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *others)))
    return found


@cache
def _everyday() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The words of the first unmarked members, by the stems of a marked one."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for members in _lines():
        first = next(_content(member) for member in members if not member.endswith(_EVERYDAY))
        for member in members:
            if member.endswith(_EVERYDAY):
                found[_key(member)] = tuple(dict.fromkeys((*found.get(_key(member), ()), *first)))
    return found


def _lines() -> Iterator[list[str]]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [member.strip() for member in line.split(",")]


def _key(member: str) -> tuple[str, ...]:
    return tuple(map(stem, _WORD.findall(member.casefold())))


def _content(member: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(member.casefold()) if word not in _STOP_WORDS)
