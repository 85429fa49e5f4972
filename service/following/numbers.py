"""Which matter a typed Dnr means: one, several to choose from, or none with those nearest to it.

A number without its registry or municipality may fit several matters. Then all are offered; the program chooses none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from indexer import references
from indexer.documents import CaseNumber, Passage
from indexer.index import Filters
from service.errors import BadParameter
from service.following.library import Library
from service.following.records import Candidate

MAX_CHARS = 80
FIRST_YEAR = 1990
NEAR_SERIALS = 5
MOST_OFFERED = 12
MOST_LOOKED_THROUGH = 400

_HALF = re.compile(r"(?:(?P<registry>[A-ZÅÄÖa-zåäö]{2,6})[ \-/.:]*)?(?P<serial>\d{1,6})")
_WHOLE = re.compile(r"(?:(?P<registry>[A-ZÅÄÖa-zåäö]{2,6})[ \-/.:]*)?(?P<year>(?:19|20)\d{2})\s*[/-]\s*(?P<serial>\d{1,6})")
"""A number in full of a year that no paper can have: it is nowhere, and can be read."""

_PAIR = re.compile(r"(?:(?P<registry>[A-ZÅÄÖa-zåäö]{2,6})[ \-/.:]*)?(?P<a>\d{2})\s*[/-]\s*(?P<b>\d{2})")
_LABEL = re.compile(r"^\s*(?:dnr|diarienr|diarienummer|ärendenummer|ärende)\b[.:]*\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A Dnr as a person typed it: the years and serials it may have. More than one where part of it is left out."""

    as_written: str
    registry: str | None
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """The key of a matter that a typed number fits, with how it is shown; `strict`: the number says all of the key."""

    key: str
    candidate: Candidate
    strict: bool


def typed(text: str, today: date) -> Typed:
    """The number read. Raises BadParameter for what is no Dnr."""
    written = " ".join(text.split())
    bare = _LABEL.sub("", written)
    if 0 < len(bare) <= MAX_CHARS:
        written_so = (bare, bare.upper(), f"Dnr {bare}", f"Dnr {bare.upper()}")
        found = next((cases for form in written_so if (cases := [case for case in references.case_numbers(form) if case.key])), [])
        if len(found) == 1 and found[0].year and found[0].serial is not None:
            return Typed(bare, found[0].registry, ((found[0].year, found[0].serial),))
        if whole := _WHOLE.fullmatch(bare):
            return Typed(bare, whole["registry"], ((int(whole["year"]), int(whole["serial"])),))
        if pair := _PAIR.fullmatch(bare):
            a, b = int(pair["a"]), int(pair["b"])
            return Typed(bare, pair["registry"], ((2000 + a, b), (2000 + b, a)))
        if half := _HALF.fullmatch(bare):
            years = range(today.year + 1, FIRST_YEAR, -1)
            return Typed(bare, half["registry"], tuple((year, int(half["serial"])) for year in years))
    raise BadParameter(
        f"Diarienumret {written[:MAX_CHARS]!r} går inte att läsa. Skriv det som i handlingarna: KS 2024/123 eller 2024/00123."
    )


def meant(number: Typed, municipality: str | None, library: Library) -> tuple[Meant, ...]:
    """The matters that the number fits, one for each key; within a municipality one that fits in full stands for all."""
    own, mentioned = _matters(number.pairs, municipality, library)
    registry = (number.registry or "").casefold()
    known = own | {
        key: found for key, found in mentioned.items() if key not in own and (not own or (registry and _registry(key) == registry))
    }
    fitting = {key: found for key, found in known.items() if not registry or _registry(key) in ("", registry)}
    found = [
        Meant(key, _candidate(key, passages, named=key in own), _registry(key) == registry and len(number.pairs) == 1)
        for key, passages in sorted(fitting.items())
    ]
    return tuple(_without_loose(_without_papers(found)))


