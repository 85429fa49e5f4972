"""Times of a question that follows another ("och året innan?", "och i juni?"), in words that stand by themselves.

What the question before says of time is what they are counted from; what cannot be told from it is None.
"""

import re
from datetime import date, timedelta

from indexer import references
from indexer.documents import Span
from service.understanding.kinds import fold

_MONTH = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|o[ck]t|nov|dec)[a-z]*"
_SEASON = r"(?:våren|sommaren|hösten|vintern)"
_YEAR = r"(?:19|20)\d\d"
_TIME = re.compile(
    rf"\b(?:den )?\d{{1,2}} [a-zåäö]{{3,9}} {_YEAR}\b|\b{_YEAR}-\d\d(?:-\d\d)?\b|\b(?:{_MONTH}|{_SEASON}) {_YEAR}\b|\b{_YEAR}\b(?![/:-])",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"\b(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
    r"|\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|sept?|okt|nov|dec"
    r"|january|february|march|june|july|august|october)\b|\bmay(?=\W*$)"
    rf"|\b{_SEASON}\b",
    re.IGNORECASE,
)
"""A month, season or day that lacks its year."""
_FOLDED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b|\b(?:var|sommar|host|vinter)(?:en|terminen)?\b"
    r"|\bden \d{1,2}\b|\b(?:forra|nasta|i fjol|i ar|last|this|next)\b|\b(?:aret|ar|year|the|innan|fore|foregaende|efter|darpa"
    r"|before|after|previous|following|fjol)\b|\b\d{4}-\d\d(?:-\d\d)?\b"
)
_YEAR_BEFORE = re.compile(r"\baret (?:innan|fore|dessforinnan)|foregaende ar|\b(?:the )?(?:year before|previous year)\b")
_YEAR_AFTER = re.compile(r"\baret (?:efter|darpa|darefter)|foljande ar|\b(?:the )?(?:year after|following year)\b")
_DAY = re.compile(rf"(?:den )?\d{{1,2}} .*|{_YEAR}-\d\d-\d\d", re.IGNORECASE)
_BEFORE_IT = re.compile(
    r"(?<!året )(?<!aret )(?<!year )\b"
    r"(?:(?:innan|före)(?: (?:det|dess|beslutet))?|dessförinnan|förut|tidigare|before(?: (?:that|it))?)(?=\W*$)",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(r"\bgallde\b|\bapplied\b|\bin force\b")
_HELD = re.compile(r"\b(?:gallde|kostade|var|applied|was|were|in force)\b")


def times_in(text: str) -> list[Span]:
    """Days, months with their year, and years in a text."""
    cases = [case.span for case in references.case_numbers(text) if case.span]
    found = [Span(*match.span()) for match in _TIME.finditer(text)]
    return [span for span in found if not any(case.start < span.end and span.start < case.end for case in cases)]


def to_replace(text: str) -> list[Span]:
    """Where another time is put: the times, else the month that lacks its year."""
    return times_in(text) or [Span(*match.span()) for match in _PART_OF_YEAR.finditer(text)]


def without_times(folded: str) -> str:
    """A folded text without what names a time."""
    return _FOLDED.sub(" ", folded)


def time_meant(text: str, before: str, day: str | None, today: date) -> str | None:
    """The time that a question names after the one before, which a day answered; None where it names none or it cannot be told."""
    folded = fold(text)
    step = -1 if _YEAR_BEFORE.search(folded) else 1 if _YEAR_AFTER.search(folded) else 0
    if step:
        return _years_away(step, before, day)
    if re.search(r"\bi fjol\b|\bforra aret\b|\blast year\b", folded):
        return str(today.year - 1)
    if re.search(r"\bi ar\b|\bthis year\b", folded):
        return str(today.year)
    joint = " and " if re.search(r"\band\b", folded) else " och "
    if found := [span.of(text) for span in times_in(text)]:
        return joint.join(found)
    parts = [match[0] for match in _PART_OF_YEAR.finditer(text)]
    year = _year_of(before, day)
    return f"{joint.join(parts)} {year}" if parts and year else None


def day_before(text: str, day: str | None) -> str | None:
    """A question for what held before a decision, with the last day before it; None for another question or day."""
    match = _BEFORE_IT.search(text)
    if match is None or not day or not _HELD.search(fold(text)):
        return None
    try:
        last = date.fromisoformat(day) - timedelta(days=1)
    except (ValueError, OverflowError):
        # a month or a year: nobody knows the day of the decision
        return None
    as_of = "" if _IN_FORCE.search(fold(text)) else "as in force " if match[0].lower().startswith("before") else "enligt det som gällde "
    return f"{text[: match.start()]}{as_of}{last.isoformat()}"


def timeless(text: str) -> str:
    """The text without its times."""
    for span in reversed(times_in(text)):
        text = re.sub(r"[ ,]*(?:\b(?:i|in|under|år) )?$", "", text[: span.start]) + text[span.end :]
    return text


def _years_away(step: int, before: str, day: str | None) -> str | None:
    year = _year_of(before, day)
    if year is None:
        return None
    named = [span.of(before) for span in times_in(before)]
    if len(named) == 1 and not _DAY.fullmatch(named[0]):
        return re.sub(_YEAR, str(year + step), named[0])
    return str(year + step)


def _year_of(before: str, day: str | None) -> int | None:
    years = {int(year) for span in times_in(before) for year in re.findall(_YEAR, span.of(before))}
    if not years and day and day[:4].isdecimal():
        return int(day[:4])
    return years.pop() if len(years) == 1 else None
