"""Several rankings made one. Pure, and the same for both engines."""

from collections.abc import Mapping, Sequence

from indexer.index import Scored


def ranks(found: Sequence[Scored]) -> dict[str, int]:
    """Place by id, 1 for the best."""
    return {scored.id: place for place, scored in enumerate(found, 1)}


def fuse(lexical: Sequence[Scored], nearest: Sequence[Scored], *, nearest_weight: float, steepness: int) -> dict[str, float]:
    """Scores by id, the best lexical score being 1.

    The lexical score itself is kept, for it says how much better one passage is than the next; of the vectors only the
    rank counts (a cosine means another thing in every model): `nearest_weight` × steepness / (steepness + rank).
    """
    best = lexical[0].score if lexical and lexical[0].score > 0 else 1.0
    fused = {scored.id: scored.score / best for scored in lexical}
    for found, rank in ranks(nearest).items():
        fused[found] = fused.get(found, 0.0) + nearest_weight * steepness / (steepness + rank)
    return fused


def in_order(scores: Mapping[str, float]) -> list[Scored]:
    """Best first; the id breaks ties, as in the engines."""
    return [Scored(found, score) for found, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]
