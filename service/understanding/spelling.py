""" "Menade du …?": the question with its mistyped words as they may have been meant, for the reader to take or leave.

A word is doubted where the vocabulary does not know it and nothing indexed holds it; names that are indexed never are.
What it may have been is one slip from it: a name that is indexed, a word of the hits, or one that the vocabulary knows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.index import Access, Facets, Index
from indexer.language.slips import SHORTEST, apart, near
from indexer.language.stems import stem
from indexer.language.vocabulary import ranks
from service.records import Hit, Question
from service.understanding.kinds import fold
from service.understanding.wanted import is_held

_WORD = re.compile(r"(?<![\w§/:.@&'’-])[^\W\d_]+(?![\w@&/]|[-:.'’]\w)")

_WITHIN = re.compile(r"[\w,] $")
"""What stands before a word inside a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question was asked: what is indexed, who asks, and what was found for it."""

    known: Facets
    index: Index
    access: Access
    hits: Sequence[Hit] = field(default=())

    @property
    def names(self) -> Iterator[str]:
        """Words of the names of municipalities and bodies."""
        return (word for name in (*self.known.municipalities, *self.known.bodies) for word in _WORD.findall(name))


def meant(question: Question, place: Place) -> str | None:
    """A Swedish question spelled otherwise; None where no word of it is doubted, or nothing is near."""
    if question.in_english:
        return None
    text = question.own or question.swedish or question.text
    spelled = _WORD.sub(lambda match: _corrected(match, place), text)
    return spelled if spelled != text else None


def _corrected(match: re.Match[str], place: Place) -> str:
    typed = match[0]
    word = typed.casefold()
    if not _is_doubted(typed, place):
        return typed
    # another form of the same word finds the same
    others = (other for other in _others(word, match.start() > 0 and typed != word, place) if stem(other.casefold()) != stem(word))
    other = next(others, typed)
    return other if typed == word or other[0].isupper() else other.capitalize()


def _is_doubted(typed: str, place: Place) -> bool:
    word = typed.casefold()
    if len(word) < SHORTEST or typed.isupper() or word in ranks() or word.removesuffix("s") in ranks():
        return False
    is_name = any(fold(word) in (fold(name), f"{fold(name)}s") for name in place.names)
    return not is_name and not is_held(word, place.index, place.access)


def _others(word: str, is_name: bool, place: Place) -> Iterator[str]:
    """What a doubted word may have been, the likeliest first; a name only names."""
    yield from _one_slip_from(word, place.names)
    in_hits = _usual_first(_one_slip_from(word, _words(word, place.hits)))
    if is_name:
        yield from (other for other in in_hits if other[0].isupper())
        return
    yield from in_hits
    yield from sorted(near(word), key=lambda other: not is_held(other, place.index, place.access))


def _one_slip_from(word: str, others: Iterable[str]) -> list[str]:
    return [other for other in others if apart(word, other.casefold())]


def _usual_first(words: Sequence[str]) -> list[str]:
    return [word for word, _ in Counter(words).most_common()]


def _words(word: str, hits: Sequence[Hit]) -> Iterator[str]:
    """The words of the hits that begin as a word does and are about as long; with the capital of a name, not that of a sentence."""
    alike = re.compile(rf"\b{re.escape(word[0])}[^\W\d_]{{{len(word) - 2},{len(word)}}}\b", re.IGNORECASE)
    for hit in hits:
        for match in alike.finditer(hit.passage.text):
            yield match[0] if _WITHIN.search(match.string, max(0, match.start() - 2), match.start()) else match[0].lower()
