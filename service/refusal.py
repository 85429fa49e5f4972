"""When the documents do not answer, and why: said in one sentence that names what is missing.

The rule is small on purpose: how much of the question, by the weight of its words, stands in the best passage and in the
best lines of it. Its bounds are measured on the development questions (docs/evaluation.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.documents import Passage
from service import retrieval, wording
from service.records import Hit, Question
from service.wanted import Wanted, met, overlap, tokens_of, weight

LEAST_IN_PASSAGE = 0.45
"""Part of the question's weight that the best passage must hold."""

LEAST_IN_EXCERPT = 0.2
"""Part that the best words to quote must hold."""

READ_HITS = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How well what was found meets the question, each 0–1."""

    passage: float
    excerpt: float
    missing: tuple[str, ...]


def fit(words: Sequence[Wanted], hits: Sequence[Hit], excerpt: str | None) -> Fit:
    """Measure the best of the first hits and the excerpt that would answer."""
    total = weight(words)
    if not total or not hits:
        return Fit(0.0, 0.0, tuple(word.word for word in words if not word.found))
    texts = [tokens_of(f"{hit.passage.header}\n{hit.passage.text}") for hit in hits[:READ_HITS]]
    best = max(texts, key=lambda tokens: overlap(words, tokens))
    return Fit(
        overlap(words, best) / total,
        overlap(words, tokens_of(excerpt)) / total if excerpt else 0.0,
        tuple(word.word for word in words if met(word, best) == 0),
    )


def reason(question: Question, hits: Sequence[Hit], found: Fit) -> str | None:
    """Why the question is not answered, for a reader; None where it is."""
    swedish = question.language == "sv"
    if question.cases and not any(_meant(question, hit.passage) for hit in hits):
        case = question.cases[0].as_written
        return f"Dnr {case} finns inte i de indexerade handlingarna." if swedish else f"Dnr {case} is not in the indexed documents."
    for name in question.unknown_municipalities:
        if not any(name.casefold() in f"{hit.passage.header} {hit.passage.text}".casefold() for hit in hits[:READ_HITS]):
            return f"Inga handlingar från {name} är indexerade." if swedish else f"No documents from {name} are indexed."
    if not hits or is_too_little(found):
        return wording.not_answered(question.language)
    return None


def is_too_little(found: Fit) -> bool:
    """Whether too little of the question stands in what was found."""
    return found.passage < LEAST_IN_PASSAGE or found.excerpt < LEAST_IN_EXCERPT


def _meant(question: Question, passage: Passage) -> bool:
    """Whether the passage belongs to a Dnr asked for, or writes it."""
    text = f"{passage.header}\n{passage.text}"
    return any(retrieval.is_of_case(passage, case) or case.as_written in text for case in question.cases)
