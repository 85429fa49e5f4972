"""Two runs over the same questions: what was won and lost, and whether the difference is more than chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy

from eval.measures import NAMES, Judged, by_kind

OF_KINDS = ("hit@5", "MRR@10", "facts", "trust")
"""Measures compared for each kind of question."""
PERMUTATIONS = 10_000
SEED = 20_240_101


@dataclass(frozen=True, slots=True)
class Difference:
    """New minus old for one measure: mean, 95 % interval (bootstrap), p of a paired randomisation test, and that p after
    Holm's correction for the other rows of the same table. `kind` is the kind of question, None for all together."""

    measure: str
    questions: int
    old: float
    new: float
    low: float
    high: float
    p: float
    holm: float
    kind: str | None = None

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
    return corrected(_rows(old, new, NAMES, None))


def differences_by_kind(old: Sequence[Judged], new: Sequence[Judged]) -> list[Difference]:
    """Rows for each kind of question, corrected together: of fourteen kinds, one moves by chance."""
    return corrected(row for kind, some in by_kind(new).items() for row in _rows(old, some, OF_KINDS, kind))


def corrected(rows: Iterable[Difference]) -> list[Difference]:
    """The same rows with Holm's p: the least p times their number, the next times one less, never falling."""
    rows = list(rows)
    least = 0.0
    adjusted: dict[int, float] = {}
    for place, number in enumerate(sorted(range(len(rows)), key=lambda number: rows[number].p)):
        least = max(least, min(1.0, rows[number].p * (len(rows) - place)))
        adjusted[number] = least
    return [replace(row, holm=adjusted[number]) for number, row in enumerate(rows)]


def _rows(old: Sequence[Judged], new: Sequence[Judged], measures: Iterable[str], kind: str | None) -> list[Difference]:
    rows = []
    for measure in measures:
        pairs = _pairs(old, new, measure)
        if pairs:
            rows.append(replace(difference(measure, [a for _, a, _ in pairs], [b for _, _, b in pairs]), kind=kind))
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
    return Difference(measure, len(gain), float(numpy.mean(old)), float(numpy.mean(new)), float(low), float(high), p, p)


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
