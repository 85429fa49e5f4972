"""Plots as SVG that stands in a page by itself: no script, no fonts from elsewhere, colours from the page's style sheet.

Each function takes plain numbers and gives one `<svg>`; every figure is also in a table beside it.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH = 720
"""Units of every plot; the page scales it to its own width."""
_LEFT = 170
_RIGHT = 60
_BAR = 14
_GAP = 10


@dataclass(frozen=True, slots=True)
class Bars:
    """One row of a bar chart: a label, and a value for each series; None where there is none."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """One row of an interval chart."""

    label: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a line chart, its points from left to right."""

    label: str
    points: tuple[tuple[float, float], ...]


def bars(rows: Sequence[Bars], series: Sequence[str], title: str) -> Markup:
    """Shares from 0 to 1, a row each, the series beside one another."""
    height_of_row = _BAR * len(series) + _GAP
    height = 30 + height_of_row * len(rows) + 24
    parts = [_legend(series), *_grid([0, 0.25, 0.5, 0.75, 1.0], (0.0, 1.0), 26, height - 24)]
    for number, row in enumerate(rows):
        top = 30 + number * height_of_row
        parts.append(_text(_LEFT - 8, top + height_of_row / 2, row.label, "end"))
        for place, value in enumerate(row.values):
            y = top + place * _BAR
            if value is not None:
                parts.append(_rect(_LEFT, y, _across(value, (0.0, 1.0)) - _LEFT, _BAR - 2, f"s{place}"))
            parts.append(_text(_across(value or 0.0, (0.0, 1.0)) + 5, y + _BAR / 2, "–" if value is None else f"{value:.2f}", "start"))
    return _svg(height, title, parts)


def columns(counts: Sequence[tuple[str, int]], title: str, unit: str) -> Markup:
    """Counts as standing columns, a label below each."""
    height, floor = 230, 190
    most = max((count for _, count in counts), default=0) or 1
    step = (WIDTH - 60) / max(1, len(counts))
    parts = []
    for number, (label, count) in enumerate(counts):
        x, tall = 40 + number * step, (floor - 30) * count / most
        parts.append(_rect(x, floor - tall, step * 0.8, tall, "s0"))
        parts.append(_text(x + step * 0.4, floor + 14, label, "middle"))
        if count:
            parts.append(_text(x + step * 0.4, floor - tall - 8, str(count), "middle"))
    return _svg(height, title, [*parts, _text(WIDTH / 2, height - 8, unit, "middle")])


def intervals(rows: Sequence[Interval], title: str) -> Markup:
    """Differences around zero, each with its interval; one that keeps clear of zero is drawn filled."""
    reach = max((max(abs(row.low), abs(row.high)) for row in rows), default=0.0) or 0.05
    ends = (-reach, reach)
    height = 20 + 22 * len(rows) + 24
    parts = list(_grid([-reach, -reach / 2, 0.0, reach / 2, reach], ends, 14, height - 24, signed=True))
    for number, row in enumerate(rows):
        y = 28 + number * 22
        parts.append(_text(_LEFT - 8, y, row.label, "end"))
        low, high, mean = (_across(value, ends) for value in (row.low, row.high, row.mean))
        parts.append(Markup('<line x1="{:.1f}" y1="{}" x2="{:.1f}" y2="{}" class="stroke"/>').format(low, y, high, y))
        style = "s0" if row.low > 0 or row.high < 0 else "hollow"
        parts.append(Markup('<circle cx="{:.1f}" cy="{}" r="5" class="{}"/>').format(mean, y, style))
    return _svg(height, title, parts)


def lines(drawn: Sequence[Line], title: str, across: str, up: str) -> Markup:
    """Lines over a logarithmic axis across and a plain one from zero up."""
    height, floor = 300, 240
    xs = [math.log10(x) for line in drawn for x, _ in line.points]
    most = max((y for line in drawn for _, y in line.points), default=1.0) or 1.0
    first, last = min(xs, default=0.0), max(xs, default=1.0)
    wide = (last - first) or 1.0

    def place(x: float, y: float) -> tuple[float, float]:
        return 80 + (math.log10(x) - first) / wide * (WIDTH - 150), floor - y / most * (floor - 50)

    parts = [_legend([line.label for line in drawn])]
    for share in (0.0, 0.5, 1.0):
        y = place(1, most * share)[1]
        parts.append(Markup('<line x1="80" y1="{:.1f}" x2="{}" y2="{:.1f}" class="grid"/>').format(y, WIDTH - 70, y))
        parts.append(_text(72, y, f"{most * share:,.0f}", "end"))
    for number, line in enumerate(drawn):
        corners = [place(x, y) for x, y in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        parts.append(Markup('<polyline points="{}" class="line l{}"/>').format(path, number))
        parts += [Markup('<circle cx="{:.1f}" cy="{:.1f}" r="4" class="s{}"/>').format(x, y, number) for x, y in corners]
    for x in sorted({x for line in drawn for x, _ in line.points}):
        parts.append(_text(place(x, 0)[0], floor + 16, f"{x:,.0f}", "middle"))
    parts += [_text(WIDTH / 2, height - 14, across, "middle"), _text(80, 32, up, "start")]
    return _svg(height, title, parts)


def shares(drawn: Sequence[Line], title: str, across: str, up: str) -> Markup:
    """Lines over plain axes from 0 to 1 both ways."""
    height, floor, tall = 300, 240, 190
    parts = [_legend([line.label for line in drawn])]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = 80 + share * (WIDTH - 150), floor - share * tall
        parts.append(Markup('<line x1="80" y1="{:.1f}" x2="{}" y2="{:.1f}" class="grid"/>').format(y, WIDTH - 70, y))
        parts += [_text(72, y, f"{share:g}", "end"), _text(x, floor + 16, f"{share:g}", "middle")]
    for number, line in enumerate(drawn):
        path = " ".join(f"{80 + x * (WIDTH - 150):.1f},{floor - y * tall:.1f}" for x, y in line.points)
        parts.append(Markup('<polyline points="{}" class="line l{}"/>').format(path, number))
    parts += [_text(WIDTH / 2, height - 14, across, "middle"), _text(80, 32, up, "start")]
    return _svg(height, title, parts)


def _svg(height: float, title: str, parts: Iterable[Markup]) -> Markup:
    start = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>').format(WIDTH, height, title, title)
    return start + Markup("").join(parts) + Markup("</svg>")


def _across(value: float, ends: tuple[float, float]) -> float:
    share = (min(max(value, ends[0]), ends[1]) - ends[0]) / (ends[1] - ends[0])
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)


def _grid(values: Sequence[float], ends: tuple[float, float], top: float, bottom: float, *, signed: bool = False) -> Iterable[Markup]:
    for value in values:
        x = _across(value, ends)
        yield Markup('<line x1="{:.1f}" y1="{}" x2="{:.1f}" y2="{}" class="{}"/>').format(
            x, top, x, bottom, "grid" if value or not signed else "zero"
        )
        yield _text(x, bottom + 14, f"{value:+.2f}" if signed else f"{value:g}", "middle")


def _legend(series: Sequence[str]) -> Markup:
    parts = []
    for number, name in enumerate(series):
        x = _LEFT + number * 130
        parts += [_rect(x, 6, 12, 12, f"s{number}"), _text(x + 18, 12, name, "start")]
    return Markup("").join(parts)


def _rect(x: float, y: float, wide: float, tall: float, style: str) -> Markup:
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" class="{}"/>').format(x, y, wide, tall, style)


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, anchor, escape(text))
