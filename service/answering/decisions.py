"""What was decided: the points of a decision whole, of the § found or of the one that settled its matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.documents import DecisionPoint, Kind, Outcome, Passage, Role, Span, Status
from indexer.index import Filters
from service.answering import matter, wording
from service.answering.holding import is_named
from service.extract import Excerpt
from service.material import Material
from service.places import in_passage, in_source, section_of
from service.records import Asks
from service.sentences import units
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

ABOUT_DECISIONS = (Asks.DECISION, Asks.STATUS, Asks.REFERENCE)

SECTION_PASSAGES = 50

MOST_STAGES = 4
"""Stages named beside the one that ended a matter."""

STAGE_WORDS = 6
"""Words of a stage's body, day and §."""

LEAST_OF_STAGE = 0.5
"""Part of the words for the matter that a § must hold to be where a paper was dealt with."""

HEADING_WORDS = 25
"""Most words quoted of how a § begins."""

_PROPOSED = re.compile(r"\b(foresl|forslag|propos)")


@dataclass(frozen=True, slots=True)
class Decision:
    """Points to quote; `left_out` says how many of how many, where not all fit."""

    excerpts: tuple[Excerpt, ...] = ()
    left_out: str | None = None


def points(material: Material, passage: Passage, budget_words: int) -> Decision:
    """The decision points of the passage's §, and of the one that settled its matter, as the question asks for the one or the other.

    None is cut; the ones that the question is about are kept where not all fit.
    """
    if material.question.asks is Asks.REFERENCE and not material.question.sections:
        return _whole_matter(material, passage, budget_words)
    if material.question.asks is Asks.STATUS and passage.section is None:
        passage = _dealt_with(material, passage) or passage
    first, *others = _asked_for(material, passage)
    decision = _points(material, first, budget_words)
    for other in others:
        left = budget_words - _length(decision.excerpts)
        more = _points(material, other, left).excerpts[:1]
        fitting = more if more and _length(more) <= left else (heading(other),)
        decision = replace(decision, excerpts=(*decision.excerpts, *fitting))
    return decision


def _dealt_with(material: Material, paper: Passage) -> Passage | None:
    """The last § that dealt with a paper's matter, of those that hold most of the words for the matter."""
    words = gist(material)
    stages = [stage for stage in matter.stages(paper, material.index, material.access) if stage.section]
    held = [overlap(words, tokens_of(f"{stage.header}\n{stage.text}")) for stage in stages]
    near = [stage for stage, share in zip(stages, held, strict=True) if share >= LEAST_OF_STAGE * weight(words) and share == max(held)]
    return near[-1] if near else None


def _whole_matter(material: Material, passage: Passage, budget_words: int) -> Decision:
    """The stage that ended the matter, then the others by date, as many as there is room for."""
    stages = matter.stages(passage, material.index, material.access)
    end = matter.outcome(stages)
    decision = _points(material, end, budget_words)
    left = budget_words - _length(decision.excerpts)
    others: list[Excerpt] = []
    for stage in reversed([stage for stage in stages if stage.section_id != end.section_id]):
        named = replace(heading(stage), said=stage.title or "")
        left -= STAGE_WORDS + len((stage.title or "").split())
        if left < 0 or len(others) == MOST_STAGES:
            break
        others.insert(0, named)
    return replace(decision, excerpts=(*decision.excerpts, *others))


def _length(excerpts: Sequence[Excerpt]) -> int:
    return sum(len((excerpt.said or excerpt.span.of(excerpt.passage.text)).split()) for excerpt in excerpts)


def heading(passage: Passage) -> Excerpt:
    """How a passage begins: where it is the first of its §, the number, Dnr and title as printed."""
    opening = units(passage.text)
    end = opening[0].span.end
    for unit in opening[1:]:
        if len(passage.text[opening[0].span.start : unit.span.end].split()) > HEADING_WORDS:
            break
        end = unit.span.end
    return Excerpt(passage, Span(opening[0].span.start, end), None, 1.0)


def _titled(passage: Passage) -> Excerpt:
    """How a § begins, told by its title alone: number and Dnr stand before the quote already."""
    title = passage.title
    return replace(heading(passage), said=title if title[-1] in ".?!" else f"{title}.") if title else heading(passage)


