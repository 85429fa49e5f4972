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

READ_HITS = 2
"""Hits that are read for the answer: with more, as many facts are quoted and fewer of the places cited are right."""

HIT_LOSS = 3.0
"""How steeply a unit's worth falls with its passage's score: 0 not at all, 1 in proportion, more the steeper."""

HEADER_SHARE = 0.2
"""What a word counts for that the passage's header holds: it was found by it, and a unit need not repeat it."""

FORM_BONUS = 0.3
"""For the form that the question asks for."""

FIGURE_BONUS = 0.2
"""For any figure: what is asked of minutes is mostly a sum, a date, a number or a §."""

DECISION_BONUS = 0.12
"""For the deciding body's own words, where a decision is asked for."""

NEIGHBOUR_SHARE = 0.3
"""What the better of the two units beside counts for: an answer often stands next to the words asked."""

REPEATED_SHARE = 0.8
"""Part of a unit's words that makes it a repetition where another quote holds them."""

TITLE_SHARE = 0.8
"""Part of a unit's words that makes it a title where the header holds them."""

LEAD_SHARE = 0.5
"""What the words in a row's head or an item's opening count for."""

MOST_EXCERPTS = 4
"""More quotes than this point a reader everywhere and nowhere."""

SHORTEST_WORDS = 2

WORTH_ENOUGH = 0.3
"""Part of the best unit's worth that another must have."""

NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)+\b|\([A-ZÅÄÖ]{1,3}\)")  # "Stina Ek", "(S)"
_FIGURE = re.compile(r"\d")
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
TIME = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS}|dag|vecka|månad|termin|år)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words to quote from a passage: `span` counts in its text, `lead` introduces it where it does not stand right before.

    `said` is what a reader is told in place of the words as they stand, of a table's cells with their heads.
    """

    passage: Passage
    span: Span
    lead: Span | None
    worth: float
    said: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    at: int
    unit: Unit
    passage: Passage
    tokens: Tokens
    worth: float
    words: int


def excerpts(
    question: Question, words: Sequence[Wanted], hits: Sequence[Hit], budget_words: int, quoted: Sequence[Excerpt] = ()
) -> tuple[Excerpt, ...]:
    """What to quote beside what is `quoted` already, the best first; nothing where no unit holds a word of the question."""
    top = max(hits[0].score, 0.0) if hits else 0.0
    candidates = [
        candidate
        for place, hit in enumerate(hits[:READ_HITS])
        for candidate in _candidates(question, words, hit.passage, place, (max(hit.score, 0.0) / top) ** HIT_LOSS if top else 1.0)
    ]
    fresh = [candidate for candidate in candidates if not any(_repeats(candidate, excerpt) for excerpt in quoted)]
    chosen = _choose(fresh, budget_words)
    return tuple(_joined(chosen))[:MOST_EXCERPTS]


def _candidates(question: Question, words: Sequence[Wanted], passage: Passage, place: int, factor: float) -> Iterator[_Candidate]:
    header = tokens_of(passage.header)
    words = [replace(word, weight=word.weight * HEADER_SHARE) if met(word, header) == 1 else word for word in words]
    found = units(passage.text)
    tokens = [tokens_of(unit.span.of(passage.text)) for unit in found]
    shares = [_share(words, unit, own, passage) for unit, own in zip(found, tokens, strict=True)]
    for at, (unit, own, share) in enumerate(zip(found, tokens, shares, strict=True)):
        beside = max(shares[max(0, at - 1) : at] + shares[at + 1 : at + 2], default=0.0)
        text = unit.span.of(passage.text)
        worth = share + NEIGHBOUR_SHARE * beside
        if share > 0 or beside > 0:
            worth += FORM_BONUS * has_form(question.asks, unit, text) + FIGURE_BONUS * bool(_FIGURE.search(text))
        if question.asks in (Asks.DECISION, Asks.STATUS, Asks.REFERENCE) and passage.role is Role.BESLUT:
            worth += DECISION_BONUS
        if _says_something(unit, text) and not _is_title(own, header):
            yield _Candidate(place, at, unit, passage, own, worth * factor, len(text.split()))


def _says_something(unit: Unit, text: str) -> bool:
    """Whether the unit can answer: no heading, no fragment, no opening of what comes after it."""
    return unit.form is not Form.HEADING and len(text.split()) >= SHORTEST_WORDS and not text.endswith(":")


def _repeats(candidate: _Candidate, excerpt: Excerpt) -> bool:
    if candidate.passage.id == excerpt.passage.id and candidate.unit.span.meets(excerpt.span):
        return True
    said = tokens_of(excerpt.span.of(excerpt.passage.text))
    return len(candidate.tokens.stems & said.stems) >= REPEATED_SHARE * len(candidate.tokens.stems)


def _is_title(unit: Tokens, header: Tokens) -> bool:
    """Whether a unit only says again what the header says: it answers nothing, and the answer's opening says it."""
    return len(unit.stems & header.stems) >= TITLE_SHARE * len(unit.stems)


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
        return bool(_FIGURE.search(text))
    if asks in (Asks.WHEN, Asks.TIMELINE):
        return bool(references.dates(text) or TIME.search(text))
    if asks is Asks.WHO:
        return bool(NAME.search(text))
    return asks is Asks.LIST and unit.form in (Form.ITEM, Form.ROW)


def _choose(candidates: Sequence[_Candidate], budget: int) -> list[_Candidate]:
    """The best unit, then what adds most to it, as long as it is worth it and fits."""
    chosen: list[_Candidate] = []
    ordered = sorted(candidates, key=lambda each: (-each.worth, each.place, each.at))
    for candidate in ordered:
        if candidate.worth <= 0 or candidate.worth < WORTH_ENOUGH * ordered[0].worth:
            break
        if (candidate.words <= budget or not chosen) and not any(_same(candidate, other) for other in chosen):
            chosen.append(candidate)
            budget -= candidate.words
    return chosen


def _same(candidate: _Candidate, other: _Candidate) -> bool:
    """Whether two units say the same: one paper is often copied into another."""
    shared = len(candidate.tokens.stems & other.tokens.stems)
    return shared >= REPEATED_SHARE * len(candidate.tokens.stems | other.tokens.stems)


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
