"""What a question wants listed, where it asks for all records of a kind: "vilka reserverade sig 2031", "vem anmälde jäv".

Only a form that leaves no other reading counts: each word must belong to the form, to a restriction (municipality, body,
time, party) or to words without content. Whatever is left over names a person, a delegate or a matter where the form
has room for one; else the question is an ordinary one.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from indexer import persons
from indexer.documents import Outcome
from indexer.index import Filters
from service.question import initials
from service.records import Question
from service.registers.forms import Subject, form
from service.retrieval import narrowed
from service.understanding.kinds import fold
from service.understanding.timespans import Timespan, timespan

EMPTY = frozenset(Path(__file__).with_name("listing_words.txt").read_text(encoding="utf-8").split())
"""Words that add nothing to a form."""

OF_PEOPLE = (Subject.JAV, Subject.RESERVATIONS, Subject.STAYED_OUT, Subject.ABSTAINED)
"""Lists in which words left over may be a person's name."""

OFFICES = re.compile(
    r"\w*(?:chef|handlaggar|ordforande|rektor|direktor|utskott|sekreterare|inspektor|delegat|arkitekt|ingenjor|strateg|jurist|samordnar|assistent)\w*"
)
"""Words that can only mean a delegate."""

_YEARS = re.compile(r"\b(?:efter|aldre an|(?:i )?mer an|inom) (?P<n>ett|1|tva|2|tre|3) ar\b")
_NUMBERS = {"ett": 1, "1": 1, "tva": 2, "2": 2, "tre": 3, "3": 3}
_REPORTED = re.compile(r"\b(?:redovisa|anmal|rapportera)(?:des|de|ts|t)\b")
_PARTY_NAMES = ("moderat", "socialdemokrat", "centerparti", "vansterparti", "sverigedemokrat", "miljoparti", "kristdemokrat", "liberal")


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


def inquiry(question: Question, bodies: Collection[str], today: date) -> Inquiry | None:
    """What the question asks to be listed, where `bodies` are indexed; None for every ordinary question."""
    folded = " ".join(re.sub(r"[^\w/§–-]+", " ", fold(question.text)).split())
    asked = form(folded) if _is_plain(question) else None
    if asked is None:
        return None
    years = _YEARS.search(asked.rest)
    rest = _without_places(question, _YEARS.sub(" ", asked.rest))
    rest, named = _without_bodies(question, rest, bodies)
    rest, parties = _without_parties(question, rest)
    time, rest = timespan(" ".join(rest.split()), today)
    found = Inquiry(
        subject=asked.subject,
        filters=_filters(question, named),
        time=time,
        parties=parties,
        outcomes=asked.outcomes,
        matter=asked.matter,
        about=tuple(word for word in rest.split() if word not in EMPTY),
        years=_NUMBERS[years["n"]] if years else 0,
        reported=asked.subject is Subject.DELEGATED and _REPORTED.search(folded) is not None,
    )
    return found if _is_unmistakable(found, folded, question.text) else None


def _is_plain(question: Question) -> bool:
    """Whether nothing in the question points at one § or matter, or at what is not indexed."""
    pointed = question.cases or question.sections or question.unknown_municipalities or question.filters.roles
    return question.language == "sv" and not pointed


def _without_places(question: Question, rest: str) -> str:
    for name in question.municipalities:
        rest = re.sub(rf"\b{re.escape(fold(name))}s?\b", " ", rest)
    return rest


def _without_bodies(question: Question, rest: str, known: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The bodies named, the longest names first: "kommunstyrelsens arbetsutskott" does not name the board.

    Letters name all bodies that have them.
    """
    found: list[str] = []
    for body in question.bodies:
        rest, is_named = _without(re.escape(re.sub(r"(n|et)$", "", fold(body))) + r"\w{0,3}", rest)
        found += [body] if is_named else []
    for short in sorted({initials(body) for body in question.bodies}):
        rest, is_named = _without(f"{short.casefold()}s?", rest)
        found += [body for body in question.bodies if is_named and initials(body) == short and body not in found]
    if not found and re.search(r"\bfullmaktiges?\b", rest) and "Kommunfullmäktige" in known:
        return re.sub(r"\bfullmaktiges?\b", " ", rest), ("Kommunfullmäktige",)
    return rest, tuple(found)


def _without(name: str, rest: str) -> tuple[str, bool]:
    shorter = re.sub(rf"\b{name}(?![\w-])", " ", rest)
    return shorter, shorter != rest


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


def _filters(question: Question, bodies: Iterable[str]) -> Filters:
    """What the caller chose and the question names; a body chosen stands before one named."""
    filters = narrowed(question)
    return filters if filters.bodies else replace(filters, bodies=tuple(bodies))


def _is_unmistakable(found: Inquiry, folded: str, text: str) -> bool:
    """Whether nothing is left over that the form has no room for."""
    if found.subject is Subject.DECISIONS:
        day = found.time.day or (found.time.first is not None and found.time.first == found.time.last)
        return not found.about and not found.parties and bool(day if folded.startswith("vad") else found.time.is_set)
    if found.parties and found.subject not in OF_PEOPLE:
        return False
    if found.subject in OF_PEOPLE:
        return not found.about or _is_name(found.about, text)
    if found.subject is Subject.DELEGATED:
        return all(map(OFFICES.fullmatch, found.about))
    counted_matter = found.subject is Subject.OUTCOMES and folded.startswith(("hur manga ganger", "hur ofta"))
    return not found.about or counted_matter


def _is_name(words: Sequence[str], text: str) -> bool:
    """Whether the words are first and last name as the question writes them: with capitals."""
    capitals = {fold(word) for word in re.findall(r"\b[A-ZÅÄÖÉ][\w-]+", text)}
    return len(words) > 1 and capitals.issuperset(words)
