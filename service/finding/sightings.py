"""Where the words of a question stand in a text: which of them it holds, and how many stand close together.

A text is cut into blocks of BLOCK characters; a place is the number of a block, and places are the bits of a whole number,
for this runs for every word in every candidate. Damaged text is met by forms without marks. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer import swedish
from service.understanding.blocks import BLOCK
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING

PART_WORTH = 0.5
"""What a part of a compound is worth beside the word itself."""

_UNMARKED = str.maketrans("åäöéèü", "aaoeeu")

_INSIDE_LETTERS = 4
"""A shorter stem must begin a word; a longer one may stand inside a compound."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of the question is found by: forms inside words, short forms and numbers that begin one, its parts."""

    inside: tuple[str, ...]
    beginning: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """How surely a text holds a word, from 0 to 1, and its places."""

    worth: float
    places: int


NOWHERE = Sighting(0.0, 0)


@lru_cache(maxsize=1 << 8)
def looked_for(text: str) -> tuple[Word, ...]:
    """What to look for: each word of content once."""
    found: dict[tuple[str, ...], Word] = {}
    for word in swedish.words(text):
        if fold(word.text) in ASKING:
            continue
        tokens = swedish.question_tokens(word.text)
        stems = tokens["stems"]
        if stems and stems not in found:
            parts = [part for part in tokens["parts"] if part not in stems and len(part) >= _INSIDE_LETTERS]
            found[stems] = _word(stems, parts)
    return tuple(found.values())


def _word(stems: Iterable[str], parts: Iterable[str]) -> Word:
    forms = _forms(stems)
    inside = [form for form in forms if len(form) >= _INSIDE_LETTERS and not form.isdigit()]
    return Word(tuple(inside), tuple(form for form in forms if form not in inside), tuple(_forms(parts)))


def _forms(stems: Iterable[str]) -> list[str]:
    """As written, and as damaged text has it."""
    return list(dict.fromkeys(form for stem in stems for form in (stem, fold(stem))))


def seen(words: Sequence[Word], text: str, *, unmarked: bool = False) -> list[Sighting]:
    """Each word, where the text holds it; `unmarked`: the words were typed without å, ä and ö, and the text is read without them."""
    lowered = text.casefold()
    if unmarked:
        lowered = lowered.translate(_UNMARKED)
    return [_sighting(word, lowered) for word in words]


def _sighting(word: Word, lowered: str) -> Sighting:
    places = 0
    for form in word.inside:
        if form in lowered:
            places |= _places(form, lowered)
    for form in word.beginning:
        if form in lowered:
            places |= _beginnings(form, lowered)
    if places:
        return Sighting(1.0, places)
    for part in word.parts:
        if part in lowered:
            places |= _places(part, lowered)
    return Sighting(PART_WORTH, places) if places else NOWHERE


def _places(form: str, lowered: str) -> int:
    places, at = 0, lowered.find(form)
    while at >= 0:
        block = at // BLOCK
        places |= 1 << block
        at = lowered.find(form, (block + 1) * BLOCK)
    return places


def _beginnings(form: str, lowered: str) -> int:
    """Where it begins a word; a number must be all of it."""
    places, at, number = 0, lowered.find(form), form.isdigit()
    while at >= 0:
        end = at + len(form)
        if not (_in_word(lowered[at - 1 : at]) or (number and lowered[end : end + 1].isdigit())):
            block = at // BLOCK
            places |= 1 << block
            end = (block + 1) * BLOCK
        at = lowered.find(form, end)
    return places


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def closest(weights: Sequence[float], sightings: Sequence[Sighting], beside: int | None = None) -> float:
    """The most that one window holds, of all the words' weight; only windows with one of the places `beside`, where given."""
    allowed = -1 if beside is None else _windows(beside)
    held: dict[int, float] = {}
    for weight, one in zip(weights, sightings, strict=True):
        windows = _windows(one.places) & allowed
        while windows:
            window = windows & -windows
            held[window] = held.get(window, 0.0) + weight * one.worth
            windows ^= window
    return max(held.values(), default=0.0)


def _windows(places: int) -> int:
    """The windows that hold some places: each block is in two."""
    return places | places << 1
