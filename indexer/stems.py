"""Swedish word form → stem: three suffix rules, then Snowball, twice.

Snowball alone leaves "skolan" apart from "skola" and "arbetet" from "arbetena"; the rules bring the definite forms
together first, and the second time finds the ending that stood before an ending ("skjutsen", "skjuts"). Words that
merely end like a definite form are listed.
"""

from functools import lru_cache

from Stemmer import Stemmer

_SNOWBALL = Stemmer("swedish", 0)

_ET_IS_NO_ENDING = ("het", "itet", "budget", "paket", "planet", "raket", "magnet", "komet", "diet", "poet", "kabinet")
_AN_IS_NO_ENDING = ("plan", "man", "organ", "kran", "gran", "svan", "sedan", "innan", "utan", "ovan", "veteran", "afghan")
_SHORTEST = 5
_SHORTEST_TWICE = 5
"""What the second time leaves shorter was no ending: "häls(a)", "säker(het)"."""


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a casefolded word form."""
    once: str = _SNOWBALL.stemWord(_without_article(word))
    twice: str = _SNOWBALL.stemWord(once)
    found = twice if len(twice) >= _SHORTEST_TWICE else once
    return found[:-1] if found.endswith("mm") else found  # programmet, program


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