def nearest(number: Typed, municipality: str | None, library: Library) -> tuple[Candidate, ...]:
    """Indexed matters whose numbers are nearly the same: a serial close by, a digit too few or too many, another year."""
    year, serial = number.pairs[0]
    digits = str(serial)
    slips = [digits[:at] + digits[at + 1 :] for at in range(len(digits))] + [digits[:-2]]
    slips += [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    near = [(year, serial + step) for step in range(-NEAR_SERIALS, NEAR_SERIALS + 1) if step and serial + step > 0]
    near += [(year + step, serial) for step in (-1, 1, -2, 2)]
    near += [(year, int(slip)) for slip in dict.fromkeys(slips) if slip and int(slip) not in (0, serial)]
    own, _ = _matters(near, municipality, library)
    registry = (number.registry or "").casefold()
    keys = sorted(own, key=lambda key: (_registry(key) != registry, *_distance(key, year, serial), key))
    return tuple(_candidate(key, own[key], named=True) for key in keys[:NEAR_SERIALS])


def _matters(
    pairs: Sequence[tuple[int, int]], municipality: str | None, library: Library
) -> tuple[dict[str, list[Passage]], dict[str, list[Passage]]]:
    """The matters that have one of the numbers as their own, and those that are only mentioned, with their passages."""
    filters = Filters(municipalities=(municipality,) if municipality else ())
    own: dict[str, list[Passage]] = {}
    mentioned: dict[str, list[Passage]] = {}
    for passage in library.mentioning([f"dnr:{year}/{serial}" for year, serial in pairs], filters, MOST_LOOKED_THROUGH):
        if passage.case_key and _pair(passage.case_key) in pairs:
            own.setdefault(passage.case_key, []).append(passage)
        for case in references.case_numbers(passage.text, passage.municipality):
            told = case.key and (case.year, case.serial) in pairs
            if case.key and told and not (passage.case_key and _number(passage.case_key) == _number(case.key)):
                mentioned.setdefault(case.key, []).append(passage)
    return own, mentioned


def _candidate(key: str, passages: Sequence[Passage], *, named: bool) -> Candidate:
    """How a matter is offered: titles and days are those of its own §."""
    minuted = [passage for passage in passages if passage.section] or list(passages)
    days = sorted(passage.date for passage in minuted if passage.date)
    first = min(minuted, key=lambda passage: (passage.date or "9", passage.ordinal))
    written = next((case for passage in passages if (case := _written(passage, key))), None)
    return Candidate(
        case=references.shown(written) if written else key.split("|", 1)[1].strip("|").replace("|", "/"),
        municipality=first.municipality,
        title=first.title if named else None,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        sections=len({passage.section_id for passage in minuted if passage.section}),
    )


def _written(passage: Passage, key: str) -> CaseNumber | None:
    texts = [f"Dnr {passage.case}"] if passage.case and passage.case_key == key else []
    cases = (case for text in (*texts, passage.text) for case in references.case_numbers(text, passage.municipality))
    return next((case for case in cases if case.key and _number(case.key) == _number(key)), None)


def _without_papers(found: Sequence[Meant]) -> list[Meant]:
    """Without those that only letters and reports have, where § of the municipality have the number with or without a registry."""
    of_sections = {(one.key.split("|")[0], _pair(one.key)) for one in found if one.candidate.sections}
    return [one for one in found if one.candidate.sections or (one.key.split("|")[0], _pair(one.key)) not in of_sections]


def _without_loose(found: Sequence[Meant]) -> Iterable[Meant]:
    """Within one municipality a number that fits in full stands before those that only may be meant."""
    sure = {one.key.split("|")[0] for one in found if one.strict}
    return (one for one in found if one.strict or one.key.split("|")[0] not in sure)


def _number(key: str) -> list[str]:
    """Registry, year and serial: what is left of a key where the municipality is another's."""
    return key.split("|")[1:]


def _pair(key: str) -> tuple[int, int]:
    *_, year, serial = key.split("|")
    return int(year), int(serial)


def _registry(key: str) -> str:
    return key.split("|")[1]


def _distance(key: str, year: int, serial: int) -> tuple[int, int]:
    own_year, own_serial = _pair(key)
    return abs(own_year - year), abs(own_serial - serial)
