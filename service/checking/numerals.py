"""Numbers written as words, in Swedish and English: "tjugo" is 20, "tvåhundra" 200. "En" and "ett" are articles before numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from indexer.documents import Span
from service.understanding.kinds import fold

_ONES = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
_TENS = {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}
_TEENS = {
    "tio": 10,
    "elva": 11,
    "tolv": 12,
    "tretton": 13,
    "fjorton": 14,
    "femton": 15,
    "sexton": 16,
    "sjutton": 17,
    "arton": 18,
    "nitton": 19,
}
_ENGLISH_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_ENGLISH_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ENGLISH_TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16}
_ENGLISH_TEENS |= {"seventeen": 17, "eighteen": 18, "nineteen": 19}

_VALUES = {
    **{word: value for word, value in (_ONES | _ENGLISH_ONES).items() if value > 1},
    **_TEENS,
    **_ENGLISH_TEENS,
    **_TENS,
    **_ENGLISH_TENS,
    **{f"{ten}{one}": value + unit for ten, value in _TENS.items() for one, unit in _ONES.items()},
    **{f"{ten}-{one}": value + unit for ten, value in _ENGLISH_TENS.items() for one, unit in _ENGLISH_ONES.items()},
    **{f"{one}hundra": 100 * unit for one, unit in _ONES.items()},
    "hundra": 100,
    "hundred": 100,
}
# scans lose their marks: "tva"
_VALUES |= {fold(word): value for word, value in _VALUES.items()}
_WORD = re.compile(r"(?:(?i:twen|thir|for|fif|six|seven|eigh|nine)ty-)?[^\W\d_]+")


def numerals(text: str) -> Iterator[tuple[str, Span]]:
    """Each number of two or more that is written as a word, as digits, with its place."""
    for match in _WORD.finditer(text):
        value = _VALUES.get(match[0].lower())
        if value:
            yield str(value), Span(*match.span())


@lru_cache(maxsize=512)
def spelled(text: str) -> frozenset[str]:
    """The numbers of a text that are written as words."""
    return frozenset(value for value, _ in numerals(text))
