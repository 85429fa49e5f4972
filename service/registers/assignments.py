"""What a decision orders somebody to do: who, and until when. Orders to sign or send something are none: nobody reports them back.

A point of a decision holds one assignment at most. A deadline is a day or the last day of a month; two of them are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import dates
from indexer.documents import DecisionPoint, Span, Status

_WHO = r"(?P<who>[^.,;:•]{3,90}?)"
_IN = "[i1l]"
"""What scans make of "i"."""
_ORDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Förvaltningen får i uppdrag att …", "Kommunchefen ges i uppdrag att …"
        rf"{_WHO}\s+(?:f[åaé]r|fick|ges|gavs|har\s+fått)\s+(?:därför\s+|också\s+|vidare\s+|samtidigt\s+)?{_IN}\s+(?:särskilt\s+)?uppdrag\s+att\b,?\s+",
        # "att ge förvaltningen i uppdrag att …", "Nämnden ger kontorschefen uppdraget att …"
        rf"\b(?:ge|ger|gav|lämna|lämnar)\s+{_WHO}\s+(?:{_IN}\s+uppdrag|uppdraget|(?:ett\s+)?uppdrag)\s+att\b,?\s+",
        # "uppdra åt förvaltningen att …", "uppdrar till kommundirektören att …", "i uppdrag åt nämnden att …"
        rf"\b(?:uppdra|uppdrar|uppdrog|uppdrag)\s+(?:[åa]t|till)\s+{_WHO}\s+att\b,?\s+",
        # "Uppdrag ges till ekonomiavdelningen att …"
        rf"\buppdrag(?:et)?\s+(?:ges|gavs|lämnas|lämnades)\s+(?:[åa]t|till)\s+{_WHO}\s+att\b,?\s+",
        # "Förvaltningen uppdras att …", "… åläggs att …"
        rf"{_WHO}\s+(?:uppdras|åläggs|uppmanas)\s+att\b,?\s+",
        # "Rektorn bjuds in till nämndens sammanträde för att redovisa …"
        rf"{_WHO}\s+(?:bjuds\s+in|kallas|inbjuds)\s+till\s[^.;:]{{3,120}}?\s+för\s+att\s+(?=redovisa|rapportera|berätta|informera|svara)",
    )
)
_MAY_ORDER = re.compile(r"uppdra|uppmana|ålägg|bjuds|kallas|\bska(?:ll)?\b|utvärdera|återrapport|följs\s+upp", re.IGNORECASE)
"""What every assignment holds, quick to look for."""

_REPORTS = r"(?:åter)?(?:redovisa|rapportera|komma|lämna|lägga|presentera|föra|utvärdera|följa)s?"
_DUTY = re.compile(
    # "Utredningen ska redovisas senast i september", "Nämnden ska senast den 3 maj lämna en plan", "beslutet utvärderas i maj 2031"
    rf"{_WHO}\s+(?:ska|skall)\s+[^.;]{{0,80}}?\b{_REPORTS}\b|{_WHO.replace('who', 'what')}\s+(?:utvärderas|återrapporteras|följs\s+upp)\b",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"\båterremitteras\s+till\s+(?P<who>[\w-]+)", re.IGNORECASE)
"""Whom a matter goes back to, who is to do what the next sentence says: "Utredningen ska redovisas senast i maj." """

_HANDS_OUT = re.compile(
    r"(?:(?:för\s+kommunens\s+räkning|slutligt)\s+)?(?:under)?(?:teckna|skriva\s+under|skriva\s+på|expediera|skicka|översända|meddela|"
    r"underrätta|verkställa|publicera|anslå)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\S(?:[^.!?]|[.!?](?!\s+[A-ZÅÄÖ]|\s*$))*[.!?]?")
_MONTHS = "|".join(dates.MONTHS)
_MONTH = re.compile(rf"(?<=\s)(?P<month>{_MONTHS})\b(?:\s+(?P<year>20\d\d))?", re.IGNORECASE)
_LATEST_MONTH = re.compile(
    # "senast under", "till mötet i", "före utgången av"
    r"(?:senast|före|innan|till)(?: (?:under|i|till|vid|(?:utgången|slutet) av|(?:sammanträdet?|mötet) i))*$",
    re.IGNORECASE,
)
_NEAR = 400
"""Characters before a month that are looked at: where a page ends, blanks stand for its furniture."""
_LATEST = re.compile(r"\b(?:senast|före|innan|fram\s+till|till\s+och\s+med)\s+(?:den\s+)?$", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(r"^\s*(?:[•\-–*]|\d{1,2}[.)]|[a-z]\))?\s*(?:(?:att|samt|och|dels|därmed|vidare)\s+)*", re.IGNORECASE)
_ACTORS = re.compile(
    r"(?:nämnden|styrelsen|utskottet|förvaltningen|avdelningen|kontoret|enheten|bolaget|chefen|direktören|rektorn?)$", re.IGNORECASE
)
_LONG_NAME = 6
"""Words from which what stands before the last "och" belongs to another clause."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """One assignment: the point that gives it, who is to act, what is to be done, and the last day (ISO) for it."""

    span: Span
    who: Span | None
    task: Span
    deadline: str | None = None


def assignments(text: str, points: Sequence[DecisionPoint], day: str | None) -> tuple[Assigned, ...]:
    """The assignments that the points of a § give on a day; what is only proposed gives none."""
    given = (point.span for point in points if point.status is not Status.FORSLAG)
    return tuple(one for span in given if (one := _of_point(text, span, day)))


def task_of(words: str) -> str:
    """What is to be done, of words that order it; all of them where they are no order of a form known here."""
    found = _of_point(words, Span(0, len(words)), None)
    return found.task.of(words) if found else words


def _of_point(text: str, span: Span, day: str | None) -> Assigned | None:
    if not _MAY_ORDER.search(text, span.start, span.end):
        return None
    for sentence in _sentences(text, span):
        ordered = _ordered(text, sentence)
        if ordered is not None:
            who, task = ordered
            handed = _REFERRED.search(text, span.start, sentence.start) if who is None else None
            who = Span(*handed.span("who")) if handed else who
            whole = Span(span.start, sentence.end)
            return Assigned(whole, who, task, deadline(text, whole, day))
    return None


def _ordered(text: str, sentence: Span) -> tuple[Span | None, Span] | None:
    """Who is to act, and the words that say what."""
    for pattern in _ORDERS:
        match = pattern.search(text, sentence.start, sentence.end)
        if match:
            task = Span(match.end(), sentence.end)
            return None if _HANDS_OUT.match(text, match.end()) else (_name(text, Span(*match.span("who"))), task)
    duty = _DUTY.search(text, sentence.start, sentence.end)
    if duty is None:
        return None
    named = _name(text, Span(*duty.span("who"))) if duty["who"] else None
    acts = named is not None and _acts(named.of(text))
    return (named if acts else None, sentence) if acts or _bounded(text, sentence) else None


def _acts(name: str) -> bool:
    """Whether a name is of somebody who can act: a board, an office, an official; not "utredningen", "ett nytt förslag"."""
    return _ACTORS.search(name) is not None


def _bounded(text: str, sentence: Span) -> bool:
    """Whether a sentence names a time: what is to be done without one, and by nobody who acts, is a rule."""
    words = sentence.of(text)
    return bool(dates.dates(words)) or _MONTH.search(words) is not None


def _name(text: str, span: Span) -> Span | None:
    """The words that name somebody, without the mark of the point and small words before it."""
    start = span.end - len(_BEFORE_A_NAME.sub("", text[span.start : span.end], count=1))
    words = text[start : span.end]
    if len(words.split()) > _LONG_NAME and " och " in words:
        start += words.rindex(" och ") + len(" och ")
    return Span(start, span.end) if text[start : span.end].strip() else None


def deadline(text: str, span: Span, day: str | None) -> str | None:
    """The last day that the words name: after "senast" where that is one, else the only day or month from the meeting on."""
    words = span.of(text)
    found = [
        (date.iso, _LATEST.search(words[: date.span.start]) is not None)
        for date in dates.dates(words)
        if date.iso and date.iso > (day or "")
    ]
    taken = [date.span for date in dates.dates(words)]
    for match in _MONTH.finditer(words):
        if not any(one.start <= match.start("month") < one.end for one in taken):
            month = _last_day(match["month"], match["year"], day)
            before = " ".join(words[max(0, match.start() - _NEAR) : match.start()].split())
            found += [(month, _LATEST_MONTH.search(before) is not None)] if month else []
    latest = {iso for iso, is_latest in found if is_latest} or {iso for iso, _ in found}
    return latest.pop() if len(latest) == 1 else None


def _last_day(month: str, year: str | None, day: str | None) -> str | None:
    """The last day of a month; without a year the first such month from the meeting on."""
    number = dates.MONTHS.index(month.casefold()) + 1
    if year is None and day is None:
        return None
    of_year = int(year) if year else int((day or "")[:4]) + (number < int((day or "")[5:7]))
    return next(iso for last in (31, 30, 29, 28) if (iso := dates.iso_date(of_year, number, last)))


def _sentences(text: str, span: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in _SENTENCE.finditer(text, span.start, span.end))
