"""What was decided: the points of a decision whole, and whether a proposal found was ever decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.documents import DecisionPoint, Passage, Role, Span, Status
from indexer.index import Access, Filters, Index
from service import wording
from service.extract import Excerpt
from service.kinds import fold
from service.material import Material
from service.places import in_passage, section_of
from service.records import Asks
from service.sentences import units
from service.wanted import overlap, tokens_of

ABOUT_DECISIONS = (Asks.DECISION, Asks.STATUS, Asks.REFERENCE)

SECTION_PASSAGES = 50

HEADING_WORDS = 25
"""Most words quoted of how a § begins."""

_PROPOSED = re.compile(r"\b(foresl|forslag|propos)")


@dataclass(frozen=True, slots=True)
class Decision:
    """Points to quote; `left_out` says how many of how many, where not all fit."""

    excerpts: tuple[Excerpt, ...] = ()
    left_out: str | None = None


def points(material: Material, passage: Passage, budget_words: int) -> Decision:
    """The decision points of the passage's §, or of the decision that settled it, after how the § begins where that is asked.

    None is cut; the ones that the question is about are kept where not all fit.
    """
    question, index, access = material.question, material.index, material.access
    if not _PROPOSED.search(fold(question.text)):
        passage = _decision(passage, index, access) or passage
    passages = index.passages(index.select(Filters(section_ids=(passage.section_id,)), access, SECTION_PASSAGES), access)
    heading = [_heading(passages)] if question.asks is Asks.REFERENCE and passages else []
    section = section_of(passage, material.files)
    listed = _decided(section.points) if section else []
    found = [excerpt for point in listed if (excerpt := _excerpt(passages, _whole(point.span, point.conditions)))]
    kept: list[Excerpt] = []
    for excerpt in sorted(found, key=lambda excerpt: -overlap(material.words, tokens_of(excerpt.span.of(excerpt.passage.text)))):
        length = len(excerpt.span.of(excerpt.passage.text).split())
        if length <= budget_words or not kept:
            kept.append(excerpt)
            budget_words -= length
    left_out = wording.part_of_points(len(kept), len(listed), question.language) if 0 < len(kept) < len(listed) else None
    return Decision(tuple(_together([*heading, *kept])), left_out)


def status_note(material: Material, passage: Passage) -> str | None:
    """Where a proposal answers: whether the decision is indexed, and where."""
    if passage.status is not Status.FORSLAG or passage.role not in (Role.FORSLAG, Role.BAKGRUND):
        return None
    decided = _decision(passage, material.index, material.access)
    language = material.question.language
    return wording.decided_elsewhere(decided, language) if decided else wording.proposal_only(language)


def _decision(proposal: Passage, index: Index, access: Access) -> Passage | None:
    """The decision of the same matter, if one stands in the index at the same date or later; None where several do."""
    if proposal.case_key is None or proposal.status is not Status.FORSLAG:
        return None
    filters = Filters(case_keys=(proposal.case_key,), roles=(Role.BESLUT,), statuses=(Status.BESLUT,), date_from=proposal.date)
    found = index.passages(index.select(filters, access, SECTION_PASSAGES), access)
    by_section = {passage.section_id: passage for passage in reversed(found)}
    return next(iter(by_section.values())) if len(by_section) == 1 else None


def _heading(passages: Sequence[Passage]) -> Excerpt:
    """How the § begins: its number, Dnr and title as printed."""
    first = min(passages, key=lambda passage: passage.ordinal)
    opening = units(first.text)
    end = opening[0].span.end
    for unit in opening[1:]:
        if len(first.text[opening[0].span.start : unit.span.end].split()) > HEADING_WORDS:
            break
        end = unit.span.end
    return Excerpt(first, Span(opening[0].span.start, end), None, 1.0)


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
