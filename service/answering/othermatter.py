"""A § or Dnr that is asked for together with a matter that it is not about.

Where another place is about that matter, nothing is quoted; else what stands there is, and is said not to be about it.
"""

import re
from collections.abc import Sequence

from indexer.documents import Passage
from indexer.index import Filters
from service import retrieval
from service.answering import objections, wording
from service.answering.sameness import held
from service.material import Material
from service.records import Asks, Question
from service.understanding import asked
from service.understanding.gist import content, gist
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, met, overlap, tokens_of, weight

ANOTHER_MATTER = 0.1
"""Part of the question's own words below which what stands under the § or Dnr asked for is about something else …"""

ITS_MATTER = 0.5
"""… where another place holds so much of them."""

LEAST_WORDS = 2
"""Words of its own that a question must have for its matter to be told by the hits alone; for fewer the whole § is read."""

SECTION_PASSAGES = 100

MOST_NAMED = 3
"""Other § of the same number that are named."""

_ABOUT = re.compile(r"\b(?:om|angaende|gallande|rorande|avseende|about|regarding)\b(?! att\b)")
"""What stands before the matter: "§ 96 om bygglov"."""


def another_matter(material: Material) -> str | None:
    """That a § or Dnr is about something else than the question, where another place is about that."""
    words, meant = content(material), _meant(material)
    total = weight(words)
    if not meant or not total:
        return None
    others = [hit.passage for hit in material.hits if hit.passage not in meant]
    if len(words) < LEAST_WORDS or _most(words, meant) >= ANOTHER_MATTER * total:
        words = _unsaid(material, meant)
        total = weight(words)
    if not total or _most(words, others) < ITS_MATTER * total:
        return None
    title = _title(meant) if len(_places(meant)) == 1 else None
    return objections.another_matter(_name(material.question), title, material.question.language)


def silent(material: Material) -> str | None:
    """That a § or Dnr says nothing of the matter that it is asked for with: said before what it does say."""
    meant = _meant(material)
    unsaid = _unsaid(material, meant) if meant else ()
    if not unsaid:
        return None
    question, named = material.question, ", ".join(word.word for word in unsaid)
    if len(_places(meant)) > 1:
        return objections.silent_places(_name(question), named, question.language)
    return objections.silent_place(_name(question), _title(meant), named, question.language)


def one_of_several(material: Material) -> str | None:
    """Which other § have the number asked for, where nothing else in the question tells which is meant."""
    question, meant = material.question, _meant(material)
    if question.cases or question.bodies or asked.days(question) or gist(material) or question.asks is not Asks.REFERENCE:
        return None
    others = [f"{wording.where(passage)}{f', {passage.title}' if passage.title else ''}" for passage in _places(meant)[1:]]
    return objections.one_of_several(_name(question), others[:MOST_NAMED], question.language) if others else None


def is_asked_for(question: Question, passage: Passage) -> bool:
    """Whether a passage is of the Dnr, else of the §, that the question names."""
    return of_a_case(question, passage) if question.cases else passage.section in question.sections


def of_a_case(question: Question, passage: Passage) -> bool:
    """Whether the passage belongs to a Dnr asked for, or writes it."""
    text = said(passage)
    return any(retrieval.is_of_case(passage, case) or case.as_written in text for case in question.cases)


def said(passage: Passage) -> str:
    """A passage's words with where it stands."""
    return f"{passage.header}\n{passage.text}"


def _meant(material: Material) -> list[Passage]:
    question = material.question
    if not (question.cases or question.sections):
        return []
    return [hit.passage for hit in material.hits if is_asked_for(question, hit.passage)]


def _unsaid(material: Material, meant: Sequence[Passage]) -> tuple[Wanted, ...]:
    """The words for the matter, where the whole of each § meant holds none of them and nothing that means the same."""
    words = _matter(material)
    if not words or any(held(word, tokens_of(said(passage))) for word in words for passage in meant):
        return ()
    filters = Filters(section_ids=tuple(sorted({passage.section_id for passage in meant})))
    whole = material.index.passages(material.index.select(filters, material.access, SECTION_PASSAGES), material.access)
    return () if any(held(word, tokens_of(said(passage))) for word in words for passage in whole) else words


def _matter(material: Material) -> tuple[Wanted, ...]:
    """The words that name the matter: those after "om"; all of a question that is no sentence."""
    question, words = material.question, gist(material)
    about = _ABOUT.search(fold(question.text))
    if about:
        after = tokens_of(question.searched[about.end() :])
        return tuple(word for word in words if met(word, after) == 1)
    return words if question.asks is Asks.REFERENCE and "?" not in question.text else ()


def _name(question: Question) -> str:
    return f"Dnr {question.cases[0].as_written}" if question.cases else question.sections[0]


def _places(meant: Sequence[Passage]) -> list[Passage]:
    """The first passage of each meeting's § meant, in their order."""
    found: dict[tuple[str | None, ...], Passage] = {}
    for passage in meant:
        found.setdefault((passage.municipality, passage.body, passage.date), passage)
    return list(found.values())


def _title(meant: Sequence[Passage]) -> str | None:
    return next((passage.title for passage in meant if passage.title), None)


def _most(words: Sequence[Wanted], passages: Sequence[Passage]) -> float:
    return max((overlap(words, tokens_of(said(passage))) for passage in passages), default=0.0)
