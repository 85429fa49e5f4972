"""Plots of figures over runs, as places for a template to draw: every figure also stands in a table beside them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.evaluations.runs import Run, figures, kinds

LOWEST: Mapping[str, float] = {"trust": -1.0}
"""Of a measure that may fall below nothing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot's size, what is left around it for words, and the values at its foot and top."""

    width: int
    height: int
    left: int
    right: int
    above: int
    below: int
    ticks: tuple[float, ...]

    def x(self, place: int, count: int) -> float:
        """Where a run stands: all at even distances, a single one at the left."""
        return round(self.left + place * (self.width - self.left - self.right) / max(1, count - 1), 1)

    def y(self, value: float) -> float:
        """Where a value stands; one beyond foot or top stands there."""
        foot, top = self.ticks[0], self.ticks[-1]
        share = (min(top, max(foot, value)) - foot) / (top - foot)
        return round(self.above + (1 - share) * (self.height - self.above - self.below), 1)


WHOLE = Frame(640, 230, 40, 12, 12, 34, (0.0, 0.25, 0.5, 0.75, 1.0))
"""The plot of several measures."""


def small(measure: str) -> Frame:
    """The plot of one measure of one kind."""
    low = LOWEST.get(measure, 0.0)
    return Frame(280, 120, 40, 14, 12, 24, (low, (low + 1) / 2, 1.0))


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure of one run, with what it says."""

    x: float
    y: float
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over the runs that have it."""

    measure: str
    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        """The dots as SVG's `points`."""
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Small:
    """One kind of questions: its line, that of all questions, and its figure in the latest run and the one before."""

    kind: str
    questions: int
    line: Line
    of_all: Line
    latest: float | None
    before: float | None


def lines(runs: Sequence[Run], measures: Sequence[str], kind: str = "", frame: Frame = WHOLE) -> list[Line]:
    """A line for each measure that any run has of a kind, or of all its questions; from the oldest run."""
    found = (_line(runs, measure, kind, frame) for measure in measures)
    return [line for line in found if line.dots]


def by_kind(runs: Sequence[Run], measure: str) -> list[Small]:
    """A plot for each kind that has the measure in any run."""
    frame = small(measure)
    of_all = _line(runs, measure, "", frame)
    found = []
    for kind in kinds(runs):
        line = _line(runs, measure, kind, frame)
        values = [figures(run, kind).get(measure) for run in runs[-2:]]
        if line.dots:
            questions = int(figures(runs[-1], kind).get("n") or 0)
            found.append(Small(kind, questions, line, of_all, values[-1], values[0] if len(values) > 1 else None))
    return found


def _line(runs: Sequence[Run], measure: str, kind: str, frame: Frame) -> Line:
    dots = (
        Dot(frame.x(place, len(runs)), frame.y(value), f"{run.at[:10]}: {value:.3f}".replace(".", ","))
        for place, run in enumerate(runs)
        if (value := figures(run, kind).get(measure)) is not None
    )
    return Line(measure, tuple(dots))
