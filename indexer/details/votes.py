"""The numbers of votes: "9 ja-röster och 4 nej-röster. En ledamot avstår." """

import re
from collections.abc import Iterator

from indexer.particulars import Vote
from indexer.spans import Span

_WORDS = ("ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)}|ett|inga)"
_GAP = r"[\s\u00a0]+"
_UNIT = rf"(?:{_GAP}(?:ledamöter|ledamot|röster|röst))?"
# "9 ja-röster", "22 JA-röster", "13 ledamöter röstar ja", "9 ja"
_YES = re.compile(rf"\b(?P<n>{_COUNT}){_UNIT}{_GAP}(?:röstar{_GAP}|röstade{_GAP})?(?:ja)(?:[- ]?röst(?:er)?)?(?![\w-])", re.IGNORECASE)
_NO = re.compile(rf"\b(?P<n>{_COUNT}){_UNIT}{_GAP}(?:röstar{_GAP}|röstade{_GAP})?(?:nej)(?:[- ]?röst(?:er)?)?(?![\w-])", re.IGNORECASE)
_ABSTAINS = re.compile(
    rf"\b(?P<n>{_COUNT}){_UNIT}{_GAP}(?:avstår|avstod|som{_GAP}avst(?:år|od)|nedlagd(?:a)?{_GAP}röst(?:er)?)\b", re.IGNORECASE
)
# "15 ledamöter röstar för kommunstyrelsens förslag och 6 för Bo Alms förslag"
_SHARES = re.compile(
    rf"\b(?P<a>{_COUNT}){_GAP}(?:ledamöter|ledamot|röster){_GAP}(?:röstar{_GAP}|röstade{_GAP})?för\b[^.]{{1,120}}?(?:och|mot|,){_GAP}(?P<b>{_COUNT})"
    rf"(?:{_GAP}(?:ledamöter|ledamot|röster))?(?:{_GAP}röstar)?{_GAP}för\b",
    re.IGNORECASE,
)
_FAR = 160
"""Characters between the parts of one count."""


def votes(text: str, at: int = 0) -> Iterator[Vote]:
    """The counts in a text, in order; `at` is where it begins in its source."""
    end = 0
    for yes in _YES.finditer(text):
        if yes.start() < end:
            continue
        no = _NO.search(text, yes.end(), yes.end() + _FAR)
        if no is None:
            continue
        abstained = _ABSTAINS.search(text, no.end(), no.end() + _FAR)
        end = (abstained or no).end()
        yield Vote(Span(at + yes.start(), at + end), _number(yes["n"]), _number(no["n"]), _number(abstained["n"]) if abstained else None)
    if end == 0:
        for shares in _SHARES.finditer(text):
            yield Vote(Span(at + shares.start(), at + shares.end()), shares=(_number(shares["a"]), _number(shares["b"])))


def _number(word: str) -> int:
    plain = word.lower()
    if plain.isdecimal():
        return int(plain)
    return 0 if plain == "inga" else 1 if plain == "ett" else _WORDS.index(plain)
