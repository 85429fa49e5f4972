"""The story of an answer: understand, retrieve, draft and check, say what was searched."""

from datetime import date
from time import perf_counter

from indexer.index import Access, Filters
from service.coverage import coverage, sentence
from service.drafting import draft
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Answer, Timing
from service.reranking import find
from service.resources import Resources
from service.retrieval import ATTEMPTS, narrowed
from service.wanted import wanted


def answer(text: str, filters: Filters, resources: Resources, access: Access, today: date) -> Answer:
    """The answer to a question, or a refusal with its reason. Raises BadQuestion and BadParameter.

    An answer asks the index several times; one that a writer overtook is made again, so that it never rests on passages
    of two states.
    """
    for _ in range(ATTEMPTS):
        given = _answered(text, filters, resources, access, today)
        found = [hit.passage.id for hit in given.hits]
        if len(resources.index.passages(found, access)) == len(found):
            break
    return given


def _answered(text: str, filters: Filters, resources: Resources, access: Access, today: date) -> Answer:
    started = perf_counter()
    index = resources.index
    question = understand(text, filters, index.facets(Filters(), access), today)
    hits = find(question, resources, access)
    retrieved = perf_counter()
    words = wanted(question.searched, index, access)
    made = draft(Material(question, words, hits, index, access, files_of(index, access)), resources.generator)
    searched = coverage(index, narrowed(question), access)
    answered = perf_counter()
    return Answer(
        question=question,
        text=f"{made.reason} {sentence(searched, question.language)}" if made.reason else made.text,
        refused=made.reason is not None,
        reason=made.reason,
        mode=made.mode,
        status_note=made.status_note,
        claims=made.claims,
        citations=made.citations,
        hits=tuple(hits),
        coverage=searched,
        ms=Timing(*(round(1000 * seconds, 2) for seconds in (retrieved - started, answered - retrieved, answered - started))),
        dropped_claims=made.dropped,
    )
