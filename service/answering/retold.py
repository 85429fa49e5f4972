"""The dated steps that a paper tells of its own matter: what its "Beslutsunderlag" lists, and sentences that hold a day.

Minutes of the earlier meetings are often not indexed; then this is all that is known of the way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import references
from indexer.dates import MONTHS
from indexer.documents import BlockKind, Passage, Role, Span
from indexer.index import Filters
from service.answering import matter
from service.extract import Excerpt
from service.material import Material
from service.places import in_passage, section_of
from service.sentences import Form, units
from service.understanding import asked
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

READ_HITS = 10
MOST_SECTIONS = 4
TELLING_HITS = 2
LEAST_OF_GIST = 0.3
"""Hits whose every sentence with a day or month is taken for a step; part of the words for the matter that others must hold."""


SECTION_PASSAGES = 50

FEWEST_DAYS = 2

DAY_WORTH = 0.2
MOST_DAYS_COUNTED = 3
"""What a day in a sentence is worth beside the part of the question that it says, and how many of one sentence count."""

FEWEST_LINES = 3
"""Lines in a row that begin with a day make a schedule."""

LONGEST_STEP = 45
"""Words of a sentence that is too long to be a step."""

_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b(?: (?:19|20)\d\d)?", re.IGNORECASE)


_DECIDING = re.compile(
    r"\b(?:beslut\w*|beslot|foresl\w*|aterremit\w*|uppdrog|uppdra[gs]?|godkan\w*|antog|avslog|bifoll|bordla\w*|tillstyrk\w*)\b"
)
_ADDRESS = re.compile(r"https?:|www\.|@")
"""A footnote's days are when somebody looked there."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words to quote in the order in which they stand, and the days that they name."""

    excerpts: tuple[Excerpt, ...] = ()
    days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Step:
    excerpt: Excerpt
    days: frozenset[str]
    worth: float


def told(material: Material, budget_words: int, way: Sequence[Passage] = ()) -> Told:
    """What the § that names most days tells of the steps before it, as much as there is room for: one of the first hits, or of
    the `way` that is indexed."""
    found = [_kept(list(_steps(material, section)), budget_words) for section in _sections(material, way)]
    telling = [one for one in found if len(one.days) >= FEWEST_DAYS]
    # a § of minutes knows what a paper written for it does not
    return max(telling, key=lambda one: (one.excerpts[0].passage.section is not None, len(one.days)), default=Told())


