"""A floor under a run's measures: `--at-least hit@5=0.8`. What falls below is named, and the exit code is 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.measures import NAMES
from indexer.errors import UsageProblem

LESS_IS_BETTER = frozenset({"wrongly_refused", "words"})


@dataclass(frozen=True, slots=True)
class Floor:
    """What a measure must reach."""

    measure: str
    least: float


def floor(written: str) -> Floor:
    """Read "hit@5=0.8". Raises UsageProblem.

    >>> floor("MRR@10=0.6")
    Floor(measure='MRR@10', least=0.6)
    """
    name, _, value = written.partition("=")
    known = [measure for measure in NAMES if measure not in LESS_IS_BETTER]
    if name not in known:
        raise UsageProblem(f"No floor can be set under {name!r}. Known are {', '.join(known)}; write --at-least hit@5=0.8.")
    try:
        least = float(value)
    except ValueError:
        least = float("nan")
    if not -1 <= least <= 1:
        raise UsageProblem(f"The floor {written!r} holds no number between -1 and 1. Write --at-least {name}=0.8.")
    return Floor(name, least)


def below(figures: Mapping[str, float | None], floors: Sequence[Floor]) -> list[str]:
    """A sentence for each measure that is below its floor; one that could not be measured is below any."""
    fallen = []
    for one in floors:
        value = figures.get(one.measure)
        if value is None:
            fallen.append(f"{one.measure} could not be measured with these questions (at least {one.least:g} is asked for)")
        elif value < one.least:
            fallen.append(f"{one.measure} is {value:.3f}, below {one.least:g}")
    return fallen
