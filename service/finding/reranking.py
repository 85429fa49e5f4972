"""The first hits put in a better order by a model that reads question and passage together, where one is set.

It may only order: what is found, and what a Dnr or § asked for puts first, is settled before. Where it fails or takes too
long the order stays as it was.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from indexer.index import Access
from service.errors import RerankerProblem
from service.finding.crossencoder import Reranker
from service.records import Hit, Question
from service.resources import Resources
from service.retrieval import retrieve

PLACED = "reranker"
"""Name of the reranker's own places in the ranks of a hit."""


class Reranking(StrEnum):
    """What became of it."""

    OFF = "off"
    NOT_NEEDED = "not_needed"
    DONE = "done"
    FAILED = "failed"


def find(question: Question, resources: Resources, access: Access, limit: int = 20) -> list[Hit]:
    """The best passages, as retrieval and the reranker order them."""
    reranker = resources.reranker
    wanted = max(limit, reranker.hits) if reranker else limit
    return reranked(question, retrieve(question, resources.index, resources.embedder, access, wanted), reranker)[:limit]


def reranked(question: Question, hits: list[Hit], reranker: Reranker | None) -> list[Hit]:
    """The same hits; the first few in the reranker's order, each with its place there."""
    if reranker is None or not _orders(question, hits):
        return hits
    first, rest = hits[: reranker.hits], hits[reranker.hits :]
    try:
        scores = reranker.scores(question.text, [f"{hit.passage.header}\n{hit.passage.text}" for hit in first])
    except RerankerProblem:
        return hits
    best_first = sorted(range(len(first)), key=lambda place: (-scores[place], place))
    placed = [replace(first[at], rank=rank, ranks={**first[at].ranks, PLACED: rank}) for rank, at in enumerate(best_first, 1)]
    return placed + rest


def outcome(question: Question, hits: Sequence[Hit], reranker: Reranker | None) -> Reranking:
    """What became of the reranking of these hits."""
    if reranker is None:
        return Reranking.OFF
    if any(PLACED in hit.ranks for hit in hits):
        return Reranking.DONE
    return Reranking.FAILED if _orders(question, hits) else Reranking.NOT_NEEDED


def _orders(question: Question, hits: Sequence[Hit]) -> bool:
    """Whether an order is left to choose: a Dnr or § asked for has chosen one."""
    return len(hits) > 1 and not (question.cases or question.sections)
