"""What is said of an answer's status: a proposal and to whom, a meeting that has been held,
minutes that are only drafts, a decision that a later one ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.damage import compiled, worn
from indexer.documents import Kind, Maturity, Outcome, Passage, Role, Status
from indexer.index import Filters
from service.answering import matter, refusal, wording
from service.finding.relatedness import related
from service.following.library import Library
from service.following.successors import successor
from service.material import Material
from service.places import section_of
from service.records import Asks, Question
from service.understanding.gist import gist, telling
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_DONE = (Status.BESLUT, Status.INFORMATION, Status.ATERREMISS, Status.REMISS)
_TO = re.compile(r"(?:föreslår|föreslar|foreslar|förslag till|forslag till|hemställer hos)\s{1,3}$", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:besluta\s+)?att\s+(?:i\s+sin\s+tur\s+)?f[öo]resl[åa]\s+", re.IGNORECASE)
"""Between the body that a proposal goes through and the one that it goes to."""
_PROPOSER = re.compile(r"(?:nämnden|styrelsen|fullmäktige|utskott(?:et)?|beredning(?:en)?|förvaltning(?:en)?|avdelning(?:en)?)$")
_COUNCIL = "Kommunfullmäktige"
_CONDITION = re.compile(r"\bförutsatt att\b|\bunder (?:den )?förutsättning(?:en)? (?:av )?att\b|\bmed förbehåll\b", re.IGNORECASE)
_MATTER_HITS = 3
_FOUND = 0.45
_FOUND_NAME = 0.25
_FOUND_SCORE = 1.0
"""Hits that are all of one matter for it to be found, and the parts of the question and of the words for the matter that one
must hold, and what the ranking must make of the first."""
_NAMED = 0.5
"""Part of the words for the matter that a decision with its title must hold to be the one asked about."""
_BEFORE_A_NAME = 30
"""Characters looked back over for what makes a body the one that is to decide."""


@dataclass(frozen=True, slots=True)
class Note:
    """`text` has no figure and needs no source; `told` names a meeting, which `place` proves."""

    text: str | None = None
    told: str | None = None
    place: Passage | None = None


def note(material: Material, passages: Sequence[Passage], words: str = "") -> Note:
    """What is to be said of the first quote's status; nothing where the passages quoted, or their `words`, say it themselves."""
    first = passages[0]
    language = material.question.language
    shown = {passage.section_id for passage in passages}
    texts = list(_maturity(material, first))
    told = place = None
    if first.role is Role.YRKANDE:
        texts.insert(0, wording.demanded(language))
    elif first.status is Status.FORSLAG and first.role in (Role.FORSLAG, Role.BAKGRUND):
        decided = matter.decided(first, material.index, material.access)
        settled = matter.last(decided)
        if not decided:
            texts.insert(0, _only_proposed(material, first))
            place = None if _asks_proposal(material.question) else _meeting(material, first)
            if place and place.section_id != first.section_id and material.question.asks is not Asks.STATUS:
                # another paper is opened only where the standing is what is asked for
                place = None
            told = wording.held(place.date, language, summoned=place.kind is Kind.KALLELSE) if place and place.date else None
        elif settled and settled.section_id not in shown:
            told, place = wording.decided_elsewhere(settled, language), settled
    elif ended := _ended_by(material, passages):
        told, place = wording.ended(ended, language), ended
    elif _is_open(material, first) and not shown - {first.section_id}:
        texts.insert(0, wording.not_settled(language))
    elif _settles(material, first):
        texts.insert(0, wording.has_decided(first.body or "", language, conditional=_CONDITION.search(first.text) is not None))
    texts += _legibly(material, first, words or first.text)
    return Note(" ".join(texts) or None, told, place if told else None)


def _asks_proposal(question: Question) -> bool:
    """Whether it is only asked what was proposed: which meeting was to decide is more than that."""
    return question.asks is not Asks.STATUS and re.search(r"\b(?:foresl|forslag|propos)", fold(question.text)) is not None


def _legibly(material: Material, passage: Passage, words: str) -> Iterator[str]:
    """How a decision or proposal ended, as reading made it out, where its own word for that is damaged."""
    section = section_of(passage, material.files)
    outcome = section.outcome if section and passage.role in (Role.BESLUT, Role.FORSLAG) else None
    said = wording.outcome(outcome, "sv") if outcome else None
    if outcome and said and fold(said)[:-1] not in fold(words) and compiled(worn(said[:-1])).search(words):
        yield wording.legibly(outcome, material.question.language)


def _settles(material: Material, passage: Passage) -> bool:
    """Whether a decision is of the very matter that the question asks the standing of."""
    words = gist(material)
    decides = passage.role is Role.BESLUT and passage.status is Status.BESLUT and passage.body is not None
    asked = material.question.asks is Asks.STATUS and decides
    return asked and overlap(words, tokens_of(f"{passage.title}\n{passage.text}")) >= _NAMED * weight(words) > 0


def _maturity(material: Material, passage: Passage) -> Iterator[str]:
    section = section_of(passage, material.files)
    if section and section.maturity in (Maturity.UTKAST, Maturity.OJUSTERAT):
        yield wording.not_final(draft=section.maturity is Maturity.UTKAST, language=material.question.language)


