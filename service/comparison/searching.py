"""What each municipality's papers have on a question: one retrieval each, as it would be asked alone, their searches made together."""

from collections.abc import Mapping, Sequence

from indexer.index import Access, Scored, Search, Term
from service import retrieval
from service.comparison.atonce import for_each
from service.finding import fusion
from service.finding.ranking import WEIGHTS
from service.finding.reranking import find, reranked
from service.records import Hit, Question
from service.resources import Resources
from service.retrieval import Candidates

FETCHED = 40
"""Passages of each that are fetched: only its first hits are looked at. With 60, as a search of its own has, no row of 797 is another."""

_Found = tuple[list[Scored], list[Scored]]
"""By words, and by vector."""


def hits_each(questions: Mapping[str, Question], resources: Resources, access: Access, limit: int) -> dict[str, list[Hit]]:
    """The hits of each municipality by its name, in the order given."""
    open_ones = {name: question for name, question in questions.items() if not _refers(question)}
    found = dict(zip(open_ones, _searched(list(open_ones.values()), resources, access), strict=True))

    def hits(name: str) -> list[Hit]:
        if name not in found:
            return find(questions[name], resources, access, limit)
        return _hits(questions[name], found[name], resources, access, limit)

    return dict(zip(questions, for_each(hits, list(questions), resources.index), strict=True))


def _refers(question: Question) -> bool:
    """Whether it names a Dnr or §, for which a search looks up more than words."""
    return bool(question.cases or question.sections)


def _searched(questions: Sequence[Question], resources: Resources, access: Access) -> list[_Found]:
    """What the searches of each question find."""
    terms = _terms(questions)
    filters = [retrieval.narrowed(question) for question in questions]
    lightened = [retrieval.lightened(terms[_said(one)], each.municipalities) for one, each in zip(questions, filters, strict=True)]
    searches = [Search(tuple(some), each) for some, each in zip(lightened, filters, strict=True)]
    lexical = resources.index.lexical_each(searches, access, retrieval.CANDIDATES)
    return list(zip(lexical, _nearest(questions, resources, access), strict=True))


def _terms(questions: Sequence[Question]) -> dict[tuple[str, tuple[str, ...]], list[Term]]:
    """The terms of each question as it is said: nearly always one and the same."""
    return {said: retrieval.question_terms(question) for said, question in {_said(each): each for each in questions}.items()}


def _said(question: Question) -> tuple[str, tuple[str, ...]]:
    return question.searched, tuple(question.meanings)


def _nearest(questions: Sequence[Question], resources: Resources, access: Access) -> list[list[Scored]]:
    found: dict[int, list[Scored]] = {}
    for text in dict.fromkeys(question.searched for question in questions):
        at = [number for number, question in enumerate(questions) if question.searched == text]
        vector = resources.embedder.query(text)
        filters = [retrieval.narrowed(questions[number]) for number in at]
        near = resources.index.nearest_each(vector, filters, access, retrieval.CANDIDATES) if vector.any() else [[] for _ in at]
        found |= dict(zip(at, near, strict=True))
    return [found[number] for number in range(len(questions))]


def _hits(question: Question, found: _Found, resources: Resources, access: Access, limit: int) -> list[Hit]:
    """The best hits; where a writer has taken away what was found, the search is made anew."""
    lexical, nearest = found
    fused = fusion.fuse(lexical, nearest, nearest_weight=retrieval.NEAREST_WEIGHT, steepness=retrieval.NEAREST_STEEPNESS)
    wanted = max(limit, resources.reranker.hits) if resources.reranker else limit
    best = fusion.in_order(fused)[: max(FETCHED, retrieval.PER_PLACE * wanted)]
    passages = resources.index.passages([scored.id for scored in best], access)
    if len(passages) < len(best):
        return find(question, resources, access, limit)
    places = {"lexical": fusion.ranks(lexical), "nearest": fusion.ranks(nearest), "reference": {}}
    candidates = Candidates(tuple(passages), {scored.id: scored.score for scored in best}, places, complete=True)
    return reranked(question, retrieval.ranked(question, candidates, wanted, WEIGHTS), resources.reranker)[:limit]
