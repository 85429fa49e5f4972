"""Dnr (diarienummer) in the shapes that Swedish municipalities write them, each shape with its example.

Some shapes look alike: "KS217-23" is serial and year, "KS 02-820" year and serial. What a single number leaves open
is decided by the other numbers of the same text, so give `case_numbers` the whole file; what stays open is None.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from indexer.documents import CaseNumber, Span


class _Order(Enum):
    """Which of two numbers is the year; PAIR is open, and is decided from the text's other numbers."""

    KNOWN = auto()
    PAIR = auto()


@dataclass(frozen=True, slots=True)
class _Shape:
    """A way to write a Dnr. `labelled`: only after "Dnr" or the like; `alone`: or as the only thing on its line.

    `needs` is a part of every such number, quick to look for: most texts have no Dnr of most shapes.
    """

    name: str
    needs: re.Pattern[str]
    pattern: re.Pattern[str]
    order: _Order = _Order.KNOWN
    labelled: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    shape: _Shape
    span: Span
    registry: str | None
    first: str
    second: str
    code: str | None
    labelled: bool


LABEL = (
    r"(?:\b(?:(?:vårt|vår|ert|er)\s+)?(?:dnr|dnt|diarienr|diarienummer|ärendenummer|arendenummer|ärendenr|ärende\s?nr|beteckning|referens)\b"
    r"[.:;]{0,2}[ \t\u00a0]*(?:\n\s{0,8})?)"
)
"""What announces a Dnr: "Dnr", "DNR:", "Diarienr;", "Vårt dnr:", "Ärendenummer:"; the number may stand on the next line."""

_BEFORE = r"(?<![\w/.:=%§-])"
# KS, KSKF, SÄN, Ks, Sn; of mixed case only two letters, or "Vid 2024/00123" would name a registry.
_REGISTRY = r"(?!DNR\b|En\b)(?P<registry>[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][nsf])"
_YEAR_DAY = r"(?:19|20)\d\d-\d\d-\d\d"
_YEAR = r"(?P<first>(?:19[89]|20[0-4])\d)"
_CODE = r"(?:(?:[ \u00a0]{1,2}|[ ]?-[ ]?)(?P<code>\d{3})(?=[ \t]*$|[ ]?[,.;)]))?"
_AFTER = r"(?![\w/]|[-:.]\d)"