def is_found(material: Material) -> bool:
    """Whether it is asked how a matter stands that is found, though in other words: the first hits are all of it."""
    first = [hit.passage for hit in material.hits[:_MATTER_HITS]]
    if material.question.asks is not Asks.STATUS or len(first) < _MATTER_HITS or material.hits[0].score < _FOUND_SCORE:
        return False
    words = gist(material)
    named = max(overlap(words, tokens_of(f"{one.header}\n{one.text}")) for one in first) >= _FOUND_NAME * weight(words) > 0
    one = all(_is_of(first[0], other) for other in first[1:])
    return one and named and refusal.fit(telling(material.words), material.hits, None).passage >= _FOUND


def _is_of(passage: Passage, other: Passage) -> bool:
    """Whether two passages are of one Dnr, or of two with the same title: each body has its own number."""
    same = passage.case_key is not None and passage.case_key == other.case_key
    return same or (passage.title is not None and related(passage.title, other.title))


def ended(material: Material, passages: Sequence[Passage]) -> Note:
    """Which later decision replaced or repealed the one quoted first; nothing where it is quoted too."""
    later = _ended_by(material, passages)
    return Note(None, wording.ended(later, material.question.language), later) if later else Note()


def _ended_by(material: Material, passages: Sequence[Passage]) -> Passage | None:
    later = successor(passages[0], Library(material.index, material.access))
    return None if later is None or later.section_id in {passage.section_id for passage in passages} else later


def _is_open(material: Material, passage: Passage) -> bool:
    """Whether the meeting put the matter off or asked others first, and nothing later of it is indexed."""
    section = section_of(passage, material.files)
    put_off = passage.status in (Status.ATERREMISS, Status.REMISS) or (
        section is not None and section.outcome in (Outcome.BORDLAGT, Outcome.ATERREMISS)
    )
    return put_off and passage.role is Role.BESLUT and matter.settled(passage, material.index, material.access) is None


def _only_proposed(material: Material, proposal: Passage) -> str:
    """Who proposed it to whom, where it is asked how the matter stands; else only to whom."""
    to, language = _recipient(proposal) or _of_its_own(material, proposal), material.question.language
    if material.question.asks is not Asks.STATUS or to is None:
        return wording.proposal_only(to, language)
    by = proposal.body if proposal.body and proposal.body != to and _PROPOSER.search(proposal.body) else None
    within = by is not None and bodies.superior(by) == to
    name = wording.in_short if language == "sv" else str
    return wording.stands(name(by) if by and within else by, name(to) if within or to == _COUNCIL else to, language)


def _recipient(proposal: Passage) -> str | None:
    """The body that a proposal is made to: as the text says, else the one that the committee belongs to."""
    ways = (way for way in _ways(proposal.text) if way != [proposal.body])
    return next((way[-1] for way in ways), None) or (bodies.superior(proposal.body) if proposal.body else None)


def _of_its_own(material: Material, proposal: Passage) -> str | None:
    """The body whose notice or draft of minutes a proposal stands in: it is to decide there."""
    section = section_of(proposal, material.files)
    prepared = proposal.kind is Kind.KALLELSE or (section is not None and section.maturity is Maturity.UTKAST)
    return proposal.body if prepared and proposal.body and not bodies.is_committee(proposal.body) else None


def _ways(text: str) -> Iterator[list[str]]:
    """The bodies that each proposal of a text is made to: those that it goes through, then the one that decides."""
    found = bodies.named(text)
    for at, (first, start) in enumerate(found):
        if not _TO.search(text[max(0, start.start - _BEFORE_A_NAME) : start.start]):
            continue
        way, end = [first], start.end
        for name, span in found[at + 1 :]:
            if not _ONWARDS.fullmatch(text, end, span.start):
                break
            way.append(name)
            end = span.end
        yield way


def _meeting(material: Material, proposal: Passage) -> Passage | None:
    """The notice of the meeting that was to decide, where that has been held and its minutes are not indexed."""
    today = material.today.isoformat()
    for notice in _notices(material, proposal):
        if notice.date is None or notice.body is None or notice.date >= today:
            continue
        own = (notice.municipality,) if notice.municipality else ()
        filters = Filters(municipalities=own, bodies=(notice.body,), date_from=notice.date, date_to=notice.date)
        held = replace(filters, kinds=tuple(map(str, _MINUTES)), statuses=tuple(map(str, _DONE)))
        if not material.index.select(held, material.access, 1):
            return notice
    return None


def _notices(material: Material, proposal: Passage) -> list[Passage]:
    """The proposal itself where it stands in a notice or a draft, and the notices that its matter stands in."""
    own = [proposal] if proposal.kind is Kind.KALLELSE else []
    section = section_of(proposal, material.files)
    if section and section.maturity is Maturity.UTKAST:
        own = [proposal]
    if proposal.case_key is None:
        return own
    filters = Filters(case_keys=(proposal.case_key,), kinds=(str(Kind.KALLELSE),), date_from=proposal.date)
    found = material.index.passages(material.index.select(filters, material.access, matter.MOST_PASSAGES), material.access)
    later = sorted((one for one in found if matter.is_one(proposal, one)), key=lambda one: (one.date or "", one.ordinal), reverse=True)
    return [*own, *later]
