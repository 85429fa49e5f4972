"""The stages of a matter out of its §: each with the points that it passes on, or decides where it passes none on."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from indexer.documents import Kind, Outcome, Status
from service.changes.aligning import compared, verdict
from service.changes.records import Stage, Step, Way
from service.changes.telling import told
from service.minuted.section import Minuted, Point, all_points, points
from service.registers.recipients import recipient
from service.registers.threads import rank
from service.serving.reference import reference

ROUND = timedelta(days=183)
"""One proposal is not taken up again by the same body after so long, unless it was put off."""

_PUT_OFF = (Outcome.BORDLAGT, Outcome.ATERREMISS, Outcome.UTGAR)
_DEALT = (Status.BESLUT, Status.FORSLAG, Status.ATERREMISS, Status.REMISS)


def way(papers: Sequence[Minuted]) -> Way | None:
    """A matter's way from its papers by day; None where fewer than two stages have points."""
    stages = tuple(stage for one in papers if not one.is_draft and one.section.status in _DEALT and (stage := _stage(one)).points)
    steps = _steps(stages)
    if not steps:
        return None
    title = next((one.section.title for one in papers if one.section.title and one.section.number), None)
    return Way(title or stages[-1].reference, stages[-1].municipality, stages, steps)


def _stage(one: Minuted) -> Stage:
    section, document = one.section, one.document
    passed = _passed_on(one)
    return Stage(
        reference=reference(document, section, file=one.stored.record.file),
        file=one.stored.record.file,
        document_id=document.id,
        section_id=section.id,
        municipality=one.municipality,
        body=document.body or ("Förvaltningen" if document.kind is Kind.TJANSTESKRIVELSE else None),
        date=document.date,
        number=section.number,
        case=one.case,
        status=str(Status.FORSLAG if passed and all(point.status is Status.FORSLAG for point in passed) else section.status),
        outcome=str(section.outcome) if section.outcome else None,
        put_off=section.outcome in _PUT_OFF or section.status is Status.ATERREMISS,
        points=passed,
    )


def _passed_on(one: Minuted) -> tuple[Point, ...]:
    """The points proposed to another body that the § names, though it decides something else itself; else its points."""
    proposed = tuple(point for point in all_points(one) if point.status is Status.FORSLAG)
    if proposed and recipient(one.stored.source.text, one.section, one.document.body):
        return proposed
    return points(one)


def _steps(stages: Sequence[Stage]) -> tuple[Step, ...]:
    """From each stage that has its say to the next, as long as one proposal goes on."""
    speaking = [at for at, stage in enumerate(stages) if not stage.put_off]
    pairs = (pair for pair in pairwise(speaking) if not _begins_anew(stages, *pair))
    return tuple(between(stages, first, second) for first, second in pairs)


def _begins_anew(stages: Sequence[Stage], first: int, second: int) -> bool:
    """Whether what a body no higher up says much later is another round: a report of every year keeps its Dnr.

    What was put off between them comes back to the same body.
    """
    before, after = stages[first], stages[second]
    if second - first > 1 or not (before.number and before.date and after.date) or rank(after.body) > rank(before.body):
        return False
    return date.fromisoformat(after.date) - date.fromisoformat(before.date) > ROUND


def between(stages: Sequence[Stage], first: int, second: int) -> Step:
    """What the second of two stages made of the first."""
    before, after = stages[first], stages[second]
    found = compared(
        [point.quoted.text for point in before.points],
        [point.quoted.text for point in after.points],
        passes_all=before.status == Status.FORSLAG,
    )
    result = verdict(found)
    return Step(first, second, result, found, told(before, after, result, found))
