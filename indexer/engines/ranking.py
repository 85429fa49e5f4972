"""What both engines do alike so that they rank alike: the text of a token field, the terms of a query, and ties.

Scores are rounded before ties are broken by id: the order in which an engine adds up floats must decide nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from indexer.index import FIELDS, Term

DECIMALS = 4
"""Of a BM25 score. Single precision carries about seven digits, of which two or three stand before the point."""

COSINE_DECIMALS = 6

MOST = 10_000
"""Elasticsearch gives no more results than this at once."""

LONGEST = 120
"""Characters of a token; longer ones are debris of OCR. Lucene would cut them at 255 of its own, tantivy nowhere."""

NOTHING = "\u2400"
"""Stands in a field without tokens. Lucene counts only passages that have a field, tantivy counts all: now they agree."""

_MARGIN = 40

Key = TypeVar("Key", int, str)


def token_text(token: str) -> str:
    """A token as it is indexed and looked for: without inner space, of bounded length."""
    return "".join(token.split())[:LONGEST]


def field_text(tokens: Sequence[str]) -> str:
    """The text of a field that a whitespace analyzer splits into these tokens again."""
    text = " ".join(tokens)
    split = text.split()
    if split != list(tokens) or max(map(len, split), default=0) > LONGEST:  # rarely; looking at each token takes time
        text = " ".join(filter(None, map(token_text, tokens)))
    return text or NOTHING


def merged(terms: Iterable[Term]) -> dict[tuple[str, str], float]:
    """Weight by field and token. A term given twice counts twice; a weight of nothing looks for nothing."""
    weights: dict[tuple[str, str], float] = {}
    for term in terms:
        if term.field not in FIELDS:
            raise ValueError(f"no field {term.field!r} in the index; there are {', '.join(FIELDS)}")
        key = (term.field, token_text(term.token))
        if key[1] and term.weight > 0:
            weights[key] = weights.get(key, 0.0) + term.weight
    return weights


def settled(fetch: Callable[[int], list[tuple[Key, float]]], limit: int, decimals: int) -> list[tuple[Key, float]]:
    """The best `limit` of what `fetch(size)` gives (best first), ties by key, also where a tie crosses the limit."""
    if limit < 1:
        return []
    limit = min(limit, MOST)
    size = min(limit + _MARGIN, MOST)
    while True:
        found = [(key, round(score, decimals)) for key, score in fetch(size)]
        if len(found) < size or size == MOST or found[-1][1] < found[limit - 1][1]:
            return sorted(found, key=lambda each: (-each[1], each[0]))[:limit]
        size = min(size * 4, MOST)
