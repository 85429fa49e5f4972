"""Questions that ask for all records of a kind, found by their form: "vilka reserverade sig 2031", "vem anmälde jäv".

Only a form that leaves no other reading counts: each word must belong to the form, to a restriction (municipality, body,
time, party) or to words without content. Whatever is left over names a person, a delegate or a matter where the form
has room for one; else the question is an ordinary one.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from indexer import persons
from indexer.documents import Outcome
from indexer.index import Filters
from service.kinds import fold
from service.question import initials
from service.records import Question
from service.retrieval import narrowed
from service.timespans import Timespan, timespan


class Subject(StrEnum):
    """What is listed."""

    JAV = "jäv"
    RESERVATIONS = "reservationer"
    STAYED_OUT = "deltog inte i beslutet"
    ABSTAINED = "avstod"
    VOTES = "voteringar"
    OUTCOMES = "ärenden efter utgång"
    DECISIONS = "beslut"
    DELEGATED = "delegationsbeslut"
    OPEN_MOTIONS = "obesvarade motioner"
    AT_ONCE = "omedelbart justerade paragrafer"
    REPLACED = "beslut som ersatte andra"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What to list. `about` are the words left over: the name, delegate or matter that the records must hold."""

    subject: Subject
    filters: Filters
    time: Timespan = field(default_factory=Timespan)
    parties: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    matter: str | None = None
    about: tuple[str, ...] = ()
    years: int = 0
    reported: bool = False


_ASKS = re.compile(
    r"^(?:(?:i |pa )?vilka|vilken|vilket|vem|vems|vad|(?:i )?hur manga|hur ofta|lista|rakna upp|nar|finns(?: det)?|alla|samtliga)\b"
)
_UNANSWERED = r"(?:obesvarade|inte(?: \w+){0,2} besvarats|inte besvarade|ej besvarade|ej besvarats|utan svar)"

_FORMS: tuple[tuple[Subject, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern))
    for subject, pattern in (
        (Subject.OPEN_MOTIONS, rf"\b(?:obesvarade motioner|motioner\b.*\b{_UNANSWERED})\b"),
        (Subject.DELEGATED, r"\b(?:delegations?|delegerings)beslut(?:en)?\b|\bbeslut\b.*\bpa delegation\b|\bdelegerade beslut\b"),
        (Subject.AT_ONCE, r"\bjusterades omedelbart\b|\bomedelbart justera(?:de|des|ts)\b|\bomedelbar justering\b"),
        (Subject.JAV, r"\bjav(?:ig|iga|et)?\b|\bjavsanmal(?:an|ningar)\b"),
        (Subject.RESERVATIONS, r"\breserver(?:ade|at|ar) sig\b|\breservation(?:er|erna)?\b"),
        (Subject.STAYED_OUT, r"\bdel(?:tog|tagit|tar) (?:inte|ej) i (?:beslut|beslutet|besluten|nagot beslut)\b"),
        (Subject.ABSTAINED, r"\bavst(?:od|att|ar)(?: (?:fran )?att rosta)?\b|\blade ned? (?:sin rost|sina roster)\b"),
        (Subject.VOTES, r"\b(?:votering(?:ar|arna)?|omrostning(?:ar|arna)?)\b"),
        (Subject.REPLACED, r"\b(?:upphavdes|upphavts|ersattes|ersatts)\b"),
        (
            Subject.DECISIONS,
            r"\bvilka beslut\b(?=.*\b(?:fattades|fattade|fattats|fattat|togs|tog|tagits)\b)|^vad beslutades?\b|^vad beslutade\b",
        ),
    )
)

_OUTCOMES: Mapping[str, tuple[Outcome, ...]] = {
    r"\baterremitter(?:ades|ats|ade)\b": (Outcome.ATERREMISS,),
    r"\bbord(?:lades|lagts|lagda)\b": (Outcome.BORDLAGT,),
    r"\b(?:bifolls|bifallits|bifallna)\b": (Outcome.BIFALL, Outcome.DELVIS_BIFALL),
    r"\b(?:avslogs|avslagits|avslagna)\b": (Outcome.AVSLAG,),
    r"\b(?:besvarades|besvarats)\b": (Outcome.BESVARAD, Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG),
    r"\b(?:utgick)\b": (Outcome.UTGAR,),
}
_MATTERS = {
    "motion": r"\bmotion(?:er|erna|en)?\b",
    "medborgarförslag": r"\bmedborgarforslag(?:en|et)?\b",
    "interpellation": r"\binterpellation(?:er|erna|en)?\b",
}

