"""Addresses that last: a § by its id and a decision point by its words. Both are made from content, never from rank or order,
so that what is read again gets the address it had."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.documents import DecisionPoint, Section, content_id

KEY_CHARS = 10


@dataclass(frozen=True, slots=True)
class KeyedPoint:
    """A decision point with its key."""

    key: str
    point: DecisionPoint


def keyed_points(section: Section, text: str) -> tuple[KeyedPoint, ...]:
    """The points of a § with their keys; of points with the same words the second has another key than the first."""
    seen: list[str] = []
    keyed = []
    for point in section.points:
        words = " ".join(point.span.of(text).split())
        keyed.append(KeyedPoint(content_id("point", words, seen.count(words))[:KEY_CHARS], point))
        seen.append(words)
    return tuple(keyed)


def point_of(points: Sequence[KeyedPoint], key: str) -> DecisionPoint | None:
    """The point with a key."""
    return next((each.point for each in points if each.key == key), None)
