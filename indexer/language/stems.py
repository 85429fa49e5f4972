"""Swedish word form → stem: a list of irregular nouns, else three suffix rules, then Snowball, twice.

Snowball alone leaves "skolan" apart from "skola" and "arbetet" from "arbetena"; the rules bring the definite forms
together first, and the second time finds the ending that stood before an ending ("skjutsen", "skjuts"). Words that
merely end like a definite form are listed.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from Stemmer import Stemmer

from indexer.language.vocabulary import DATA

IRREGULAR = DATA / "irregular_nouns.txt"

_SNOWBALL = Stemmer("swedish", 0)

_ET_IS_NO_ENDING = ("het", "itet", "budget", "paket", "planet", "raket", "magnet", "komet", "diet", "poet", "kabinet")
_AN_IS_NO_ENDING = ("plan", "man", "organ", "kran", "gran", "svan", "sedan", "innan", "utan", "ovan", "veteran", "afghan")
_GENITIVES = ("ars", "ors", "ers", "ares", "ndens", "hets")
"""Ends of genitives that Snowball takes for ends of words."""

_SHORTEST_BEFORE = 2
_SHORTEST_LAST = 4
"""Letters before an irregular noun and of the noun in a compound: shorter ones end many another word."""

_SHORTEST = 5
_SHORTEST_TWICE = 5
"""What the second time leaves shorter was no ending: "häls(a)", "säker(het)"."""


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a casefolded word form."""
    if irregular := _irregular(word) or (_irregular(word[:-1]) if word.endswith("s") else None):
        return irregular
    if word.endswith(_GENITIVES) and len(word) > _SHORTEST:
        word = word[:-1]
    once: str = _SNOWBALL.stemWord(_without_article(word))
    twice: str = _SNOWBALL.stemWord(once)
    found = twice if len(twice) >= _SHORTEST_TWICE else once
    return found[:-1] if found.endswith("mm") else found  # programmet, program


def _irregular(word: str) -> str | None:
    """The base form of an irregular noun, or of a compound that ends so."""
    if word in _bases():
        return _bases()[word]
    for at in range(_SHORTEST_BEFORE, len(word) - _SHORTEST_LAST + 1):
        if base := _bases().get(word[at:]):
            return word[:at] + base
    return None


@cache
def _bases() -> Mapping[str, str]:
    """Base forms by form."""
    lines = [line.split() for line in IRREGULAR.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {form: line[0] for line in lines for form in line}


def _without_article(word: str) -> str:
    bare = word[:-1] if word.endswith("s") else word
    if len(bare) < _SHORTEST:
        return word
    if bare.endswith("et") and not bare.endswith(_ET_IS_NO_ENDING):
        return bare[:-1] if bare.endswith("ndet") else bare[:-2]  # yttrandet, yttrande
    if bare.endswith("an") and not bare.endswith(_AN_IS_NO_ENDING):
        return bare[:-1]
    if bare.endswith("ena"):
        return bare[:-1]
    return word
