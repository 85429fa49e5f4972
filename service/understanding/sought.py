"""What kind of thing answers a question (persons, a date, a number, a list, a proposal, what holds now) and where a text holds it.

Cheap and forgiving: it moves a passage a little up or down among those that the words found, and never leaves one out.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from indexer.dates import MONTHS
from service.records import Asks, Question
from service.understanding.blocks import marked
from service.understanding.kinds import fold


class Sought(StrEnum):
    """A kind of thing that answers."""

    PERSON = "person"
    DATE = "date"
    NUMBER = "number"


_MONTH = rf"(?:{'|'.join(MONTHS)})"
_PEOPLE = r"\w*(?:ledam\w+|ersattare|rektor\w*|revisor\w*|personer|chef\w*|politiker\w*|ordforande\w*|handlaggare\w*)"

_WHO_DID = r"\bvilka (?:\w+ ){0,3}?(?:reserver|rosta|avsto|delt(?:og|ar|agit)|narvar|yrka|juster)\w*"

_ASKED = {
    Sought.PERSON: re.compile(rf"\bvems?\b|\bvad het(?:er|te)\b|\bwho(?:se)?\b|\bvilka? (?:\w+ ){{0,3}}?{_PEOPLE}|{_WHO_DID}"),
    Sought.DATE: re.compile(
        r"\bnar\b|\bdatum|\bsista dag|\bvilken (?:dag|manad|tid)|\bvilket ar\b|\bgiltighetstid|\bhur lange|\bperiod|\bwhen\b|\bhow long\b"
    ),
    Sought.NUMBER: re.compile(
        r"\bhur (?:mycket|manga|stor\w*|hog\w*|dyr\w*|lag\w*)|\bkost(?:a|ar|ade)\b|\w*kostnad(?:en|er|erna)?\b"
        r"|\bhow (?:much|many|large|high)\b|\b(?:belopp|andel|procent|antal|summa|avgift|budget|resultat)\w*"
    ),
}
"""In a folded question (a–z)."""

_NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöé]+(?:[- ][A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖÉ][a-zåäöé]+")
_DATE = re.compile(
    rf"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d{{1,2}} (?:{_MONTH}|jan|feb|aug|sept?|okt|nov|dec)\b"
    rf"|\b(?:{_MONTH}|hösten|våren|sommaren|år) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d\b(?![ \u00a0]?(?:kr\b|kronor|[tm]n?kr\b|st\b|stycken|personer|elever|timmar|procent|%))"
_NUMBER = re.compile(rf"(?<![\w/:§.,-])(?<!§ )(?!{_YEAR})\d+(?:[ \u00a0]\d{{3}})*(?:[.,]\d+)?(?:%|:-)?(?![\w/:-])")

_ITEM = re.compile(r"^[ \t]*(?:[•\-–*\uf0b7]|\d{1,2}[.)]|[a-h]\))[ \t]", re.MULTILINE)
_ENOUGH_ITEMS = 4

_ENOUGH = {Sought.PERSON: 2, Sought.DATE: 1, Sought.NUMBER: 6}
"""So many are as good as more."""
_PATTERNS = {Sought.PERSON: _NAME, Sought.DATE: _DATE, Sought.NUMBER: _NUMBER}

_PROPOSED = re.compile(r"\bforesl\w+|\bforslag\w*|\bpropos\w+")
_MOVED = re.compile(r"\byrka\w*|\breserv(?:er|ation)\w*|\bmotforslag\w*|\brost(?:er\b|ade|ning)\w*|\bomrost\w*|\bvot(?:e|ing)\w*")
_HOLDS = re.compile(
    r"\b(?:är|gäller|galler|kostar|heter|finns|får|måste|maste|skiljer|is|are|costs?|appl(?:y|ies))\b"
    r"|\b(?:vad|vem|var|vilk\w+|hur \w+) ar\b"
)
"""What is asked about the present; in a question in small letters, since "år" is no "är"."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a question wants: kinds of thing, often none that can be told; what was proposed, what was moved or voted on;
    several things; what holds now."""

    kinds: frozenset[Sought]
    proposal: bool
    motion: bool
    list: bool
    latest: bool


def sought(question: Question) -> frozenset[Sought]:
    """The kinds of thing that would answer; often none that can be told."""
    folded = fold(question.text)
    return frozenset(kind for kind, pattern in _ASKED.items() if pattern.search(folded))


def wish(question: Question) -> Wish:
    """What would answer."""
    folded, kinds = fold(question.text), sought(question)
    return Wish(
        kinds=kinds,
        proposal=bool(_PROPOSED.search(folded)),
        motion=bool(_MOVED.search(folded)),
        list=question.asks is Asks.LIST and Sought.PERSON not in kinds,
        latest=not question.periods and bool(_HOLDS.search(f"{question.text} {question.searched}".casefold())),
    )


@lru_cache(maxsize=1 << 12)
def places(kind: Sought, text: str) -> int:
    """Where a text holds it (service/understanding/blocks.py says how places are written).

    >>> places(Sought.DATE, "Planen antogs den 4 mars 2024."), places(Sought.DATE, "Planen antogs.")
    (1, 0)
    """
    return marked(match.start() for match in _PATTERNS[kind].finditer(text))


def held(kind: Sought, text: str) -> float:
    """How much of it a text holds, from 0 to 1.

    >>> held(Sought.DATE, "Planen antogs den 4 mars 2024.")
    1.0
    """
    return _counted(_PATTERNS[kind], text, _ENOUGH[kind])


def items(text: str) -> float:
    """How much of a list a text holds, from 0 to 1."""
    return _counted(_ITEM, text, _ENOUGH_ITEMS)


def _counted(pattern: re.Pattern[str], text: str, enough: int) -> float:
    return sum(1 for _ in islice(pattern.finditer(text), enough)) / enough
