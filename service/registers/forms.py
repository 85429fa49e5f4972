"""The forms of questions that ask for all records of a kind, as patterns over folded text (a–z)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from indexer.documents import Outcome


class Subject(StrEnum):
    """What is listed."""

    JAV = "jäv"
    RESERVATIONS = "reservationer"
    STAYED_OUT = "deltog inte i beslutet"
    ABSTAINED = "avstod"
    VOTES = "voteringar"
    OUTCOMES = "ärenden efter utgång"
    DECISIONS = "beslut"
    DELEGATED = "delegationsbeslut"
    OPEN_MOTIONS = "obesvarade motioner"
    AT_ONCE = "omedelbart justerade paragrafer"
    REPLACED = "beslut som ersatte andra"
    MOVED = "yrkanden"


@dataclass(frozen=True, slots=True)
class Form:
    """What is listed, the outcomes and the kind of matter asked for, and the question's other words."""

    subject: Subject
    rest: str
    outcomes: tuple[Outcome, ...] = ()
    matter: str | None = None


Outcomes: TypeAlias = tuple[tuple[re.Pattern[str], tuple[Outcome, ...]], ...]
"""Ways of ending as questions name them, each with the outcomes that it means."""

_ASKS = re.compile(
    r"^(?:(?:i |pa )?vilka|vilken|vilket|vems?|vad|(?:i )?hur manga|hur ofta|lista|rakna upp|nar|finns(?: det)?|har nagon|alla|samtliga"
    # "anmälde någon jäv?", "blev det votering?"
    r"|(?:anmalde|reserverade|yrkade|avstod|var|deltog)(?: sig)? (?:nagon|nagra)"
    r"|(?:blev|holls|begardes)(?: det)?(?= votering| omrostning))\b"
)
_UNANSWERED = r"(?:obesvarade|inte(?: \w+){0,2} besvarats|inte besvarade|ej besvarade|ej besvarats|utan svar|vantar pa svar)"

_FORMS: tuple[tuple[Subject, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern))
    for subject, pattern in (
        (Subject.OPEN_MOTIONS, rf"\b(?:obesvarade motioner|motioner\b.*\b{_UNANSWERED})\b"),
        (Subject.DELEGATED, r"\b(?:delegations?|delegerings)beslut(?:en)?\b|\bbeslut\b.*\bpa delegation\b|\bdelegerade beslut\b"),
        (Subject.AT_ONCE, r"\bjusterades omedelbart\b|\bomedelbart justera(?:de|des|ts)\b|\bomedelbar justering\b"),
        (Subject.JAV, r"\bjav(?:ig|iga|et)?\b|\bjavsanmal(?:an|ningar)\b"),
        (Subject.RESERVATIONS, r"\breserver(?:ade|at|ar) sig\b|\breservation(?:er|erna)?\b"),
        (Subject.STAYED_OUT, r"\bdel(?:tog|tagit|tar) (?:inte|ej) i (?:beslut|beslutet|besluten|nagot beslut)\b"),
        (Subject.ABSTAINED, r"\bavst(?:od|att|ar)(?: (?:fran )?att rosta)?\b|\blade ned? (?:sin rost|sina roster)\b"),
        (Subject.VOTES, r"\b(?:votering(?:ar|arna)?|omrostning(?:ar|arna)?)\b"),
        (Subject.REPLACED, r"\b(?:upphavdes|upphavts|ersattes|ersatts)\b"),
        (Subject.MOVED, r"\byrka(?:r|de|t|des|ts)\b|\byrkanden?a?\b"),
        (
            Subject.DECISIONS,
            r"\bvilka beslut\b(?=.*\b(?:fattades|fattade|fattats|fattat|togs|tog|tagits)\b)|^vad beslutades?\b|^vad beslutade\b",
        ),
    )
)

_OUTCOMES: Outcomes = (
    (re.compile(r"\baterremitter(?:ades|ats|ade)\b|\baterremiss(?:er|erna)\b"), (Outcome.ATERREMISS,)),
    (re.compile(r"\bbord(?:lades|lagts|lagda)\b|\bbordlaggning(?:ar|arna)\b"), (Outcome.BORDLAGT,)),
    (re.compile(r"\b(?:bifolls|bifallits|bifallna)\b"), (Outcome.BIFALL, Outcome.DELVIS_BIFALL)),
    (re.compile(r"\b(?:avslogs|avslagits|avslagna)\b"), (Outcome.AVSLAG,)),
    (re.compile(r"\b(?:besvarades|besvarats)\b"), (Outcome.BESVARAD, Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG)),
    (re.compile(r"\b(?:utgick)\b"), (Outcome.UTGAR,)),
)
_ASKED_TO: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (re.compile(r"\bavslag\b"), Outcome.AVSLAG),
    (re.compile(r"\bbifall\b"), Outcome.BIFALL),
    (re.compile(r"\b(?:pa )?aterremiss\b"), Outcome.ATERREMISS),
    (re.compile(r"\b(?:pa )?bordlaggning\b"), Outcome.BORDLAGT),
)
"""What somebody moved that should become of a matter."""
_MATTERS: Mapping[str, re.Pattern[str]] = {
    "motion": re.compile(r"\bmotion(?:er|erna|en)?\b"),
    "medborgarförslag": re.compile(r"\bmedborgarforslag(?:en|et)?\b"),
    "interpellation": re.compile(r"\binterpellation(?:er|erna|en)?\b"),
}


_LIST_WORDS: Mapping[Subject, re.Pattern[str]] = {
    Subject.OPEN_MOTIONS: re.compile(r"\b(?:obesvarade|vantar|motioner|inte|ej|besvarats|besvarade|blivit|utan|svar|annu)\b"),
    Subject.DELEGATED: re.compile(r"\b(?:(?:delegations?|delegerings)beslut(?:en)?|beslut|pa delegation|delegerade)\b"),
}
"""Forms whose words stand apart."""


def form(folded: str) -> Form | None:
    """The one form that a question has; None where it has none, or several."""
    if not _ASKS.search(folded):
        return None
    found = [(subject, pattern) for subject, pattern in _FORMS if pattern.search(folded)]
    if found and (len(found) == 1 or found[0][0] in _LIST_WORDS):
        subject, pattern = found[0]
        words = _LIST_WORDS.get(subject)
        if subject is Subject.MOVED:
            return _moved(pattern.sub(" ", folded, count=1))
        return Form(subject, words.sub(" ", folded) if words else pattern.sub(" ", folded, count=1))
    return None if found else of_outcome(folded, _OUTCOMES, _MATTERS)


def _moved(rest: str) -> Form:
    """Who moved what: rejection, approval …; anything where the question does not say."""
    asked = tuple(outcome for pattern, outcome in _ASKED_TO if pattern.search(rest))
    for pattern, _ in _ASKED_TO:
        rest = pattern.sub(" ", rest)
    return Form(Subject.MOVED, rest, asked)


def of_outcome(folded: str, ways: Outcomes, matters: Mapping[str, re.Pattern[str]]) -> Form | None:
    """How matters ended, of all kinds or of one; None where no way of ending is asked for, or several."""
    ended = [(pattern, outcomes) for pattern, outcomes in ways if pattern.search(folded)]
    if len(ended) != 1:
        return None
    pattern, outcomes = ended[0]
    rest = pattern.sub(" ", folded, count=1)
    for matter, named in matters.items():
        if named.search(rest):
            return Form(Subject.OUTCOMES, named.sub(" ", rest), outcomes, matter)
    return Form(Subject.OUTCOMES, rest, outcomes)
