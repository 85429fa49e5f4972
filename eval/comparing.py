"""Two runs over the same questions: what was won and lost, and whether the difference is more than chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy

from eval.measures import NAMES, Judged

PERMUTATIONS = 10_000
SEED = 20_240_101


@dataclass(frozen=True, slots=True)
class Difference:
    """New minus old for one measure: mean, 95 % interval (bootstrap), and p of a paired randomisation test."""

    measure: str
    questions: int
    old: float
    new: float
    low: float
    high: float
    p: float

    @property
    def mean(self) -> float:
        """New minus old."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose figure moved."""

    id: str
    question: str
    measure: str
    old: float
    new: float


def differences(old: Sequence[Judged], new: Sequence[Judged]) -> list[Difference]:
    """One row a measure, over the questions where both runs have it."""
    rows = []
    for measure in NAMES:
        pairs = _pairs(old, new, measure)
        if pairs:
            rows.append(difference(measure, [a for _, a, _ in pairs], [b for _, _, b in pairs]))
    return rows


def difference(measure: str, old: Sequence[float], new: Sequence[float]) -> Difference:
    """Paired: the sign of each question's difference is flipped at random; the mean is bootstrapped over questions."""
    gain = numpy.asarray(new, float) - numpy.asarray(old, float)
    random = numpy.random.default_rng(SEED)
    flips = random.choice((-1.0, 1.0), size=(PERMUTATIONS, len(gain)))
    as_extreme = numpy.abs((flips * gain).mean(axis=1)) >= abs(gain.mean()) - 1e-12
    resampled = gain[random.integers(0, len(gain), size=(PERMUTATIONS, len(gain)))].mean(axis=1)
    low, high = numpy.percentile(resampled, (2.5, 97.5))
    p = (int(as_extreme.sum()) + 1) / (PERMUTATIONS + 1)
    return Difference(measure, len(gain), float(numpy.mean(old)), float(numpy.mean(new)), float(low), float(high), p)


def changes(old: Sequence[Judged], new: Sequence[Judged], measure: str) -> tuple[list[Change], list[Change]]:
    """Questions won and lost, the largest move first."""
    moved = [Change(row.question.id, row.question.question, measure, a, b) for row, a, b in _pairs(old, new, measure) if a != b]
    moved.sort(key=lambda change: (-abs(change.new - change.old), change.id))
    return [change for change in moved if change.new > change.old], [change for change in moved if change.new < change.old]


def _pairs(old: Sequence[Judged], new: Sequence[Judged], measure: str) -> list[tuple[Judged, float, float]]:
    before: Mapping[str, Judged] = {row.question.id: row for row in old}
    pairs = []
    for row in new:
        earlier = before.get(row.question.id)
        a, b = (earlier.figures.get(measure) if earlier else None), row.figures.get(measure)
        if a is not None and b is not None:
            pairs.append((row, a, b))
    return pairs
