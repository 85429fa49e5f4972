"""The time that a question speaks of: a day, a month, a year, a season, with or without its year; and the rest of its words.

Everything is read from folded text (a–z), as `service.kinds.fold` makes it.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SEASONS = {"varen": (1, 6), "sommaren": (6, 8), "hosten": (7, 12), "forsta halvaret": (1, 6), "andra halvaret": (7, 12)}


@dataclass(frozen=True, slots=True)
class Timespan:
    """First and last day, inclusive, as ISO dates; `day` is "-03-12", a day of any year, where the question names no year."""

    first: str | None = None
    last: str | None = None
    day: str | None = None

    @property
    def is_set(self) -> bool:
        """Whether any time is spoken of."""
        return any((self.first, self.last, self.day))

    def holds(self, iso: str | None) -> bool:
        """Whether a day lies in it; what is undated lies in no time."""
        if not self.is_set:
            return True
        if iso is None or (self.first and iso < self.first) or (self.last and iso > self.last):
            return False
        return self.day is None or iso.endswith(self.day)


def timespan(folded: str, today: date) -> tuple[Timespan, str]:
    """The time spoken of, and the text without it; no time and the whole text where none is, or more than one.

    >>> timespan("vilka beslut fattades den 12 mars 2031", date(2032, 1, 1))
    (Timespan(first='2031-03-12', last='2031-03-12', day=None), 'vilka beslut fattades')
    """
    for pattern, made in _READINGS:
        match = pattern.search(folded)
        found = made(match, today) if match else None
        if match and found:
            rest = f"{folded[: match.start()]} {folded[match.end() :]}"
            return (Timespan(), folded) if re.search(r"\b(?:19|20)\d\d\b", rest) else (found, " ".join(rest.split()))
    return Timespan(), folded


def _day(match: re.Match[str], _: date) -> Timespan | None:
    month = int(match["n"]) if "n" in match.re.groupindex else _MONTHS.index(match["m"]) + 1
    day = int(match["d"])
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(int(match["y"] or 2024), month)[1]:
        return None
    tail = f"-{month:02}-{day:02}"
    return Timespan(match["y"] + tail, match["y"] + tail) if match["y"] else Timespan(day=tail)


def _month(match: re.Match[str], _: date) -> Timespan:
    year, month = int(match["y"]), _MONTHS.index(match["m"]) + 1
    return _months(year, month, month)


def _season(match: re.Match[str], _: date) -> Timespan:
    return _months(int(match["y"]), *_SEASONS[match["s"]])


def _years(match: re.Match[str], _: date) -> Timespan | None:
    first, last = match["a"], match["b"]
    return Timespan(f"{first}-01-01", f"{last}-12-31") if first < last else None


def _since(match: re.Match[str], _: date) -> Timespan:
    return Timespan(f"{match['y']}-01-01", None)


def _year(match: re.Match[str], _: date) -> Timespan:
    return Timespan(f"{match['y']}-01-01", f"{match['y']}-12-31")


def _ago(years: int) -> Callable[[re.Match[str], date], Timespan]:
    return lambda _, today: Timespan(f"{today.year - years}-01-01", f"{today.year - years}-12-31")


def _months(year: int, first: int, last: int) -> Timespan:
    return Timespan(f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]:02}")


def _compiled(
    readings: Iterable[tuple[str, Callable[[re.Match[str], date], Timespan | None]]],
) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Timespan | None]], ...]:
    return tuple((re.compile(rf"(?:\b(?:den|i|under|pa|ar|aret|fran|for|vid) ){{0,3}}{pattern}"), made) for pattern, made in readings)


_READINGS = _compiled(
    (
        (rf"\b{_YEAR}-(?P<n>\d\d)-(?P<d>\d\d)\b", _day),
        (rf"\b(?P<d>\d{{1,2}})(?::?e)? {_MONTH}(?: {_YEAR})?\b", _day),
        (rf"\b{_MONTH}(?: ar)? {_YEAR}\b", _month),
        (rf"\b(?P<s>{'|'.join(_SEASONS)})(?: ar)? {_YEAR}\b", _season),
        (r"\b(?:mellan )?(?P<a>(?:19|20)\d\d) ?(?:-|–|till|och) ?(?P<b>(?:19|20)\d\d)\b", _years),
        (rf"\b(?:sedan|fran och med)(?: ar)? {_YEAR}\b", _since),
        (rf"\b{_YEAR}\b", _year),
        (r"\bforra aret\b|\bi fjol\b", _ago(1)),
        (r"\bdet har aret\b|\bi ar\b", _ago(0)),
    )
)
