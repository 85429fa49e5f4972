"""What kind of thing answers a question (persons, a date, a number) and how much of it a piece of text holds.

Cheap and forgiving: it moves a passage a little up or down among those that the words found, and never leaves one out.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from indexer.units import is_row
from service.kinds import fold
from service.records import Question


class Sought(StrEnum):
    """A kind of thing that answers."""

    PERSON = "person"
    DATE = "date"
    NUMBER = "number"


_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_PEOPLE = r"\w*(?:ledam\w+|ersattare|rektor\w*|revisor\w*|personer|chef\w*|politiker\w*|ordforande\w*|handlaggare\w*)"

_ASKED = {
    Sought.PERSON: re.compile(rf"\bvems?\b|\bvad heter\b|\bwho(?:se)?\b|\bvilka? (?:\w+ ){{0,3}}?{_PEOPLE}"),
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
_NUMBER = re.compile(r"(?<![\w/:§-])(?<!§ )\d{1,3}(?:[ \u00a0]\d{3})*(?:[.,]\d+)?%?(?![\w/:-])")

_ENOUGH = {Sought.PERSON: 2, Sought.DATE: 1, Sought.NUMBER: 6}
"""So many are as good as more: a passage with one number answers nothing more often than one with a table of them."""

_PATTERNS = {Sought.PERSON: _NAME, Sought.DATE: _DATE, Sought.NUMBER: _NUMBER}
_ENOUGH_ROWS = 4


def sought(question: Question) -> frozenset[Sought]:
    """What would answer; often nothing that can be told."""
    folded = fold(question.text)
    return frozenset(kind for kind, pattern in _ASKED.items() if pattern.search(folded))


def held(kind: Sought, text: str) -> float:
    """How much of it a text holds, from 0 to 1.

    >>> held(Sought.DATE, "Planen antogs den 4 mars 2024.")
    1.0
    """
    return _counted(_PATTERNS[kind].finditer(text), _ENOUGH[kind])


def rows(text: str) -> float:
    """How much of a table a text holds, from 0 to 1."""
    return _counted((line for line in text.splitlines() if is_row(line)), _ENOUGH_ROWS)


def _counted(found: Iterator[object], enough: int) -> float:
    return sum(1 for _ in islice(found, enough)) / enough
