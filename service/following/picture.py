"""A matter's way as a picture: a lane for each body, a mark for each step, the line between them. SVG, from the same list.

Marks tell kinds apart by their shape, never by colour alone. Only attributes are used, since the pages' policy forbids styles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from indexer import bodies
from service.following import kinds, words
from service.following.records import Case, Gap, Missing, Step, StepKind
from service.following.steps import rank

WIDTH = 760
ROW = 56
HEAD = 44
LANE = 60
LEFT = 34
BOLD_POINTS, PLAIN_POINTS = 8.6, 7.0
"""Width of a letter, of the first line beside a step and of the second; wide fonts are somewhat wider than the usual."""

PAPER = "Handling"

_FONT = 'font-family="system-ui, sans-serif" fill="currentColor"'


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: a step, or a gap among the steps by its day."""

    step: Step | None
    gap: Gap | None
    lane: int

    @property
    def day(self) -> str:
        date = self.step.date if self.step else self.gap.date if self.gap else None
        return date or ""


def picture(case: Case, *, alone: bool = False) -> str:
    """The picture; `alone`: as a file of its own, on white, rather than in a page whose colours it takes."""
    lanes = _lanes(case)
    rows = _rows(case, lanes)
    height = HEAD + ROW * len(rows) + 8
    root = ' color="#1b1b1b" font-size="15"' if alone else ' font-size="15" class="case-picture"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"{root} role="img" aria-labelledby="bild-rubrik bild-text">',
        f'<title id="bild-rubrik">{escape(words.heading(case))}</title>',
        f'<desc id="bild-text">{escape(words.alternative(case))}</desc>',
    ]
    if alone:
        parts.append(f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>')
    parts += [*_heads(lanes, height), *_ties(rows), *(part for at, row in enumerate(rows) for part in _row(row, at, len(lanes)))]
    return "\n".join([*parts, "</svg>"])


def _lanes(case: Case) -> list[str]:
    """The bodies, papers first, then as they stand above one another."""
    steps = [step for step in case.steps if step.section]
    named = {step.body: rank(step.body) for step in steps if step.body}
    named |= {gap.body: rank(gap.body) for gap in case.gaps if gap.body and gap.date}
    lanes = sorted(named, key=lambda name: (named[name], name))
    papers = [PAPER] if any(not step.section for step in case.steps) or any(gap.date and not gap.body for gap in case.gaps) else []
    return [*papers, *lanes]


def _rows(case: Case, lanes: Sequence[str]) -> list[_Row]:
    return [
        _Row(one, None, _lane(one.body if one.section else None, lanes))
        if isinstance(one, Step)
        else _Row(None, one, _lane(one.body, lanes))
        for one in words.in_order(case)
    ]


def _lane(body: str | None, lanes: Sequence[str]) -> int:
    return lanes.index(body) if body in lanes else 0


def _heads(lanes: Sequence[str], height: int) -> Iterator[str]:
    for at, name in enumerate(lanes):
        x = _x(at)
        short = name if name == PAPER else bodies.initials(name)
        yield f'<line x1="{x}" y1="{HEAD - 12}" x2="{x}" y2="{height}" stroke="currentColor" stroke-opacity="0.18"/>'
        yield f'<text x="{x}" y="20" text-anchor="middle" font-size="12" {_FONT}><title>{escape(name)}</title>{escape(short)}</text>'


def _ties(rows: Sequence[_Row]) -> Iterator[str]:
    """The line from step to step; broken where a step is lacking, or only its title ties it."""
    for at, (row, after) in enumerate(pairwise(rows)):
        broken = row.gap or after.gap or (after.step and after.step.inferred) or (row.step and row.step.inferred)
        dashes = ' stroke-dasharray="3 5"' if broken else ""
        ends = f'x1="{_x(row.lane)}" y1="{_y(at)}" x2="{_x(after.lane)}" y2="{_y(at + 1)}"'
        yield f'<line {ends} stroke="currentColor" stroke-width="1.5" stroke-opacity="0.6"{dashes}/>'


def _row(row: _Row, at: int, lanes: int) -> Iterator[str]:
    x, y = LEFT + LANE * lanes, _y(at)
    yield _mark(row, _x(row.lane), y)
    if row.step:
        first, second = f"{words.day(row.step)}  {words.kind(row.step)}", words.place(row.step)
        if row.step.inferred:
            second += " (slutsats)"
    else:
        first, second = f"{row.day}  Saknas här", _lacking(row.gap)
    yield f'<text x="{x}" y="{y - 3}" font-weight="600" {_FONT}>{escape(_cut(first, WIDTH - x, BOLD_POINTS))}</text>'
    style = ' font-style="italic"' if row.gap else ""
    yield f'<text x="{x}" y="{y + 16}" font-size="13"{style} {_FONT}>{escape(_cut(second, WIDTH - x, PLAIN_POINTS))}</text>'


def _mark(row: _Row, x: int, y: int) -> str:
    """A square where it was decided, a ring for a proposal, a diamond for what set it going, a triangle where it was put off."""
    line = 'stroke="currentColor" stroke-width="2" fill="none"'
    full = 'fill="currentColor"'
    if row.step is None:
        return f'<circle cx="{x}" cy="{y}" r="8" {line} stroke-dasharray="3 3"/>'
    kind = row.step.kind
    if kind in kinds.DECIDING or kind is StepKind.DELEGATED:
        return f'<rect x="{x - 8}" y="{y - 8}" width="16" height="16" {full}/>'
    if kind in (StepKind.INITIATIVE, StepKind.RECEIVED):
        return f'<path d="M{x} {y - 10}L{x + 10} {y}L{x} {y + 10}L{x - 10} {y}Z" {full if row.step.held else line}/>'
    if kind in (StepKind.POSTPONED, StepKind.REFERRED_BACK, StepKind.REFERRED, StepKind.DROPPED):
        return f'<path d="M{x - 9} {y - 8}L{x + 9} {y - 8}L{x} {y + 9}Z" {full}/>'
    if kind in (*kinds.TOLD, StepKind.TREATED):
        return f'<circle cx="{x}" cy="{y}" r="4" {full}/>'
    return f'<circle cx="{x}" cy="{y}" r="8" {line}/><circle cx="{x}" cy="{y}" r="3" {full}/>'


def _lacking(gap: Gap | None) -> str:
    if gap is None:
        return ""
    what = gap.text.split(" ", 1)[0] if gap.missing is Missing.PAPER else str(gap.missing)
    return " ".join(part for part in (what, gap.body, gap.section) if part)


def _cut(text: str, width: int, letter: float) -> str:
    room = max(1, int(width / letter))
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def _x(lane: int) -> int:
    return LEFT + LANE * lane


def _y(at: int) -> int:
    return HEAD + ROW * at + ROW // 2
