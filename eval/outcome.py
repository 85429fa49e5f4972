"""The outcome of a run: what was asked, what came back and how it was judged. Every report is written from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.comparing import Change, Difference
from eval.confidence import Interval, intervals
from eval.measures import Judged, by_kind, means, percentile
from eval.predictions import Prediction

STAGES = ("retrieve", "answer", "total")
NAMED = "municipality named"
"""The group of all questions that name a municipality, beside the kinds."""


@dataclass(frozen=True, slots=True)
class Against:
    """What an earlier run compares to."""

    name: str
    differences: tuple[Difference, ...]
    kinds: tuple[Difference, ...]
    won: tuple[Change, ...]
    lost: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`made_with`: name → value of all that decides the figures."""

    made_with: Mapping[str, str]
    judged: tuple[Judged, ...]
    predictions: Mapping[str, Prediction]
    against: Against | None = None

    @property
    def figures(self) -> dict[str, float | None]:
        """Measures over all questions."""
        return means(self.judged)

    @property
    def groups(self) -> dict[str, tuple[int, dict[str, float | None]]]:
        """Kind of question → number and measures; the last are those that name a municipality."""
        named = [row for row in self.judged if row.question.municipality]
        groups = {**by_kind(self.judged), NAMED: named}
        return {name: (len(rows), means(rows)) for name, rows in groups.items() if rows}

    @property
    def intervals(self) -> dict[str, tuple[int, Mapping[str, Interval | None]]]:
        """ "all", then each group → number and the 95 % interval of each measure of answers."""
        named = [row for row in self.judged if row.question.municipality]
        groups = {"all": list(self.judged), **by_kind(self.judged), NAMED: named}
        return {name: (len(rows), intervals(rows)) for name, rows in groups.items() if rows}

    def milliseconds(self, stage: str) -> list[float]:
        """What each question took."""
        return [float(getattr(prediction.ms, stage)) for prediction in self.predictions.values()]

    @property
    def latencies(self) -> dict[str, tuple[float | None, float | None]]:
        """Stage → (p50, p95) in milliseconds."""
        return {stage: (percentile(taken, 0.5), percentile(taken, 0.95)) for stage in STAGES for taken in [self.milliseconds(stage)]}

    def as_dict(self) -> dict[str, object]:
        """What measures.json holds."""
        return {
            "made_with": dict(self.made_with),
            "questions": len(self.judged),
            "all": self.figures,
            "kinds": {name: {"n": count, **figures} for name, (count, figures) in self.groups.items()},
            "intervals": {name: dict(found) for name, (_, found) in self.intervals.items()},
            "ms": {stage: {"p50": low, "p95": high} for stage, (low, high) in self.latencies.items()},
        }


def shown(value: float | None) -> str:
    """A figure as people read it."""
    return "–" if value is None else f"{value:.3f}" if value < 10 else f"{value:.1f}" if value < 1000 else f"{value:,.0f}"
