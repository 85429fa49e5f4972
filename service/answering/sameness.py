"""How surely a text holds a word of a question or another word for the same: for whether what was found is about the matter at all."""

from collections.abc import Sequence
from functools import lru_cache

from indexer import swedish
from service.understanding.wanted import Tokens, Wanted, met

SYNONYM_WORTH = 0.6
"""What another word for the same counts: as much as a compound's part."""


def held(word: Wanted, tokens: Tokens) -> float:
    """How surely the text holds the word, or one that means the same."""
    own = met(word, tokens)
    if own >= SYNONYM_WORTH:
        return own
    return own if _synonyms(word.word).isdisjoint(tokens.stems) else SYNONYM_WORTH


def weight_held(words: Sequence[Wanted], tokens: Tokens) -> float:
    """The weight of the words that the text holds so."""
    return sum(word.weight * held(word, tokens) for word in words)


@lru_cache(maxsize=1 << 12)
def _synonyms(word: str) -> frozenset[str]:
    return frozenset(swedish.synonym_tokens(word).get("stems", ()))
