"""What holds: of one thing decided again and again, what was in force on the day asked for; a decision before its proposals.

It only leaves hits out that another hit has overtaken, so that an answer never shows as the state of things what was
proposed and not decided, or decided and since replaced.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indexer import references
from indexer.documents import Passage, Role, Status
from service.answering import matter
from service.finding.relatedness import related
from service.following.library import Library
from service.following.successors import successor
from service.material import Material
from service.records import Asks, Hit, Question
from service.understanding.kinds import fold

_BEFORE_THE_DECISION = re.compile(
    r"\b(?:foresl|forslag|foreslag|yrk|reserv|motion\w* (?:krav|foresl)|tidigare|innan|bakgrund|historik|rost(?:er|ade|erna|ning)|voter"
    r"|protokollsanteckn|sarskilt yttrande|jav\w*\b|vill|tyck|anser|ansag|varfor|skal(?:et|en)?\b|motiver|propos|demand|want|why|vote)"
)
"""Asks for what was said on the way."""

_HOLDS = re.compile(
    r"\bgall(?:er|de|t)\b|\bkosta(?:r|de)\b|\b(?:nuvarande|aktuella?|idag|i dag|just nu)\b"
    r"|^(?:vad|hur \w+|vilke[nt]|vilka) (?:ar|var)\b|\b(?:applies|applied|in force|current\w*)\b|^(?:what|how \w+) (?:is|are|was|were)\b"
)
"""Asks for a state of things: "vad kostar", "vilken taxa gällde"."""

_IN_FORCE = re.compile(r"\b(?:från|fr\.?\s?o\.?\s?m\.?|gäller|gälla|kraft|verkan|tillämpas)\b[^.]{0,40}$", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\b")
_AS_PROPOSED = re.compile(r"\benligt (?:\w+ ){0,3}forslag|\bbifalla? (?:\w+ ){0,2}forslag|\bi enlighet med (?:\w+ ){0,3}forslag")

READ_HITS = 3
"""Hits that are quoted from, and so looked at for whether a later decision ended theirs."""

_ENDING = re.compile(r"(?:et|en|um)$")

_OF_ALL_STAGES = (Asks.TIMELINE, Asks.COMPARISON, Asks.REFERENCE)

_OVERTAKEN = (Role.FORSLAG, Role.YRKANDE)


def standing(question: Question, hits: Sequence[Hit], today: date) -> Sequence[Hit]:
    """The hits that nothing among them has overtaken, in their order."""
    if question.asks in _OF_ALL_STAGES or question.sections or asks_of_the_way(question):
        return hits
    decided = [hit.passage for hit in hits if _decides(hit.passage)]
    kept = [hit for hit in hits if is_named(question, hit.passage) or not any(_settles(one, hit.passage) for one in decided)]
    if not _HOLDS.search(fold(question.text)):
        return kept
    day = max((period.last for period in question.periods), default=today.isoformat())
    return latest(kept, day)


def unended(material: Material) -> Sequence[Hit]:
    """The hits with the decision in force in place of one that it replaced or repealed, where no time is asked for.

    Only one of the same thing stands in its place: who asks for what was decided is served by the old one and a note else.
    """
    question, hits = material.question, material.hits
    asks_way = question.asks in _OF_ALL_STAGES or asks_of_the_way(question)
    if asks_way or question.periods or question.sections or question.cases:
        return hits
    library = Library(material.index, material.access)
    ended = {
        hit.passage.section_id: one for hit in hits[:READ_HITS] if (one := successor(hit.passage, library)) and _is_series(hit.passage, one)
    }
    if not ended:
        return hits
    kept: dict[str, Hit] = {}
    for hit in hits:
        one = ended.get(hit.passage.section_id)
        own = hit if one is None else replace(hit, passage=one)
        kept.setdefault(own.passage.id, own)
    return list(kept.values())


def latest(hits: Sequence[Hit], day: str) -> Sequence[Hit]:
    """The hits without decisions on the same thing that another one, in force on the day, has replaced."""
    decided = [hit.passage for hit in hits if _decides(hit.passage)]
    return [hit for hit in hits if not _is_past(hit.passage, decided, day)] or hits


def in_force(passage: Passage) -> str:
    """The day from which a decision holds: as it says, else as its title says of a year, else the day of the meeting."""
    days = [found for found in references.dates(passage.text) if found.iso and _IN_FORCE.search(passage.text[: found.span.start])]
    if days:
        return min(day.iso for day in days if day.iso)
    day = passage.date or ""
    years = [f"{year}-01-01" for year in _YEAR.findall(passage.title or "")]
    return max([day, *years[:1]])


def is_named(question: Question, passage: Passage) -> bool:
    """Whether the question names the passage's body, or the last word of its name: "presidiet", "arbetsutskottet"."""
    if passage.body is None:
        return False
    return passage.body in question.bodies or _ENDING.sub("", fold(passage.body.split()[-1])) in fold(question.text)


def asks_of_the_way(question: Question) -> bool:
    """Whether a question is for what was proposed, demanded or said before the decision."""
    return _BEFORE_THE_DECISION.search(fold(question.text)) is not None


def _decides(passage: Passage) -> bool:
    return passage.role is Role.BESLUT and passage.status is Status.BESLUT


def _settles(decision: Passage, passage: Passage) -> bool:
    """Whether a decision leaves what is proposed behind; one that refers to the proposal needs its words."""
    one = matter.is_one(decision, passage) or _names(passage, decision)
    if passage.role not in _OVERTAKEN or not one or (decision.date or "") < (passage.date or ""):
        return False
    if passage.section_id == decision.section_id and passage.section is None:
        # a paper without § speaks of many things
        return False
    return _AS_PROPOSED.search(fold(decision.text)) is None


def _names(paper: Passage, decision: Passage) -> bool:
    """Whether a paper of the decision's Dnr names its matter: its own title may be a letterhead."""
    same = paper.section is None and paper.case_key is not None and paper.case_key == decision.case_key
    return same and decision.title is not None and fold(decision.title) in fold(" ".join(paper.text.split()))


def _is_past(passage: Passage, decided: Sequence[Passage], day: str) -> bool:
    """Whether another decision on the same thing holds on the day instead: a later one, or this one does not yet."""
    if not _decides(passage):
        return False
    mine = in_force(passage)
    others = [in_force(other) for other in decided if _is_series(passage, other)]
    return any(other <= day and (other > mine or mine > day) for other in others)


def _is_series(passage: Passage, other: Passage) -> bool:
    """Whether two decisions are of one thing, each for its time: of one municipality, with the same title but for the year."""
    return (
        passage.section_id != other.section_id
        and passage.municipality == other.municipality
        and related(passage.title, other.title)
        and related(other.title, passage.title)
    )
