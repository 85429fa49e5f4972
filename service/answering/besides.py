"""What minutes hold besides the matter, and seldom answers: who was there, heads of mail and tables of contents, what was demanded."""

import re

from service.records import Question
from service.understanding.kinds import fold

FEWEST_MEMBERS = 3

_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,3}\)")
_ROLL = re.compile(r"(?:övriga\s+)?närvarande\b|beslutande\b|ersättare\b|justerare\b|ledamöter\b", re.IGNORECASE)
_ACT = re.compile(r"\b(?:reserver|yrka|rosta|rostar|valj|vald|utse|anmal|befria|entledig|lamna|foresla)\w*")
"""What members do is no roll of them."""

_ABOUT_ROLL = re.compile(
    r"\bnarvar|\bdeltog\b|\bdeltagare|\bfranvar|\bersattare\b|\bjuster|\bsekreterare|\bordforande|\bledamoter\b|\bpresent\b|\battend"
)
_ELECTED = re.compile(r"\bval(?:d|da|des|ts|jas|jer|de)\b|\buts(?:es?|ags?|edd)\b|\befter\b|\belected\b|\bappointed\b")
"""Who was elected stands in a decision, whatever the rolls say."""

_APPARATUS = re.compile(r"@|^\s*(?:Ämne|Bifogade filer|Från|Till|Subject)\s*:|\.(?:pdf|docx?|png)\b|\.{4,}|^Innehåll\b", re.MULTILINE)
_DEMANDED = re.compile(
    r"\byrka\w*|\bmotion\w* (?:foresl|krav|vill)\w*|\bi (?:en )?motionen?\b|\bmotionar\w*|\bhar foreslagit\b|\binterpell"
)
_ABOUT_DEMANDS = re.compile(r"\byrka|\bmotion|\bforsl|\bforesl|\bkrav|\bvill\b|\binterpell|\breserv|\bpropos|\bdemand")


def is_roll(question: Question, text: str) -> bool:
    """Whether a text lists members, where the question is not for who was there or who chairs."""
    lists = len(_PARTY.findall(text)) >= FEWEST_MEMBERS or _ROLL.match(text) is not None
    return lists and _ACT.search(fold(text)) is None and not _asks_for_roll(fold(question.text))


def _asks_for_roll(asked: str) -> bool:
    return _ABOUT_ROLL.search(asked) is not None and _ELECTED.search(asked) is None


def is_apparatus(text: str) -> bool:
    """Whether a text is the head of a mail, names of files, or a table of contents."""
    return _APPARATUS.search(text) is not None


def is_demand(question: Question, text: str) -> bool:
    """Whether a text says what somebody demanded, where the question is not for that."""
    return _DEMANDED.search(fold(text)) is not None and _ABOUT_DEMANDS.search(fold(question.text)) is None
