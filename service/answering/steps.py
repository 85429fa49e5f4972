"""The way of a matter through its bodies: what each § says of it, in order of date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Kind, Passage, Role, Span, Status
from indexer.index import Filters
from service.answering import matter, tables
from service.extract import Excerpt
from service.following.quoted import deciding_span
from service.material import Material
from service.places import in_passage, in_source, section_of
from service.sentences import Form, units
from service.understanding.wanted import overlap, tokens_of

READ_HITS = 3
"""Hits that may name the matter: the first with a Dnr does."""

CASE_PASSAGES = 200

NEAR_SHARE = 0.6
"""Part of the first hit's score from which a § may hold the decision on the same matter."""

FEWEST_STEPS = 2
MOST_STEPS = 6
"""More steps than this leave no room to say what each decided; the last ones count most."""

_FIGURE = re.compile(r"\d|\b(?:avgiftsfri|kostnadsfri|gratis|oförändra)")
_DECIDING = (Role.BESLUT, Role.FORSLAG)
_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_STATUSES = (Status.BESLUT, Status.ATERREMISS, Status.REMISS, Status.FORSLAG)


@dataclass(frozen=True, slots=True)
class Steps:
    """What to quote of each step, in order, and how many of how many they are."""

    excerpts: tuple[Excerpt, ...] = ()
    of: int = 0


def steps(material: Material) -> Steps:
    """The steps of the matter that the first hits are of; nothing where fewer than two are indexed."""
    numbered = [hit.passage for hit in material.hits[:READ_HITS] if hit.passage.case_key]
    # a paper may have a number of its own
    named = next((passage for passage in numbered if passage.section), numbered[0] if numbered else None)
    if named is None:
        return Steps()
    index, access = material.index, material.access
    chosen = Filters(case_keys=matter.numbers(named, index, access))
    passages = index.passages(index.select(chosen, access, CASE_PASSAGES), access)
    found = [excerpt for meeting in _meetings(passages) if (excerpt := _what(material, meeting))]
    return Steps(tuple(found[-MOST_STEPS:]), len(found)) if len(found) >= FEWEST_STEPS else Steps()


def decided(material: Material) -> Excerpt | None:
    """The point of the best deciding § that says most of the question; with a figure where one is asked for."""
    top = material.hits[0].score if material.hits else 0.0
    near = [hit.passage for hit in material.hits if hit.passage.role in _DECIDING and hit.score >= NEAR_SHARE * top]
    if not near:
        return None
    index, access = material.index, material.access
    chosen = Filters(section_ids=(near[0].section_id,))
    own = [passage for passage in index.passages(index.select(chosen, access, CASE_PASSAGES), access) if passage.role in _DECIDING]
    found = _what(material, sorted(own, key=lambda passage: passage.ordinal)) if own else None
    text = found.span.of(found.passage.text) if found else ""
    # a decision seldom repeats the matter that its title names
    titled = f"{near[0].title or ''}\n{text}"
    answers = overlap(material.words, tokens_of(titled)) > 0 and (not tables.asks_figure(material.question) or _FIGURE.search(text))
    return found if answers else None


def _meetings(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The deciding passages of each meeting in order of date; of several copies those of the minutes."""
    sections: dict[str, list[Passage]] = {}
    for passage in passages:
        if passage.role in _DECIDING and passage.section and passage.body and passage.date and passage.status in _STATUSES:
            sections.setdefault(passage.section_id, []).append(passage)
    meetings: dict[tuple[str, str], list[Passage]] = {}
    for own in sorted(sections.values(), key=_authority):
        meetings.setdefault((own[0].date or "", own[0].body or ""), own)
    for _, own in sorted(meetings.items(), key=lambda each: each[0][0]):
        yield sorted(own, key=lambda passage: passage.ordinal)


def _authority(passages: Sequence[Passage]) -> tuple[bool, int, str]:
    first = passages[0]
    return first.kind not in _MINUTES, _STATUSES.index(first.status), first.id


def _what(material: Material, passages: Sequence[Passage]) -> Excerpt | None:
    """What a § decides or proposes: the point that says most of the question, else how its decision begins."""
    section = section_of(passages[0], material.files)
    points = section.points if section else ()
    deciding = [point for point in points if point.status is not Status.FORSLAG] or points
    whole = [
        _in_one(passages, Span(point.span.start, max([point.span.end, *(each.end for each in point.conditions)]))) for point in deciding
    ]
    beginning = _deciding(passages, deciding_span(section)) if section else _beginning(passages[0])
    found = [excerpt for excerpt in whole if excerpt] or [beginning]
    return max(found, key=lambda excerpt: overlap(material.words, tokens_of(excerpt.span.of(excerpt.passage.text))))


def _in_one(passages: Sequence[Passage], there: Span) -> Excerpt | None:
    for passage in passages:
        span = in_passage(passage, there)
        if span:
            return Excerpt(passage, span, None, 1.0)
    return None


def _deciding(passages: Sequence[Passage], there: Span) -> Excerpt:
    """The first sentence of the words that decide, where these are no points."""
    for passage in passages:
        said = (unit for unit in units(passage.text) if unit.form is not Form.HEADING)
        own = next((unit for unit in said if there.holds(in_source(passage, unit.span))), None)
        if own:
            return Excerpt(passage, own.span, None, 1.0)
    return _beginning(passages[0])


def _beginning(passage: Passage) -> Excerpt:
    """The first sentence or item of a passage."""
    found = units(passage.text)
    said = next((unit for unit in found if unit.form is not Form.HEADING and not unit.span.of(passage.text).endswith(":")), found[0])
    return Excerpt(passage, said.span, None, 1.0)
