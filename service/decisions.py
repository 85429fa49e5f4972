"""What was decided: the points of a decision whole, and whether a proposal found was ever decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.documents import DecisionPoint, Passage, Role, Section, Span, Status
from indexer.index import Access, Filters, Index
from service import wording
from service.extract import Excerpt
from service.places import in_passage
from service.records import Asks, Hit, Question
from service.wanted import Wanted, overlap, tokens_of

ABOUT_DECISIONS = (Asks.DECISION, Asks.STATUS, Asks.REFERENCE)
SECTION_PASSAGES = 50


@dataclass(frozen=True, slots=True)
class Decision:
    """Points to quote; `left_out` says how many of how many, where not all fit."""

    excerpts: tuple[Excerpt, ...]
    left_out: str | None


def points(question: Question, words: Sequence[Wanted], hit: Hit, index: Index, access: Access, budget_words: int) -> Decision:
    """The decision points of the hit's §: none is cut, the ones that the question is about go first where not all fit."""
    section = _section(hit.passage, index, access)
    if section is None or not section.points:
        return Decision((), None)
    passages = index.passages(index.select(Filters(section_ids=(section.id,)), access, SECTION_PASSAGES), access)
    listed = _decided(section.points)
    found = [excerpt for point in listed if (excerpt := _excerpt(passages, _whole(point.span, point.conditions)))]
    by_worth = sorted(found, key=lambda excerpt: -overlap(words, tokens_of(excerpt.span.of(excerpt.passage.text))))
    kept: list[Excerpt] = []
    for excerpt in by_worth:
        length = len(excerpt.span.of(excerpt.passage.text).split())
        if length <= budget_words or not kept:
            kept.append(excerpt)
            budget_words -= length
    kept.sort(key=lambda excerpt: (excerpt.passage.ordinal, excerpt.span))
    left_out = wording.part_of_points(len(kept), len(listed), question.language) if len(kept) < len(listed) else None
    return Decision(tuple(kept), left_out)


def status_note(question: Question, passage: Passage, index: Index, access: Access) -> str | None:
    """Where a proposal answers: whether the decision is indexed, and where."""
    if passage.status is not Status.FORSLAG or passage.role not in (Role.FORSLAG, Role.BAKGRUND):
        return None
    decided = _decision(passage, index, access)
    return wording.decided_elsewhere(decided, question.language) if decided else wording.proposal_only(passage, question.language)


def _decision(proposal: Passage, index: Index, access: Access) -> Passage | None:
    """The decision of the same matter, if one stands in the index at the same date or later; None where several do."""
    if proposal.case_key is None:
        return None
    filters = Filters(case_keys=(proposal.case_key,), roles=(Role.BESLUT,), statuses=(Status.BESLUT,), date_from=proposal.date)
    found = index.passages(index.select(filters, access, SECTION_PASSAGES), access)
    by_section = {passage.section_id: passage for passage in reversed(found)}
    return next(iter(by_section.values())) if len(by_section) == 1 else None


def _section(passage: Passage, index: Index, access: Access) -> Section | None:
    stored = index.file(passage.file, access)
    if stored is None:
        return None
    sections = (section for document in stored.documents if document.id == passage.document_id for section in document.sections)
    return next((section for section in sections if section.id == passage.section_id), None)


def _whole(span: Span, conditions: Sequence[Span]) -> Span:
    """The point with the conditions that follow right upon it."""
    last = max((condition.end for condition in conditions if condition.start >= span.start), default=span.end)
    return Span(span.start, max(span.end, last))


def _decided(listed: Sequence[DecisionPoint]) -> Sequence[DecisionPoint]:
    """The points that decide, where any does: the official's proposal stands in the same § and is none of them."""
    return [point for point in listed if point.status is not Status.FORSLAG] or listed


def _excerpt(passages: Sequence[Passage], there: Span) -> Excerpt | None:
    for passage in passages:
        span = in_passage(passage, there)
        if span:
            return Excerpt(passage, span, None, 1.0)
    return None
