"""Whether the words to quote hold the kind of thing that is asked for: a sum, a person, a time, votes.

Papers often mention a matter without the very thing asked ("avgiften enligt bilaga"). Only what is plainly lacking counts.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from indexer import municipalities, references
from indexer.dates import MONTHS
from indexer.language.vocabulary import word_list
from service.answering import companies
from service.answering.telling import TIME, numbers
from service.records import Asks, Question
from service.understanding.kinds import fold


class Lack(StrEnum):
    """What is asked for and not held."""

    SUM = "sum"
    NAME = "name"
    TIME = "time"
    VOTES = "votes"
    NUMBER = "number"
    COMPANY = "company"
    AGE = "age"
    MUNICIPALITY = "municipality"
    AMOUNT = "amount"


_MONEY = r"kosta|kostnad|pris|avgift(?!sfri|sbefri)|kronor|tkr|mkr|belopp|betala|skattesats|fee|cost|price|salary"
_SUM = re.compile(rf"\b(?:{_MONEY})\w*|\b(?:manads|ars|tim)?lon\b|\b\w*(?:belopp|avgift|arvode|ersattning)(?:et|en)?\b")
_HOW_LARGE = r"\bhur (?:mycket|manga|dyr|stor|hog|lag)|\bhow (?:much|many|large|high)\b"
_TO_PAY = r"\b(?:vad|what)\b.*\b(?:kosta|betala|fa[rn]? \w+ betala|cost|pay)"
_WHAT_IS = (
    r"\b(?:vad|what) (?:ar|var|blir|blev|is|are|was) (?:(?!(?:om|med|for|av|about|with|of) )\w+ ){0,4}?"
    rf"(?:\w*(?:{_MONEY})|\w*lon\b)"
)
_WHICH = rf"\b(?:vilke[nt]|what) (?:\w+ ){{0,2}}?(?:\w*lon\b|\w*arvode|\w*(?:{_MONEY}))"
_ASKS_SUM = re.compile("|".join((_HOW_LARGE, _TO_PAY, _WHAT_IS, _WHICH)))
"""That the sum itself is asked for; "de nya avgifterna" may only say which matter it is. Of folded text."""

_TENS = "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|halv|några"
_IN_WORDS = re.compile(rf"\b(?:{_TENS}) (?:hundra|tusen|miljon|miljard)\w*", re.IGNORECASE)
"""A sum in words: "en miljon kronor"."""

_COSTS = re.compile(r"\bkosta(?:r|de|t)?\b|\bcosts?\b")
_FREE = re.compile(r"\b(?:avgiftsfri|kostnadsfri|gratis)", re.IGNORECASE)
_ABOUT_REASONS = re.compile(r"^(?:varfor|why)\b|^hur (?!mycket|manga|stor|hog|dyr|lag)\w+|^what did\b.*\b(?:about|regarding)\b")
"""A reason, a manner ("hur delas"), or what was said of a matter may be told without a sum though the matter is one of money."""

_HOW_MANY = re.compile(r"\bhur manga\b|\bhow many\b")
_CAPITALISED = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?\b")
_NO_NAME = re.compile(
    r"\w*(?:chef|direktor|ordforande|sekreterare|rektor|handlaggare|samordnare|region|kommun|lan|beslut|forslag|bilaga|skrivelse|protokoll"
    r"|namnd|styrelse|fullmaktige|utskott|forvaltning|avdelning|enhet|plan|skola|avtal)(?:en|n|et|s|ens|ets|er|erna)?"
    rf"|{'|'.join(MONTHS)}|\w{{3,5}}dag(?:en)?|dnr"
)
_NOUN = re.compile(r"\w+(?:en|et|an|ning|tion|het|tur)")
_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,3}\)")
_GROUP = re.compile(
    r"\b(?:socialdemokrat|moderat|sverigedemokrat|centerpart|vansterpart|kristdemokrat|liberal|miljopart)\w*|\bgrupp(?:en|er|erna)\b"
)
_ABOUT_GROUPS = re.compile(r"\breserver|\brosta|\byrka")
"""What a party's members may do as one: "Moderaternas grupp reserverar sig"."""

