"""Swedish word form → stem: three suffix rules, then Snowball.

Snowball alone leaves "skolan" apart from "skola" and "avtalen" from "avtalet"; the rules bring the definite forms
together first. Words that merely end like a definite form are listed.
"""

from functools import lru_cache

from Stemmer import Stemmer

_SNOWBALL = Stemmer("swedish", 0)

_ET_IS_NO_ENDING = ("het", "itet", "budget", "paket", "planet", "raket", "magnet", "komet", "diet", "poet", "kabinet")
_AN_IS_NO_ENDING = ("plan", "man", "organ", "kran", "gran", "svan", "sedan", "innan", "utan", "ovan", "veteran", "afghan")
_SHORTEST = 5


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a casefolded word form."""
    return str(_SNOWBALL.stemWord(_without_article(word)))


def _without_article(word: str) -> str:
    bare = word[:-1] if word.endswith("s") else word
    if len(bare) < _SHORTEST:
        return word
    if bare.endswith("et") and not bare.endswith(_ET_IS_NO_ENDING):
        return bare[:-2]
    if bare.endswith("an") and not bare.endswith(_AN_IS_NO_ENDING):
        return bare[:-1]
    if bare.endswith("ena"):
        return bare[:-1]
    return word
