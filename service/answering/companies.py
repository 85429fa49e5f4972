"""Companies: whether a question asks for one ("vilken entreprenör"), and whether a text names one.

A name is told by its form ("Ek Bygg AB"), or by a capital after a word that companies stand with ("via Granbydata").
"""

import re

from indexer.language.vocabulary import ranks
from indexer.municipalities import find
from service.records import Question
from service.understanding.kinds import fold

RARE_RANK = 20_000
"""Place in the list of words by frequency from which a word may be a name."""

_KIND = (
    r"(?:foretag|bolag|entreprenor|leverantor|konsult|konsultfirma|bank|firma|byra|arkitekt|maklare|operator|tillverkare|utforare"
    r"|company|firm|contractor|supplier|consultant)"
)
_ASKED = re.compile(
    rf"\b(?:vilken|vilket|which|what) (?:\w+ ){{0,2}}?\w*{_KIND}\b|\bvad het(?:er|te) (?:\w+ ){{0,2}}?\w*{_KIND}(?:en|et|n)\b"
)
"""Of folded text."""

_REGISTERED = re.compile(r"\b(?:AB|HB|KB|Aktiebolag(?:et)?)\b")
_BESIDE = re.compile(
    r"\b(?:av|från|via|med|hos|genom|till|\w*(?:[Ff]öretag|[Bb]olag|[Ll]everantör|[Ee]ntreprenör|[Kk]onsult|[Ff]irma|[Bb]yrå|[Bb]ank)(?:et|en|n)?)"
    r"(?: är| heter)?\s+(?P<name>[A-ZÅÄÖ][\w&]*[a-zåäöé]\w*)\b(?! [A-ZÅÄÖ])"
)
"""One word in capitals: two in a row are mostly a person."""

_NO_COMPANY = re.compile(
    r"\w*(?:kommun|region|lan|namnd|styrelse|fullmaktige|utskott|forvaltning|avdelning|enhet|skola|skolan|chef|direktor|beslut|forslag"
    r"|bilaga|skrivelse|protokoll|lag|forordning|plan|verk|myndighet|radet)(?:en|n|et|s|ens|ets|er|erna|ar)?"
)
"""Of a folded word."""


def is_asked(question: Question) -> bool:
    """Whether the question asks which company it is."""
    return _ASKED.search(fold(question.text)) is not None


def names_one(question: Question, text: str) -> bool:
    """Whether a text names a company; what the question names itself, places and bodies are none."""
    if _REGISTERED.search(text):
        return True
    asked, places = fold(question.text), {fold(name) for name, _ in find(text)}
    found = (match["name"] for match in _BESIDE.finditer(text) if ranks().get(match["name"].casefold(), RARE_RANK) >= RARE_RANK)
    return any(not _NO_COMPANY.fullmatch(name) and name not in asked and name.removesuffix("s") not in places for name in map(fold, found))
