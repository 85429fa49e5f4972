"""The forms of English questions that ask for all records of a kind, as patterns over text in lower case."""

import re
from collections.abc import Mapping
from pathlib import Path

from indexer.dates import MONTHS
from indexer.documents import Outcome
from service.registers.forms import Form, Outcomes, Subject, of_outcome

_ASKS = re.compile(
    r"^(?:(?:in )?(?:which|what|how many)|who|whose|when|how often|list|all|(?:were|was|are) there|(?:did|has|have) any(?:one|body)?)\b"
)
_UNANSWERED = (
    r"(?:unanswered|(?:not|never)(?: yet)?(?: been)? answered|without (?:an )?(?:answer|reply)|(?:awaiting|waiting for) (?:an )?answer)"
)
_HELD = r"(?:was|were|been) (?:held|taken|called|demanded|requested)"
_FORMS: tuple[tuple[Subject, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern))
    for subject, pattern in (
        (Subject.OPEN_MOTIONS, rf"\bunanswered motions\b|\bmotions\b.*?\b{_UNANSWERED}\b"),
        (Subject.DELEGATED, r"\bdelegated decisions?\b|\bdecisions?\b.*?\b(?:by|on|under) delegation\b|\bdelegation decisions\b"),
        (Subject.AT_ONCE, r"\b(?:approved|confirmed|adjusted) (?:immediately|at once)\b|\bimmediately (?:approved|confirmed|adjusted)\b"),
        (Subject.JAV, r"\bconflicts? of interests?\b|\bdisqualif(?:ied|ications?)\b|\brecus(?:ed|als?)\b"),
        (Subject.RESERVATIONS, r"\breservations?\b|\breserved\b|\bdissent(?:s|ed)?\b"),
        (Subject.STAYED_OUT, r"\b(?:did not|didn t|not) (?:take part|participate) in (?:the |any )?decisions?\b"),
        (Subject.ABSTAINED, r"\babstain(?:ed|s)?(?: from voting)?\b|\babstentions?\b"),
        (Subject.VOTES, rf"\bvotes? {_HELD}\b|\b(?:was|were) there (?:a vote|votes)\b|\b(?:put|went) to (?:a|the) vote\b"),
        (Subject.REPLACED, r"\b(?:repealed|revoked|rescinded|replaced)\b"),
        (Subject.DECISIONS, r"\b(?:which|what) decisions\b|^what was decided\b|^what did\b(?=.*\bdecide\b)"),
    )
)
_OUTCOMES: Outcomes = (
    (re.compile(r"\b(?:referred|sent|remitted) back\b|\breferrals? back\b"), (Outcome.ATERREMISS,)),
    (re.compile(r"\b(?:tabled|postponed|adjourned)\b"), (Outcome.BORDLAGT,)),
    (re.compile(r"\b(?:approved|granted|accepted)\b"), (Outcome.BIFALL, Outcome.DELVIS_BIFALL)),
    (re.compile(r"\b(?:rejected|denied|dismissed|turned down)\b"), (Outcome.AVSLAG,)),
    (re.compile(r"\banswered\b"), (Outcome.BESVARAD, Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG)),
    (re.compile(r"\bwithdrawn\b"), (Outcome.UTGAR,)),
)
_MOVES: Mapping[str, Outcome] = {
    "rejection": Outcome.AVSLAG,
    "approval": Outcome.BIFALL,
    "referral back": Outcome.ATERREMISS,
    "postponement": Outcome.BORDLAGT,
}
_MOVED = re.compile(rf"\b(?:moved|proposed|demanded)(?: for)?(?: an?)? (?P<what>{'|'.join(_MOVES)})\b")
_MATTERS: Mapping[str, re.Pattern[str]] = {
    "motion": re.compile(r"\bmotions?\b"),
    "medborgarförslag": re.compile(r"\bcitizens?(?: s)? (?:proposals?|initiatives?)\b"),
    "interpellation": re.compile(r"\binterpellations?\b"),
}
_KINDS = re.compile(r"\b(?:cases|matters|items|issues|motions?|proposals?|initiatives?|interpellations?)\b")
"""How matters ended is asked of these; "which fee was approved" is another question."""

PARTIES: Mapping[str, str] = {
    r"moderates?(?: party)?": "M",
    r"social democrats?": "S",
    r"cent(?:re|er) party": "C",
    r"left party": "V",
    r"sweden democrats?": "SD",
    r"green party": "MP",
    r"christian democrats?": "KD",
    r"liberals?(?: party)?": "L",
}
"""Parties as they are called in English."""

_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTHS = dict(zip(_MONTH_NAMES, MONTHS, strict=True))
_MONTH = re.compile(
    rf"(?:\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?P<month>{'|'.join(_MONTHS)})\b(?: (?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b)?"
)

EMPTY = frozenset(Path(__file__).with_name("english_words.txt").read_text(encoding="utf-8").split())
"""Words that add nothing to a form."""


def with_swedish_months(rest: str) -> str:
    """The words with their days as Swedish ones.

    >>> with_swedish_months("made on march 12 2031")
    'made on 12 mars 2031'
    """
    return _MONTH.sub(_swedish_day, rest)


def _swedish_day(match: re.Match[str]) -> str:
    day = re.sub(r"\D", "", match["before"] or match["after"] or "")
    return " ".join(filter(None, (day, _MONTHS[match["month"]])))


def english_form(folded: str) -> Form | None:
    """The one form that a question has; None where it has none, or several."""
    if not _ASKS.search(folded):
        return None
    found = [(subject, pattern) for subject, pattern in _FORMS if pattern.search(folded)]
    if not found and (moved := _MOVED.search(folded)):
        return Form(Subject.MOVED, _MOVED.sub(" ", folded, count=1), (_MOVES[moved["what"]],))
    if len(found) > 1 and found[-1][0] is Subject.DECISIONS:
        found.pop()
    if len(found) == 1:
        subject, pattern = found[0]
        return Form(subject, pattern.sub(" ", folded, count=1))
    return of_outcome(folded, _OUTCOMES, _MATTERS) if not found and _KINDS.search(folded) else None
