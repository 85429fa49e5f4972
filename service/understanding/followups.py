"""A question that follows another: what it leaves unsaid (municipality, matter, period) is taken from the one before.

It becomes a question that stands by itself, in words that the reader is shown and can correct. The client keeps the question
before; the service keeps nothing. What cannot be told apart is left as it was asked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from indexer import municipalities, references
from indexer.documents import Span
from indexer.index import Facets, Filters
from service.errors import BadParameter, BadQuestion
from service.question import understand
from service.records import Question
from service.understanding.kinds import fold
from service.understanding.periods import first_day
from service.understanding.wanted import ASKING

_FILLING = frozenset(Path(__file__).with_name("filling_words.txt").read_text(encoding="utf-8").split())
"""Folded words that add nothing to a time, a municipality or a body in "och hur var det i Storby då?"."""

_TIMES = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b|\b(?:var|sommar|host|vinter)(?:en|terminen)?\b"
    r"|\bden \d{1,2}\b|\b(?:forra|nasta|i fjol|i ar|last|this|next)\b|\b(?:aret|ar|year|the|innan|fore|foregaende|efter|darpa"
    r"|before|after|previous|following|fjol)\b|\b\d{4}-\d\d(?:-\d\d)?\b"
)
_YEAR_BEFORE = re.compile(r"\baret (?:innan|fore|dessforinnan)|foregaende ar|\b(?:the )?(?:year before|previous year)\b")
_YEAR_AFTER = re.compile(r"\baret (?:efter|darpa|darefter)|foljande ar|\b(?:the )?(?:year after|following year)\b")

_OF_ANY_MATTER = re.compile(
    r"beslut|beslot|besluta|antog|antag|bifoll|faststall|reserv|yrka|rost|foll$|jav|anmal|motiv|bakgrund|skal$|galla|galler|borja|trad|kraft|slutar|kosta"
    r"|kostnaden$|priset$|belopp|avgiften$|summan$|taxan$|ansvar|foredra|handlagg|ordforande|ledam|delto|deltog|narvar|overklag|aterremi"
    r"|anvis|pengar$|svar(?:a|et)|hoj(?:s|de|des|er)$|sank(?:s|te|tes|er)$|bordl|status|sammantrad|motet?$|protokoll|dnr|diarien|datum|dag(?:en)?$|sagt|sager|sade$|sa$|hant|hande|gjorde|resultat|slutade"
    r"|enig|emot$|innehall|omfatt|finansier|betala|paverka|foresl|godkan|avsl|bifall|tog$|tas$|kom$|kommer|fick$|far$"
    r"|deci|vote|reserv|cost|pay|start|adopt|appeal|propos|responsib|reject|against|valid|date$|fund"
)
"""Beginnings of folded words that are asked of any matter: they name none."""
_NO_MATTER = re.compile(rf"^(?:{_OF_ANY_MATTER.pattern})|(?:namnd|namnden|styrelse|styrelsen|fullmaktige|utskott|utskottet)$")
"""A body that decided is named before the matter."""
_POINTS_BACK = re.compile(
    r"\b(?:det|den|dem|detta|denna|dessa|it|this|that|them)\W*$|\b(?:detta|denna|dessa|dess|darom)\b"
    r"|\b(?:galler|gallde|omfattar|innebar|betyder|paverkar|ingar) (?:det|den|de)\b"
    r"|\b(?:arendet|beslutet|forslaget|the decision|the proposal|the case)\b(?! (?:om|att|about))"
    r"|\b(?:avtalet|kontraktet|kopet|projektet|planen|policyn|motionen|yttrandet|rapporten|utredningen|bidraget"
    r"|the agreement|the contract|the plan)\b(?! (?:om|att|for|av|till|i|mellan|mot|pa|med|fran|about|for|with|of|on|in|to)\b)"
)
_SHORT_NAMES = (
    (re.compile(r"\b(?:fullmäktige|fullmaktige|kf|the council)\b", re.IGNORECASE), "Kommunfullmäktige"),
    (re.compile(r"\b(?:styrelsen|ks)\b", re.IGNORECASE), "Kommunstyrelsen"),
)
_ASKS = re.compile(r"\b(?:vad|vem|vilk\w+|nar|hur|varfor|var|what|who|whom|which|when|how|why|where)\b")
_OPENS = re.compile(r"^(?:och|men|samt|and|but|what about|hur ar det med|hur var det med|vad galler for)\b[ ,]*")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a client keeps of an answer: its question as it was read, and the Dnr and day of what answered it."""

    question: str
    case: str | None = None
    day: str | None = None