_SHAPES = (
    # 2011/KS 0206 001; 2018/KS 0290 10; 2023/KS 0362
    _Shape(
        "year/BODY serial",
        re.compile(r"/[A-ZÅÄÖ]"),
        re.compile(rf"{_BEFORE}{_YEAR}/{_REGISTRY}[ ](?P<second>\d{{1,5}})(?:[ ](?P<code>\d{{2,3}})(?=[ \t]*$|[,.;)]))?{_AFTER}", re.M),
    ),
    # 2011BNS0306; 2016KSM1221.042; 2013 KS0012
    _Shape(
        "yearBODYserial",
        re.compile(r"\d[ ]?[A-ZÅÄÖ][A-ZÅÄÖnsf]+\d"),
        re.compile(rf"{_BEFORE}{_YEAR}[ ]?{_REGISTRY}(?P<second>\d{{4,5}})(?:\.(?P<code>\d{{2,3}}))?{_AFTER}"),
    ),
    # KS/2018:298 - 001; KS/2011:224-209; KSKF/2014:1; SÄN/2012:3
    _Shape(
        "BODY/year:serial",
        re.compile(r"/\d{4}:\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}/{_YEAR}:(?P<second>\d{{1,5}})(?:[ ]?-[ ]?(?P<code>\d{{2,3}}))?{_AFTER}"),
    ),
    # KS2031.0122; FN 2031.044
    _Shape(
        "BODY year.serial",
        re.compile(r"[ A-ZÅÄÖnsf]\d{4}\.\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?{_YEAR}\.(?P<second>\d{{3,5}}){_CODE}{_AFTER}", re.M),
    ),
    # KU.2017.3; KS.2012.79 041
    _Shape(
        "BODY.year.serial",
        re.compile(r"\.\d{4}\.\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}\.{_YEAR}\.(?P<second>\d{{1,5}}){_CODE}{_AFTER}", re.M),
    ),
    # SLK-2023-01047
    _Shape("BODY-year-serial", re.compile(r"-\d{4}-\d"), re.compile(rf"{_BEFORE}{_REGISTRY}-{_YEAR}-(?P<second>\d{{1,6}}){_AFTER}")),
    # KS 2022/00061; BUN042 2022/00017; BUN2022/00208; Ks2013/0324  294; KS-2020/983; KS- 2020/920; SKR2022/00417
    _Shape(
        "BODY year/serial",
        re.compile(r"[12]\d\d\d/\d"),
        re.compile(rf"{_BEFORE}(?:{_REGISTRY}(?:(?P<class>[0O]\d\d)[ ])?[ ]?(?:-[ ]?)?){_YEAR}/(?P<second>\d{{1,6}}){_CODE}{_AFTER}", re.M),
    ),
    # 2022/00314; 2016/000964 622; bare only where the serial is padded or long, for "2024/25" is a school year
    _Shape("year/serial", re.compile(r"[12]\d\d\d/\d"), re.compile(rf"{_BEFORE}{_YEAR}/(?P<second>\d{{3,6}}){_CODE}{_AFTER}", re.M)),
    # Dnr 2016/32-550; Dnr 2023/154
    _Shape(
        "year/serial, short",
        re.compile(r"[12]\d\d\d/\d"),
        re.compile(rf"{_BEFORE}{_YEAR}/(?P<second>\d{{1,2}}){_CODE}{_AFTER}", re.M),
        labelled=True,
    ),
    # Dnr 2017-000030
    _Shape("year-serial", re.compile(r"-\d\d\d"), re.compile(rf"{_BEFORE}{_YEAR}-(?P<second>\d{{3,6}}){_AFTER}"), labelled=True),
    # Dnr BUN/2031/0021
    _Shape(
        "BODY/year/serial",
        re.compile(r"/\d{4}/\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}/{_YEAR}/(?P<second>\d{{1,6}}){_AFTER}"),
    ),
    # Dnr 123/2031; Dnr SN 46/2031-600
    _Shape(
        "serial/year",
        re.compile(r"\d/\d{4}"),
        re.compile(rf"{_BEFORE}(?:{_REGISTRY}[ ]?)?(?P<second>\d{{1,5}})/{_YEAR}(?:-(?P<code>\d{{3}}))?{_AFTER}"),
        labelled=True,
    ),
    # Dnr MBN 2031-310
    _Shape(
        "BODY year-serial",
        re.compile(r"[ ]\d{4}-\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]{_YEAR}-(?P<second>\d{{1,6}}){_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # 1.5.3-219-2012; 7-742-2011
    _Shape(
        "class-serial-year",
        re.compile(r"-\d+-\d{4}"),
        re.compile(rf"{_BEFORE}(?P<code>\d(?:\.\d{{1,2}}){{0,3}})-(?P<second>\d{{1,5}})-{_YEAR}{_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # Diarienummer 2481-2021
    _Shape(
        "serial-year",
        re.compile(r"-\d\d\d\d"),
        re.compile(rf"{_BEFORE}(?P<second>[1-9]\d{{2,5}})-{_YEAR}{_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # KS217-23 106; SN094-22 730; KS 02-820 107
    _Shape(
        "BODY a-b",
        re.compile(r"[A-ZÅÄÖnsf][ ]?\d+-\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?(?P<first>\d{{1,5}})-(?P<second>\d{{2,5}}){_CODE}{_AFTER}(?![ ]\d\d[ ]\d\d)", re.M),
        _Order.PAIR,
    ),
    # KS 15/6; KS 12/324; KS 07/38
    _Shape(
        "BODY a/b",
        re.compile(r"/\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?(?P<first>\d{{2}})/(?!(?:19|20)\d\d\b)(?P<second>\d{{1,4}}){_AFTER}"),
        _Order.PAIR,
    ),
    # Dnr 0263/19; Dnr 31/16; Vårt dnr 22/00731
    _Shape(
        "a/b", re.compile(r"/\d"), re.compile(rf"{_BEFORE}(?P<first>\d{{1,5}})/(?P<second>\d{{2,5}}){_AFTER}"), _Order.PAIR, labelled=True
    ),
)

_LABEL = re.compile(LABEL, re.IGNORECASE)
_IN_EVERY_LABEL = ("dnr", "dnt", "diarienr", "diarienummer", "rendenummer", "rendenr", "rende nr", "beteckning", "referens")
_AND = re.compile(r"\s*(?:,|\soch\s|\ssamt\s)\s*")
# BUNO41 2022/00118, 2O22/OO118: the letters O, o, l and I for digits, believed only after a label.
_DAMAGED = re.compile(rf"{_REGISTRY}?(?P<class>[0O]\d\d)?[ ]?(?P<first>[2][0OolI\d]{{3}})/(?P<second>[0OolI\d]{{3,6}})(?!\w)")
_DIGITS = str.maketrans("OolI", "0011")
# KFKS 2015/; Dnr 2017/; Dnr 0093/; T 2010-313-01743; 316-259/2012: kept as written, without a key.
_UNREADABLE = re.compile(rf"(?:{_REGISTRY}[ ]?|[A-Z][ ])?(?!{_YEAR_DAY})(?:\d{{3,5}}/(?!\d)|\d{{1,4}}-\d{{1,4}}[-/]\d{{2,5}}(?!\d))")
_NO_REGISTRY = frozenset(
    {"SOU", "DS", "SFS", "PROP", "BET", "HT", "VT", "ISO", "EU", "EG", "TEL", "FAX", "KL", "NR", "DEN", "KAP", "ÅR", "AU", "LSS"}
)


def case_numbers(text: str, municipality: str | None = None) -> list[CaseNumber]:
    """All Dnr of a text in order, each with its span; `as_written` is without the label.

    `municipality` is whose registry the text draws on, as far as the caller knows; it becomes part of the key.
    """
    candidates = _candidates(text)
    known = [candidate for candidate in candidates if candidate.shape.order is _Order.KNOWN]
    pairs = [candidate for candidate in candidates if candidate.shape.order is _Order.PAIR]
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
    held = {needs for needs in {shape.needs for shape in _SHAPES} if needs.search(text)}
    found = [candidate for shape in _SHAPES if shape.needs in held for candidate in _of_shape(text, shape, labels)]
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
            ends = [match.end() for shape in _SHAPES if (match := shape.pattern.match(text, at))]
            joint = _AND.match(text, max(ends)) if ends else None
            if joint:
                at = joint.end()
    return places


def _labels(text: str) -> Iterable[re.Match[str]]:
    folded = " ".join(text.casefold().split())
    return _LABEL.finditer(text) if any(part in folded for part in _IN_EVERY_LABEL) else ()


def _of_shape(text: str, shape: _Shape, labels: set[int]) -> Iterator[_Candidate]:
    for match in shape.pattern.finditer(text):
        groups = match.groupdict()
        labelled = match.start() in labels
        if shape.labelled and not labelled and not (shape.alone and _alone(text, match)):
            continue
        registry = groups.get("registry")
        if (registry and registry.upper() in _NO_REGISTRY) or (not labelled and _is_school_year(groups)):
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
        for pattern in (_DAMAGED, _UNREADABLE):
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
