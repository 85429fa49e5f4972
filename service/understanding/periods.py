"""Days as readers write them: a year, a month or a day; the first or the last day that this means."""

import calendar
import re
from datetime import date

from service.errors import BadParameter

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def first_day(text: str) -> str:
    """The first day meant, as ISO date. Raises BadParameter.

    >>> first_day("2024-03")
    '2024-03-01'
    """
    return _day(text, last=False)


def last_day(text: str) -> str:
    """The last day meant, as ISO date. Raises BadParameter.

    >>> last_day("2024-02")
    '2024-02-29'
    """
    return _day(text, last=True)


def _day(text: str, *, last: bool) -> str:
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year = int(match[1])
        month = int(match[2] or (12 if last else 1))
        day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        raise BadParameter(f"”{text[:40]}” är ingen dag. Skriv år, månad eller dag: 2024, 2024-03 eller 2024-03-15.") from None