_YEARS = re.compile(r"\b(?:efter|aldre an|(?:i )?mer an|inom) (?P<n>ett|1|tva|2|tre|3) ar\b")
_NUMBERS = {"ett": 1, "1": 1, "tva": 2, "2": 2, "tre": 3, "3": 3}

_WITH_NAMES = (Subject.JAV, Subject.RESERVATIONS, Subject.STAYED_OUT, Subject.ABSTAINED, Subject.DELEGATED)
"""Lists in which words left over may be a name."""

_REPORTED = re.compile(r"\b(?:redovisa|anmal|rapportera)(?:des|de|ts|t)\b")
_ON_DELEGATION = re.compile(r"\bpa delegation\b")

_EMPTY = frozenset(
    [
        "vilka",
        "vilken",
        "vilket",
        "vem",
        "vems",
        "vad",
        "hur",
        "manga",
        "ofta",
        "ganger",
        "gang",
        "lista",
        "rakna",
        "upp",
        "nar",
        "i",
        "pa",
        "av",
        "for",
        "vid",
        "hos",
        "till",
        "fran",
        "med",
        "om",
        "mot",
        "under",
        "det",
        "de",
        "den",
        "en",
        "ett",
        "har",
        "hade",
        "ar",
        "var",
        "blev",
        "blivit",
        "varit",
        "finns",
        "fanns",
        "som",
        "sig",
        "sin",
        "sina",
        "att",
        "och",
        "eller",
        "nagon",
        "nagra",
        "nagot",
        "alla",
        "samtliga",
        "hela",
        "totalt",
        "sammanlagt",
        "ledamot",
        "ledamoter",
        "ledamoterna",
        "personer",
        "person",
        "politiker",
        "fortroendevalda",
        "fortroendevald",
        "arende",
        "arenden",
        "arendet",
        "arendena",
        "paragraf",
        "paragrafer",
        "mote",
        "motet",
        "moten",
        "sammantrade",
        "sammantradet",
        "sammantraden",
        "protokoll",
        "protokollet",
        "anmalde",
        "anmalt",
        "anmaldes",
        "anmalts",
        "anmalts",
        "forklarade",
        "forklarat",
        "holls",
        "hallits",
        "halls",
        "skedde",
        "skett",
        "gjorde",
        "gjorts",
        "gjordes",
        "lamnade",
        "lamnat",
        "lamnats",
        "lamnades",
        "begardes",
        "begarts",
        "blev",
        "fattades",
        "fattade",
        "fattats",
        "fattat",
        "togs",
        "tog",
        "tagits",
        "tagit",
        "beslut",
        "besluten",
        "redovisades",
        "redovisats",
        "redovisade",
        "inte",
        "ej",
        "an",
        "fortfarande",
        "annu",
        "aldrig",
        "hittills",
        "dagen",
        "aret",
        "kommun",
        "kommunen",
        "kommuns",
        "kommunens",
        "indexerade",
        "rapporterades",
        "genomfordes",
    ]
)
"""Words that add nothing to a form."""


def inquiry(question: Question, bodies: Collection[str], today: date) -> Inquiry | None:
    """What the question asks to be listed, where `bodies` are indexed; None for every ordinary question."""
    folded = " ".join(re.sub(r"[^\w/§-]+", " ", fold(question.text)).split())
    if not _is_plain(question) or not _ASKS.search(folded):
        return None
    form = _form(folded)
    if form is None:
        return None
    subject, outcomes, rest = form
    years = _YEARS.search(rest)
    rest = _YEARS.sub(" ", rest)
    rest, matter = _without_matter(rest, subject)
    rest = _without_places(question, rest)
    rest, named = _without_bodies(question, rest, bodies)
    rest, parties = _without_parties(question, rest)
    time, rest = timespan(" ".join(rest.split()), today)
    about = tuple(word for word in rest.split() if word not in _EMPTY)
    found = Inquiry(subject, _filters(question, named), time, parties, outcomes, matter, about, _NUMBERS[years["n"]] if years else 0)
    found = replace(found, reported=subject is Subject.DELEGATED and _REPORTED.search(folded) is not None)
    return found if _is_unmistakable(found, folded) else None


