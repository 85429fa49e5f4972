"""The way of a matter for readers: JSON, lines of a terminal, Markdown. Differences are said in words and marked by signs."""

from collections.abc import Iterator, Mapping, Sequence

from service.changes.records import ComparedPoint, Part, Piece, Stage, Step, Way
from service.minuted.section import Point
from service.serving.exporting import plain
from service.shown import LINED

MARKS: Mapping[Part, tuple[str, str]] = {Part.SAME: ("", ""), Part.ADDED: ("[+", "+]"), Part.REMOVED: ("[-", "-]")}
"""What stands around words that only one of two points has, where nothing can be coloured."""


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
    lines = list(shown.quoted.lines) if file.casefold().endswith(LINED) else None
    return {
        "label": shown.label,
        "text": shown.quoted.text,
        "status": str(shown.status),
        "conditions": list(shown.conditions),
        "page": shown.quoted.page,
        "lines": lines,
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


def lines(ways: Sequence[Way]) -> Iterator[str]:
    """The ways as lines of text."""
    for way in ways:
        yield way.title
        for stage in way.stages:
            yield f"  {stage.reference}{' (uppskjutet)' if stage.put_off else ''}"
        for step in way.steps:
            yield ""
            yield step.told
            yield from (f"  {one.change}: {marked(one.pieces)}" for one in step.points)
        yield ""


def marked(pieces: Sequence[Piece]) -> str:
    """Both points as one, with signs around what only one of them has."""
    return " ".join(f"{MARKS[piece.part][0]}{piece.text}{MARKS[piece.part][1]}" for piece in pieces)


def markdown(ways: Sequence[Way]) -> str:
    """The ways with their stages, and what each step changed."""
    said: list[str] = []
    for way in ways:
        said += [f"# {plain(way.title)}", ""]
        said += [f"{number}. {plain(stage.reference)}" for number, stage in enumerate(way.stages, 1)]
        for step in way.steps:
            said += ["", f"## {plain(step.told)}", ""]
            said += [f"- {one.change}: {_in_markdown(one.pieces)}" for one in step.points]
        said.append("")
    return "\n".join(said)


def _in_markdown(pieces: Sequence[Piece]) -> str:
    signs = {Part.SAME: "", Part.ADDED: "**", Part.REMOVED: "~~"}
    return " ".join(f"{signs[piece.part]}{plain(piece.text)}{signs[piece.part]}" for piece in pieces)
