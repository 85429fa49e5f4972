"""The way of a matter for readers: lines of a terminal, files to keep. Differences are said in words and marked by signs."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from service.changes.records import ComparedPoint, Part, Piece, Stage, Step, Way
from service.serving.exporting import Sheet, as_csv, as_xlsx, plain

MARKS: Mapping[Part, tuple[str, str]] = {Part.SAME: ("", ""), Part.ADDED: ("[+", "+]"), Part.REMOVED: ("[-", "-]")}
"""What stands around words that only one of two points has, where nothing can be coloured."""

HEADS = ("Ärende", "Kommun", "Före", "Efter", "Punkten", "Lydelse före", "Lydelse efter", "Skillnad", "Källa före", "Källa efter")
WIDE = frozenset(("Ärende", "Lydelse före", "Lydelse efter", "Skillnad"))


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


def sheet(ways: Sequence[Way]) -> Sheet:
    """The points side by side, a row each, step by step."""
    return Sheet("Ändringar", HEADS, [_row(way, step, one) for way in ways for step in way.steps for one in step.points], WIDE)


def _row(way: Way, step: Step, one: ComparedPoint) -> tuple[str, ...]:
    before, after = way.stages[step.before], way.stages[step.after]
    (old, old_place), (new, new_place) = _side(before, one.before), _side(after, one.after)
    named = (way.title, way.municipality or "", before.reference, after.reference, str(one.change))
    return (*named, old, new, marked(one.pieces), old_place, new_place)


def _side(stage: Stage, at: int | None) -> tuple[str, str]:
    """A point's words and place; nothing where the stage does not have it."""
    if at is None:
        return "", ""
    quoted = stage.points[at].quoted
    return quoted.text, f"{stage.file} s. {quoted.page}"


FORMS: Mapping[str, Callable[[Sequence[Way]], bytes]] = {
    "md": lambda ways: markdown(ways).encode(),
    "csv": lambda ways: as_csv(sheet(ways)),
    "xlsx": lambda ways: as_xlsx(sheet(ways)),
}
"""Files by the ending of their names."""
