"""What to quote, by the kind of question: table rows, the points of a decision, each municipality's own, else sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.documents import Outcome, Passage, Role
from service import extract
from service.answering import (
    acting,
    approved,
    compose,
    dated,
    decisions,
    enumerated,
    goingon,
    lists,
    reasons,
    refusal,
    retold,
    steps,
    tables,
    wording,
)
from service.answering.holding import standing, unended
from service.answering.lacking import lacking
from service.answering.signed import signature
from service.answering.telling import numbers
from service.changes import asked
from service.extract import Excerpt
from service.material import Material
from service.places import section_of
from service.records import Asks
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import met, tokens_of, weight

ANSWER_WORDS = 80

OPENING_WORDS = 12
"""Words that an answer's opening takes of these."""

LEAST_LEFT_WORDS = 15
"""Room that makes it worth quoting more than the decision itself."""

MOST_COMPARED = 4
"""Municipalities told of in one answer; more are for `paragraf compare`."""

NEAR_SHARE = 0.3
"""Part of the first hit's score from which a municipality's own first hit tells of the matter."""

SILENT_SHARE = 0.5
SILENT_FIT = 0.6
"""Below both a named municipality's papers say nothing of the matter: parts of the first hit's score and of the question."""

LEAST_OPEN = 0.3
"""Part of the words for the matter that neither a decision nor its header says, from which more is quoted than the decision."""

_MET = 0.5

