"""The § of minutes as entries of a register: who did what, how each ended, what was reported. Made from files as read.

An entry holds places (spans of the file), never text that is shown: what is shown is quoted from passages, so that what
is withdrawn stays out of every list. Names are kept only to count and compare.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import dropwhile, takewhile

from indexer import references
from indexer.documents import BlockKind, Document, Kind, Maturity, Outcome, Section, Source, Span, Status
from indexer.index import StoredFile
from indexer.particulars import Delegated, Fact, FactKind, LinkKind
from service.registers.assignments import Assigned, assignments
from service.registers.citing import Cited, cited
from service.registers.moved import Moved, moved
from service.registers.recipients import recipient

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)

ACTS = (FactKind.JAV, FactKind.RESERVATION, FactKind.DELTOG_INTE, FactKind.AVSTOD)
"""What members do in a § that is listed."""

_RECEIVED = re.compile(r"\b(?:överlämna|remitter|till\b.{0,60}\bför beredning)", re.IGNORECASE | re.DOTALL)
_REPORTS_MOTIONS = re.compile(r"\banmäl(?:an|da)\b.*\b(?:motion|medborgarförslag)", re.IGNORECASE)
_MOTION_LINE = re.compile(
    r"^[ \t]*(?:[-–—•*·]|\d{1,2}[.)])?[ \t]*(?P<words>(?P<kind>motion|medborgarförslag)\b(?:[^\n]|\n(?=[ \t]*[a-zåäö\d]))*)",
    re.IGNORECASE | re.MULTILINE,
)
_INITIATIVE_TITLE = re.compile(r"(?P<kind>motion|medborgarförslag) ", re.IGNORECASE)


class Initiative(StrEnum):
    """Who asks the council for something: a member, or an inhabitant."""

    MOTION = "motion"
    MEDBORGARFORSLAG = "medborgarförslag"


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did: a person by name, or a party's members; `section_id` is the § in whose text it stands."""

    kind: FactKind
    span: Span
    section_id: str
    person: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A decision on delegation: its number or, where it has none, its words tell it from others; `delegate` is as written."""

    span: Span
    text: Span
    name: str
    delegate: str | None
    date: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion or medborgarförslag that was received in this §: its Dnr where it has one; `words` name it where the title of
    the § does not."""

    span: Span
    case_key: str | None
    words: Span | None = None
    kind: Initiative = Initiative.MOTION


