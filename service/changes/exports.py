"""The way of a matter for readers: lines of a terminal, Markdown. Differences are said in words and marked by signs."""

from collections.abc import Iterator, Mapping, Sequence

from service.changes.records import Part, Piece, Way
from service.serving.exporting import plain

MARKS: Mapping[Part, tuple[str, str]] = {Part.SAME: ("", ""), Part.ADDED: ("[+", "+]"), Part.REMOVED: ("[-", "-]")}
"""What stands around words that only one of two points has, where nothing can be coloured."""


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
