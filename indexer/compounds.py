"""Splits Swedish compounds by the frozen vocabulary: "friskvårdsbidraget" → "friskvård", "bidraget".

Refuses rather than guesses: every part must be a known, common enough word, and particles ("för", "upp") and endings
that look like words ("skap", "ning") are no parts.
"""

from collections.abc import Iterator
from functools import lru_cache

from indexer.vocabulary import ranks, word_list

SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_COMMON = 45_000
"""A part must be among so many of the most frequent forms; a short one needs to be more frequent still."""
_COMMON_SHORT = {3: 2_500, 4: 12_000}
_COST_OF_A_PART = 9.0
_MOST_PARTS = 4

_NO_HEAD = word_list("no_heads")
_NO_TAIL = word_list("no_tails")


@lru_cache(maxsize=1 << 17)
def parts(word: str) -> tuple[str, ...]:
    """The parts of a casefolded compound in the base form that the vocabulary knows; empty where it is none."""
    if len(word) < SHORTEST_COMPOUND or not word.isalpha():
        return ()
    best = _cheapest(word, _MOST_PARTS)
    return best[1] if best and len(best[1]) > 1 else ()


def _cheapest(word: str, most: int) -> tuple[float, tuple[str, ...]] | None:
    """The cheapest way to read `word` as one to `most` parts, with its cost."""
    found: list[tuple[float, tuple[str, ...]]] = []
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        for head, cost in _heads(word[:at]):
            if (tail_cost := _tail_cost(word[at:])) is not None:
                found.append((cost + tail_cost, (head, word[at:])))
            if most > 2 and len(word) - at >= 2 * _SHORTEST_PART and (rest := _cheapest(word[at:], most - 1)):
                found.append((cost + rest[0], (head, *rest[1])))
    return min(found, default=None)


def _heads(form: str) -> Iterator[tuple[str, float]]:
    """Base words that may stand as `form` before another part, with their cost."""
    for base, linked in _bases(form):
        if base not in _NO_HEAD and (cost := _cost(base)) is not None:
            yield base, cost + linked


def _bases(form: str) -> Iterator[tuple[str, float]]:
    yield form, 0.0
    if form.endswith("s") and len(form) > _SHORTEST_PART + 1:
        yield form[:-1], 0.0
    if len(form) > _SHORTEST_PART and form[-1] in "eou":
        yield form[:-1] + "a", 1.0
        yield form[:-1], 1.0
    yield form + "a", 1.0


def _tail_cost(form: str) -> float | None:
    return None if form in _NO_TAIL else _cost(form)


def _cost(word: str) -> float | None:
    rank = ranks().get(word)
    if rank is None or len(word) < _SHORTEST_PART or rank > _COMMON_SHORT.get(len(word), _COMMON):
        return None
    return _COST_OF_A_PART + (rank / 5_000)
