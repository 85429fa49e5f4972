"""The part of a passage that bears most on a question, in pieces, the question's own words marked. Never any markup."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.language.stems import stem
from indexer.swedish import STOP_WORDS, Word, words, words_of_stems
from service.serving.unmarked import unmarked
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING

WIDTH = 320
"""Characters shown of a passage."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    marked: bool


_DECIDING = frozenset(map(stem, ("beslut", "beslutade", "beslutas", "beslutat")))
"""Minutes say so in every §."""

SHORT = 3
"""Words of so few letters are rarely what a reader looks for; numbers always are."""


def question_stems(question: str) -> frozenset[str]:
    """Stems of the words that say something; of a question of asking words alone, of all."""
    telling = [word.text for word in words(question) if word.text not in STOP_WORDS and (len(word.text) > SHORT or word.text.isdigit())]
    return frozenset(stem(word) for word in telling if fold(word) not in ASKING) - _DECIDING or frozenset(map(stem, telling))


def snippet(text: str, stems: frozenset[str], width: int = WIDTH) -> tuple[Piece, ...]:
    """The `width` characters that hold the most of the question's words, whitespace collapsed and without Markdown's marks.

    >>> [piece.text for piece in snippet("Avgiften för   skolskjuts höjs.", question_stems("skolskjuts")) if piece.marked]
    ['skolskjuts']
    """
    flat = " ".join(unmarked(text).split())
    found = words_of_stems(flat, stems)
    start = _best_start(flat, found, width)
    end = len(flat) if len(flat) - start <= width else flat.rfind(" ", start, start + width)
    end = end if end > start else start + width
    pieces = _pieces(flat, start, end, [word for word in found if start <= word.span.start and word.span.end <= end])
    return (*([Piece("… ", marked=False)] if start else []), *pieces, *([Piece(" …", marked=False)] if end < len(flat) else []))


def _best_start(flat: str, found: Sequence[Word], width: int) -> int:
    """Where to begin: a few words before the marked word that begins the richest stretch."""
    if not found or len(flat) <= width:
        return 0
    reach = width * 3 // 4
    best = max(found, key=lambda first: (_distinct_within(found, first, reach), -first.span.start))
    if best.span.end <= reach:
        return 0
    return flat.rfind(" ", 0, best.span.start - width // 8) + 1


def _distinct_within(found: Sequence[Word], first: Word, reach: int) -> int:
    return len({stem(word.text) for word in found if first.span.start <= word.span.start <= first.span.start + reach})


def _pieces(flat: str, start: int, end: int, marked: Sequence[Word]) -> list[Piece]:
    pieces, at = [], start
    for word in marked:
        if word.span.start > at:
            pieces.append(Piece(flat[at : word.span.start], marked=False))
        pieces.append(Piece(word.span.of(flat), marked=True))
        at = word.span.end
    if at < end:
        pieces.append(Piece(flat[at:end], marked=False))
    return pieces
