"""A matter's way as the plain values that the JSON API and `--json` give.

Lines are None where a file has no lines of its own (only text files do).
"""

from dataclasses import fields
from enum import StrEnum

from service.following.records import Attachment, Candidate, Case, Choice, Cited, Gap, Number, Order, Point, Relation, Step
from service.shown import countable

_NOTHING: dict[str, object] = {
    **dict.fromkeys(("case", "municipality", "title", "standing", "read_as")),
    "collecting": False,
    **{several: [] for several in ("numbers", "steps", "gaps", "relations", "orders")},
}


def followed(found: Case | Choice) -> dict[str, object]:
    """The matter; or, where the Dnr fits several, the candidates and nothing else."""
    return {**_NOTHING, "candidates": [], **_told(found)}


def _told(record: Attachment | Candidate | Case | Choice | Gap | Number | Order | Point | Relation | Step) -> dict[str, object]:
    """The fields of a record by their names, and whether a step is inferred; the key of a Dnr is ours alone."""
    told = {field.name: _value(getattr(record, field.name)) for field in fields(record)}
    if isinstance(record, Step):
        told["inferred"] = record.inferred
    elif isinstance(record, Number):
        del told["key"]
    return told


def _value(value: object) -> object:
    match value:
        case Cited():
            return _cited(value)
        case Attachment() | Candidate() | Gap() | Number() | Order() | Point() | Relation() | Step():
            return _told(value)
        case tuple():
            return [_value(each) for each in value]
        case StrEnum():
            return str(value)
    return value


def _cited(place: Cited) -> dict[str, object]:
    """Where something stands."""
    return {
        "file": place.file,
        "section_id": place.section_id,
        "page": place.page,
        "lines": countable(place.file, place.lines),
        "quote": place.quote,
    }