_OWN_WORDS = tuple(re.compile(rf"\b{word}") for word in ("reserver|reservation", "jav", "protokollsanteckning"))
"""What has no other word in minutes: who is asked for it is not named where the word is not."""

_ABOUT_PARTIES = re.compile(r"\bpart(?:i|iet|ier|ierna|ies|y)\b")
_ABOUT_PERSONS = re.compile(r"\bvems?\b|\bvad het(?:er|te)\b|\bvilka (?:ledamoter|personer|politiker)\b|\bwho\b|\bname of\b")
_BESIDE = re.compile(r"^(?:vad (?!het)|hur |nar |var |varfor |vilke[nt] ).*\boch (?:till |av |for )?vems?\b")
"""Asks for a person only beside something else, which may stand alone."""

_ABOUT_DECIDERS = re.compile(r"\b(?:vem|who)\b (?:\w+ )?(?:beslut|bestam|antog|godkan|faststall|deci|adopt|approv)\w*")
"""A body answers this, and stands with every quote."""

_ABOUT_VOTES = re.compile(r"\brost(?:ade|at|ar|erna|er)\b|\bvot(?:ed|es)\b")
_VOTES = re.compile(r"\brost|omrost|voter|\bnej\b|\bja\b")
_VOTER = re.compile(
    r"\) (?:rostar|rostade|avstar|avstod|deltar inte)|(?:rostar|rostade|avstar|avstod)[^.]{0,20}:|\([a-z]{1,3}\)(?:,| och) \w+ "
)
_APPROVALS = (
    (re.compile(r"\bjustera(?:des|ts|d|t)\b"), re.compile(r"\bjuster(?!are)")),
    (re.compile(r"\banslo(?:gs|gos)\b|\banslagits\b"), re.compile(r"\bansla[gs]|\bpublicer")),
)
"""What is asked of minutes, and a word that must stand with its day: the day of the meeting is on every front page."""

_OF_MINUTES = re.compile(r"\bprotokoll|§")
_WHICH_MUNICIPALITY = re.compile(r"\bvilken (?:annan )?kommun\b|\bwhich (?:other )?municipality\b")
_HOW_MUCH = re.compile(r"\bhur mycket\b(?! (?:mer|mindre|hogre|lagre|dyrare|billigare|battre|samre))|\bhow much\b")
_HOW_OLD = re.compile(r"\bhur gam(?:mal|malt|la)\b|\bhow old\b")
_AGE = re.compile(r"\d+[- ]?(?:ar\b|aring)|\bfodd|\b(?:19|20)\d\d\b")
_OF_EFFECT = re.compile(r"\btrad\w* (?:\S+ ){0,6}?i kraft\b|\bborja(?:r|de)? (?:\S+ ){0,6}?galla\b|\btakes? effect\b")
_HOLDS_FROM = re.compile(r"\bfran\b|\bfrom\b|\bfr\.?o\.?m\b|\bgall\w*|\bkraft\b|\bborja\w*|\binfor\w*|\bgiltig\w*")
"""The day from which something holds, and how a text tells it, folded."""

_ABOUT_PRESENCE = re.compile(r"\b(?:ledamoter|vilka|vem|who)\b.*\b(?:narvarande|deltog|deltagare|franvarande|present|attend\w*)\b")
_PRESENCE = re.compile(r"\b(?:narvarande|beslutande|tjanstgorande|deltagare|deltog|deltar|franvarande|jav)\b")


def lacking(question: Question, quotes: str) -> Lack | None:
    """The first thing that is asked for and that the quotes plainly lack."""
    return next((lack for lack, lacks in _LACKS if lacks(question, quotes)), None)


def wants_sum(question: Question) -> bool:
    """Whether the question asks what something costs."""
    folded = fold(question.text)
    return (
        question.asks in (Asks.AMOUNT, Asks.FACT, Asks.LIST, Asks.COMPARISON)
        and bool(_SUM.search(folded) and _ASKS_SUM.search(folded))
        and not _ABOUT_REASONS.search(folded)
    )


def wants_cost(question: Question) -> bool:
    """Whether the question asks what one thing costs: its sum must be told of that thing."""
    return wants_sum(question) and len(question.municipalities) < 2 and _COSTS.search(fold(question.text)) is not None


