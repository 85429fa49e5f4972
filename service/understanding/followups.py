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
from service.understanding.followedtime import day_before, time_meant, timeless, times_in, to_replace, without_times
from service.understanding.kinds import fold
from service.understanding.language import SHORTEST
from service.understanding.periods import first_day
from service.understanding.wanted import ASKING

_FILLING = frozenset(Path(__file__).with_name("filling_words.txt").read_text(encoding="utf-8").split())
"""Folded words that add nothing to a time, a municipality or a body in "och hur var det i Storby då?"."""

_OF_ANY_MATTER = re.compile(
    r"beslut|beslot|besluta|antog|antag|bifoll|faststall|reserv|yrka|rost|foll$|jav|anmal|motiv|bakgrund|skal$|galla|galler|borja|trad|kraft|slutar|kosta"
    r"|kostnaden$|priset$|belopp|avgiften$|summan$|taxan$|ansvar|foredra|handlagg|ordforande|ledam|delto|deltog|narvar|overklag|aterremi"
    r"|anvis|pengar$|svar(?:a|et)|hoj(?:s|de|des|er)$|sank(?:s|te|tes|er)$|bordl|status|sammantrad|motet?$|protokoll|dnr|diarien|datum|dag(?:en)?$|sagt|sager|sade$|sa$|hant|hande|gjorde|resultat|slutade"
    r"|enig|emot$|tyck|ansag$|anser$|menade$|innehall|omfatt|finansier|betala|paverka|foresl|godkan|avsl|bifall|tog$|tas$|kom$|kommer|fick$|far$"
    r"|deci|vote|reserv|cost|pay|start|adopt|appeal|propos|responsib|reject|against|valid|date$|fund"
)
"""Beginnings of folded words that are asked of any matter: they name none."""
_BODY = re.compile(r"(?:namnd|namnden|styrelse|styrelsen|fullmaktige|utskott|utskottet|beredning|beredningen|presidium|presidiet)$")
"""A body that decided is named before the matter."""
_NO_MATTER = re.compile(rf"^(?:{_OF_ANY_MATTER.pattern})|{_BODY.pattern}")
_PRICE = re.compile(r"^(?:avgift|taxa|pris|kostnad|belopp|fee|price|cost$)")
_OF_A_BODY = re.compile(r"^(?:ordforande|ledam|vice)|^(?:sitter|members?|chair)$")
"""Asked of a body itself, where one is named."""
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
    places = own.municipalities or before.municipalities
    held = day_before(own.text, earlier.day)
    if held and (matter := _matter(timeless(before.text), places, _in(own, before), priced=True)):
        return f"{held} – {matter}?", False
    placed = _in_place(before, own, own.bodies, earlier, today)
    if placed and not left:
        return placed, False
    if left and folded != fold(own.text) and not _ASKS.search(folded):
        return f"{_bare(placed or before.text)}, {_bare(own.text[-len(folded) :])}?", False
    if _POINTS_BACK.search(folded) or _names_no_matter(left, own):
        # its own words name the body
        moved = _in_place(before, own, (), earlier, today)
        matter = _matter(moved or before.text, places, _in(own, before))
        return (f"{_bare(own.text)} – {matter}?", moved is None) if matter else (own.text, False)
    named = own.municipalities or own.unknown_municipalities
    if len(before.municipalities) == 1 and not named:
        return f"{_bare(own.text)} {_in(own, before)} {before.municipalities[0]}?", False
    return own.text, False


def _names_no_matter(left: Iterable[str], own: Question) -> bool:
    """Whether the words left of a question are asked of any matter; who sits in a body that is named is asked of the body."""
    bodies = [word for word in left if _BODY.search(word)]
    if (bodies or own.bodies) and any(_OF_A_BODY.search(word) for word in left):
        return False
    return all(word in bodies or _OF_ANY_MATTER.match(word) for word in left)


def _in(own: Question, before: Question) -> str:
    """ "i" in the language of the question; one too short to be of any has that of the one before."""
    spoken = own if len(own.text.split()) >= SHORTEST else before
    return "in" if spoken.in_english else "i"


def _without_names(folded: str, question: Question) -> str:
    """The folded text without times and the names of municipalities and bodies."""
    for name in (*question.municipalities, *question.unknown_municipalities, *question.bodies):
        folded = re.sub(rf"\b{re.escape(fold(name))}s?\b", " ", folded)
    return without_times(folded)


def _in_place(before: Question, own: Question, bodies: tuple[str, ...], earlier: Earlier, today: date) -> str | None:
    """The question before, with the municipality, body and time of this one in place of its own; None where it names none."""
    text = before.text
    places = own.municipalities or own.unknown_municipalities
    inside = "in " if before.in_english else "i "
    if places:
        named = (*before.municipalities, *before.unknown_municipalities) or places
        text = _put(text, _places_in(before), (" and " if before.in_english else " och ").join(places), inside, named)
    if bodies:
        text = _put(text, _spans_of(text, before.bodies), bodies[0], inside, before.bodies or own.bodies)
    time = time_meant(own.text, _without_cases(before.text), earlier.day, today)
    if time:
        text = _without_cases(text)
        text = _put(text, to_replace(text), time, inside if time[0].isalpha() and not time.startswith("den ") else "")
    return text if places or bodies or time else None


def _places_in(question: Question) -> list[Span]:
    found = [span for _, span in municipalities.find(question.text)]
    return found or _spans_of(question.text, (*question.municipalities, *question.unknown_municipalities))


def _spans_of(text: str, names: Iterable[str]) -> list[Span]:
    return sorted(Span(*match.span()) for name in names for match in re.finditer(rf"\b{re.escape(name)}s?\b", text, re.IGNORECASE))


def _put(text: str, spans: list[Span], new: str, inside: str, names: Iterable[str] = ()) -> str:
    """The new name in place of the one that stands there, its genitive too; last, with "i", where none does, or several."""
    if len(spans) == 1:
        (span,) = spans
        genitive = fold(span.of(text)) in {f"{fold(name)}s" for name in names} and not new.endswith("s")
        return f"{text[: span.start]}{new}{'s' if genitive else ''}{text[span.end :]}"
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return f"{_bare(' '.join(text.split()))} {inside}{new}?"


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


def _matter(text: str, places: Iterable[str], inside: str, *, priced: bool = False) -> str:
    """What the question is about, of one that followed what was added to it: from its first word that names a matter, with
    the municipality and time that stand before that word. `priced`: a fee or price names it too."""
    text = text.rsplit(" – ", 1)[-1]
    known = {fold(word) for place in places for word in (*place.split(), f"{place}s")}
    for match in re.finditer(r"\w[\w-]*", text):
        word = fold(match[0])
        named = not (word in known or word in _FILLING or word in ASKING or word.isdecimal() or _NO_MATTER.search(word))
        if named or (priced and _PRICE.match(word)):
            matter = _bare(text[match.start() :])
            for place in places:
                matter = re.sub(rf"\bin? (?={re.escape(place)}\b)", f"{inside} ", matter)
            where = [f"{inside} {place}" for place in places if fold(place) not in fold(matter)]
            when = [span.of(text) for span in times_in(text) if span.start < match.start()]
            return " ".join([matter, *where, *when])
    return ""


def _bare(text: str) -> str:
    return text.strip().rstrip("?.! ")
