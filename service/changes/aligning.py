"""Which point of a later stage is which of the one before: the pairs that share most, each point in one pair at most."""

from collections.abc import Sequence

from service.changes.differing import change, likeness, pieces
from service.changes.records import Change, ComparedPoint, Part, Piece, Verdict

LEAST_LIKENESS = 0.3
"""Less than this is another point."""


def compared(before: Sequence[str], after: Sequence[str], *, passes_all: bool) -> tuple[ComparedPoint, ...]:
    """The points in the order of the later stage, those it lacks last. `passes_all`: the earlier stage passed on all its points."""
    pairs = _pairs(before, after)
    found = [_pair(before, after, pairs.get(at), at) for at in range(len(after))]
    gone = Change.REMOVED if passes_all else Change.OWN
    lost = [at for at in range(len(before)) if at not in pairs.values()]
    return (*found, *(ComparedPoint(gone, at, None, (Piece(before[at], Part.REMOVED),)) for at in lost))


def verdict(points: Sequence[ComparedPoint]) -> Verdict:
    """What the later stage made of the earlier one."""
    changes = {point.change for point in points}
    if changes & {Change.CHANGED, Change.ADDED, Change.REMOVED}:
        return Verdict.CHANGED
    return Verdict.REWORDED if Change.REWORDED in changes else Verdict.UNCHANGED


def _pair(before: Sequence[str], after: Sequence[str], first: int | None, second: int) -> ComparedPoint:
    if first is None:
        return ComparedPoint(Change.ADDED, None, second, (Piece(after[second], Part.ADDED),))
    return ComparedPoint(change(before[first], after[second]), first, second, pieces(before[first], after[second]))


def _pairs(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """For points of the later stage the one of the earlier that they stem from; two that stand alone are one."""
    if len(before) == len(after) == 1:
        return {0: 0}
    alike = sorted(
        ((likeness(old, new), first, second) for first, old in enumerate(before) for second, new in enumerate(after)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    found: dict[int, int] = {}
    for share, first, second in alike:
        if share >= LEAST_LIKENESS and second not in found and first not in found.values():
            found[second] = first
    return found
