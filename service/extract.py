"""The answer in the documents' own words: which stretch of which passage to quote, and whether a second one too.

Each unit's worth becomes a chance that it is what answers; the stretch of neighbours with most chance in it is quoted as it
stands. Another place is quoted only where it is nearly as likely: what is quoted beside the point costs a reader's trust.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage, Span
from service.answering.worth import Piece, introduces, pieces, says_something
from service.records import Hit, Question
from service.understanding.wanted import Wanted, tokens_of

READ_HITS = 3
"""Hits that are read for the answer; two and four are as good."""

FIRST_SHARE = 0.6
"""Part of the words that the first stretch may take. With all of them fewer places are wrong, and fewer facts are quoted."""

SECOND_CHANCE = 0.4
"""Part of the first stretch's chance that a second one must have."""

LEAST_WORDS = 12
"""Fewer words left are no room for a second place."""

STRETCH_LINES = 15
"""A longer stretch cannot be cited as one place."""

REPEATED_SHARE = 0.8
"""Part of a unit's words that makes it a repetition where another quote holds them."""


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
class _Likely:
    """A piece and the chance, among all that were read, that it answers."""

    piece: Piece
    chance: float
    words: int


Stretch = Sequence[_Likely]


def excerpts(
    question: Question, words: Sequence[Wanted], hits: Sequence[Hit], budget_words: int, quoted: Sequence[Excerpt] = ()
) -> tuple[Excerpt, ...]:
    """What to quote beside what is `quoted` already, the best first; nothing where no word of the question stands in what was found."""
    likely = _likely(pieces(question, words, hits[:READ_HITS]))
    fresh = [each for each in likely if not quoted or _adds(each.piece, quoted)]
    first = _best(fresh, int(budget_words * FIRST_SHARE))
    if not first:
        return ()
    left = budget_words - _words(first)
    others = [each for each in fresh if each not in first and not any(_same(each.piece, other.piece) for other in first)]
    second = _best(others, left) if left >= LEAST_WORDS else ()
    if not second or _words(second) > left or _chance(second) < SECOND_CHANCE * _chance(first):
        return (_excerpt(first),)
    return (_excerpt(first), _excerpt(second))


def _likely(found: Sequence[Piece]) -> list[_Likely]:
    if not found:
        return []
    worths = [piece.worth for piece in found]
    best = max(worths)
    powers = [math.exp(worth - best) for worth in worths]
    total = sum(powers)
    return [_Likely(piece, power / total, len(piece.text.split())) for piece, power in zip(found, powers, strict=True)]


def _best(likely: Sequence[_Likely], budget: int) -> Stretch:
    """The stretch of neighbours that has most chance; a single unit may be longer than the budget."""
    return _ended(max(_stretches(likely, budget), key=_chance, default=()))


def _stretches(likely: Sequence[_Likely], budget: int) -> Iterator[Stretch]:
    for start, first in enumerate(likely):
        yield [first]
        words = first.words
        for end, last in enumerate(likely[start + 1 :], start + 1):
            words += last.words
            if not _follows(likely[end - 1].piece, last.piece) or words > budget or _lines(first.piece, last.piece) > STRETCH_LINES:
                break
            yield likely[start : end + 1]


def _follows(piece: Piece, other: Piece) -> bool:
    return (piece.place, piece.at + 1) == (other.place, other.at)


def _lines(first: Piece, last: Piece) -> int:
    return first.passage.text.count("\n", first.unit.span.start, last.unit.span.end) + 1


def _ended(stretch: Stretch) -> Stretch:
    """The stretch without what opens something after it."""
    end = len(stretch)
    while end > 1 and introduces(stretch[end - 1].piece.unit, stretch[end - 1].piece.text):
        end -= 1
    return stretch[:end]


def _chance(stretch: Stretch) -> float:
    return sum(each.chance for each in stretch)


def _words(stretch: Stretch) -> int:
    return sum(each.words for each in stretch)


def _adds(piece: Piece, quoted: Sequence[Excerpt]) -> bool:
    """Whether a piece can be quoted beside others: no title, for they have told whose words they are, and no repetition."""
    return says_something(piece) and not any(_repeats(piece, excerpt) for excerpt in quoted)


def _repeats(piece: Piece, excerpt: Excerpt) -> bool:
    if piece.passage.id == excerpt.passage.id and piece.unit.span.meets(excerpt.span):
        return True
    said = tokens_of(excerpt.span.of(excerpt.passage.text))
    return len(piece.tokens.stems & said.stems) >= REPEATED_SHARE * len(piece.tokens.stems)


def _same(piece: Piece, other: Piece) -> bool:
    """Whether two units say the same: one paper is often copied into another."""
    shared = len(piece.tokens.stems & other.tokens.stems)
    return shared >= REPEATED_SHARE * len(piece.tokens.stems | other.tokens.stems)


def _excerpt(stretch: Stretch) -> Excerpt:
    first, last = stretch[0].piece, stretch[-1].piece
    span = Span(first.unit.span.start, last.unit.span.end)
    lead = first.unit.lead if first.unit.lead and first.unit.lead.end <= span.start else None
    return Excerpt(first.passage, span, lead, _chance(stretch))
