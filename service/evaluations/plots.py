"""A plot of figures over runs, as places for a template to draw: every figure also stands in the table beside it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.evaluations.runs import Run

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 40, 12, 12, 24
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure of one run, with what it says."""

    x: float
    y: float
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over the runs; broken where a run lacks it."""

    measure: str
    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        """The dots as SVG's `points`."""
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


def lines(runs: Sequence[Run], measures: Sequence[str]) -> list[Line]:
    """A line for each measure that any run has; the runs at even distances, from the oldest."""
    step = (WIDTH - LEFT - RIGHT) / max(1, len(runs) - 1)
    found = []
    for measure in measures:
        dots = tuple(
            Dot(round(LEFT + place * step, 1), height(value), f"{run.at[:10]}: {value:.3f}")
            for place, run in enumerate(runs)
            if (value := run.all.get(measure)) is not None
        )
        if dots:
            found.append(Line(measure, dots))
    return found


def height(value: float) -> float:
    """Where a share from 0 to 1 stands; trust may fall below."""
    return round(TOP + (1 - max(0.0, min(1.0, value))) * (HEIGHT - TOP - BOTTOM), 1)
