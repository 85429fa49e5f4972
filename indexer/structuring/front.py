"""What the front page of minutes, or a notice of a meeting, says of the meeting: the body and the day, by label."""

import re

from indexer import bodies, dates
from indexer.damage import any_of, compiled

_BODY_LABEL = compiled(r"(?:nämnd\s*/\s*styrelse|nämnd|styrelse|instans|organ|beslutsinstans|beslutande\s+organ|forum)\s*:?\s+(?=[A-ZÅÄÖ])")
_CALLED = compiled(rf"\s+(?:{any_of('kallas härmed till sammanträde', 'kallas till sammanträde', 'kallas härmed till', 'kallas till')})")
_MEETING_WITH = compiled(rf"{any_of('sammanträde med', 'möte med', 'kallelse till')}\s+")
_MEETING_WORDS = any_of("sammanträdesdatum", "sammanträdestid", "mötesdatum", "mötestid", "sammanträdesdag", "sammanträde")
_MEETING_DATE = compiled(rf"(?:{_MEETING_WORDS})\s*:?\s*(?:den\s+)?")
_WEEKDAY = compiled(rf"\b(?:{any_of('måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag')})(?:en)?\s+(?:den\s+)?(?=\d)")
_WEEKDAY_ALONE = compiled(rf"(?:{any_of('måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag')}(?:en)?\s+)?(?:den\s+)?")
# The day on the line of time and place, though not in "Justeringens plats och tid"
_TIME_LABEL = re.compile(
    r"^[ \t]*(?:plats och tid|tid och plats|datum och tid|tid)\b[^\n]{0,80}?\s(?=(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-z]{3,9} (?:19|20)\d\d)",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_LABEL = compiled(r"\bdatum\s*:?\s+(?=(?:19|20)\d\d-)")


def meeting_day(text: str) -> str | None:
    """The day of the meeting: after its label, after a weekday, or after "Datum" where nothing better stands."""
    found = {date.span.start: date.iso for date in dates.dates(text) if date.iso}
    for pattern in (_MEETING_DATE, _WEEKDAY, _TIME_LABEL, _DATE_LABEL):
        days = {iso for match in pattern.finditer(text) if (iso := found.get(match.end()))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def is_day(text: str) -> bool:
    """Whether a line says a day in words and nothing else: "onsdagen den 12 februari 2031"."""
    found = dates.dates(text)
    return len(found) == 1 and found[0].span.end == len(text.rstrip(" .")) and not _WEEKDAY_ALONE.sub("", text[: found[0].span.start])


def meeting_body(text: str) -> str | None:
    """The body that meets: after its label, or as the one that "kallas till sammanträde"."""
    named = bodies.named(text)
    starts = {span.start: name for name, span in named}
    for pattern in (_BODY_LABEL, _MEETING_WITH):
        for match in pattern.finditer(text):
            if match.end() in starts:
                return starts[match.end()]
    for name, span in named:
        if _CALLED.match(text, span.end):
            return name
    return None


def first_body(lines: list[str]) -> str | None:
    """The body that stands alone on one of the first lines, or else the first one named."""
    alone = next((name for line in lines if (name := bodies.alone(line))), None)
    return alone or next((name for line in lines for name, _ in bodies.named(line)), None)


def is_front(text: str) -> bool:
    """Whether a paper is the front page of minutes: place and time, who decided, who adjusts; or a web page's head."""
    return len(_FRONT_WORDS.findall(text)) >= 2 or bool(_WEB_HEAD.search(text))


# "Sammanträde 2031-06-16": the heading of a page that publishes a meeting
_WEB_HEAD = compiled(rf"{any_of('sammanträde')}\s+(?:19|20)\d\d-\d\d-\d\d")
_FRONT_WORDS = re.compile(
    any_of(
        "plats och tid",
        "tid och plats",
        "beslutande",
        "justerare",
        "utses att justera",
        "justeringens plats",
        "anslag/bevis",
        "justerande",
        "tjänstgörande",
    ),
    re.IGNORECASE,
)