def follow(text: str, earlier: Earlier | None, filters: Filters, known: Facets, today: date) -> Question:
    """The question, made whole from the one before it. Raises BadQuestion and BadParameter."""
    if earlier is None:
        return understand(text, filters, known, today)
    if earlier.day:
        first_day(earlier.day)
    own = understand(_spelled_out(text, known), filters, known, today)
    try:
        before = understand(earlier.question, filters, known, today)
    except BadQuestion as problem:
        raise BadParameter(f"Frågan före går inte att använda. {problem}") from problem
    whole, of_matter = _whole(own, before, earlier, today)
    if whole == own.text:
        return understand(text, filters, known, today)
    question = understand(whole, filters, known, today)
    if of_matter and earlier.case and not question.cases:
        only = question.municipalities[0] if len(question.municipalities) == 1 else None
        question = replace(question, cases=tuple(references.case_numbers(f"Dnr {earlier.case}", only)))
    alone = understand(text, filters, known, today)
    return replace(question, typed=alone.typed or alone.text, own=alone.text)


def _spelled_out(text: str, known: Facets) -> str:
    """The question with the council and the board by their whole names: "och i fullmäktige?" names a body to put in place."""
    for pattern, body in _SHORT_NAMES:
        if body in known.bodies:
            text = pattern.sub(body.lower(), text)
    return text


def _whole(own: Question, before: Question, earlier: Earlier, today: date) -> tuple[str, bool]:
    """The question with what it lacks, and whether it is about the very matter that was answered."""
    if own.cases:
        return own.text, False
    folded = _OPENS.sub("", fold(own.text))
    left = [word for word in re.findall(r"\w+", _without_names(folded, own)) if word not in _FILLING and word not in ASKING]
    placed = _in_place(before, own, earlier, today)
    if placed and not left:
        return placed, False
    if left and folded != fold(own.text) and not _ASKS.search(folded):
        return f"{_bare(placed or before.text)}, {_bare(own.text[-len(folded) :])}?", False
    if _POINTS_BACK.search(folded) or all(_OF_ANY_MATTER.match(word) for word in left):
        matter = _matter(placed or before.text, own.municipalities or before.municipalities)
        return (f"{_bare(own.text)} – {matter}?", placed is None) if matter else (own.text, False)
    named = own.municipalities or own.unknown_municipalities
    if len(before.municipalities) == 1 and not named:
        return f"{_bare(own.text)} i {before.municipalities[0]}?", False
    return own.text, False


def _without_names(folded: str, question: Question) -> str:
    """The folded text without times and the names of municipalities and bodies."""
    for name in (*question.municipalities, *question.unknown_municipalities, *question.bodies):
        folded = re.sub(rf"\b{re.escape(fold(name))}s?\b", " ", folded)
    return _TIMES.sub(" ", folded)


def _in_place(before: Question, own: Question, earlier: Earlier, today: date) -> str | None:
    """The question before, with the municipality, body and time of this one in place of its own; None where it names none."""
    text = before.text
    places = own.municipalities or own.unknown_municipalities
    if places:
        text = _put(text, _places_in(before), " och ".join(places), (*before.municipalities, *before.unknown_municipalities) or places)
    if own.bodies:
        text = _put(text, _spans_of(text, before.bodies), own.bodies[0], before.bodies or own.bodies)
    if time := _time(own, before, earlier, today):
        text = _without_cases(text)
        text = _put(text, _times_in(text), time)
    return text if places or own.bodies or time else None


