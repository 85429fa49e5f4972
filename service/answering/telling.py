"""What a sentence, item or row tells of the kind of thing that a question asks for: a sum, a day, a name, a reason, a law.

Cheap and forgiving, like service/understanding/sought.py, but for single units: a day in a sentence is no number of anything.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from indexer import references
from indexer.dates import MONTHS
from service.records import Asks, Question
from service.sentences import Form, Unit
from service.understanding.kinds import fold
from service.understanding.sought import Sought, held, sought

NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)+\b|\([A-ZÅÄÖ]{1,3}\)")  # "Stina Ek", "(S)"
_MONTH = "|".join(MONTHS)
TIME = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTH}|dag|vecka|månad|termin|år)", re.IGNORECASE)
_FIGURE = re.compile(r"\d")

_NUMBER = re.compile(r"(?<![\w/:.,-])\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?(?![\w/:-])")
_NO_NUMBER = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTH})\b|\b\d{{4}}-\d\d-\d\d\b|\b(?:19|20)\d\d\b|§+ ?\d+|\b\d+ kap\b|\bkl(?:\.|ockan)? ?\d+(?:[.:]\d\d)?"
    r"|\bdnr\b[.:]? ?(?:[a-zåäö]{1,6}[ -]?)?\d[\d/.:-]*|\b\d\d?[.)](?= )",
    re.IGNORECASE,
)
"""Days, years, §, chapters, times and marks of items count and measure nothing."""

_ENOUGH_NUMBERS = 4
"""So many are as good as more: a table's row has them."""

_WHY = re.compile(r"\bvarfor\b|\bwhy\b|\bvad beror\b|\borsak|\bskal(?:et|en)?\b|\bmotiver|\banledning")
_REASON = re.compile(
    r"\b(?:pa grund av|darfor|eftersom|med anledning av|till foljd av|med hanvisning till|ber(?:or|odde) pa|for att|da det|da den"
    r"|inneb\w+|led(?:er|de) till|orsak\w*|anledning\w*|motiver\w*|skal\w{0,2}|jav\w*)\b"
)
_WHICH_LAW = re.compile(r"\blagrum|\bvilk(?:en|a) (?:lag|lagar|paragraf)\b|\bvilk(?:et|a) (?:diarienummer|dnr)\b|\bwhich (?:law|section)\b")
_LAW = re.compile(r"§|\bkap\b|\b(?:19|20)\d\d:\d+|\w+lagen\b|\bdnr\b|\b(?:19|20)\d\d[./]\d{2,}|\b(?:sol|kl|lss|lvu)\b", re.IGNORECASE)

Holds = Callable[[Unit, str], Mapping[str, float]]
"""What a unit holds of it, each fact from 0 to 1."""


def asked_for(question: Question) -> Holds:
    """What to look for in the units, by the question."""
    folded = fold(question.text)
    kinds, why, law = sought(question), bool(_WHY.search(folded)), bool(_WHICH_LAW.search(folded))

    def holds(unit: Unit, text: str) -> Mapping[str, float]:
        return {
            "form": float(_has_form(question.asks, unit, text)),
            "figure": float(bool(_FIGURE.search(text))),
            **{kind.value: numbers(text) if kind is Sought.NUMBER else held(kind, text) for kind in kinds},
            **({"reason": float(bool(_REASON.search(fold(text))))} if why else {}),
            **({"reference": float(bool(_LAW.search(text)))} if law else {}),
        }

    return holds


@lru_cache(maxsize=1 << 12)
def numbers(text: str) -> float:
    """How many numbers a text holds that count or measure something, from 0 to 1."""
    return min(len(_NUMBER.findall(_NO_NUMBER.sub(" ", text))), _ENOUGH_NUMBERS) / _ENOUGH_NUMBERS


def _has_form(asks: Asks, unit: Unit, text: str) -> bool:
    if asks is Asks.AMOUNT:
        return bool(_FIGURE.search(text))
    if asks in (Asks.WHEN, Asks.TIMELINE):
        return bool(references.dates(text) or TIME.search(text))
    if asks is Asks.WHO:
        return bool(NAME.search(text))
    return asks is Asks.LIST and unit.form in (Form.ITEM, Form.ROW)