def _asked_for(material: Material, passage: Passage) -> Sequence[Passage]:
    """The passage, or the decision that settled its matter, or both: what is asked for first."""
    question = material.question
    settled = None if question.sections else matter.settled(passage, material.index, material.access)
    if settled is None or not _is_underway(material, passage):
        return (passage,)
    on_the_way = bool(_PROPOSED.search(fold(question.text)))
    if question.asks is Asks.STATUS:
        return (settled, passage) if on_the_way else (settled,)
    if on_the_way or is_named(question, passage):
        return (passage, settled)
    return (settled,)


def _is_underway(material: Material, passage: Passage) -> bool:
    """Whether the passage's § left the matter to be decided later."""
    if passage.status in (Status.FORSLAG, Status.ATERREMISS, Status.REMISS):
        return True
    section = section_of(passage, material.files)
    return passage.kind is Kind.KALLELSE or (section is not None and section.outcome in (Outcome.BORDLAGT, Outcome.ATERREMISS))


def _points(material: Material, passage: Passage, budget_words: int) -> Decision:
    question, index, access = material.question, material.index, material.access
    passages = index.passages(index.select(Filters(section_ids=(passage.section_id,)), access, SECTION_PASSAGES), access)
    section = section_of(passage, material.files)
    listed = _decided(section.points) if section else []
    found = [excerpt for point in listed if (excerpt := _excerpt(passages, _whole(point.span, point.conditions)))]
    kept: list[Excerpt] = []
    for excerpt in sorted(found, key=lambda excerpt: -overlap(material.words, tokens_of(excerpt.span.of(excerpt.passage.text)))):
        length = len(excerpt.span.of(excerpt.passage.text).split())
        if length <= budget_words or not kept:
            kept.append(excerpt)
            budget_words -= length
    opening = min(passages, key=lambda one: one.ordinal) if question.asks is Asks.REFERENCE and passages else None
    begins = [_titled(opening) if kept else heading(opening)] if opening else []
    left_out = wording.part_of_points(len(kept), len(listed), question.language) if 0 < len(kept) < len(listed) else None
    return Decision((*begins, *_together(kept)), left_out)


def left_out(material: Material, excerpts: Sequence[Excerpt]) -> str | None:
    """How many of how many points are quoted, where several points of a decision are and not all: a part would pass for the whole."""
    passage = excerpts[0].passage
    section = section_of(passage, material.files) if passage.role is Role.BESLUT else None
    listed = _decided(section.points) if section else []
    own = [in_source(one.passage, one.span) for one in excerpts if one.passage.section_id == passage.section_id]
    kept = sum(any(span.meets(point.span) for span in own) for point in listed)
    return wording.part_of_points(kept, len(listed), material.question.language) if 1 < kept < len(listed) else None


def _whole(span: Span, conditions: Sequence[Span]) -> Span:
    """The point with the conditions that follow right upon it."""
    last = max((condition.end for condition in conditions if condition.start >= span.start), default=span.end)
    return Span(span.start, max(span.end, last))


def _decided(listed: Sequence[DecisionPoint]) -> Sequence[DecisionPoint]:
    """The points that decide, where any does: the official's proposal stands in the same § and is none of them."""
    return [point for point in listed if point.status is not Status.FORSLAG] or listed


def _together(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Excerpts in order, those that meet or stand right after one another as one quote."""
    joined: list[Excerpt] = []
    for excerpt in sorted(excerpts, key=lambda excerpt: (excerpt.passage.ordinal, excerpt.span)):
        last = joined[-1] if joined else None
        if last and last.passage.id == excerpt.passage.id and not last.passage.text[last.span.end : excerpt.span.start].strip():
            joined[-1] = replace(last, span=Span(last.span.start, max(last.span.end, excerpt.span.end)))
        else:
            joined.append(excerpt)
    return joined


def _excerpt(passages: Sequence[Passage], there: Span) -> Excerpt | None:
    for passage in passages:
        span = in_passage(passage, there)
        if span:
            return Excerpt(passage, span, None, 1.0)
    return None
