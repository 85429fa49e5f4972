"""What a question wants listed, where it asks for all records of a kind: "vilka reserverade sig 2031", "vem anmälde jäv".

Only a form that leaves no other reading counts: each word must belong to the form, to a restriction (municipality, body,
time, party) or to words without content. Whatever is left over names a person, a delegate or a matter where the form
has room for one; else the question is an ordinary one.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from indexer import persons
from indexer.documents import CaseNumber, Outcome
from indexer.index import Filters
from indexer.language import english
from service.records import Question
from service.registers import englishforms
from service.registers.bodiesnamed import named
from service.registers.forms import Form, Subject, form
from service.retrieval import narrowed
from service.understanding.kinds import fold
from service.understanding.timespans import Timespan, timespan

EMPTY = frozenset(Path(__file__).with_name("listing_words.txt").read_text(encoding="utf-8").split())
"""Words that add nothing to a form."""

OF_PEOPLE = (Subject.JAV, Subject.RESERVATIONS, Subject.STAYED_OUT, Subject.ABSTAINED, Subject.MOVED)
"""Lists in which words left over may be a person's name."""

OFFICES = re.compile(
    r"\w*(?:chef|handlaggar|ordforande|rektor|direktor|utskott|sekreterare|inspektor|delegat|arkitekt|ingenjor|strateg|jurist|samordnar|assistent)\w*"
)
"""Words that can only mean a delegate."""

OF_A_CASE = (*OF_PEOPLE, Subject.VOTES)
"""Lists that may be asked of one matter by its Dnr."""

