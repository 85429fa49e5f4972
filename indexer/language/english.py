"""English questions put into Swedish, word by word, by a frozen glossary: "fee for childcare" → "avgift barnomsorg".

No translation to be read: what is searched with. Names, numbers, § and Dnr stay as they are, and so does every word that
the glossary lacks.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from Stemmer import Stemmer

from indexer.language.vocabulary import DATA

FILE = DATA / "english.txt"

# "children's", "e-service"; words with digits are names or numbers
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_GENITIVE = re.compile(r"['’]s\b")
_STEMMER = Stemmer("english", 1 << 12)
_LONGEST = 5
"""Words of the longest phrase that is looked for."""

_MAY, _MONTH = "May", "mayday"
"""A month only with its capital and not first, else a verb."""


@dataclass(frozen=True, slots=True)
class InSwedish:
    """A question in Swedish words. `also` holds further meanings, the less usual ones."""

    text: str
    also: tuple[str, ...]


def in_swedish(text: str) -> InSwedish:
    """The text with all that the glossary knows in Swedish; words that only bind or ask are gone."""
    text = _GENITIVE.sub("", text)
    pieces: list[str] = []
    also: list[str] = []
    end = 0
    for start, stop, meanings in _found(text):
        pieces += [text[end:start], *meanings[:1]]
        also += meanings[1:]
        end = stop
    pieces.append(text[end:])
    return InSwedish(" ".join("".join(pieces).split()), tuple(dict.fromkeys(also)))


def _found(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """What the glossary knows, in order: where it stands, and its meanings. The longest phrase wins."""
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    forms = [_MONTH if word == _MAY and at else word.casefold() for at, (_, _, word) in enumerate(words)]
    stems = _STEMMER.stemWords(forms)
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            exact, loose = (_glossary().get(tuple(each[at : at + length])) for each in (forms, stems))
            meanings = loose if exact is None else exact
            if meanings is not None and _together(text, words[at : at + length]):
                yield words[at][0], words[at + length - 1][1], meanings
                at += length - 1
                break
        at += 1


def _together(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Whether nothing but a space or a hyphen stands between the words."""
    return all(text[one[1] : other[0]] in (" ", "-") for one, other in itertools.pairwise(words))


@cache
def _glossary() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Meanings by words and by their stems, "minutes" apart from "minute"; none for words that only bind or ask."""
    exact: dict[tuple[str, ...], tuple[str, ...]] = {(_MONTH,): ("maj",)}
    stemmed: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, _, swedish = line.partition(":")
            meanings = tuple(word.strip() for word in swedish.split(",") if word.strip())
            for key in english.split(","):
                words = _WORD.findall(_GENITIVE.sub("", key.casefold()))
                exact[tuple(words)] = meanings
                stems = tuple(_STEMMER.stemWords(words))
                stemmed[stems] = tuple(dict.fromkeys((*stemmed.get(stems, ()), *meanings)))
    return stemmed | exact
