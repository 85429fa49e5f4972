"""How sure a mean is: its 95 % interval, by drawing the questions anew."""

from collections.abc import Mapping, Sequence

import numpy

from eval.measures import Judged

RESAMPLES = 2_000
SEED = 20_240_101
INTERVALS_OF = ("facts", "cited", "citation_precision", "verified", "judged", "wrongly_refused", "refused_rightly", "trust", "words")
"""Measures of answers that are given with their interval."""

Interval = tuple[float, float]


def interval(values: Sequence[float]) -> Interval | None:
    """Between which the mean lies in 95 of 100 draws; None for fewer than two values."""
    if len(values) < 2:
        return None
    drawn = numpy.random.default_rng(SEED).integers(0, len(values), size=(RESAMPLES, len(values)))
    low, high = numpy.percentile(numpy.asarray(values, float)[drawn].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def intervals(rows: Sequence[Judged]) -> Mapping[str, Interval | None]:
    """Measure → interval of its mean over the questions that it applies to."""
    return {name: interval([value for row in rows if (value := row.figures.get(name)) is not None]) for name in INTERVALS_OF}