def _time(own: Question, before: Question, earlier: Earlier, today: date) -> str | None:
    """The time that the question names, in words that stand by themselves; None where it names none or it cannot be told."""
    folded = fold(own.text)
    step = -1 if _YEAR_BEFORE.search(folded) else 1 if _YEAR_AFTER.search(folded) else 0
    if step:
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", _without_cases(before.text))}
        years = years or {int(earlier.day[:4])} if earlier.day and earlier.day[:4].isdecimal() and not years else years
        return str(years.pop() + step) if len(years) == 1 else None
    if re.search(r"\bi fjol\b|\bforra aret\b|\blast year\b", folded):
        return str(today.year - 1)
    if re.search(r"\bi ar\b|\bthis year\b", folded):
        return str(today.year)
    found = [span.of(own.text) for span in _times_in(own.text)]
    return " och ".join(found) if found else None


def _times_in(text: str) -> list[Span]:
    """Days, months with their year, and years in a text."""
    cases = [case.span for case in references.case_numbers(text) if case.span]
    pattern = (
        r"\b(?:den )?\d{1,2} [a-zåäö]{3,9} (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
        r"|\b(?:(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*|våren|sommaren|hösten) (?:19|20)\d\d\b|\b(?:19|20)\d\d\b(?![/:-])"
    )
    found = [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)]
    return [span for span in found if not any(case.start < span.end and span.start < case.end for case in cases)]


def _places_in(question: Question) -> list[Span]:
    found = [span for _, span in municipalities.find(question.text)]
    return found or _spans_of(question.text, (*question.municipalities, *question.unknown_municipalities))


def _spans_of(text: str, names: Iterable[str]) -> list[Span]:
    return sorted(Span(*match.span()) for name in names for match in re.finditer(rf"\b{re.escape(name)}s?\b", text, re.IGNORECASE))


def _put(text: str, spans: list[Span], new: str, names: Iterable[str] = ()) -> str:
    """The new name in place of the one that stands there, its genitive too; last where none does, or several."""
    if len(spans) == 1:
        (span,) = spans
        genitive = fold(span.of(text)) in {f"{fold(name)}s" for name in names} and not new.endswith("s")
        return f"{text[: span.start]}{new}{'s' if genitive else ''}{text[span.end :]}"
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return f"{_bare(' '.join(text.split()))} {'i ' if names else ''}{new}?"


def _without_cases(text: str) -> str:
    """Another year's matter has another Dnr."""
    for case in reversed(references.case_numbers(text)):
        if case.span:
            before = re.sub(
                r"[ ,(]*(?:\b(?:i|enligt|med|under) )?(?:\b(?:dnr|diarienummer)\b\.?:? ?)?$",
                "",
                text[: case.span.start],
                flags=re.IGNORECASE,
            )
            text = before + text[case.span.end :]
    return text


def _matter(text: str, places: Iterable[str]) -> str:
    """What the question is about, of one that followed what was added to it: from its first word that names a matter, with
    the municipality and time that stand before that word."""
    text = text.rsplit(" – ", 1)[-1]
    known = {fold(word) for place in places for word in (*place.split(), f"{place}s")}
    for match in re.finditer(r"\w[\w-]*", text):
        word = fold(match[0])
        if not (word in known or word in _FILLING or word in ASKING or word.isdecimal() or _NO_MATTER.search(word)):
            matter = _bare(text[match.start() :])
            where = [f"i {place}" for place in places if fold(place) not in fold(matter)]
            when = [span.of(text) for span in _times_in(text) if span.start < match.start()]
            return " ".join([matter, *where, *when])
    return ""


def _bare(text: str) -> str:
    return text.strip().rstrip("?.! ")
