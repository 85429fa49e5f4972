"""When the documents do not answer, and why: said in one sentence that names what is missing.

Two rules, each small on purpose: too little of the question stands in what was found; or what was found has no sum, name or
time though the question asks for one. Bounds are measured on the development questions. What is not indexed at all: premises.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer import references
from service import wording
from service.kinds import fold
from service.records import Asks, Hit, Question
from service.wanted import Wanted, met, overlap, tokens_of, weight
from service.worth import NAME, TIME

LEAST_IN_PASSAGE = 0.3
"""Part of the question's weight that the best passage must hold."""

LEAST_IN_EXCERPT = 0.15
"""Part that the words to quote must hold."""

LEAST_IN_BOTH = 0.4
"""What the two parts must be on average. At 0.35 trust is two points lower on the development questions and the same on the samples; at
0.45 the samples' facts fall by four."""

READ_HITS = 3

_SUM = re.compile(
    r"\b(kosta|kostnad|pris|avgift|kronor|tkr|mkr|belopp|betala|skattesats|fee|cost|price|salary)\w*|\b(manads|ars|tim)?lon\b"
)


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


def reason(question: Question, found: Fit, quotes: str) -> str | None:
    """Why the quotes found are no answer, for a reader; None where they are."""
    if question.asks is Asks.REFERENCE:
        # what stands under the Dnr or § asked for is the answer, whatever words it has
        return None
    if is_too_little(found):
        return wording.not_answered(question.language)
    if wants_sum(question) and not (references.amounts(quotes) or "%" in quotes):
        return wording.only_mentioned("sum", question.language)
    if question.asks is Asks.WHO and not NAME.search(quotes):
        return wording.only_mentioned("name", question.language)
    if question.asks is Asks.WHEN and not (references.dates(quotes) or TIME.search(quotes)):
        return wording.only_mentioned("time", question.language)
    return None


def wants_sum(question: Question) -> bool:
    """Whether the question asks what something costs."""
    return question.asks in (Asks.AMOUNT, Asks.FACT, Asks.LIST) and bool(_SUM.search(fold(question.text)))


def is_too_little(found: Fit) -> bool:
    """Whether too little of the question stands in what was found."""
    between = (found.passage + found.excerpt) / 2
    return found.passage < LEAST_IN_PASSAGE or found.excerpt < LEAST_IN_EXCERPT or between < LEAST_IN_BOTH