_YEARS = re.compile(
    r"\b(?:efter|aldre an|(?:i )?mer an|inom) (?P<n>ett|1|tva|2|tre|3) ar\b"
    r"|\b(?:after|for|older than|more than|over) (?P<english>an?|one|1|two|2|three|3) years?\b"
)
_NUMBERS = {"ett": 1, "1": 1, "tva": 2, "2": 2, "tre": 3, "3": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_OF_CASE = frozenset(
    ("beslutet", "forslaget", "motionen", "medborgarforslaget", "yrkandet", "dnr", "diarienummer", "diarienr", "case", "file")
)
"""Words that may stand beside a Dnr."""
_REPORTED = re.compile(r"\b(?:redovisa|anmal|rapportera)(?:des|de|ts|t)\b")
_PARTY_NAMES = ("moderat", "socialdemokrat", "centerparti", "vansterparti", "sverigedemokrat", "miljoparti", "kristdemokrat", "liberal")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What to list. `about` are the words left over: the name, delegate or matter that the records must hold; with a Dnr
    (`case`) the words that the matter's titles must hold. `general` is a word that may mean any of the bodies in `filters`."""

    subject: Subject
    filters: Filters
    time: Timespan = field(default_factory=Timespan)
    parties: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    matter: str | None = None
    about: tuple[str, ...] = ()
    years: int = 0
    reported: bool = False
    case: CaseNumber | None = None
    general: str | None = None
    language: str = "sv"


def inquiry(question: Question, bodies: Collection[str], today: date) -> Inquiry | None:
    """What the question asks to be listed, where `bodies` are indexed; None for every ordinary question."""
    text = _own_words(question)
    folded = " ".join(re.sub(r"[^\w/§–-]+", " ", fold(text)).split())
    asked = _form(question, folded)
    if asked is None:
        return None
    years = _YEARS.search(asked.rest)
    rest, parties = _without_parties(text, _without_places(question, _YEARS.sub(" ", asked.rest)))
    time, rest = timespan(" ".join((englishforms.with_swedish_months(rest) if question.in_english else rest).split()), today)
    spoken = named(question, _in_swedish(question, rest), bodies, EMPTY)
    found = Inquiry(
        subject=asked.subject,
        filters=_filters(question, spoken.bodies),
        time=time,
        parties=parties,
        outcomes=asked.outcomes,
        matter=asked.matter,
        about=tuple(word for word in spoken.rest.split() if word not in EMPTY and not (question.cases and word in _OF_CASE)),
        years=_NUMBERS[years["n"] or years["english"]] if years else 0,
        reported=asked.subject is Subject.DELEGATED and _REPORTED.search(folded) is not None,
        case=question.cases[0] if question.cases else None,
        general=spoken.general if not question.filters.bodies else None,
        language=question.language,
    )
    return found if _is_unmistakable(found, folded, text) else None


def _own_words(question: Question) -> str:
    """The question without its Dnr; of one that follows another and asks of the same matter, its own words."""
    text = question.own if question.own and question.cases else question.text
    for case in question.cases:
        text = text.replace(case.as_written, " ")
    return text


def _form(question: Question, folded: str) -> Form | None:
    """The form of a question that points at no § and nothing that is not indexed; at one matter only where that may be asked."""
    if question.sections or question.unknown_municipalities or question.filters.roles or len(question.cases) > 1:
        return None
    found = englishforms.english_form(folded) if question.in_english else form(folded)
    return found if found and (found.subject in OF_A_CASE or not question.cases) else None


def _in_swedish(question: Question, rest: str) -> str:
    """What is left of an English question, in Swedish words."""
    if not question.in_english:
        return rest
    left = " ".join(word for word in rest.split() if word not in englishforms.EMPTY)
    return fold(english.in_swedish(left).text)


def _without_places(question: Question, rest: str) -> str:
    for name in question.municipalities:
        rest = re.sub(rf"\b{re.escape(fold(name))}s?\b", " ", rest)
    return rest


def _without_parties(text: str, rest: str) -> tuple[str, tuple[str, ...]]:
    """The parties whose members are asked for, by name or by capital letters."""
    found = list(dict.fromkeys(persons.parties(text)))
    for name, letters in englishforms.PARTIES.items():
        found += [letters] if re.search(rf"\b{name}\b", rest) else []
        rest = re.sub(rf"\b{name}\b", " ", rest)
    for name in _PARTY_NAMES:
        rest = re.sub(rf"\b{name}\w*", " ", rest)
    for letters in re.findall(r"(?<![\w-])(?:SD|KD|MP|[SMCLV])(?![\w-])", text):
        if re.search(rf"\b{letters.casefold()}\b", rest):
            found.append(letters)
            rest = re.sub(rf"\b{letters.casefold()}\b", " ", rest)
    return rest, tuple(dict.fromkeys(found))


def _filters(question: Question, bodies: Sequence[str]) -> Filters:
    """What the caller chose and the question names; a body chosen stands before one named."""
    filters = narrowed(question)
    return filters if filters.bodies else replace(filters, bodies=tuple(bodies))


def _is_unmistakable(found: Inquiry, folded: str, text: str) -> bool:
    """Whether nothing is left over that the form has no room for."""
    if found.case:
        return True
    if found.subject is Subject.DECISIONS:
        day = found.time.day or (found.time.first is not None and found.time.first == found.time.last)
        return not found.about and not found.parties and bool(day if folded.startswith(("vad", "what ")) else found.time.is_set)
    if found.parties and found.subject not in OF_PEOPLE:
        return False
    if found.subject in OF_PEOPLE:
        return not found.about or _is_name(found.about, text)
    if found.subject is Subject.DELEGATED:
        return all(map(OFFICES.fullmatch, found.about))
    counted_matter = found.subject is Subject.OUTCOMES and folded.startswith(
        ("hur manga ganger", "hur ofta", "how many times", "how often")
    )
    return not found.about or counted_matter


def _is_name(words: Sequence[str], text: str) -> bool:
    """Whether the words are first and last name as the question writes them: with capitals."""
    capitals = {fold(word) for word in re.findall(r"\b[A-ZÅÄÖÉ][\w-]+", text)}
    return len(words) > 1 and capitals.issuperset(words)