def asks_how_many(question: Question) -> bool:
    """Whether the question asks for a number of things."""
    return question.asks is Asks.AMOUNT and _HOW_MANY.search(fold(question.text)) is not None


def names(text: str) -> list[str]:
    """Persons' names, as far as capitals tell: two words or more in a row that are no titles, bodies or common nouns.

    >>> names("Enhetschef Stina Ek skrev till Region Dalarna under Punkten Anmälan.")
    ['Stina Ek']
    """
    runs: list[list[str]] = [[]]
    end = 0
    for match in _CAPITALISED.finditer(text):
        if text[end : match.start()].strip(" ") or not text[end : match.start()]:
            runs.append([])
        if _is_no_name(match[0]):
            runs.append([])
        else:
            runs[-1].append(match[0])
        end = match.end()
    return [" ".join(run) for run in runs if len(run) > 1 and not all(map(_NOUN.fullmatch, run))]


def _is_no_name(word: str) -> bool:
    return bool(_NO_NAME.fullmatch(fold(word))) or word.casefold() in word_list("stop_words")


def _no_sum(question: Question, quotes: str) -> bool:
    # what the question says itself is no answer to it
    free = _FREE.search(quotes) and not _FREE.search(question.text)
    share = "%" in quotes and not wants_cost(question)
    return wants_sum(question) and not (references.amounts(quotes) or _IN_WORDS.search(quotes) or share or free)


def _no_name(question: Question, quotes: str) -> bool:
    folded = fold(question.text)
    if question.asks is not Asks.WHO or not _ABOUT_PERSONS.search(folded) or _ABOUT_DECIDERS.search(folded) or _BESIDE.search(folded):
        return False
    if _ABOUT_PRESENCE.search(folded) and not _PRESENCE.search(fold(quotes)):
        return True
    if any(word.search(folded) and not word.search(fold(quotes)) for word in _OWN_WORDS):
        return True
    if _ABOUT_GROUPS.search(folded) and _ABOUT_GROUPS.search(fold(quotes)) and _GROUP.search(fold(quotes)):
        return False
    return not names(quotes) and not (_ABOUT_PARTIES.search(folded) and _PARTY.search(quotes))


def _no_time(question: Question, quotes: str) -> bool:
    folded = fold(question.text)
    if question.asks is Asks.WHEN and _OF_MINUTES.search(folded):
        said = fold(quotes)
        if any(asked.search(folded) and not stands.search(said) for asked, stands in _APPROVALS):
            return True
    if question.asks is Asks.WHEN and _OF_EFFECT.search(folded) and not _HOLDS_FROM.search(fold(quotes)):
        return True
    return question.asks is Asks.WHEN and not (references.dates(quotes) or TIME.search(quotes))


def _no_votes(question: Question, quotes: str) -> bool:
    if not _ABOUT_VOTES.search(fold(question.text)):
        return False
    folded = fold(quotes)
    return not _VOTES.search(folded) or (question.asks is Asks.WHO and not _VOTER.search(folded))


def _no_company(question: Question, quotes: str) -> bool:
    return companies.is_asked(question) and not companies.names_one(question, quotes)


def _no_age(question: Question, quotes: str) -> bool:
    return _HOW_OLD.search(fold(question.text)) is not None and not _AGE.search(fold(quotes))


def _no_municipality(question: Question, quotes: str) -> bool:
    if not question.municipalities or not _WHICH_MUNICIPALITY.search(fold(question.text)):
        return False
    return all(name in question.text for name, _ in municipalities.find(quotes))


def unmeasured(question: Question, quotes: str) -> bool:
    """Whether a question asks how much, and the quotes hold no number at all, nor that it is free."""
    if question.asks is not Asks.AMOUNT or not _HOW_MUCH.search(fold(question.text)):
        return False
    return not (numbers(quotes) or references.amounts(quotes) or _IN_WORDS.search(quotes) or _FREE.search(quotes))


_LACKS: tuple[tuple[Lack, Callable[[Question, str], bool]], ...] = (
    (Lack.SUM, _no_sum),
    (Lack.VOTES, _no_votes),
    (Lack.NAME, _no_name),
    (Lack.TIME, _no_time),
    (Lack.COMPANY, _no_company),
    (Lack.AGE, _no_age),
    (Lack.MUNICIPALITY, _no_municipality),
)
