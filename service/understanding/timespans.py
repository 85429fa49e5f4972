"""The time that a list is asked for, and the rest of the question's words.

Times are read as everywhere else (`service.understanding.when`); a day that lacks its year is a time only here.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from indexer.dates import MONTHS
from service.understanding import when

_DAY = re.compile(rf"\b(?P<d>\d{{1,2}})(?::?e)? (?P<m>{'|'.join(MONTHS)})\b")
_LEADS = re.compile(r"(?:\b(?:den|i|under|pa|ar|aret|fran|for|vid|mellan) )+$")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAP_YEAR = 2024
"""A day without its year may be 29 February."""


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
    """The time spoken of in folded text, and the text without it; no time and the whole text where none is, or more than one.

    >>> timespan("vilka beslut fattades den 12 mars 2031", date(2032, 1, 1))
    (Timespan(first='2031-03-12', last='2031-03-12', day=None), 'vilka beslut fattades')
    """
    found = [(start, end, Timespan(period.first, period.last)) for start, end, period in when.times(folded, today)]
    found = found or [(match.start(), match.end(), Timespan(day=day)) for match in _DAY.finditer(folded) if (day := _day(match))]
    if len(found) != 1:
        return Timespan(), folded
    start, end, time = found[0]
    rest = f"{_LEADS.sub('', folded[:start])} {folded[end:]}"
    return (Timespan(), folded) if _A_YEAR.search(rest) else (time, " ".join(rest.split()))


def _day(match: re.Match[str]) -> str | None:
    """ "-03-12"; None where no month has that day."""
    month, day = MONTHS.index(match["m"]) + 1, int(match["d"])
    return f"-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1] else None
