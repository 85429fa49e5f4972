"""The answer in the documents' own words: which sentences, items and rows of the best passages to quote.

A unit is worth what it says of the question's words, whether it has the form that the question asks for (a sum, a date, a
name), and how good its passage is. Units that stand together are quoted together; about 80 words in all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import references
from indexer.documents import Passage, Role, Span
from service.records import Asks, Hit, Question
from service.sentences import Form, Unit, units
from service.wanted import Tokens, Wanted, met, overlap, tokens_of, weight

READ_HITS = 5
"""Hits that are read for the answer: the best 80 words of five passages held .89 of the facts, of one .67."""

HIT_LOSS = 1.0
"""How steeply a unit's worth falls with its passage's score: 0 not at all, 1 in proportion."""

HEADER_SHARE = 0.2
"""What a word counts for that the passage's header holds: it was found by it, and a unit need not repeat it."""

FORM_BONUS = 0.15
DECISION_BONUS = 0.12
NEIGHBOUR_SHARE = 0.2
BESIDE_BONUS = 0.1
"""For a unit beside one already chosen: a reader wants whole thoughts."""

LEAD_SHARE = 0.5
"""What the words in a row's head or an item's opening count for."""

SHORTEST_WORDS = 2

WORTH_ENOUGH = 0.45
"""Part of the best unit's worth that another must have."""

_NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)+\b|\([A-ZÅÄÖ]{1,3}\)")  # "Stina Ek", "(S)"
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_TIME = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS}|dag|vecka|månad|termin|år)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words to quote from a passage: `span` counts in its text, `lead` introduces it where it does not stand right before."""

    passage: Passage
    span: Span
    lead: Span | None
    worth: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    at: int
    unit: Unit
    passage: Passage
    tokens: Tokens
    worth: float
    words: int


def excerpts(question: Question, words: Sequence[Wanted], hits: Sequence[Hit], budget_words: int) -> tuple[Excerpt, ...]:
    """What to quote, the best first; nothing where no unit holds a word of the question."""
    top = max(hits[0].score, 0.0) if hits else 0.0
    candidates = [
        candidate
        for place, hit in enumerate(hits[:READ_HITS])
        for candidate in _candidates(question, words, hit.passage, place, (max(hit.score, 0.0) / top) ** HIT_LOSS if top else 1.0)
    ]
    chosen = _choose(candidates, budget_words)
    return tuple(_joined(chosen))


def _candidates(question: Question, words: Sequence[Wanted], passage: Passage, place: int, factor: float) -> Iterator[_Candidate]:
    words = _beyond_header(words, passage)
    found = units(passage.text)
    tokens = [tokens_of(unit.span.of(passage.text)) for unit in found]
    shares = [_share(words, unit, own, passage) for unit, own in zip(found, tokens, strict=True)]
    for at, (unit, own, share) in enumerate(zip(found, tokens, shares, strict=True)):
        beside = max(shares[max(0, at - 1) : at] + shares[at + 1 : at + 2], default=0.0)
        text = unit.span.of(passage.text)
        worth = share + NEIGHBOUR_SHARE * beside
        if share > 0 or beside > 0:
            worth += FORM_BONUS * has_form(question.asks, unit, text)
        if question.asks in (Asks.DECISION, Asks.STATUS, Asks.REFERENCE) and passage.role is Role.BESLUT:
            worth += DECISION_BONUS
        if unit.form is not Form.HEADING and len(text.split()) >= SHORTEST_WORDS:
            yield _Candidate(place, at, unit, passage, own, worth * factor, len(text.split()))


def _beyond_header(words: Sequence[Wanted], passage: Passage) -> list[Wanted]:
    header = tokens_of(passage.header)
    return [replace(word, weight=word.weight * HEADER_SHARE) if met(word, header) == 1 else word for word in words]


def _share(words: Sequence[Wanted], unit: Unit, tokens: Tokens, passage: Passage) -> float:
    """The part of the question's weight that the unit holds, itself or in what introduces it."""
    total = weight(words)
    if not total:
        return 0.0
    held = overlap(words, tokens)
    if unit.lead:
        above = tokens_of(unit.lead.of(passage.text))
        held += LEAD_SHARE * sum(word.weight * met(word, above) for word in words if not met(word, tokens))
    return held / total


def has_form(asks: Asks, unit: Unit, text: str) -> bool:
    """Whether the text has what the kind of question asks for."""
    if asks is Asks.AMOUNT:
        return bool(re.search(r"\d", text))
    if asks in (Asks.WHEN, Asks.TIMELINE):
        return bool(references.dates(text) or _TIME.search(text))
    if asks is Asks.WHO:
        return bool(_NAME.search(text))
    return asks is Asks.LIST and unit.form in (Form.ITEM, Form.ROW)


def _choose(candidates: Sequence[_Candidate], budget: int) -> list[_Candidate]:
    """The best unit, then what adds most to it, as long as it is worth it and fits."""
    chosen: list[_Candidate] = []
    left = list(candidates)
    best = max((candidate.worth for candidate in left), default=0.0)
    if best <= 0:
        return []
    while left:
        value, candidate = max(((_value(each, chosen), each) for each in left), key=lambda pair: (pair[0], -pair[1].place, -pair[1].at))
        if value < WORTH_ENOUGH * best:
            break
        left.remove(candidate)
        if candidate.words <= budget or not chosen:
            chosen.append(candidate)
            budget -= candidate.words
    return chosen


def _value(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    beside = any(each.place == candidate.place and abs(each.at - candidate.at) == 1 for each in chosen)
    return candidate.worth + BESIDE_BONUS * beside


def _joined(chosen: Sequence[_Candidate]) -> Iterator[Excerpt]:
    """Neighbours made one excerpt, in the order of their best unit."""
    runs: list[list[_Candidate]] = []
    for candidate in sorted(chosen, key=lambda each: (each.place, each.at)):
        if runs and runs[-1][-1].place == candidate.place and runs[-1][-1].at + 1 == candidate.at:
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    for run in sorted(runs, key=lambda run: -max(each.worth for each in run)):
        first = run[0]
        span = Span(first.unit.span.start, run[-1].unit.span.end)
        lead = first.unit.lead if first.unit.lead and first.unit.lead.end <= span.start else None
        yield Excerpt(first.passage, span, lead, max(each.worth for each in run))
