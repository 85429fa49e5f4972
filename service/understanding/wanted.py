"""The words a question is about, how rare each is here, and how well a piece of text meets them.

How rare is asked of the index itself (the best score of the word alone), so that it needs no counts beside the contract
and holds for every corpus. A word that is nowhere in the index weighs as much as the rarest one of the question.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from indexer import swedish
from indexer.index import Access, Filters, Index, Term
from indexer.language.slips import near
from indexer.language.stems import stem
from indexer.language.thesaurus import official
from service.understanding.kinds import fold

ASKING = frozenset(Path(__file__).with_name("asking_words.txt").read_text(encoding="utf-8").split())
"""Words that ask, and English words of no content: they say nothing about the matter."""

_LETTER_OF_A_WORD = re.compile(r"[^\W\d_]-\w")
"""The first of "p-avgift", "e-tjänst": it says nothing without the rest."""

_ENDING = re.compile(r"\w:(?:s|e|a|n|t|en|et|ns|ens)$")
"""The ending of "kf:s", "14:e": it says nothing."""

LOOSE_SHARE = 0.7
"""Pieces of a word that damaged text must share with it to be it."""

LOOSE_WORTH = 0.8
PART_WORTH = 0.6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of the question as the fields see it; `found` is whether any passage that may be read holds it."""

    word: str
    stems: frozenset[str]
    parts: frozenset[str]
    loose: frozenset[str]
    weight: float
    found: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a piece of text holds."""

    stems: frozenset[str]
    parts: frozenset[str]
    loose: frozenset[str]


def wanted(text: str, index: Index, access: Access) -> tuple[Wanted, ...]:
    """The question's words that carry meaning, in order, each once."""
    found: dict[frozenset[str], Wanted] = {}
    for word in swedish.words(text):
        if fold(word.text) in ASKING or _LETTER_OF_A_WORD.match(text, word.span.start) or _ENDING.search(text, 0, word.span.end):
            continue
        tokens = swedish.question_tokens(word.text)
        stems = frozenset(tokens["stems"])
        if stems and stems not in found:
            rarity = _rarity(index, access, tokens["stems"])
            parts, loose = frozenset(tokens["parts"]) - stems, frozenset(tokens["loose"])
            meant = stems if rarity is not None else stems | _held_instead(word.text, index, access)
            if rarity is None and meant != stems:
                rarity = _rarity(index, access, meant)
            found[stems] = Wanted(word.text, meant, parts, loose, rarity or 0.0, rarity is not None)
    rarest = max((word.weight for word in found.values()), default=0.0) or 1.0
    return tuple(word if word.found else replace(word, weight=rarest) for word in found.values())


def _held_instead(word: str, index: Index, access: Access) -> frozenset[str]:
    """Stems of what a word that is nowhere stands for: words one slip from it, else those of minutes for an everyday one."""
    for others in (near(word), official([word])):
        held = frozenset(stem(other) for other in others if _rarity(index, access, [stem(other)]) is not None)
        if held:
            return held
    return frozenset()


def is_held(word: str, index: Index, access: Access) -> bool:
    """Whether any passage that may be read holds a casefolded word in some form."""
    return _rarity(index, access, swedish.question_tokens(word)["stems"]) is not None


def _rarity(index: Index, access: Access, stems: Iterable[str]) -> float | None:
    best = index.lexical([Term("stems", token) for token in stems], Filters(), access, 1)
    return best[0].score if best else None


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> Tokens:
    """The tokens of a piece of text, by the one analysis."""
    return Tokens(**swedish.held_tokens(text))


def tokens_of_all(texts: Iterable[str]) -> Tokens:
    """The tokens of several pieces together: the same text stands now with its title, now with its header, and is read once."""
    read = [tokens_of(text) for text in texts]
    return Tokens(
        frozenset().union(*(each.stems for each in read)),
        frozenset().union(*(each.parts for each in read)),
        frozenset().union(*(each.loose for each in read)),
    )


def met(word: Wanted, tokens: Tokens) -> float:
    """How surely the text holds the word: 1 itself, less in damaged form or as parts of a compound."""
    if word.stems & tokens.stems:
        return 1.0
    if word.stems & tokens.parts:
        return LOOSE_WORTH
    if len(word.loose) > 1 and len(word.loose & tokens.loose) >= LOOSE_SHARE * len(word.loose):
        return LOOSE_WORTH
    if word.parts:
        return PART_WORTH * len(word.parts & (tokens.stems | tokens.parts)) / len(word.parts)
    return 0.0


def overlap(words: Sequence[Wanted], tokens: Tokens) -> float:
    """The weight of the words that the text holds."""
    return sum(word.weight * met(word, tokens) for word in words)


def weight(words: Sequence[Wanted]) -> float:
    """The weight of all the words."""
    return sum(word.weight for word in words)
