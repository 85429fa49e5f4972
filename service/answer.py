"""The story of an answer: understand, retrieve, draft and check, say what was searched.

It is told in steps, so that who waits for a language model can read along; `answer` gives the last of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from time import perf_counter

from indexer.index import Access, Filters
from service.answering.drafting import Draft, checked, draft
from service.answering.refusal import nearest
from service.compare import Wish, compare
from service.comparison import telling
from service.coverage import minutes_sentence, sentence
from service.finding.reranking import find
from service.material import Material
from service.places import files_of
from service.records import Answer, Coverage, Found, Timing, Wrote
from service.registers.listed import listed, of_list
from service.resources import Resources
from service.retrieval import ATTEMPTS, narrowed
from service.understanding.followups import Earlier, follow
from service.understanding.spelling import Place, meant
from service.understanding.wanted import wanted
from service.writing.written import write

Step = Found | Wrote | Answer


def answer(
    text: str,
    filters: Filters,
    resources: Resources,
    access: Access,
    today: date,
    earlier: Earlier | None = None,
    language: str | None = None,
) -> Answer:
    """The answer to a question, or a refusal with its reason. Raises BadQuestion and BadParameter."""
    return next(step for step in steps(text, filters, resources, access, today, earlier, language) if isinstance(step, Answer))


def steps(
    text: str,
    filters: Filters,
    resources: Resources,
    access: Access,
    today: date,
    earlier: Earlier | None = None,
    language: str | None = None,
) -> Iterator[Step]:
    """What was found, what a language model writes, then the answer. Raises BadQuestion and BadParameter before the first step.

    It speaks the `language` asked for, else that of the question.
    An answer asks the index several times; one that a writer overtook is made again, so that it never rests on passages
    of two states.
    """
    for attempt in range(1, ATTEMPTS + 1):
        for step in _told(text, filters, resources, access, today, earlier, language):
            if isinstance(step, Answer) and attempt < ATTEMPTS and _overtaken(step, resources, access):
                break
            yield step
        else:
            return


def _overtaken(given: Answer, resources: Resources, access: Access) -> bool:
    found = [hit.passage.id for hit in given.hits]
    return len(resources.index.passages(found, access)) < len(found)


def _told(
    text: str, filters: Filters, resources: Resources, access: Access, today: date, earlier: Earlier | None, language: str | None
) -> Iterator[Step]:
    started = perf_counter()
    index = resources.index
    known = index.facets(Filters(), access)
    question = follow(text, earlier, filters, known, today)
    if language:
        question = question.answered_in(language)
    hits = tuple(find(question, resources, access))
    yield Found(hits)
    retrieved = perf_counter()
    spelled = meant(question, Place(known, index, access, hits))
    listing = listed(question, known.bodies, resources, access, today)
    if listing:
        searched = resources.survey.coverage(index, listing.filters, access, known, today)
        yield replace(of_list(question, hits, listing, searched, _timing(started, retrieved)), meant=spelled)
        return
    material = Material(question, wanted(question.searched, index, access), hits, index, access, files_of(index, access), today)
    made = _compared(material, resources) or draft(material)
    if resources.generator and not made.settled:
        made = yield from write(material, made, resources.generator)
    searched = resources.survey.coverage(index, narrowed(question), access, known, today)
    refusal = (made.reason, nearest(material), *_searched(searched, material), made.notice) if made.reason else None
    yield Answer(
        question=question,
        text=" ".join(filter(None, refusal)) if refusal else made.text,
        refused=made.reason is not None,
        reason=made.reason,
        mode=made.mode,
        status_note=made.status_note,
        claims=made.claims,
        citations=made.citations,
        hits=hits,
        coverage=searched,
        ms=_timing(started, retrieved),
        dropped_claims=made.dropped,
        premise=made.premise,
        notice=made.notice,
        problem=made.problem,
        meant=spelled,
    )


def _compared(material: Material, resources: Resources) -> Draft | None:
    """The answer of a question that sets a few municipalities side by side: one retrieval each; None for other questions."""
    question = material.question
    if not telling.is_for(question):
        return None
    wish = Wish(question.municipalities, words=telling.ANSWER_WORDS // len(question.municipalities))
    told = telling.told(compare(question.text, wish, resources, material.access, material.today), question)
    return checked(told, material) if told else None


def _searched(searched: Coverage, material: Material) -> tuple[str, str | None]:
    """What was searched, for who is refused."""
    language = material.question.language
    return sentence(searched, language), minutes_sentence(searched, language)


def _timing(started: float, retrieved: float) -> Timing:
    answered = perf_counter()
    return Timing(*(round(1000 * seconds, 2) for seconds in (retrieved - started, answered - retrieved, answered - started)))
