"""Whether a sentence tells as decided what was only proposed, or as proposed by a body what it decided."""

import re
from collections.abc import Sequence

from indexer.documents import Passage, Role
from service.understanding.kinds import fold

_PAST = (
    r"beslutade|beslutat|beslutats|beslutades|beslot|antog|antogs|antagits?|faststallde|faststalldes|faststallts?"
    r"|godkande|godkandes|godkants?|bifoll|bifolls|avslog|avslogs|avslagits?|beviljades?|aterremitterades?|bordlades?"
    r"|hojdes?|sanktes?|infordes?|avskaffades?|upphavdes?|decided|adopted|approved|rejected|abolished|introduced"
)
_HAPPENED = re.compile(rf"\b(?:{_PAST})\b")
_DECIDED = re.compile(rf"\b(?:{_PAST}|beslutar)\b")
_TO_PROPOSE = re.compile(rf"{_DECIDED.pattern}\s+(?:\w+\s+){{0,3}}?(?:foresl|hemstall|tillstyrk|forord)\w*")

_PROPOSING = (
    r"(?:foresl(?:ar|og|as|ogs|agits?|a)|hemstall\w*|yrka(?:r|de|ts?|s)|forord\w*|propos(?:e|es|ed)|recommend\w*|suggest\w*|demand\w*)"
)
_PUT = re.compile(rf"\b{_PROPOSING}\b")
_PROPOSES = re.compile(rf"\b(?:{_PROPOSING}|forslag(?=,| till\b)|proposal(?=,| to\b)|reserver\w*|inte beslut|not a decision)\b")
"""Verbs, and the labels before a quote: that what is approved is a motion or somebody's proposal does not make it one more."""

_OF_PROPOSALS = re.compile(r"foresl|forslag|forord|hemstall|yrk|motion|propos|recommend|rekommend|suggest")
_OF_DECISIONS = re.compile(rf"{_HAPPENED.pattern}|\b(?:del\w+)?beslut(?:et|en|s|ets)?\b")
_UNDECIDED = (Role.FORSLAG, Role.YRKANDE)
_SETTLED = (Role.BESLUT, Role.ATERGIVET_BESLUT)


def mistaken(said: str, cited: Sequence[Passage]) -> bool:
    """Whether the folded sentence has a decision where the passages have a proposal, or a proposal where they decide."""
    roles = {passage.role for passage in cited}
    if roles.issubset(_UNDECIDED):
        return _makes_decided(said, cited)
    if roles.issubset(_SETTLED):
        return _makes_proposed(said, cited)
    return roles.isdisjoint(_SETTLED) and _happens_in_a_proposal(said, cited)


def _makes_decided(said: str, cited: Sequence[Passage]) -> bool:
    """What nobody decided: a proposal, or what a party demanded. One of them may tell of what was decided before."""
    own = _TO_PROPOSE.sub(" ", said)
    if not _DECIDED.search(own) or _PROPOSES.search(said):
        return False
    # "att nämnden beslutar" is what a proposal wants: only what has happened bears out what has
    needed = _HAPPENED if _HAPPENED.search(own) else _DECIDED
    return not any(needed.search(_TO_PROPOSE.sub(" ", fold(passage.text))) for passage in cited)


def _happens_in_a_proposal(said: str, cited: Sequence[Passage]) -> bool:
    """What is told as done of a background that speaks of proposals, and of no decision."""
    if not _HAPPENED.search(_TO_PROPOSE.sub(" ", said)) or _PROPOSES.search(said):
        return False
    source = "\n".join(fold(passage.text) for passage in cited)
    return _PUT.search(source) is not None and not _OF_DECISIONS.search(_TO_PROPOSE.sub(" ", source))


def _makes_proposed(said: str, cited: Sequence[Passage]) -> bool:
    """A proposal of which the decision does not speak, or one by the very body that decided."""
    if not _PUT.search(said):
        return False
    if not any(_OF_PROPOSALS.search(fold(f"{passage.header} {passage.text}")) for passage in cited):
        return True
    return any(_said_of_itself(said, passage) for passage in cited if passage.body)


def _said_of_itself(said: str, passage: Passage) -> bool:
    body = re.escape(fold(passage.body or "").removeprefix("kommun"))
    if not re.search(rf"\b(?:kommun)?{body} {_PROPOSING}\b", said):
        return False
    return not re.search(rf"{body}\W+(?:\w+\W+){{0,4}}?{_PROPOSING}|{_TO_PROPOSE.pattern}", fold(passage.text))
