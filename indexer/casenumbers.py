"""Dnr (diarienummer) found in a text, in whatever shape (`caseshapes.py`) they are written.

Some shapes look alike: "KS217-23" is serial and year, "KS 02-820" year and serial. What a single number leaves open
is decided by the other numbers of the same text, so give `case_numbers` the whole file; what stays open is None.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.caseshapes import DAMAGED, NO_REGISTRY, SHAPES, UNREADABLE, Order, Shape
from indexer.documents import CaseNumber, Span


@dataclass(frozen=True, slots=True)
class _Candidate:
    shape: Shape
    span: Span
    registry: str | None
    first: str
    second: str
    code: str | None
    labelled: bool


_LABEL = re.compile(
    r"\b(?:(?:vårt|vår|ert|er)\s+)?(?:dnr|dnt|diarienr|diarienummer|ärendenummer|arendenummer|ärendenr|ärende\s?nr|beteckning|referens)\b"
    r"[.:;]{0,2}[ \t\u00a0]*(?:\n\s{0,8})?",
    re.IGNORECASE,
)
"""What announces a Dnr: "Dnr", "DNR:", "Diarienr;", "Vårt dnr:", "Ärendenummer:"; the number may stand on the next line."""
_IN_EVERY_LABEL = ("dnr", "dnt", "diarienr", "diarienummer", "rendenummer", "rendenr", "rende nr", "beteckning", "referens")
_AND = re.compile(r"\s*(?:,|\soch\s|\ssamt\s)\s*")
_DIGITS = str.maketrans("OolI", "0011")


def case_numbers(text: str, municipality: str | None = None) -> list[CaseNumber]:
    """All Dnr of a text in order, each with its span; `as_written` is without the label.

    `municipality` is whose registry the text draws on, as far as the caller knows; it becomes part of the key.
    """
    candidates = _candidates(text)
    known = [candidate for candidate in candidates if candidate.shape.order is Order.KNOWN]
    pairs = [candidate for candidate in candidates if candidate.shape.order is Order.PAIR]
    numbers = [_number(text, candidate, int(candidate.first), int(candidate.second), municipality) for candidate in known]
    numbers += _resolved(text, pairs, municipality)
    numbers += _repaired(text, [number.span for number in numbers if number.span], municipality)
    return sorted(numbers, key=lambda number: number.span or Span(0, 0))


def shown(case: CaseNumber) -> str:
    """As a reader writes it: the registry, the year in full, the serial as padded in print, without a filing class."""
    if case.year is None or case.serial is None:
        return case.as_written
    serial_first = re.match(r"[^\W\d]*[ ]?(\d+)-\d+", case.as_written)
    if serial_first and int(serial_first[1]) == case.serial:
        return re.sub(r"(\d+-\d+).*", r"\1", case.as_written, flags=re.DOTALL)
    padded = [digits for digits in re.findall(r"\d+", case.as_written) if int(digits) == case.serial]
    serial = padded[-1] if padded else str(case.serial)
    return f"{case.registry} {case.year}/{serial}" if case.registry else f"{case.year}/{serial}"


def _candidates(text: str) -> list[_Candidate]:
    """Readings that do not overlap: the earlier, then the longer, then the more particular shape stands."""
    labels = _labelled_places(text)
    held = {needs for needs in {shape.needs for shape in SHAPES} if needs.search(text)}
    found = [candidate for shape in SHAPES if shape.needs in held for candidate in _of_shape(text, shape, labels)]
    found.sort(key=lambda candidate: (candidate.span.start, -candidate.span.end))
    kept: list[_Candidate] = []
    for candidate in found:
        if not kept or candidate.span.start >= kept[-1].span.end:
            kept.append(candidate)
    return kept


def _labelled_places(text: str) -> set[int]:
    """Where a label's number begins, and the further ones of a list: "Dnr 7-742-2011 och 5-744-2011"."""
    places: set[int] = set()
    for label in _labels(text):
        at = label.end()
        while at not in places:
            places.add(at)
            ends = [match.end() for shape in SHAPES if (match := shape.pattern.match(text, at))]
            joint = _AND.match(text, max(ends)) if ends else None
            if joint:
                at = joint.end()
    return places


def _labels(text: str) -> Iterable[re.Match[str]]:
    folded = " ".join(text.casefold().split())
    return _LABEL.finditer(text) if any(part in folded for part in _IN_EVERY_LABEL) else ()


