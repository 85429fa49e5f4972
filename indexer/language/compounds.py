"""Splits Swedish compounds by frozen lists: "friskvårdsbidraget" → friskvård (frisk, vård), bidraget.

The lists hold what joins with other words in public text (docs/models.md). A compound is split in two where both sides
are likeliest, then each side again: so that "detaljplan" gives the same parts alone and in "detaljplaneprogram".
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer.language.stems import stem
from indexer.language.vocabulary import DATA, word_list

HEADS = DATA / "compound_heads.txt"
TAILS = DATA / "compound_tails.txt"

SHORTEST_COMPOUND = 7
SHORTEST_PART = 3
LONGEST_COMPOUND = 60
"""No Swedish word is longer; what is, is damage or an address, and would only cost time."""

_FLATTENING = 30.0
"""Ranks near the top differ little: the most frequent part is not always the right one."""

_SHORTEST_UNSEEN = 6
"""A known word of so many letters may stand first though the lists never saw it there."""
_COST_OF_UNSEEN = 10.0


@dataclass(frozen=True, slots=True)
class _Lists:
    bases: Mapping[str, str]
    head_costs: Mapping[str, float]
    tail_costs: Mapping[str, float]
    refused: frozenset[str]


@lru_cache(maxsize=1 << 17)
def parts(word: str) -> tuple[str, ...]:
    """The parts of a casefolded compound, those before the last in their base form; empty where it is none."""
    split = _in_two(word)
    if split is None:
        return ()
    head, tail = split
    return (*(parts(head) or (head,)), *(parts(tail) or (tail,)))


def cost(head: str, tail: str) -> float | None:
    """How unlikely two forms are as one compound, as the logarithm of a rank; None where they are none."""
    first, last = _head(head), _tail_cost(tail)
    return None if first is None or last is None else first[1] + last


def head_forms() -> Iterable[str]:
    """What is known to stand before another part, as it stands there: "friskvårds"."""
    return _lists().bases


@lru_cache(maxsize=1 << 17)
def _in_two(word: str) -> tuple[str, str] | None:
    """The likeliest way to cut a word in two: the base form of what stands first, and the rest as it is."""
    if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
        return None
    best, cheapest = None, math.inf
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if (head := _head(word[:at])) and (tail_cost := _tail_cost(word[at:])) and head[1] + tail_cost <= cheapest:
            best, cheapest = (head[0], word[at:]), head[1] + tail_cost
    return best


def _head(form: str) -> tuple[str, float] | None:
    """The base form of what may stand before another part, and its cost."""
    lists = _lists()
    if form in lists.bases:
        return lists.bases[form], lists.head_costs[form]
    base = form.removesuffix("s")
    if len(form) >= _SHORTEST_UNSEEN and form not in lists.refused and (cost := _tail_cost(base)):
        return base, cost + _COST_OF_UNSEEN
    return None


def _tail_cost(form: str) -> float | None:
    cost = _lists().tail_costs.get(stem(form))
    if cost is None and _in_two(form):
        return _COST_OF_UNSEEN
    return cost


@cache
def _lists() -> _Lists:
    heads = [line.split() for line in HEADS.read_text(encoding="utf-8").splitlines()]
    tails = TAILS.read_text(encoding="utf-8").splitlines()
    return _Lists(
        dict(heads),
        {form: math.log(rank + _FLATTENING) for rank, (form, _) in enumerate(heads)},
        {form: math.log(rank + _FLATTENING) for rank, form in enumerate(tails)},
        word_list("no_heads"),
    )
