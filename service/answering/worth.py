"""What each sentence, item and row of the first passages is worth as an answer: a few facts, weighed by a linear sum.

A passage seldom repeats the question in the one sentence that answers it: what stands beside and above a unit counts too,
and how alike question and unit are in meaning. Pure, but for the model that likeness takes.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer import references
from indexer.documents import Passage, Role, Status
from service.answering import besides, counted
from service.answering.holding import asks_of_the_way
from service.answering.telling import asked_for
from service.finding.likeness import likeness
from service.records import Asks, Hit, Question
from service.sentences import Form, Unit, units
from service.understanding.wanted import Tokens, Wanted, met, overlap, tokens_of, tokens_of_all, weight

WEIGHTS: Mapping[str, float] = {
    "passage": 2.8,
    "words": 3.1,
    "beside": 1.7,
    "above": 4.65,
    "likeness": 1.55,
    "passage holds": -1.75,
    "form": 1.4,
    "figure": 0.35,
    "person": 2.25,
    "date": 1.25,
    "number": 2.3,
    "reason": 1.2,
    "reference": 2.95,
    "decision": 2.5,
    "title": -0.45,
    "first": 0.55,
    "another year": -1.55,
    "rarest": 1.3,
    "next": -1.1,
    "passage words": 1.3,
    "counted": 1.2,
    "decided figure": 1.5,
    "apparatus": -2.45,
    "demand": -1.9,
    "roll": -1.5,
}
"""What each fact is worth, so that exp(sum) is in proportion to the chance that the unit answers. Fitted with cross-validation
(docs/evaluation.md), but for the roll of members and for what was decided, which the questions hardly have."""

HEADER_SHARE = 0.2
"""What a word counts for that the passage's header holds: it was found by it, and a unit need not repeat it."""

SHORTEST_WORDS = 2

TITLE_SHARE = 0.8
"""Part of a unit's words that makes it a title where the header holds them."""

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b20\d\d\b")
_OPEN = re.compile(r":$|\b(?:att|följande)$")
"""How words end that are completed below."""

_DECIDED = (Asks.DECISION, Asks.STATUS, Asks.REFERENCE)
_DECIDING = (Role.BESLUT, Role.FORSLAG)