def _is_plain(question: Question) -> bool:
    """Whether nothing in the question points at one § or matter, or at what is not indexed."""
    pointed = question.cases or question.sections or question.unknown_municipalities or question.filters.roles
    return question.language == "sv" and not pointed


def _form(folded: str) -> tuple[Subject, tuple[Outcome, ...], str] | None:
    """The one form that the question has, and its other words."""
    found: list[tuple[Subject, tuple[Outcome, ...], re.Pattern[str]]] = [
        (subject, (), pattern) for subject, pattern in _FORMS if pattern.search(folded)
    ]
    if found and found[0][0] in (Subject.OPEN_MOTIONS, Subject.DELEGATED):
        found = found[:1]
    found += [
        (Subject.OUTCOMES, outcomes, re.compile(pattern))
        for pattern, outcomes in _OUTCOMES.items()
        if re.search(pattern, folded) and not found
    ]
    if len(found) != 1:
        return None
    subject, outcomes, pattern = found[0]
    if subject is Subject.OPEN_MOTIONS:
        rest = re.sub(r"\b(?:obesvarade|motioner|inte|ej|besvarats|besvarade|blivit|utan|svar|annu)\b", " ", folded)
    elif subject is Subject.DELEGATED:
        rest = re.sub(r"\b(?:(?:delegations?|delegerings)beslut(?:en)?|beslut|pa delegation|delegerade)\b", " ", folded)
    else:
        rest = pattern.sub(" ", folded, count=1)
    return subject, outcomes, rest


def _without_matter(rest: str, subject: Subject) -> tuple[str, str | None]:
    """The kind of matter whose outcome is asked for."""
    if subject is Subject.OUTCOMES:
        for matter, pattern in _MATTERS.items():
            if re.search(pattern, rest):
                return re.sub(pattern, " ", rest), matter
    return rest, None


def _without_places(question: Question, rest: str) -> str:
    for name in question.municipalities:
        rest = re.sub(rf"\b{re.escape(fold(name))}s?\b", " ", rest)
    return rest


def _without_bodies(question: Question, rest: str, known: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The bodies named, the longest names first: "kommunstyrelsens arbetsutskott" does not name the board."""
    found = []
    for body in question.bodies:
        stem = re.escape(re.sub(r"(n|et)$", "", fold(body)))
        short = re.escape(initials(body).casefold())
        shorter = re.sub(rf"\b(?:{stem}\w{{0,3}}|{short}s?)(?![\w-])", " ", rest)
        if shorter != rest:
            found.append(body)
            rest = shorter
    if not found and re.search(r"\bfullmaktiges?\b", rest) and "Kommunfullmäktige" in known:
        return re.sub(r"\bfullmaktiges?\b", " ", rest), ("Kommunfullmäktige",)
    return rest, tuple(found)


def _without_parties(question: Question, rest: str) -> tuple[str, tuple[str, ...]]:
    """The parties whose members are asked for, by name or by capital letters."""
    found = list(dict.fromkeys(persons.parties(question.text)))
    for name in _PARTY_NAMES:
        rest = re.sub(rf"\b{name}\w*", " ", rest)
    for letters in re.findall(r"(?<![\w-])(?:SD|KD|MP|[SMCLV])(?![\w-])", question.text):
        if re.search(rf"\b{letters.casefold()}\b", rest):
            found.append(letters)
            rest = re.sub(rf"\b{letters.casefold()}\b", " ", rest)
    return rest, tuple(dict.fromkeys(found))


_PARTY_NAMES = ("moderat", "socialdemokrat", "centerparti", "vansterparti", "sverigedemokrat", "miljoparti", "kristdemokrat", "liberal")


def _filters(question: Question, bodies: Iterable[str]) -> Filters:
    """What the caller chose and the question names; a body chosen stands before one named."""
    filters = narrowed(question)
    return filters if filters.bodies else replace(filters, bodies=tuple(bodies))


def _is_unmistakable(found: Inquiry, folded: str) -> bool:
    """Whether nothing is left over that the form has no room for."""
    if found.subject is Subject.DECISIONS:
        day = found.time.day or (found.time.first is not None and found.time.first == found.time.last)
        return not found.about and not found.parties and bool(day if folded.startswith("vad") else found.time.is_set)
    if found.parties and found.subject not in _WITH_NAMES:
        return False
    counted_matter = found.subject is Subject.OUTCOMES and folded.startswith(("hur manga ganger", "hur ofta"))
    return not found.about or counted_matter or found.subject in _WITH_NAMES
