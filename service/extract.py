"""The answer in the documents' own words: which stretch of which passage to quote, and what beside it.

Each unit's worth becomes a chance that it is what answers; the stretch of neighbours with most chance in it is quoted as it
stands. Room that is left goes to what stands near it; another place is quoted only where it is nearly as likely, since what
is quoted beside the point costs a reader's trust.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage, Span
from service.answering.lacking import lacking
from service.answering.worth import Piece, introduces, pieces, says_something
from service.places import seams
from service.records import Hit, Question
from service.sentences import Form
from service.understanding.wanted import Tokens, Wanted, met, tokens_of, tokens_of_all, weight

READ_HITS = 3
"""Hits that are read for the answer; two and four are as good."""

FIRST_SHARE = 0.6
"""Part of the words that the first stretch may take. With all of them fewer places are wrong, and fewer facts are quoted."""

BESIDE_CHANCE = 0.1
"""Part of the first stretch's chance that another one must have where one citation shows both …"""

ELSEWHERE_CHANCE = 0.3
"""… and where it needs a citation of its own, which is wrong more often than the first."""

HOLDING_CHANCE = 0.1
"""Part of the best stretch's chance that one must have which holds the sum, name, time or votes asked for, where the best does not."""

LIKELY = 0.4
SURE_ELSEWHERE_CHANCE = 0.6
"""Chance of the first stretch from which another place must be likelier to be quoted too."""

MORE_SHARE = 0.03
"""Part of the question's weight that another place must hold and what is quoted does not: it would only say the same again."""

MOST_STRETCHES = 3

LEAST_WORDS = 12
"""Fewer words left are no room for another stretch."""

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

    @property
    def words(self) -> int:
        """How many words the span holds."""
        return len(self.span.of(self.passage.text).split())


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
    first = _answering(question, fresh, int(budget_words * FIRST_SHARE))
    if not first:
        return ()
    first = _with_its_list(first, likely, budget_words)
    chosen, left = [first], budget_words - _words(first)
    while len(chosen) < MOST_STRETCHES and left >= LEAST_WORDS and (more := _next(words, fresh, chosen, left)):
        chosen.append(more)
        left -= _words(more)
    return tuple(map(_excerpt, chosen))


def _likely(found: Sequence[Piece]) -> list[_Likely]:
    if not found:
        return []
    worths = [piece.worth for piece in found]
    best = max(worths)
    powers = [math.exp(worth - best) for worth in worths]
    total = sum(powers)
    return [_Likely(piece, power / total, len(piece.text.split())) for piece, power in zip(found, powers, strict=True)]


def _answering(question: Question, fresh: Sequence[_Likely], budget: int) -> Stretch:
    """The stretch of neighbours that has most chance; where it lacks the kind of thing asked for, the best that does not."""
    best = _ended(max(_stretches(fresh, budget), key=_chance, default=()))
    if not best or lacking(question, _text(best)) is None:
        return best
    near = (stretch for stretch in map(_ended, _stretches(fresh, budget)) if _chance(stretch) >= HOLDING_CHANCE * _chance(best))
    # the likeliest first, so that few are looked at
    return next((stretch for stretch in sorted(near, key=_chance, reverse=True) if lacking(question, _text(stretch)) is None), best)


def _with_its_list(stretch: Stretch, likely: Sequence[_Likely], budget: int) -> Stretch:
    """The stretch with the rest of a list that it opens, as far as there is room: a part would pass for the whole."""
    opened = any(each.piece.unit.lead is None and introduces(each.piece.unit, each.piece.text) for each in stretch[:-1])
    if not opened or stretch[-1].piece.unit.form is not Form.ITEM:
        return stretch
    whole = list(stretch)
    for each in likely:
        if _follows(whole[-1].piece, each.piece) and each.piece.unit.form is Form.ITEM:
            if _words(whole) + each.words > budget:
                break
            whole.append(each)
    return whole


def _next(words: Sequence[Wanted], fresh: Sequence[_Likely], chosen: Sequence[Stretch], left: int) -> Stretch:
    """The likeliest stretch to quote beside those chosen; empty where none is likely enough, or says more of what is asked."""
    taken = [each.piece for stretch in chosen for each in stretch]
    others = [each for each in fresh if not any(each.piece is piece or _same(each.piece, piece) for piece in taken)]
    first = _chance(chosen[0])
    # what is never likely enough is most of it, and is left first
    near = (stretch for stretch in _stretches(others, left) if _chance(stretch) >= BESIDE_CHANCE * first)
    fitting = (stretch for stretch in map(_ended, near) if _words(stretch) <= left)
    likely = (stretch for stretch in fitting if _chance(stretch) >= _least(stretch, chosen, first) * first)
    surest = sorted(likely, key=_chance, reverse=True)
    return next((one for one in surest if any(_in_reach(one, other) for other in chosen) or _says_more(words, one, chosen)), ())


def _says_more(words: Sequence[Wanted], stretch: Stretch, chosen: Sequence[Stretch]) -> bool:
    """Whether a stretch, with its header, holds words of the question that those chosen do not."""
    said, own = _held(chosen), _held([stretch])
    return sum(word.weight * (1 - met(word, said)) * met(word, own) for word in words) >= MORE_SHARE * weight(words) > 0


def _held(stretches: Sequence[Stretch]) -> Tokens:
    return tokens_of_all([text for each in stretches for text in (each[0].piece.passage.header, _text(each))])


def _least(stretch: Stretch, chosen: Sequence[Stretch], first: float) -> float:
    """The part of the first stretch's chance that another must have; what is surer than LIKELY needs less beside it."""
    if any(_in_reach(stretch, other) for other in chosen):
        return BESIDE_CHANCE
    return ELSEWHERE_CHANCE if first < LIKELY else SURE_ELSEWHERE_CHANCE


def _in_reach(stretch: Stretch, other: Stretch) -> bool:
    """Whether one citation can show both."""
    pieces = sorted((each.piece for each in (*stretch, *other)), key=lambda piece: piece.at)
    return stretch[0].piece.place == other[0].piece.place and _are_one_place(pieces[0], pieces[-1])


def _are_one_place(first: Piece, last: Piece) -> bool:
    """Whether two units of a passage stand together in the file, near enough for one citation: not on both sides of page furniture."""
    between = range(first.unit.span.end, last.unit.span.start + 1)
    return _lines(first, last) <= STRETCH_LINES and not any(seam in between for seam in seams(first.passage))


def _stretches(likely: Sequence[_Likely], budget: int) -> Iterator[Stretch]:
    """Neighbours within the budget; a single unit may be longer."""
    for start, first in enumerate(likely):
        yield [first]
        words = first.words
        for end, last in enumerate(likely[start + 1 :], start + 1):
            words += last.words
            if not _follows(likely[end - 1].piece, last.piece) or words > budget or not _are_one_place(first.piece, last.piece):
                break
            yield likely[start : end + 1]


def _follows(piece: Piece, other: Piece) -> bool:
    return (piece.place, piece.at + 1) == (other.place, other.at)


def _lines(first: Piece, last: Piece) -> int:
    return _between(first, last).count("\n") + 1


def _text(stretch: Stretch) -> str:
    return _between(stretch[0].piece, stretch[-1].piece)


def _between(first: Piece, last: Piece) -> str:
    return first.passage.text[first.unit.span.start : last.unit.span.end]


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