def _sections(material: Material, way: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The passages of the last § of the way, and of each of the first hits that is of the first one's matter."""
    near = [hit.passage for hit in material.hits[:READ_HITS]]
    ids = dict.fromkeys(passage.section_id for passage in (*way[-1:], *(one for one in near if _may_tell(near[0], one))))
    for section_id in list(ids)[:MOST_SECTIONS]:
        chosen = material.index.select(Filters(section_ids=(section_id,)), material.access, SECTION_PASSAGES)
        yield sorted(material.index.passages(chosen, material.access), key=lambda passage: passage.ordinal)


def _may_tell(first: Passage, passage: Passage) -> bool:
    """Whether a passage is of the first one's matter: a paper and a § of one Dnr need no related titles."""
    own = passage.case_key is not None and passage.case_key == first.case_key and (first.section is None) != (passage.section is None)
    return own or matter.is_one(first, passage)


def _steps(material: Material, passages: Sequence[Passage]) -> Iterator[_Step]:
    for passage in passages:
        basis = _basis(material, passage)
        lists = [*_schedules(passage.text), *([basis] if basis else [])]
        if passage.role is not Role.YRKANDE:
            for unit in units(passage.text):
                whole = unit.form is not Form.HEADING and not unit.span.of(passage.text).endswith(":")
                if whole and not any(listed.meets(unit.span) for listed in lists):
                    yield from _step(material, passage, unit.span)
        for listed in lists:
            yield from _listed(material, passage, listed)


def _schedules(text: str) -> Iterator[Span]:
    """Runs of lines that each begin with a day."""
    run: list[Span] = []
    for line in (*_lines(text, Span(0, len(text))), None):
        if line is not None and any(not day.span.start for day in references.dates(line.of(text))):
            run.append(line)
            continue
        if len(run) >= FEWEST_LINES:
            yield Span(run[0].start, run[-1].end)
        run = []


def _lines(text: str, within: Span) -> list[Span]:
    return [Span(within.start + line.start(), within.start + line.end()) for line in re.finditer(r"\S.*\S", within.of(text))]


def _step(material: Material, passage: Passage, span: Span) -> Iterator[_Step]:
    said = span.of(passage.text)
    if not _is_near(material, passage, said):
        return
    if _days(said) and len(said.split()) <= LONGEST_STEP and not _ADDRESS.search(said):
        yield _worth(material, passage, span)


def _is_near(material: Material, passage: Passage, said: str) -> bool:
    """Whether a sentence may be of the matter: months are named everywhere, and a paper without § speaks of much."""
    if passage.id in {hit.passage.id for hit in material.hits[:TELLING_HITS]}:
        return True
    if passage.section is not None:
        return bool(references.dates(said))
    words = gist(material)
    return overlap(words, tokens_of(said)) >= LEAST_OF_GIST * weight(words) > 0


def _worth(material: Material, passage: Passage, span: Span) -> _Step:
    said = span.of(passage.text)
    days = _days(said)
    about = overlap(material.words, tokens_of(said)) / (weight(material.words) or 1)
    return _Step(Excerpt(passage, span, None, 1.0), days, about + DAY_WORTH * min(len(days), MOST_DAYS_COUNTED))


def _basis(material: Material, passage: Passage) -> Span | None:
    """What a passage holds of the list of papers that its § rests on."""
    section = section_of(passage, material.files)
    blocks = (block.span for block in section.blocks if block.kind is BlockKind.BESLUTSUNDERLAG) if section else iter(())
    return next((span for block in blocks if (span := in_passage(passage, block))), None)


def _listed(material: Material, passage: Passage, listed: Span) -> Iterator[_Step]:
    """The lines of a list from the first that holds a day to the last, as one: each names a paper or meeting."""
    dated = [line for line in _lines(passage.text, listed) if _days(line.of(passage.text))]
    step = _worth(material, passage, Span(dated[0].start, dated[-1].end)) if dated else None
    if step and len(step.days) >= FEWEST_DAYS:
        yield step


def _days(text: str) -> frozenset[str]:
    """The days that a text names, else the months."""
    days = references.dates(text)
    return frozenset(day.iso or day.span.of(text).casefold() for day in days) or frozenset(map(str.casefold, _MONTH.findall(text)))


def _kept(steps: Sequence[_Step], budget_words: int) -> Told:
    """The steps worth most for which there is room, as they stand."""
    kept: list[_Step] = []
    for step in sorted(steps, key=lambda step: step.worth, reverse=True):
        if step.excerpt.words <= budget_words and not any(step.days <= other.days for other in kept):
            kept.append(step)
            budget_words -= step.excerpt.words
    kept.sort(key=lambda step: (step.excerpt.passage.ordinal, step.excerpt.span))
    return Told(tuple(step.excerpt for step in kept), frozenset[str]().union(*(step.days for step in kept)))


def on_day(material: Material, budget_words: int) -> tuple[Excerpt, ...]:
    """What a § retells as decided or proposed on the day asked for, where none of the first hits is of that day.

    The decision often stands some sentences after its day: what stands before the next day is of this one.
    """
    asked_for = asked.days(material.question)
    if len(asked_for) != 1 or any(hit.passage.date == asked_for[0] for hit in material.hits[:READ_HITS]):
        return ()
    for passages in _sections(material, ()):
        for passage in passages:
            found = list(_of_day(passage, asked_for[0], budget_words))
            if any(_DECIDING.search(fold(one.span.of(passage.text))) for one in found):
                return tuple(found)
    return ()


def _of_day(passage: Passage, day: str, budget_words: int) -> Iterator[Excerpt]:
    """The sentences that decide or propose from the first that holds the day to the next that holds another, with their points."""
    current, opened = False, False
    for unit in units(passage.text):
        said = unit.span.of(passage.text)
        found = {one.iso for one in references.dates(said)} - {None}
        if current and found and day not in found:
            return
        current = current or day in found
        is_point = opened and unit.form is Form.ITEM
        if current and (is_point or _DECIDING.search(fold(said))):
            budget_words -= len(said.split())
            if budget_words < 0:
                return
            yield Excerpt(passage, unit.span, None, 1.0)
            opened = is_point or said.endswith(":")