def _of_shape(text: str, shape: Shape, labels: set[int]) -> Iterator[_Candidate]:
    for match in shape.pattern.finditer(text):
        groups = match.groupdict()
        labelled = match.start() in labels
        if shape.labelled and not labelled and not (shape.alone and _alone(text, match)):
            continue
        registry = groups.get("registry")
        if (registry and registry.upper() in NO_REGISTRY) or (not labelled and _is_school_year(groups)):
            continue
        span = Span(*match.span())
        yield _Candidate(shape, span, registry, groups["first"], groups["second"], groups.get("code") or groups.get("class"), labelled)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing else stands on the line of the match."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_end = text.find("\n", match.end())
    return not (text[line_start : match.start()] + text[match.end() : line_end if line_end >= 0 else len(text)]).strip()


def _is_school_year(groups: dict[str, str | None]) -> bool:
    """ "2024/2025" and "HT 2024/25" name two years."""
    first, second = groups["first"] or "", groups["second"] or ""
    return len(first) == 4 and len(second) in (2, 4) and int(second) in (int(first) + 1, (int(first) + 1) % 100)


def _number(text: str, candidate: _Candidate, year: int | None, serial: int | None, municipality: str | None) -> CaseNumber:
    code = candidate.code.translate(_DIGITS) if candidate.code and candidate.code[0] in "Oo" else candidate.code
    return CaseNumber(candidate.span.of(text), municipality, candidate.registry, year, serial, code, candidate.span)


def _resolved(text: str, pairs: Sequence[_Candidate], municipality: str | None) -> Iterator[CaseNumber]:
    """Pairs read as (year, serial) or (serial, year), by what each leaves possible and the most of the others say."""
    votes = Counter((candidate.shape.name, _only_order(candidate)) for candidate in pairs)
    for candidate in pairs:
        year_first, serial_first = (votes[candidate.shape.name, order] for order in ("year first", "serial first"))
        order = _only_order(candidate)
        if order is None and year_first != serial_first:
            order = "year first" if year_first > serial_first else "serial first"
        year, serial = _read(candidate, order)
        if year is None and not candidate.labelled:
            continue  # "SO 10-12", "KS 10/6", "VP 2024-2026": a range or a day as likely as a Dnr
        yield _number(text, candidate, year, serial, municipality)


def _only_order(candidate: _Candidate) -> str | None:
    """The order that the digits alone allow: a year has two digits, and a serial of three or more is no year."""
    first, second = len(candidate.first), len(candidate.second)
    if first == 2 and second > 2 and _is_year(candidate.first):
        return "year first"
    if second == 2 and first > 2 and _is_year(candidate.second):
        return "serial first"
    if first == 2 and second <= 2 and _is_year(candidate.first) and not _is_year(candidate.second):
        return "year first" if candidate.labelled else None
    return None


def _is_year(digits: str) -> bool:
    return len(digits) == 2 and (int(digits) <= 49 or int(digits) >= 80)


def _read(candidate: _Candidate, order: str | None) -> tuple[int | None, int | None]:
    if order is None:
        return None, None
    year, serial = (candidate.first, candidate.second) if order == "year first" else (candidate.second, candidate.first)
    if not _is_year(year):
        return None, None
    return int(year) + (2000 if int(year) <= 49 else 1900), int(serial)


def _repaired(text: str, taken: Iterable[Span], municipality: str | None) -> Iterator[CaseNumber]:
    """What follows a label and no shape fits: OCR damage is read through, a lost serial is kept as written."""
    read = bytearray(len(text))
    for span in taken:
        read[span.start : span.end] = b"\1" * (span.end - span.start)
    for label in _labels(text):
        for pattern in (DAMAGED, UNREADABLE):
            match = pattern.match(text, label.end())
            if match and not any(read[match.start() : match.end()]):
                yield _as_damaged(match, municipality)
                break


def _as_damaged(match: re.Match[str], municipality: str | None) -> CaseNumber:
    groups = match.groupdict()
    number = CaseNumber(
        match[0].rstrip(),
        municipality,
        groups.get("registry"),
        None,
        None,
        None,
        Span(match.start(), match.start() + len(match[0].rstrip())),
    )
    if "second" not in groups:
        return number
    year, serial = (groups[name].translate(_DIGITS) for name in ("first", "second"))
    code = groups["class"].translate(_DIGITS) if groups["class"] else None
    return replace(number, year=int(year), serial=int(serial), code=code) if year[:2] == "20" else number
