"""The way of a matter as the plain values that the JSON API and `--json` give."""

from collections.abc import Sequence

from service.changes.records import ComparedPoint, Stage, Step, Way
from service.minuted.section import Point
from service.shown import countable


def told(dnr: str, ways: Sequence[Way]) -> dict[str, object]:
    """All ways as the API and `--json` show them."""
    return {"dnr": dnr, "ways": [_way(each) for each in ways]}


def _way(way: Way) -> dict[str, object]:
    return {
        "title": way.title,
        "municipality": way.municipality,
        "stages": [_stage(stage) for stage in way.stages],
        "steps": [_step(step) for step in way.steps],
    }


def _stage(stage: Stage) -> dict[str, object]:
    return {
        "reference": stage.reference,
        "file": stage.file,
        "document": stage.document_id,
        "section_id": stage.section_id,
        "body": stage.body,
        "date": stage.date,
        "section": stage.number,
        "case": stage.case,
        "status": stage.status,
        "outcome": stage.outcome,
        "put_off": stage.put_off,
        "points": [point(each, stage.file) for each in stage.points],
    }


def point(shown: Point, file: str) -> dict[str, object]:
    """A point of a decision."""
    return {
        "label": shown.label,
        "text": shown.quoted.text,
        "status": str(shown.status),
        "conditions": list(shown.conditions),
        "page": shown.quoted.page,
        "lines": countable(file, shown.quoted.lines),
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "before": step.before,
        "after": step.after,
        "verdict": step.verdict,
        "told": step.told,
        "points": [_compared(each) for each in step.points],
    }


def _compared(one: ComparedPoint) -> dict[str, object]:
    pieces = [{"text": piece.text, "part": piece.part} for piece in one.pieces]
    return {"change": one.change, "before": one.before, "after": one.after, "pieces": pieces}