@dataclass(frozen=True, slots=True)
class Entry:
    """One § with all that a list may ask of it. `decision` is where its deciding words stand,
    `abstained` how many laid down their votes; `cites` are the § that it names, `recipient` the body
    that a proposal is made to."""

    file: str
    document_id: str
    section_id: str
    kind: Kind
    municipality: str | None
    body: str | None
    date: str | None
    number: str | None
    title: str | None
    case_key: str | None
    status: Status
    outcome: Outcome | None
    maturity: Maturity | None
    decision: Span
    acts: tuple[Act, ...] = ()
    votes: tuple[Span, ...] = ()
    abstained: int = 0
    delegated: tuple[Reported, ...] = ()
    motions: tuple[Motion, ...] = ()
    replaced: tuple[Span, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    cites: tuple[Cited, ...] = ()
    recipient: str | None = None
    moved: tuple[Moved, ...] = ()

    @property
    def meeting(self) -> tuple[str | None, ...]:
        """The meeting and §: what two copies of one § share."""
        return (self.municipality, self.body, self.date, self.number)


def entries(stored: StoredFile) -> tuple[Entry, ...]:
    """All numbered § of minutes in a file, and the papers that report decisions on delegation."""
    given = stored.record.given.municipality
    bare = _without_furniture(stored)
    return tuple(entry for document in stored.documents for entry in _of_document(stored.source, bare, document, given))


def _without_furniture(stored: StoredFile) -> str:
    """The text with blanks for page furniture, character for character."""
    text, at, parts = stored.source.text, 0, []
    for start, end in sorted(stored.furniture):
        parts += [text[at:start], " " * (end - max(at, start))]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _of_document(source: Source, bare: str, document: Document, municipality: str | None) -> Iterator[Entry]:
    by_number: dict[str, list[Act]] = {}
    for act, numbers in _front_acts(source, document):
        for number in numbers:
            by_number.setdefault(number, []).append(act)
    for section in document.sections:
        minuted = document.kind in MINUTES and section.number is not None
        if minuted or section.delegated:
            entry = _entry(source, document, section, by_number.get(section.number or "", ()), municipality, minuted=minuted)
            assigned = assignments(bare, section.points, document.date) if minuted and section.maturity is not Maturity.UTKAST else ()
            to = recipient(source.text, section, document.body) if section.status is Status.FORSLAG else None
            if minuted:
                yield replace(entry, assigned=assigned, cites=cited(source.text, section), recipient=to, moved=moved(bare, section.span))
            else:
                yield entry


def _entry(source: Source, document: Document, section: Section, front: Sequence[Act], municipality: str | None, *, minuted: bool) -> Entry:
    text = source.text
    return Entry(
        file=source.file,
        document_id=document.id,
        section_id=section.id,
        kind=document.kind,
        municipality=document.municipality or municipality,
        body=document.body,
        date=document.date,
        number=section.number,
        title=section.title,
        case_key=section.case.key if section.case else None,
        status=section.status if minuted else Status.INGEN,
        outcome=section.outcome if minuted else None,
        maturity=section.maturity,
        decision=_decision(section),
        acts=_acts(text, section, front),
        votes=tuple(vote.span for vote in section.votes),
        abstained=sum(vote.abstained or 0 for vote in section.votes),
        delegated=tuple(_reported(text, one) for one in section.delegated),
        motions=tuple(_motions(text, document, section)) if minuted else (),
        replaced=tuple(link.span for link in section.links if link.kind in (LinkKind.REPEALS, LinkKind.REPLACES) and not link.proposed),
    )


def _front_acts(source: Source, document: Document) -> Iterator[tuple[Act, tuple[str, ...]]]:
    """What the list of those present says of single §: "Anna Ek (C), ej § 13 på grund av jäv"."""
    for fact in document.facts:
        home = next((section for section in document.sections if section.span.holds(fact.span)), None)
        if fact.kind in ACTS and fact.sections and home is not None:
            yield _act(source.text, fact, home.id), fact.sections


def _acts(text: str, section: Section, front: Sequence[Act]) -> tuple[Act, ...]:
    """Each act once: what the § itself tells stands before what the front page says."""
    found: dict[tuple[FactKind, str | None, str | None], Act] = {}
    for act in (*(_act(text, fact, section.id) for fact in section.facts if fact.kind in ACTS), *front):
        found.setdefault((act.kind, act.person, act.party if act.person is None else None), act)
    named = {kind for kind, person, party in found if person or party}
    return tuple(act for (kind, person, party), act in found.items() if person or party or kind not in named)


def _act(text: str, fact: Fact, section_id: str) -> Act:
    return Act(fact.kind, fact.span, section_id, _line(fact.person.of(text)) if fact.person else None, fact.party)


def _reported(text: str, one: Delegated) -> Reported:
    name = _line((one.case or one.text).of(text)).casefold()
    return Reported(one.span, one.text, name, _line(one.delegate.of(text)) if one.delegate else None, one.date, one.count)


def _decision(section: Section) -> Span:
    """The points that decide, up to the first that only proposes; else how the part that decides begins, else the §."""
    points = list(dropwhile(lambda point: point.status is Status.FORSLAG, section.points))
    deciding = list(takewhile(lambda point: point.status is not Status.FORSLAG, points)) or list(section.points)
    if deciding:
        return Span(deciding[0].span.start, deciding[-1].span.end)
    return next((block.span for block in section.blocks if block.kind is BlockKind.BESLUT), section.span)


def _motions(text: str, document: Document, section: Section) -> Iterator[Motion]:
    """The motions that the council received in this §."""
    title = section.title or ""
    if document.body is None or "fullmäktige" not in document.body.casefold() or section.maturity is Maturity.UTKAST:
        return
    if _REPORTS_MOTIONS.search(title):
        for match in _MOTION_LINE.finditer(text, section.span.start, section.span.end):
            cases = references.case_numbers(match[0], document.municipality)
            named = Span(match.start("words"), match.end())
            yield Motion(named, cases[0].key if len(cases) == 1 else None, named, Initiative(match["kind"].casefold()))
    elif (named_so := _INITIATIVE_TITLE.match(title)) and section.outcome is None and section.case is not None:
        decision = _decision(section)
        if section.status is Status.REMISS or _RECEIVED.search(decision.of(text)):
            yield Motion(decision, section.case.key, kind=Initiative(named_so["kind"].casefold()))


def _line(text: str) -> str:
    return " ".join(text.split())
