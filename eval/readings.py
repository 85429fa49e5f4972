"""How a file was read, as plain facts that can be kept, and what two readings of one file tell differently."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from indexer.documents import CaseNumber, Document, Reading, Section
from indexer.particulars import Fact
from indexer.references import shown

Value = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A document or a section: its name for people, the line it begins at (the page, but for text files), and what was read."""

    name: str
    place: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was read of one file, in the order of the text; `problem` says why it could not be read."""

    file: str
    units: tuple[Unit, ...] = ()
    problem: str | None = None


class What(StrEnum):
    """What became of a unit."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit gained or lost, or a field of one that says something else."""

    what: What
    unit: str
    field: str | None = None
    was: Value = None
    now: Value = None


def facts(reading: Reading) -> FileFacts:
    """The documents of a reading, each followed by its sections."""
    return FileFacts(reading.source.file, tuple(_units(reading.documents, has_lines=reading.source.format == "text")))


def as_json(found: FileFacts) -> bytes:
    """As kept: one line a field, so that a change is seen where it is."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def from_json(data: bytes) -> FileFacts:
    """What `as_json` wrote. Raises msgspec.MsgspecError."""
    return msgspec.json.decode(data, type=FileFacts)


def differences(was: FileFacts, now: FileFacts) -> tuple[Difference, ...]:
    """What `now` has gained, lost and changed, in the order of the text."""
    found: list[Difference] = []
    if was.problem != now.problem:
        found.append(Difference(What.CHANGED, "file", "problem", was.problem, now.problem))
    pairs = _paired(was.units, now.units)
    for at, unit in enumerate(now.units):
        if at in pairs:
            found += _changes(was.units[pairs[at]], unit)
        else:
            found.append(Difference(What.GAINED, _label(unit)))
    lost = (unit for at, unit in enumerate(was.units) if at not in pairs.values())
    return (*found, *(Difference(What.LOST, _label(unit)) for unit in lost))


def _paired(was: Sequence[Unit], now: Sequence[Unit]) -> dict[int, int]:
    """Which of `was` each of `now` is: first what agrees in most, then what shares only its name or only its place."""
    pairs: dict[int, int] = {}
    for key in (_name_and_place, _own_name, _kind_and_place):
        left: dict[str, deque[int]] = {}
        for at, unit in enumerate(was):
            if at not in pairs.values():
                left.setdefault(key(unit), deque()).append(at)
        for at, unit in enumerate(now):
            if at not in pairs and key(unit) and left.get(key(unit)):
                pairs[at] = left[key(unit)].popleft()
    return pairs


def _name_and_place(unit: Unit) -> str:
    return f"{unit.name} {unit.place} {unit.fields.get('title')}"


def _own_name(unit: Unit) -> str:
    """A § by its number; a document by what it is. What has no name of its own gives nothing."""
    if unit.name == "document":
        return " ".join(str(unit.fields.get(name)) for name in ("kind", "body", "date", "title"))
    return unit.name if unit.name != "unnumbered" else ""


def _kind_and_place(unit: Unit) -> str:
    return f"{unit.name == 'document'} {unit.place}"


def _units(documents: Sequence[Document], *, has_lines: bool) -> Iterator[Unit]:
    for document in documents:
        begins, ends = _places(document, has_lines=has_lines)
        yield Unit("document", begins, {**_of_document(document), "ends": ends})
        for section in document.sections:
            begins, ends = _places(section, has_lines=has_lines)
            yield Unit(section.number or "unnumbered", begins, {**_of_section(section), "ends": ends})


def _places(found: Document | Section, *, has_lines: bool) -> tuple[str, str]:
    word, (first, last) = ("line", found.lines) if has_lines else ("page", found.pages)
    return f"{word} {first}", f"{word} {last}"


def _of_document(document: Document) -> Mapping[str, Value]:
    return {
        "kind": document.kind.value,
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date,
        "date_inherited": document.date_inherited,
        "title": document.title,
        "case": _case(document.case),
        "parent_case": _case(document.parent_case),
        "status": document.status.value,
        "facts": _counts(document.facts),
        "approved": document.approval.date if document.approval else None,
        "posted": document.notice.up if document.notice else None,
    }


def _of_section(section: Section) -> Mapping[str, Value]:
    return {
        "title": section.title,
        "case": _case(section.case),
        "status": section.status.value,
        "outcome": section.outcome and section.outcome.value,
        "maturity": section.maturity and section.maturity.value,
        "blocks": [block.kind.value for block in section.blocks],
        "facts": _counts(section.facts),
        "votes": [f"{vote.yes}, {vote.no}, {vote.abstained}, {list(vote.shares)}" for vote in section.votes],
        "delegated": len(section.delegated),
        "links": [f"{link.kind} {link.number or link.date}" for link in section.links],
        "points": [f"{point.label or '–'} {point.status}" + (" with condition" if point.conditions else "") for point in section.points],
    }


def _counts(facts: Iterable[Fact]) -> list[str]:
    """How many people each thing is said of."""
    return [f"{kind} {count}" for kind, count in sorted(Counter(str(fact.kind) for fact in facts).items())]


def _case(case: CaseNumber | None) -> str | None:
    return shown(case) if case else None


def _changes(was: Unit, now: Unit) -> Iterator[Difference]:
    pairs: dict[str, tuple[Value, Value]] = {"name": (was.name, now.name), "place": (was.place, now.place)}
    pairs |= {name: (was.fields.get(name), now.fields.get(name)) for name in dict.fromkeys((*was.fields, *now.fields))}
    for name, (before, after) in pairs.items():
        if before != after:
            yield Difference(What.CHANGED, _label(now), name, before, after)


def _label(unit: Unit) -> str:
    return f"{unit.name} at {unit.place}"