_EACH_MUNICIPALITY = re.compile(r"(?<!mellan )\bkommunerna\b|\b(?:vilka kommuner har|hur har andra kommuner|the municipalities)\b")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Words to quote, the best first; `left_out` says what of a decision or list is not shown; `sure` that they answer by
    where they stand, whatever words of the question they repeat. `value` is the one asked for, where reading has told it;
    `told` is said first, of all that is quoted together; `retold`: another meeting than that of the § quoted is told of."""

    excerpts: tuple[Excerpt, ...] = ()
    left_out: str | None = None
    sure: bool = False
    value: str | None = None
    told: str | None = None
    retold: bool = False


def quoting(material: Material) -> Quoting:
    """What to quote for the question."""
    budget = ANSWER_WORDS - OPENING_WORDS
    question = material.question
    changed = asked.changed(material)
    if changed:
        return Quoting(changed.excerpts, told=changed.told, sure=True)
    day = approved.day(material)
    if day:
        return Quoting((day.excerpt,), sure=True, value=day.value)
    signed = signature(material)
    if signed:
        return Quoting((signed,), sure=True)
    material = replace(material, hits=standing(question, material.hits, material.today))
    material = replace(material, hits=acting.own(question, unended(material)))
    material = replace(material, hits=acting.of_the_matter(material))
    names = _side_by_side(material)
    if names:
        return _compared(material, names, budget)
    if question.asks in decisions.ABOUT_DECISIONS:
        return _decided(material, budget)
    if question.asks is Asks.TIMELINE:
        return _way(material, budget)
    found = _of_hits(material, budget)
    told = dated.days(material, found.excerpts)
    return Quoting(told, sure=True) if told else found


def _of_hits(material: Material, budget: int) -> Quoting:
    """Table rows that the question names, else sentences."""
    rows = tables.rows(material)
    if rows:
        return Quoting(rows, sure=True)
    listed = lists.listing(material, budget) if material.question.asks is Asks.LIST else lists.Listing()
    if listed.excerpts:
        return Quoting(listed.excerpts, wording.part_of_list(listed.shown, listed.of, material.question.language), listed.sure)
    told = enumerated.enumerated(material, budget)
    if told:
        return Quoting(told)
    found = extract.excerpts(material.question, material.words, material.hits, budget)
    if found and material.question.asks is Asks.LIST:
        listed = lists.opened(material, found[0], budget)
        part = wording.part_of_list(listed.shown, listed.of, material.question.language)
        if listed.excerpts:
            # whether it answers is judged by all that was chosen: a list alone seldom repeats the question
            return Quoting(listed.excerpts, part, sure=refusal.reason(material, found) is None)
    why = reasons.reason(material, found)
    rows = () if why or any(numbers(compose.quoted(one)) for one in found[:1]) else tables.of_the_matter(material)
    return Quoting(rows, sure=True) if rows else Quoting(goingon.whole(material, why or found, budget))


def _compared(material: Material, names: Sequence[str], budget: int) -> Quoting:
    """Each municipality's own words in turn, and in whose papers nothing was found."""
    silent = [name for name in material.question.municipalities if _is_silent(material, name)]
    telling = [name for name in names if name not in silent]
    if not telling:
        return Quoting()
    found = [_side(_only(material, name, names), budget // len(telling)) for name in telling]
    said = wording.silent(silent, material.question.language) if silent else None
    return Quoting(tuple(excerpt for some in found for excerpt in some.excerpts), said, sure=all(some.sure for some in found))


def _side(material: Material, budget: int) -> Quoting:
    """One municipality's: its table row, else the point of its decision, else its sentences."""
    rows = tables.rows(material) if tables.asks_figure(material.question) else ()
    if rows:
        return Quoting(rows, sure=True)
    point = steps.decided(material)
    if point is None or _lacks(material, (point,)):
        return _of_hits(material, budget)
    left = budget - compose.words((point,))
    asks_more = left > LEAST_LEFT_WORDS and _leaves_open(material, (point,))
    more = extract.excerpts(material.question, material.words, material.hits, left, (point,)) if asks_more else ()
    return Quoting((point, *more), sure=True)


def _is_silent(material: Material, municipality: str) -> bool:
    """Whether what a municipality's papers hold is far from what another's do, and lacks much of the question."""
    own = [hit for hit in material.hits if hit.passage.municipality == municipality]
    if not own:
        return True
    names = tokens_of(" ".join(material.question.municipalities))
    matter = [word for word in material.words if met(word, names) < 1]
    far = own[0].score < SILENT_SHARE * material.hits[0].score
    return far and refusal.fit(matter, own, None).passage < SILENT_FIT


def _only(material: Material, municipality: str, names: Sequence[str]) -> Material:
    """What there is of one municipality; the names of the others are no words of its question."""
    others = tokens_of(f"{' '.join(name for name in names if name != municipality)} kommun kommuner")
    words = tuple(word for word in material.words if met(word, others) < 1)
    return replace(material, words=words, hits=[hit for hit in material.hits if hit.passage.municipality == municipality])


def _side_by_side(material: Material) -> tuple[str, ...]:
    """The municipalities to tell of one by one: those that a comparison names, or all found where it asks of "kommunerna"."""
    question = material.question
    if question.asks is Asks.COMPARISON and len(question.municipalities) > 1:
        return question.municipalities[:MOST_COMPARED]
    named = question.municipalities or question.unknown_municipalities or question.filters.municipalities
    if named or not _EACH_MUNICIPALITY.search(fold(question.text)):
        return ()
    near = [hit for hit in material.hits if hit.score >= NEAR_SHARE * material.hits[0].score]
    found = tuple(dict.fromkeys(hit.passage.municipality for hit in near if hit.passage.municipality))
    return found[:MOST_COMPARED] if len(found) > 1 else ()


def _decided(material: Material, budget: int) -> Quoting:
    """The points of the decision; where these are not all that is asked for, what else its § or matter says."""
    earlier = retold.on_day(material, budget) if material.question.asks is Asks.DECISION else ()
    if earlier:
        return Quoting(earlier, sure=True, retold=True)
    hits = material.hits
    decision = decisions.points(material, hits[0].passage, budget)
    left = budget - compose.words(decision.excerpts)
    if decision.excerpts:
        hits = [hit for hit in hits if _of_one_matter(hit.passage, decision.excerpts[0].passage)]
    if decision.excerpts and _lacks(material, decision.excerpts):
        told = extract.excerpts(material.question, material.words, hits, budget)
        if told and not _lacks(material, told[:1]):
            return Quoting(told)
    # where a matter stands is said by its decision or proposal, and by the note on it
    stands = (
        material.question.asks is Asks.STATUS
        and bool(decision.excerpts)
        and decision.excerpts[0].passage.role in (Role.BESLUT, Role.FORSLAG)
    )
    if stands or left <= LEAST_LEFT_WORDS or not _leaves_open(material, decision.excerpts):
        return Quoting(decision.excerpts, decision.left_out)
    more = extract.excerpts(material.question, material.words, hits, left, decision.excerpts)
    return Quoting((*decision.excerpts, *more), decision.left_out)


def _lacks(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    """Whether the votes, name, time or sum asked for is not there: how votes fell stands beside what was decided."""
    return lacking(material.question, " ".join(map(compose.quoted, excerpts))) is not None


def _leaves_open(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    """Whether a decision is not all that is asked for: words for the matter stand neither in it nor in its header."""
    said = tokens_of(" ".join(f"{excerpt.passage.header} {compose.quoted(excerpt)}" for excerpt in excerpts))
    words = gist(material)
    silent = sum(word.weight for word in words if met(word, said) < _MET)
    return not excerpts or silent >= LEAST_OPEN * weight(words) > 0


def _way(material: Material, budget: int) -> Quoting:
    """The steps of the matter, and what else tells of its days."""
    way = steps.steps(material)
    told = retold.told(material, budget, [excerpt.passage for excerpt in way.excerpts])
    if len(told.days) > len(way.excerpts):
        return _retold(material, told, budget)
    left = budget - compose.words(way.excerpts)
    more = extract.excerpts(material.question, material.words, material.hits, left, way.excerpts) if left > LEAST_LEFT_WORDS else ()
    part = wording.part_of_list(len(way.excerpts), way.of, material.question.language) if len(way.excerpts) < way.of else None
    return Quoting((*way.excerpts, *more), part)


def _retold(material: Material, told: retold.Told, budget: int) -> Quoting:
    """The steps that one § tells, and what it decides where there is room; that it only took note ends no way."""
    left = budget - compose.words(told.excerpts)
    section = section_of(told.excerpts[0].passage, material.files)
    if section is None or section.outcome is Outcome.NOTERAT:
        return Quoting(told.excerpts, sure=True)
    decision = decisions.points(material, told.excerpts[0].passage, left)
    fits = compose.words(decision.excerpts) <= left
    return Quoting((*told.excerpts, *(decision.excerpts if fits else ())), decision.left_out if fits else None, sure=True)


def _of_one_matter(passage: Passage, decision: Passage) -> bool:
    """Whether a passage is of the § or matter that the decision is of: what else is quoted belongs to it."""
    return passage.section_id == decision.section_id or (passage.case_key is not None and passage.case_key == decision.case_key)
