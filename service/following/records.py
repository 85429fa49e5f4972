"""What is known of a matter's way: its steps in order, what they rest on, what is lacking between them. No I/O."""

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """What happened in a step, in a reader's words."""

    INITIATIVE = "initiativ"
    RECEIVED = "mottaget"
    OFFICERS_PROPOSAL = "förvaltningens förslag"
    COMMITTEE_PROPOSAL = "utskottets förslag"
    PROPOSAL = "förslag"
    DRAFT = "förslag inför sammanträdet"
    POSTPONED = "bordläggning"
    REFERRED_BACK = "återremiss"
    REFERRED = "remiss"
    DROPPED = "utgår"
    DECISION = "beslut"
    DECISION_AND_PROPOSAL = "beslut och förslag"
    DELEGATED = "delegationsbeslut"
    REPORT = "återrapportering"
    INFORMATION = "information"
    TREATED = "behandling"


class Bond(StrEnum):
    """How another decision stands to this matter."""

    REPLACES = "ersätter"
    REPEALS = "upphäver"
    SUPPLEMENTS = "kompletterar"
    REPLACED_BY = "ersätts av"
    REPEALED_BY = "upphävs av"
    SUPPLEMENTED_BY = "kompletteras av"
    NAMES = "nämner"
    NAMED_BY = "nämns i"


class Basis(StrEnum):
    """What makes something part of the matter; only TITLE is inferred."""

    CASE = "samma diarienummer"
    REFERENCE = "hänvisning"
    MENTION = "omnämnande"
    ATTACHED = "bilaga"
    TITLE = "slutsats av rubriken"


class Missing(StrEnum):
    """What kind of thing is lacking."""

    MINUTES = "protokoll"
    SECTION = "paragraf"
    DECISION = "beslut"
    PAPER = "handling"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where something stands: the first page, the lines, and words from it on one line, verbatim."""

    file: str
    section_id: str
    page: int
    lines: tuple[int, int]
    quote: str


@dataclass(frozen=True, slots=True)
class Point:
    """One decision point with what conditions it, quoted; `status` tells what it is worth."""

    label: str | None
    status: str
    text: str
    citation: Cited


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper that belongs to a step; `case` is its own Dnr where it has one."""

    title: str | None
    kind: str
    case: str | None
    issuer: str | None
    date: str | None
    citation: Cited


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a § once, however many copies of it there are, or a paper that moved the matter.

    `held` is False where the step is known only from what another § says of it. `basis` with `by` tells why it is of the
    matter.
    """

    number: int
    kind: StepKind
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    title: str | None
    case: str | None
    status: str
    outcome: str | None
    maturity: str | None
    basis: Basis
    citation: Cited
    by: str | None = None
    held: bool = True
    recipient: str | None = None
    points: tuple[Point, ...] = ()
    votes: tuple[Cited, ...] = ()
    demands: tuple[Cited, ...] = ()
    reservations: tuple[Cited, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    copies: tuple[Cited, ...] = ()

    @property
    def inferred(self) -> bool:
        """Whether nothing but a title ties the step to the matter."""
        return self.basis is Basis.TITLE

    @property
    def where(self) -> str:
        """ "Kommunstyrelsen 2031-03-12 § 10"; what is unknown is left out."""
        return " ".join(part for part in (self.body, self.date, self.section) if part) or (self.title or self.citation.file)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that belongs between the steps and is not indexed; `text` says it in a sentence, `citation` proves it."""

    missing: Missing
    body: str | None
    date: str | None
    section: str | None
    text: str
    citation: Cited | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Another decision that a step changes, or that later changes it, or that is only named. `held`: indexed here."""

    bond: Bond
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    title: str | None
    held: bool
    proposed: bool
    step: int
    citation: Cited


@dataclass(frozen=True, slots=True)
class Order:
    """Something that somebody is to do, as a point says it; `reported` is the number of the step that reports it."""

    text: str
    deadline: str | None
    step: int
    citation: Cited
    reported: int | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A Dnr that the matter goes by, and why."""

    case: str
    key: str
    basis: Basis
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A matter's way. `collecting`: one Dnr for unrelated things, listed by § and no story. `read_as` says how a Dnr that was
    not written in full was understood; `others` are further Dnr that may be meant."""

    asked: str
    case: str
    municipality: str | None
    title: str | None
    numbers: tuple[Number, ...]
    collecting: bool
    standing: str
    steps: tuple[Step, ...]
    gaps: tuple[Gap, ...] = ()
    relations: tuple[Relation, ...] = ()
    orders: tuple[Order, ...] = ()
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A matter that a Dnr may mean."""

    case: str
    municipality: str | None
    title: str | None
    first: str | None
    last: str | None
    sections: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Several matters that the Dnr fits: the reader chooses, never the program."""

    asked: str
    candidates: tuple[Candidate, ...]
