"""Dates as Swedish municipalities write them, with the place they stand at.

A date whose year the text does not say has `iso` None; the reader of the text may know the year, this module does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.documents import Span


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day named in a text: `iso` is None where the year is lacking."""

    iso: str | None
    span: Span


MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
_MONTHS = tuple(month[:3] for month in MONTHS)
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?"
    r"|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_GAP = r"[ \t\u00a0]*(?:\n\s{0,8})?"
"""White space that a line end may stand in: dates are torn where lines are."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?::?[ea])?"
_YEAR = r"(?:19|20)\d\d"
_DASH = rf"{_GAP}[-–—]{{1,2}}{_GAP}"

# "2022-03-08", "2022‑03‑08", torn "2022-11-\n07" and "2022- \n\n03-04"; never part of a longer number.
_ISO = re.compile(
    rf"(?P<y>{_YEAR})(?<![\d-]\d{{4}})[-‑–](?:[ \t]*\n\s{{0,8}})?(?P<m>[01]\d)[-‑–](?:[ \t]*\n\s{{0,8}})?(?P<d>[0-3]\d)(?!\d)"
)
# "12 juni – 04 september 2022", "12 juni – 19 aug\n2022", "3–5 mars 2024": the year is said once, for both.
_RANGE = re.compile(
    rf"(?<![\d:,.])(?P<d1>{_DAY})(?:{_GAP}(?P<m1>{_MONTH}))?{_DASH}(?P<d2>{_DAY}){_GAP}(?P<m2>{_MONTH})(?:{_GAP}(?P<y>{_YEAR})(?!\d))?",
    re.IGNORECASE,
)
# "den 22 mars 2022", "12 juni 2022", "30:e maj\n2022", "26 januari".
_WRITTEN = re.compile(rf"(?<![\d:,.])(?P<d>{_DAY}){_GAP}(?P<m>{_MONTH})(?:{_GAP}(?P<y>{_YEAR})(?!\d))?", re.IGNORECASE)
# "6/2", "14/8 2025", "6/2-2025"; not "1/54", "12/324" or "2024/25".
_SLASH = re.compile(rf"(?<![\d/.,-])(?P<d>{_DAY})/(?P<m>1[0-2]|0?[1-9])(?![\d/%]|[.,]\d|:\d)(?:[ -](?P<y>{_YEAR})(?!\d))?")
# "220620 § 31", "utkast 220407", "KSN 220412", "221227-230105": six digits are a date only in such company.
_SHORT = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SHORT_RANGE = re.compile(rf"(?<![\d-])(?P<a>{_SHORT}) ?[-–] ?(?P<b>{_SHORT})(?![\d-])")
_SHORT_NAMED = re.compile(
    r"(?:\b(?:utkast|version|ver|rev|reviderad|uppdaterad|upprättad|daterad|datum|den|per|beslut|protokoll|protokollsutdrag)\b\.?"
    r"|\b[A-ZÅÄÖ]{2,5}(?: [Aa][Uu])?)"
    rf"[ \t]+(?P<a>{_SHORT})(?![\d-])"
)
_SHORT_BEFORE_SECTION = re.compile(rf"(?<![\d-])(?P<a>{_SHORT})(?=,?\s?§)")

# What every date of a reading holds, quick to look for: most texts have no date of most readings.
_MONTH_NAMED = re.compile(rf"\d(?::?[ea])?{_GAP}(?:{'|'.join(_MONTHS)})", re.IGNORECASE)
_DAY_SLASH = re.compile(r"/\d")
_SIX_DIGITS = re.compile(r"\d\d\d\d\d\d")


def dates(text: str) -> list[DateFound]:
    """All dates in order; where two readings overlap, the one that says more (and begins first) stands."""
    found: list[DateFound] = []
    taken = bytearray(len(text))
    for reading in (_iso, _ranges, _written, _short, _slashed):
        new = [date_found for date_found in reading(text) if not any(taken[date_found.span.start : date_found.span.end])]
        for date_found in new:
            taken[date_found.span.start : date_found.span.end] = b"\1" * (date_found.span.end - date_found.span.start)
        found += new
    return sorted(found, key=lambda date_found: date_found.span)


def iso_date(year: int, month: int, day: int) -> str | None:
    """The ISO form; None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(text: str) -> Iterator[DateFound]:
    for match in _ISO.finditer(text):
        iso = iso_date(int(match["y"]), int(match["m"]), int(match["d"]))
        if iso:
            yield DateFound(iso, Span(*match.span()))


def _ranges(text: str) -> Iterator[DateFound]:
    for match in _RANGE.finditer(text) if _MONTH_NAMED.search(text) else ():
        month = match["m1"] or match["m2"]
        year = int(match["y"]) if match["y"] else None
        last = _dated(year, match["m2"], match["d2"])
        # "20 december – 7 januari 2026" begins in the year before.
        first = _dated(year - 1 if year and _month(month) > _month(match["m2"]) else year, month, match["d1"])
        if first is not _NO_SUCH_DAY and last is not _NO_SUCH_DAY:
            yield DateFound(first, Span(match.start(), match.end("m1") if match["m1"] else match.end("d1")))
            yield DateFound(last, Span(match.start("d2"), match.end()))


def _written(text: str) -> Iterator[DateFound]:
    for match in _WRITTEN.finditer(text) if _MONTH_NAMED.search(text) else ():
        iso = _dated(int(match["y"]) if match["y"] else None, match["m"], match["d"])
        if iso is not _NO_SUCH_DAY:
            yield DateFound(iso, Span(*match.span()))


def _slashed(text: str) -> Iterator[DateFound]:
    for match in _SLASH.finditer(text) if _DAY_SLASH.search(text) else ():
        iso = iso_date(int(match["y"] or 2024), int(match["m"]), _day(match["d"]))
        if iso:
            yield DateFound(iso if match["y"] else None, Span(*match.span()))


def _short(text: str) -> Iterator[DateFound]:
    seen: set[int] = set()
    for pattern in (_SHORT_RANGE, _SHORT_NAMED, _SHORT_BEFORE_SECTION) if _SIX_DIGITS.search(text) else ():
        for match in pattern.finditer(text):
            for group in pattern.groupindex:
                digits, start = match[group], match.start(group)
                iso = iso_date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
                if iso and start not in seen:
                    seen.add(start)
                    yield DateFound(iso, Span(start, match.end(group)))


_NO_SUCH_DAY = ""


def _dated(year: int | None, month: str, day: str) -> str | None:
    """ISO; None where the year is lacking; `_NO_SUCH_DAY` for 31 February."""
    iso = iso_date(year or 2024, _month(month), _day(day))
    if iso is None:
        return _NO_SUCH_DAY
    return iso if year else None


def _month(written: str) -> int:
    return _MONTHS.index(written[:3].casefold()) + 1


def _day(written: str) -> int:
    return int(re.sub(r"\D.*", "", written))
