"""A matter's way as a picture: a lane for each body, a mark for each step, the line between them. SVG, from the same list.

It is drawn wide, and for narrow screens with its lanes close together; words that find no room beside a mark go on below.
Marks tell kinds apart by their shape, never by colour alone. Only attributes are used, since the pages' policy forbids styles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from textwrap import wrap
from xml.sax.saxutils import escape

from indexer import bodies
from service.following import kinds, words
from service.following.records import Case, Gap, Missing, Step, StepKind
from service.following.steps import rank


@dataclass(frozen=True, slots=True)
class _Frame:
    """Measures of a picture. `bold` and `plain` are the width of a letter in the first lines beside a step and in the others."""

    width: int
    head: int
    lane: int
    left: int
    size: int
    bold: float
    plain: float
    upright: bool
    """Whether the short names of the bodies stand upright above the lanes, for want of room."""


WIDE = _Frame(width=760, head=44, lane=60, left=34, size=15, bold=9.0, plain=7.0, upright=False)
NARROW = _Frame(width=320, head=78, lane=20, left=14, size=13, bold=9.1, plain=7.0, upright=True)

ROW = 56
"""The least height of a row: of two lines."""

LINE = 18
MOST_LINES = 6

PAPER = "Handling"

_FONT = 'font-family="system-ui, sans-serif" fill="currentColor"'


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: a step, or a gap among the steps by its day; `bold` and `plain` are the lines beside it, `y` its middle."""

    step: Step | None
    gap: Gap | None
    lane: int
    bold: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    y: int = 0

    @property
    def day(self) -> str:
        date = self.step.date if self.step else self.gap.date if self.gap else None
        return date or ""


def picture(case: Case, *, alone: bool = False, narrow: bool = False) -> str:
    """The picture; `alone`: as a file of its own, on white, rather than in a page whose colours it takes."""
    frame, name = (NARROW, "bild-smal") if narrow else (WIDE, "bild")
    lanes = _lanes(case)
    rows = list(_placed(_rows(case, lanes), frame, len(lanes)))
    height = frame.head + sum(map(_height, rows)) + 8
    shown = 'color="#1b1b1b"' if alone else f'class="case-picture{" narrow" if narrow else ""}"'
    root = f' font-size="{frame.size}" {shown}'
    labels = f'role="img" aria-labelledby="{name}-rubrik {name}-text"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {height}"{root} {labels}>',
        f'<title id="{name}-rubrik">{escape(words.heading(case))}</title>',
        f'<desc id="{name}-text">{escape(words.alternative(case))}</desc>',
    ]
    if alone:
        parts.append(f'<rect width="{frame.width}" height="{height}" fill="#ffffff"/>')
    parts += [*_heads(lanes, height, frame), *_ties(rows, frame), *(part for row in rows for part in _row(row, frame, len(lanes)))]
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


def _placed(rows: Sequence[_Row], frame: _Frame, lanes: int) -> Iterator[_Row]:
    """The rows with their lines and where they stand, each as high as its lines need."""
    room = frame.width - _beside(lanes, frame)
    top = frame.head
    for row in rows:
        first, second = _said(row)
        lined = replace(row, bold=_lines(first, room / frame.bold), plain=_lines(second, room / frame.plain))
        yield replace(lined, y=top + _height(lined) // 2)
        top += _height(lined)


def _height(row: _Row) -> int:
    return max(ROW, LINE * (len(row.bold) + len(row.plain) + 1))


def _heads(lanes: Sequence[str], height: int, frame: _Frame) -> Iterator[str]:
    for at, name in enumerate(lanes):
        x, y = _x(at, frame), frame.head - 18
        short = name if name == PAPER else bodies.initials(name)
        turned = f'text-anchor="start" transform="rotate(-90 {x + 4} {y})" x="{x + 4}" y="{y}"'
        place = turned if frame.upright else f'text-anchor="middle" x="{x}" y="20"'
        yield f'<line x1="{x}" y1="{frame.head - 12}" x2="{x}" y2="{height}" stroke="currentColor" stroke-opacity="0.18"/>'
        yield f'<text {place} font-size="12" {_FONT}><title>{escape(name)}</title>{escape(short)}</text>'


def _ties(rows: Sequence[_Row], frame: _Frame) -> Iterator[str]:
    """The line from step to step; broken where a step is lacking, or only its title ties it."""
    for row, after in pairwise(rows):
        broken = row.gap or after.gap or (after.step and after.step.inferred) or (row.step and row.step.inferred)
        dashes = ' stroke-dasharray="3 5"' if broken else ""
        ends = f'x1="{_x(row.lane, frame)}" y1="{row.y}" x2="{_x(after.lane, frame)}" y2="{after.y}"'
        yield f'<line {ends} stroke="currentColor" stroke-width="1.5" stroke-opacity="0.6"{dashes}/>'


def _said(row: _Row) -> tuple[str, str]:
    """What stands beside a mark: the day and what it is, then where."""
    if row.step is None:
        return f"{row.day}  Saknas här", _lacking(row.gap)
    inferred = " (slutsats)" if row.step.inferred else ""
    return f"{words.day(row.step)}  {words.kind(row.step)}", f"{words.place(row.step)}{inferred}"


def _row(row: _Row, frame: _Frame, lanes: int) -> Iterator[str]:
    x = _beside(lanes, frame)
    yield _mark(row, _x(row.lane, frame), row.y)
    y = row.y - LINE * (len(row.bold) + len(row.plain)) // 2 + LINE - 4
    for at, line in enumerate((*row.bold, *row.plain)):
        bold = ' font-weight="600"' if at < len(row.bold) else f' font-size="{frame.size - 2}"'
        style = ' font-style="italic"' if row.gap and at >= len(row.bold) else ""
        yield f'<text x="{x}" y="{y + LINE * at}"{bold}{style} {_FONT}>{escape(line)}</text>'


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


def _lines(text: str, letters: float) -> tuple[str, ...]:
    """The text in lines of at most so many letters; of a very long one the beginning."""
    return tuple(wrap(text, max(8, int(letters)), max_lines=MOST_LINES, placeholder=" …"))


def _beside(lanes: int, frame: _Frame) -> int:
    """Where the words beside the marks begin."""
    return _x(lanes, frame) - frame.lane // 3


def _x(lane: int, frame: _Frame) -> int:
    return frame.left + frame.lane * lane
