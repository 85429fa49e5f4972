"""Many searches of one generation made together: what they share is scored once for all passages, and each takes its own from that.

A search that is narrowed to one municipality costs nearly as much as one of all passages, for the passages of one stand
among those of all others. A comparison makes a hundred.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy
from numpy.typing import NDArray

from indexer.engines.filtering import Conditions
from indexer.engines.generation import Generation
from indexer.engines.ranking import COSINE_DECIMALS, DECIMALS, MOST
from indexer.index import Scored, Vector

FEWEST = 8
"""Searches from which scoring all passages costs less than each by itself."""

Worths = NDArray[numpy.float32] | NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """One search by words: weights by field and token, what a passage must meet, and of what it must hold one."""

    weights: Mapping[tuple[str, str], float]
    conditions: Conditions
    required: tuple[tuple[str, str], ...] = ()


def lexical_each(generation: Generation, searches: Sequence[Asked], limit: int) -> list[list[Scored]]:
    """The best by words of each search."""
    if len(searches) < FEWEST:
        return [generation.lexical(dict(each.weights), each.conditions, limit, each.required) for each in searches]
    usual = _usual(searches)
    scores = _spread(generation, usual)
    # a score is in proportion to its weight, so each token that some weigh otherwise is looked up once
    alone = cache(lambda key: generation.scores(((key, 1.0),)))

    def best(search: Asked) -> list[Scored]:
        summed = scores
        for key, weight in search.weights.items():
            if weight != usual.get(key, 0.0):
                summed = _with(summed, *alone(key), weight - usual.get(key, 0.0))
        return generation.named(_best(summed, _left(generation, search), limit, DECIMALS))

    return [best(each) for each in searches]


def _usual(searches: Sequence[Asked]) -> dict[tuple[str, str], float]:
    """What all searches look for, with the weight that it has in most."""
    common = set(searches[0].weights).intersection(*(each.weights for each in searches))
    return {key: Counter(each.weights[key] for each in searches).most_common(1)[0][0] for key in common}


def _left(generation: Generation, search: Asked) -> NDArray[numpy.bool_]:
    """Which slots a search may find."""
    mask = generation.mask(search.conditions)
    if not search.required:
        return mask
    held = numpy.zeros_like(mask)
    held[generation.holding(search.required)] = True
    return mask & held


def nearest_each(generation: Generation, vector: Vector, each: Sequence[Conditions], limit: int) -> list[list[Scored]]:
    """The best by vector for each of the conditions."""
    length = float(numpy.linalg.norm(vector))
    if len(each) < FEWEST or not length:
        return [generation.nearest(vector, conditions, limit) for conditions in each]
    cosines = numpy.vecdot(generation.vectors, (vector / length).astype(numpy.float32))
    embedded = generation.embedded
    return [generation.named(_best(cosines, generation.mask(conditions) & embedded, limit, COSINE_DECIMALS)) for conditions in each]


def _spread(generation: Generation, weights: Mapping[tuple[str, str], float]) -> NDArray[numpy.float32]:
    """What each passage scores, by slot; minus infinity where it holds no term."""
    scores = numpy.full(len(generation.embedded), -numpy.inf, dtype=numpy.float32)
    slots, found = generation.scores(tuple(weights.items()))
    scores[slots] = found
    return scores


def _with(
    scores: NDArray[numpy.float32], slots: NDArray[numpy.int64], more: NDArray[numpy.float32], weight: float
) -> NDArray[numpy.float32]:
    """The scores with so much more, or less, for what holds a token."""
    summed = scores.copy()
    summed[slots] = numpy.maximum(scores[slots], 0) + numpy.float32(weight) * more
    return summed


def _best(worths: Worths, mask: NDArray[numpy.bool_], limit: int, decimals: int) -> list[tuple[int, float]]:
    """The best of those that the mask leaves, rounded, ties by slot."""
    slots = numpy.flatnonzero(mask)
    worths = worths[slots]
    limit = min(max(limit, 0), MOST)
    if limit < len(slots):
        least = numpy.partition(worths, len(worths) - limit)[len(worths) - limit] if limit else numpy.inf
        # what rounding may put beside the last
        near = worths >= least - 2 * 10.0**-decimals
        slots, worths = slots[near], worths[near]
    there = numpy.isfinite(worths)
    found = [(slot, round(worth, decimals)) for slot, worth in zip(slots[there].tolist(), worths[there].tolist(), strict=True)]
    return sorted(found, key=lambda each: (-each[1], each[0]))[:limit]
