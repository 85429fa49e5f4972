"""When a question is about: days, months, years, quarters and seasons as people write them → periods.

A period is a preference and leaves nothing out. What is no time (a Dnr, a law, an amount, a class in school) is no period,
nor is a month or season that lacks its year.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from indexer import dates, references
from service.records import Period
from service.understanding.kinds import fold

LONGEST = 30
"""Years of a range: a longer one is two numbers that look like years."""

_MONTHS = tuple(month[:3] for month in dates.MONTHS)
_ENGLISH = {"may": "maj", "oct": "okt"}
_SEASONS = {
    **dict.fromkeys(("var", "vt", "spring"), (1, 6)),
    **dict.fromkeys(("somm", "somra", "summer"), (6, 8)),
    **dict.fromkeys(("host", "ht", "autumn"), (8, 12)),
}
"""First and last month. Those of a municipality's year are wide: minutes of June belong to the spring, of August to the autumn."""
_COUNTED = {"forsta": 1, "andra": 2, "tredje": 3, "fjarde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_PARTS = {"kvartal": 3, "quarter": 3, "tertial": 4, "halvar": 6, "half": 6}
"""Months of each."""

# The patterns read folded text (a–z).
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_BARE = rf"(?<![\d/:.,-]){_YEAR}(?![\d:/]|[.,]\d|-\d|[ ]?(?:kr\b|kronor|tkr|mkr|mnkr|\d{{3}}\b))"
_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:ust|usti)?"
    r"|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SEASON = r"var(?:en|termin(?:en)?)|sommar(?:en)?|host(?:en|termin(?:en)?)?|[vh]t|spring|summer|autumn"
_JOINT = r"\s?(?:[-–—,]|och|till och med|till|t\.?o\.?m\.?|respektive|and|to)\s?"

_MONTHS_OF_YEAR = re.compile(rf"\b(?P<a>{_MONTH})(?:{_JOINT}(?P<b>{_MONTH}))?\s(?:of\s)?(?P<y>{_YEAR})(?!\d)")
_SEASON_OF_YEAR = re.compile(rf"\b(?P<s>{_SEASON})\s(?:of\s)?(?P<y>{_YEAR})(?!\d)")
_PART_OF_YEAR = re.compile(rf"\b(?P<n>{'|'.join(_COUNTED)})\s(?P<p>kvartal|quarter|tertial|halvar|half)\w*\s(?:of\s)?(?P<y>{_YEAR})(?!\d)")
_YEARS = re.compile(rf"(?<![\d/:.,-])(?P<a>{_YEAR})(?:\s?[-–—/]\s?|\still\s|\soch\s|\sto\s|\sand\s)(?P<b>{_YEAR}|\d\d)(?![\d:/-]|[.,]\d)")
_TWO_YEARS = re.compile(rf"{_YEAR}[-–—]{_YEAR}")
"""2023-2024: a Dnr only where somebody says so."""
_SINCE = re.compile(rf"\b(?:sedan|fran och med|since)\s(?:ar\s)?(?P<y>{_BARE})")
_ONE_YEAR = re.compile(rf"(?<!fore )(?<!innan )(?<!before )(?P<y>{_BARE})")
_BY_TODAY = re.compile(
    r"\b(?:(?P<fjol>i\s?fjol|forra aret|last year)|(?P<before>forrforra aret|i forrfjol)|(?P<now>i ar(?!\s?\d)|this year)"
    r"|(?P<next>nasta ar|next year)|(?P<month>forra manaden|last month)|i (?P<past>vara|somra|hosta)s"
    rf"|(?:forra|last)\s(?P<last>{_SEASON}))\b"
)

Found = tuple[int, int, Period]
"""Start, end, and what stands there."""
_Reading = Callable[[re.Match[str], date], Period | None]


def periods_named(text: str, today: date) -> tuple[Period, ...]:
    """The periods named, in order; where two readings overlap, the one that says more stands.

    >>> periods_named("Vad beslutades hösten 2024?", date(2026, 1, 1))
    (Period(first='2024-08-01', last='2024-12-31'),)
    """
    return tuple(dict.fromkeys(period for *_, period in times(unicodedata.normalize("NFC", text), today)))


