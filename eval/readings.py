"""How a file was read, as plain facts that can be kept, and what two readings of one file tell differently."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from indexer.documents import CaseNumber, Document, Reading, Section
from indexer.references import shown

Value = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A document or a section: its name for people, the line it begins at, and what was read of it."""

    name: str
    line: int
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
    return FileFacts(reading.source.file, tuple(_units(reading.documents)))


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
    before = list(was.units)
    for unit in now.units:
        other = _counterpart(unit, before)
        if other is None:
            found.append(Difference(What.GAINED, _label(unit)))
        else:
            before.remove(other)
            found += _changes(other, unit)
    return (*found, *(Difference(What.LOST, _label(unit)) for unit in before))


def _units(documents: Sequence[Document]) -> Iterator[Unit]:
    for document in documents:
        yield Unit("document", document.lines[0], _of_document(document))
        for section in document.sections:
            yield Unit(section.number or "unnumbered", section.lines[0], _of_section(section))


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
        "pages": _pages(document.pages),
        "last_line": document.lines[1],
    }


def _of_section(section: Section) -> Mapping[str, Value]:
    return {
        "title": section.title,
        "case": _case(section.case),
        "status": section.status.value,
        "outcome": section.outcome and section.outcome.value,
        "maturity": section.maturity and section.maturity.value,
        "pages": _pages(section.pages),
        "last_line": section.lines[1],
        "blocks": [block.kind.value for block in section.blocks],
        "points": [f"{point.label or '–'} {point.status}" + (" with condition" if point.conditions else "") for point in section.points],
    }


def _pages(pages: tuple[int, int]) -> str:
    return f"{pages[0]}–{pages[1]}"


def _case(case: CaseNumber | None) -> str | None:
    return shown(case) if case else None


def _counterpart(unit: Unit, before: Sequence[Unit]) -> Unit | None:
    """The same unit of the earlier reading: of the same name at the same line, else the first that shares one of the two."""
    named = [other for other in before if other.name == unit.name]
    here = [other for other in before if other.line == unit.line and (other.name == "document") == (unit.name == "document")]
    both = [other for other in named if other.line == unit.line]
    numbered = named if unit.name not in ("document", "unnumbered") else []
    return next(iter((*both, *here, *numbered)), None)


def _changes(was: Unit, now: Unit) -> Iterator[Difference]:
    pairs: dict[str, tuple[Value, Value]] = {"name": (was.name, now.name), "line": (was.line, now.line)}
    pairs |= {name: (was.fields.get(name), now.fields.get(name)) for name in dict.fromkeys((*was.fields, *now.fields))}
    for name, (before, after) in pairs.items():
        if before != after:
            yield Difference(What.CHANGED, _label(now), name, before, after)


def _label(unit: Unit) -> str:
    return f"{unit.name} at line {unit.line}"
