"""A question whether a proposal was changed on its way, answered from what changed: the point before, the point after.

"Ändrade nämnden utskottets förslag?", "Följde fullmäktige kommunstyrelsens förslag?": known by its form alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.documents import Passage, Status
from indexer.index import Filters
from service.changes.named import step_meant
from service.changes.papers import of_thread
from service.changes.records import Change, Stage, Step, Verdict, Way
from service.changes.telling import small
from service.extract import Excerpt
from service.following.extent import extent
from service.following.library import Library
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
_YES_OR_NO = re.compile(r"^(?:andra(?:de|s|des|ts)?|avvek|foljde|folj(?:s|des)|gick|blev|blivit|har|skiljer|skilde|ar|var)\b")
_FOLLOWS = re.compile(r"\bfolj\w*|\bsamma som\b|\bgick pa\b|\bi linje med\b|\boforandra\w*")


@dataclass(frozen=True, slots=True)
class Changed:
    """What to quote, and what is said of it first, without a figure."""

    excerpts: tuple[Excerpt, ...]
    told: str


def changed(material: Material) -> Changed | None:
    """The change that the question asks for; None for every other question, and where no way is here."""
    question = material.question
    if question.in_english or question.asks is Asks.TIMELINE or not _ASKS.search(fold(question.text)):
        return None
    way = next((found for hit in material.hits[:READ_HITS] if (found := _way(hit.passage, material))), None)
    if way is None:
        return None
    step = step_meant(way, fold(question.text))
    excerpts = tuple(excerpt for stage, point in _points(way, step) if (excerpt := _excerpt(stage, point, material)))
    told = f"{_answer(step, fold(question.text))}{_told(way, step)}"
    return Changed(excerpts, f"{told[0].upper()}{told[1:]}") if excerpts else None


def _way(passage: Passage, material: Material) -> Way | None:
    """The way of the matter that a passage is of, out of the files that have any Dnr that it went by."""
    if passage.case_key is None:
        return None
    numbers = extent(passage.case_key, passage.case or "", Library(material.index, material.access)).numbers
    chosen = Filters(case_keys=tuple(number.key for number in numbers))
    found = material.index.passages(material.index.select(chosen, material.access, MOST_PASSAGES), material.access)
    stored = [one for file in dict.fromkeys(each.file for each in found) if (one := material.files(file))]
    drawn = threads([entry for one in stored for entry in entries(one)])
    own = [thread for thread in drawn if any(entry.section_id == passage.section_id for entry in thread.entries)]
    of_case = own or [thread for thread in drawn if any(entry.case_key == passage.case_key for entry in thread.entries)]
    return of_thread(of_case[0], material.index, material.access) if len(of_case) == 1 else None


def _points(way: Way, step: Step) -> Iterator[tuple[Stage, Point]]:
    """The first point that differs as it was and became, then what else is new; of an unchanged one how it was decided."""
    before, after = way.stages[step.before], way.stages[step.after]
    differing = [one for one in step.points if one.change in (Change.CHANGED, Change.ADDED, Change.REMOVED)] or list(step.points)
    first = next((one for one in differing if one.before is not None and one.after is not None), differing[0])
    if first.before is not None:
        yield before, before.points[first.before]
    # what was struck shows in what was decided without it
    shown = first.after or 0
    yield after, after.points[shown]
    others = [one.after for one in differing if one.after not in (None, shown)]
    yield from ((after, after.points[at]) for at in others[:MOST_POINTS] if at is not None)


def _excerpt(stage: Stage, point: Point, material: Material) -> Excerpt | None:
    chosen = Filters(section_ids=(stage.section_id,))
    for passage in material.index.passages(material.index.select(chosen, material.access, MOST_PASSAGES), material.access):
        span = in_passage(passage, point.span)
        if span:
            return Excerpt(passage, span, None, 1.0)
    return None


def _answer(step: Step, question: str) -> str:
    """Yes or no, to a question (folded) that asks for one."""
    if not _YES_OR_NO.search(question):
        return ""
    followed = step.verdict is not Verdict.CHANGED
    return "Ja, " if followed == bool(_FOLLOWS.search(question)) else "Nej, "


def _told(way: Way, step: Step) -> str:
    """What the later body made of it, without days and numbers: these stand with the quotes."""
    before, after = way.stages[step.before], way.stages[step.after]
    verb = {Verdict.CHANGED: "ändrade", Verdict.UNCHANGED: "följde", Verdict.REWORDED: "följde, med andra ord,"}[step.verdict]
    what = "förslaget" if before.status == Status.FORSLAG else "beslutet"
    how = ", ".join(_how(step)) if step.verdict is Verdict.CHANGED and len(step.points) > 1 else ""
    return f"{small(after.body or 'nästa instans')} {verb} {what} från {small(before.body or 'förvaltningen')}{f': {how}' if how else ''}."


def _how(step: Step) -> Iterator[str]:
    """ "en punkt ändrad", "flera punkter tillagda"."""
    for change, several in ((Change.CHANGED, "ändrade"), (Change.REMOVED, "strukna"), (Change.ADDED, "tillagda")):
        count = sum(point.change is change for point in step.points)
        if count:
            yield f"en punkt {change}" if count == 1 else f"flera punkter {several}"