def times(text: str, today: date) -> list[Found]:
    """The periods named and where they stand, in order; none overlaps another."""
    taken = _no_time(text)
    found: list[Found] = []
    for start, end, period in (*_days(text), *_in_words(text, today)):
        if not any(taken[start:end]):
            _take(taken, start, end)
            found.append((start, end, period))
    return sorted(found, key=lambda each: each[:2])


def _no_time(text: str) -> bytearray:
    """A byte for each character, set where a Dnr or a law stands."""
    taken = bytearray(len(text))
    cases = [case.span for case in references.case_numbers(text, None) if case.span and not _TWO_YEARS.fullmatch(case.as_written)]
    for span in (*cases, *(law.span for law in references.laws(text))):
        _take(taken, span.start, span.end)
    return taken


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _days(text: str) -> Iterator[Found]:
    for found in dates.dates(text):
        if found.iso:
            yield found.span.start, found.span.end, Period(found.iso, found.iso)


def _in_words(text: str, today: date) -> Iterator[Found]:
    folded = "".join(fold(char)[:1] or " " for char in text)
    for pattern, reading in _READINGS:
        for match in pattern.finditer(folded):
            period = reading(match, today)
            if period is not None:
                yield match.start(), match.end(), period


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1).isoformat(), date(year, last, calendar.monthrange(year, last)[1]).isoformat())


def _month(written: str) -> int:
    return _MONTHS.index(_ENGLISH.get(written[:3], written[:3])) + 1


def _season(written: str) -> tuple[int, int]:
    return next(months for name, months in _SEASONS.items() if written.startswith(name))


def _months_of_year(match: re.Match[str], _: date) -> Period | None:
    first, last = _month(match["a"]), _month(match["b"] or match["a"])
    return _months(int(match["y"]), first, last) if first <= last else None


def _season_of_year(match: re.Match[str], _: date) -> Period:
    return _months(int(match["y"]), *_season(match["s"]))


def _part_of_year(match: re.Match[str], _: date) -> Period | None:
    length = _PARTS[match["p"]]
    last = _COUNTED[match["n"]] * length
    return _months(int(match["y"]), last - length + 1, last) if last <= len(_MONTHS) else None


def _years(match: re.Match[str], _: date) -> Period | None:
    first, last = int(match["a"]), int(match["b"])
    last += 100 * (first // 100) if last < 100 else 0
    return _months(first, 1, 12) if first == last else _range(first, last)


def _range(first: int, last: int) -> Period | None:
    return Period(f"{first}-01-01", f"{last}-12-31") if first < last <= first + LONGEST else None


def _since(match: re.Match[str], today: date) -> Period | None:
    return Period(f"{match['y']}-01-01", today.isoformat()) if int(match["y"]) <= today.year else None


def _one_year(match: re.Match[str], _: date) -> Period:
    return _months(int(match["y"]), 1, 12)


def _by_today(match: re.Match[str], today: date) -> Period:
    if match["past"]:
        return _past_season(*_season(match["past"]), today)
    if match["last"]:
        return _months(today.year - 1, *_season(match["last"]))
    if match["month"]:
        return _months(today.year - (today.month == 1), (today.month - 2) % 12 + 1, (today.month - 2) % 12 + 1)
    away = next(years for name, years in (("fjol", -1), ("before", -2), ("now", 0), ("next", 1)) if match[name])
    return _months(today.year + away, 1, 12)


def _past_season(first: int, last: int, today: date) -> Period:
    """ "I våras": the latest that has begun."""
    return _months(today.year - (today.month < first), first, last)


_READINGS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (_MONTHS_OF_YEAR, _months_of_year),
    (_SEASON_OF_YEAR, _season_of_year),
    (_PART_OF_YEAR, _part_of_year),
    (_YEARS, _years),
    (_SINCE, _since),
    (_ONE_YEAR, _one_year),
    (_BY_TODAY, _by_today),
)
"""What says most comes first."""