Row = Sequence[float]
"""How surely each word of the question is held."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of a passage with what it is worth: the `at`-th unit of the `place`-th passage."""

    place: int
    at: int
    unit: Unit
    passage: Passage
    tokens: Tokens
    facts: Mapping[str, float]

    @property
    def text(self) -> str:
        """The unit's words as they stand."""
        return self.unit.span.of(self.passage.text)

    @property
    def worth(self) -> float:
        """The weighed sum of the facts."""
        return sum(WEIGHTS[name] * value for name, value in self.facts.items())


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage cut into units: what each holds, and what its header holds."""

    hit: Hit
    units: Sequence[Unit]
    tokens: Sequence[Tokens]
    held: Sequence[Row]
    header: Tokens
    known: Row
    words: float


def pieces(question: Question, words: Sequence[Wanted], hits: Sequence[Hit]) -> list[Piece]:
    """Every unit of the hits, in order; none where neither they nor their headers hold a word of the question."""
    read = [_read(words, hit) for hit in hits]
    if not any(any(row) for each in read for row in (*each.held, each.known)):
        return []
    rarities = _rarities([row for each in read for row in each.held], len(words))
    top = max((hit.score for hit in hits), default=0.0)
    found: list[Piece] = []
    for place, each in enumerate(read):
        score = max(each.hit.score, 0.0) / top if top > 0 else 1.0
        weights = [rarity * (HEADER_SHARE if known == 1 else 1.0) for rarity, known in zip(rarities, each.known, strict=True)]
        for at, facts in enumerate(_facts(question, words, each, rarities, weights)):
            found.append(
                Piece(place, at, each.units[at], each.hit.passage, each.tokens[at], {"passage": score, "first": float(place == 0), **facts})
            )
    return found


def _read(words: Sequence[Wanted], hit: Hit) -> _Read:
    found = units(hit.passage.text)
    tokens = [tokens_of(unit.span.of(hit.passage.text)) for unit in found]
    header = tokens_of(hit.passage.header)
    share = overlap(words, tokens_of_all((hit.passage.header, hit.passage.text))) / (weight(words) or 1.0)
    return _Read(hit, found, tokens, [_row(words, each) for each in tokens], header, _row(words, header), share)


def _row(words: Sequence[Wanted], tokens: Tokens) -> Row:
    return [met(word, tokens) for word in words]


def _rarities(rows: Sequence[Row], count: int) -> Row:
    """A weight for each word, together 1: one that all units hold tells nothing of where the answer stands."""
    raw = []
    for column in range(count):
        holding = sum(1 for row in rows if row[column] > 0.5)
        raw.append(math.log((len(rows) + 1) / (holding + 0.5)) if holding else 0.0)
    total = sum(raw) or 1.0
    return [value / total for value in raw]


def _facts(question: Question, words: Sequence[Wanted], read: _Read, rarities: Row, weights: Row) -> Iterator[dict[str, float]]:
    passage = read.hit.passage
    texts = [unit.span.of(passage.text) for unit in read.units]
    alike = likeness(question.searched, texts)
    holds = asked_for(question)
    another_year = float(_is_of_another_year(question, passage))
    decides = float(question.asks in _DECIDED and passage.role in _DECIDING)
    counts = counted.thing(question, words)
    decided = _decides_it(question, passage)
    nothing = [0.0] * len(rarities)
    everywhere = _sum(weights, _most(read.held, nothing))
    above: Row = nothing
    for at, (unit, text, held_here) in enumerate(zip(read.units, texts, read.held, strict=True)):
        counts_it = counts is not None and any(counted.numbers(counts, text))
        after = read.held[at + 1] if at + 1 < len(read.held) else nothing
        beside = _most([*read.held[max(0, at - 1) : at], *read.held[at + 1 : at + 2]], nothing)
        yield {
            "words": _sum(weights, held_here),
            "beside": _sum(rarities, _beyond(beside, held_here)),
            "above": _sum(weights, _beyond(above, held_here)),
            "likeness": alike[at],
            "passage holds": everywhere,
            **holds(unit, text),
            "another year": another_year,
            "decision": decides,
            "title": _part_in(read.tokens[at], read.header),
            "rarest": _rarest(words, held_here, read.known),
            "next": _share(words, after),
            "passage words": read.words,
            "counted": float(counts_it),
            "decided figure": float(decided and (counts_it or bool(references.amounts(text)))),
            "roll": float(besides.is_roll(question, text)),
            "apparatus": float(besides.is_apparatus(text)),
            "demand": float(besides.is_demand(question, text)),
        }
        if introduces(unit, text):
            above = held_here


def _decides_it(question: Question, passage: Passage) -> bool:
    """Whether a figure in the passage is what was decided, where one is asked for and not one that was proposed on the way."""
    decides = passage.section is not None and passage.role is Role.BESLUT and passage.status is Status.BESLUT
    return question.asks is Asks.AMOUNT and decides and not asks_of_the_way(question)


def _rarest(words: Sequence[Wanted], held: Row, known: Row) -> float:
    """How surely the rarest words are held, of those that the header does not say: where the answer stands they seldom lack."""
    fresh = [(word.weight, value) for word, value, said in zip(words, held, known, strict=True) if said < 1]
    most = max((rarity for rarity, _ in fresh), default=0.0)
    return max(rarity * value for rarity, value in fresh) / most if most > 0 else 0.0


def _share(words: Sequence[Wanted], held: Row) -> float:
    """The part of the question's weight that is held."""
    return sum(word.weight * value for word, value in zip(words, held, strict=True)) / (weight(words) or 1.0)


def _is_of_another_year(question: Question, passage: Passage) -> bool:
    """Whether a passage names none of the years that the question names."""
    asked = frozenset(_YEAR.findall(question.text))
    return bool(asked) and asked.isdisjoint(_YEAR.findall(f"{passage.header}\n{passage.text}"))


def says_something(piece: Piece) -> bool:
    """Whether the piece can answer: no heading, no fragment, no opening of what comes after it, no title."""
    text = piece.text
    return not introduces(piece.unit, text) and len(text.split()) >= SHORTEST_WORDS and piece.facts["title"] < TITLE_SHARE


def introduces(unit: Unit, text: str) -> bool:
    """Whether the unit opens what comes after it: a heading, or words that are not at their end ("beslutar att")."""
    return unit.form is Form.HEADING or _OPEN.search(text) is not None


def _sum(weights: Row, row: Row) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def _most(rows: Sequence[Row], nothing: Row) -> Row:
    return [max(column) for column in zip(nothing, *rows, strict=True)]


def _beyond(row: Row, known: Row) -> Row:
    """What a row holds more than another."""
    return [max(0.0, value - other) for value, other in zip(row, known, strict=True)]


def _part_in(unit: Tokens, header: Tokens) -> float:
    """The part of a unit's words that the header says already: a title answers nothing. A number of its own makes it none."""
    if any(_DIGIT.search(stem) for stem in unit.stems - header.stems):
        return 0.0
    return len(unit.stems & header.stems) / len(unit.stems) if unit.stems else 1.0
