"""A question whether a proposal was changed on its way, answered from what changed: the point before, the point after.

"Ändrade nämnden utskottets förslag?", "Följde fullmäktige kommunstyrelsens förslag?": known by its form alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage
from indexer.index import Filters
from service.changes.papers import of_thread
from service.changes.records import Change, Stage, Step, Verdict, Way
from service.extract import Excerpt
from service.material import Material
from service.minuted.section import Point
from service.places import in_passage
from service.records import Asks
from service.registers.entries import entries
from service.registers.threads import threads
from service.understanding.kinds import fold

READ_HITS = 3
"""Hits that may name the matter: the first with a way does."""

MOST_PASSAGES = 200
MOST_POINTS = 2
"""Points quoted of the later stage beside the first that changed."""

_ASKS = re.compile(
    r"^(?:vad |hur |pa vilket satt |i vilka delar |blev |har )?"
    r"(?:andra(?:de|t|s|des|ts)?|avvek|foljde|folj(?:t|s|des|ts)|gick)\b.*\b(?:forslag(?:et|en)?|begaran|linje)\b"
    r"|\b(?:skiljer|skilde)\b.*\bforslag(?:et)?\b.*\bbeslut(?:et)?\b|\bsamma som\b.*\bforesl(?:og|agit)\b"
)
_GENERAL = ("fullmaktige", "namnd", "styrels", "utskott")
"""What a body is called where the matter tells which one is meant."""

_ENDING = re.compile(r"(?:et|en|um)$")


@dataclass(frozen=True, slots=True)
class Changed:
    """What to quote, and what is said of it without a figure."""

    excerpts: tuple[Excerpt, ...]
    told: str


def changed(material: Material) -> Changed | None:
    """The change that the question asks for; None for every other question, and where no way is here."""
    question = material.question
    if question.language != "sv" or question.asks is Asks.TIMELINE or not _ASKS.search(fold(question.text)):
        return None
    way = next((found for hit in material.hits[:READ_HITS] if (found := _way(hit.passage, material))), None)
    if way is None:
        return None
    step = _asked_for(way.steps, way.stages, fold(question.text))
    excerpts = tuple(excerpt for stage, point in _points(way, step) if (excerpt := _excerpt(stage, point, material)))
    return Changed(excerpts, _told(way, step)) if excerpts else None


def _way(passage: Passage, material: Material) -> Way | None:
    """The way of the matter that a passage is of, out of the files that have its Dnr."""
    if passage.case_key is None:
        return None
    chosen = Filters(case_keys=(passage.case_key,))
    found = material.index.passages(material.index.select(chosen, material.access, MOST_PASSAGES), material.access)
    stored = [one for file in dict.fromkeys(each.file for each in found) if (one := material.files(file))]
    drawn = threads([entry for one in stored for entry in entries(one)])
    own = [thread for thread in drawn if any(entry.section_id == passage.section_id for entry in thread.entries)]
    of_case = own or [thread for thread in drawn if any(entry.case_key == passage.case_key for entry in thread.entries)]
    return of_thread(of_case[0], material.index, material.access) if len(of_case) == 1 else None


def _asked_for(steps: Sequence[Step], stages: Sequence[Stage], folded: str) -> Step:
    """The step whose later body the question names first, else the last that changed anything, else the last."""
    acts = folded.split("forslag")[0]
    named = [step for step in steps if _named(stages[step.after].body, acts) and _named(stages[step.before].body, acts)]
    named = named or [step for step in steps if _named(stages[step.after].body, acts)]
    changing = [step for step in steps if step.verdict is Verdict.CHANGED]
    return (named or changing or list(steps))[-1]


def _named(body: str | None, folded: str) -> bool:
    if body is None:
        return False
    last = _ENDING.sub("", fold(body.split()[-1]))
    general = next((word for word in _GENERAL if last.endswith(word)), None)
    return last in folded or (general is not None and re.search(rf"\b{general}", folded) is not None)


def _points(way: Way, step: Step) -> Iterator[tuple[Stage, Point]]:
    """The first point that differs as it was and became, then what else is new; of an unchanged one how it was decided."""
    before, after = way.stages[step.before], way.stages[step.after]
    differing = [one for one in step.points if one.change in (Change.CHANGED, Change.ADDED, Change.REMOVED)] or list(step.points)
    first = next((one for one in differing if one.before is not None and one.after is not None), differing[0])
    if first.before is not None:
        yield before, before.points[first.before]
    if first.after is not None:
        yield after, after.points[first.after]
    others = [one.after for one in differing if one is not first and one.after is not None]
    yield from ((after, after.points[at]) for at in others[:MOST_POINTS])


def _excerpt(stage: Stage, point: Point, material: Material) -> Excerpt | None:
    chosen = Filters(section_ids=(stage.section_id,))
    for passage in material.index.passages(material.index.select(chosen, material.access, MOST_PASSAGES), material.access):
        span = in_passage(passage, point.span)
        if span:
            return Excerpt(passage, span, None, 1.0)
    return None


def _told(way: Way, step: Step) -> str:
    """What the later body made of it, without days and numbers: these stand with the quotes."""
    before, after = way.stages[step.before], way.stages[step.after]
    verb = {Verdict.CHANGED: "ändrade", Verdict.UNCHANGED: "följde", Verdict.REWORDED: "följde, med andra ord,"}[step.verdict]
    whose = before.body or "förvaltningen"
    return f"{after.body or 'Nästa instans'} {verb} förslaget från {whose[:1].lower()}{whose[1:]}."
