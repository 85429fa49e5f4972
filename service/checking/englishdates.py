"""Days and months as English answers write them: "12 March 2024", "March 12, 2024", "in March 2024"; their sources write Swedish."""

import re
from collections.abc import Iterator

from indexer.documents import Span

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d))?\b"
_FORMS = (
    re.compile(rf"\b{_DAY}(?: of)?\s{_MONTH}\b{_YEAR}"),
    re.compile(rf"\b{_MONTH}\s{_DAY}\b{_YEAR}"),
    # April, September, November and December are written so in Swedish too
    re.compile(r"\b(?P<month>January|February|March|May|June|July|August|October),?\s(?P<year>(?:19|20)\d\d)\b"),
)


def english_days(text: str) -> Iterator[tuple[str, Span]]:
    """Each with its place: "2024-03-12", without its year "03-12", a month of a year "2024-03"."""
    taken: list[Span] = []
    for form in _FORMS:
        for match in form.finditer(text):
            span = Span(*match.span())
            if not any(other.start <= span.start < other.end for other in taken):
                taken.append(span)
                yield _iso(match.groupdict()), span


def _iso(found: dict[str, str | None]) -> str:
    month, day = f"{_MONTHS.index(found['month'] or '') + 1:02}", found.get("day")
    return "-".join(filter(None, (found.get("year"), month, day and day.zfill(2))))
