"""Addresses that last: a § by its id, a decision point by its words, both made from content and never from rank or order.

An id is that of one reading of one file. So an address also says whose § it is, of which day: where the file was renamed or read anew,
that still leads to the § if it is the only one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.documents import DecisionPoint, Document, Kind, Section, content_id
from indexer.index import Access, Filters, Index

KEY_CHARS = 10

OPENING_CHARS = 60
"""Of a point's words, in what it is called by."""

_SIGN = re.compile(r"^(?:[•·–—*-]|\w{1,2}[.)])\s+")

_UNNAMED = "handling"
_WHERE = re.compile(r"(?P<municipality>[a-z0-9-]{1,60})_(?P<body>[a-z0-9-]{1,120})_(?P<date>\d{4}-\d\d-\d\d)_(?P<number>[a-z0-9-]{1,20})")
_FOLD = str.maketrans("åäöéü", "aaoeu")
_MOST = 2_000
"""Passages of the meetings of one day that are looked through."""


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


def names(points: Sequence[KeyedPoint], text: str) -> tuple[str, ...]:
    """What each point is called where it is referred to: by its number, and by its first words where it has none of its own."""
    labels = [each.point.label for each in points]
    return tuple(" ".join(filter(None, (label, _opening(each, labels, text)))) for each, label in zip(points, labels, strict=True))


def _opening(point: KeyedPoint, labels: Sequence[str | None], text: str) -> str | None:
    if point.point.label and labels.count(point.point.label) == 1:
        return None
    line = _SIGN.sub("", " ".join(point.point.span.of(text).split()))
    if len(line) > OPENING_CHARS:
        line = line[:OPENING_CHARS].rpartition(" ")[0] + " …"
    return f"”{line}”"


def where(document: Document, section: Section) -> str:
    """Whose § it is, for its address: "tallmora_kommunstyrelsen_2031-02-06_10"."""
    parts = (document.municipality, document.body, document.date, section.number)
    found = "_".join(part if part == document.date else _slug(part or "") for part in parts if part)
    return found if all(parts) and _WHERE.fullmatch(found) else _UNNAMED


def meant(index: Index, access: Access, said: str) -> str | None:
    """The id of the only § of minutes that an address names; None where there are several, or none."""
    match = _WHERE.fullmatch(said)
    if match is None:
        return None
    known = index.facets(Filters(date_from=match["date"], date_to=match["date"]), access)
    same = Filters(
        municipalities=_called(known.municipalities, match["municipality"]),
        bodies=_called(known.bodies, match["body"]),
        kinds=(Kind.PROTOKOLL.value,),
        date_from=match["date"],
        date_to=match["date"],
    )
    if not same.municipalities or not same.bodies:
        return None
    passages = index.passages(index.select(same, access, _MOST), access)
    found = {passage.section_id for passage in passages if _slug(passage.section or "") == match["number"]}
    return found.pop() if len(found) == 1 else None


def _called(names: Iterable[str], slug: str) -> tuple[str, ...]:
    return tuple(name for name in names if _slug(name) == slug)


def _slug(text: str) -> str:
    """Plain letters and digits: "Barn- och skolnämnden" is "barn-och-skolnamnden", "§ 12 a" is "12-a"."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold().translate(_FOLD)))
