"""Records of what minutes say besides the matters: who was there, who voted how, what others decided, what is replaced.

People are named by the span of their name, never by a copy of it: what is blacked out in a text is gone here too.
"""

from dataclasses import dataclass
from enum import StrEnum

from indexer.spans import Span


class FactKind(StrEnum):
    """What is said of a person. Each stands for itself: jäv is not absence, a reservation is not a vote."""

    BESLUTANDE = "beslutande"
    TJANSTGORANDE_ERSATTARE = "tjänstgörande ersättare"
    ERSATTARE = "ej tjänstgörande ersättare"
    NARVARANDE = "övrig närvarande"
    FRANVARANDE = "frånvarande"
    ORDFORANDE = "ordförande"
    VICE_ORDFORANDE = "vice ordförande"
    SEKRETERARE = "sekreterare"
    JUSTERARE = "justerare"
    KOM = "kom"
    GICK = "gick"
    JAV = "jäv"
    DELTOG_INTE = "deltog inte i beslutet"
    RESERVATION = "reservation"
    JA = "röstade ja"
    NEJ = "röstade nej"
    AVSTOD = "avstod"


class LinkKind(StrEnum):
    """Why another § or document is named."""

    REFERENCE = "hänvisar till"
    REPLACES = "ersätter"
    REPEALS = "upphäver"
    SUPPLEMENTS = "kompletterar"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of one person, or of a party's members (`person` is None then).

    `sections` are the § it holds for, () where all; `but_not` those it does not hold for. `instead_of` is the name of the
    member whom a substitute stands in for.
    """

    kind: FactKind
    span: Span
    person: Span | None = None
    party: str | None = None
    sections: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    instead_of: Span | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """The numbers of a vote. `shares` are those of a vote that is not told as yes and no, in the order of the text."""

    span: Span
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """When and where minutes were to be approved (justering)."""

    span: Span
    date: str | None
    place: Span | None


@dataclass(frozen=True, slots=True)
class Notice:
    """The days on which the notice of approval (anslag) was put up and taken down."""

    span: Span
    up: str | None
    down: str | None


@dataclass(frozen=True, slots=True)
class Delegated:
    """A decision that somebody else took on the body's behalf, as a report of such decisions tells it.

    `text` says what was decided, `case` is its Dnr or number as written, `point` that of the delegation order. `count` is
    given where many decisions are reported as one number.
    """

    span: Span
    text: Span
    delegate: Span | None = None
    date: str | None = None
    case: Span | None = None
    point: Span | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Another § or document that is named: `section` is its id where exactly one in the file fits, `number` and `date` as
    said; `proposed` is whether a change is only proposed."""

    kind: LinkKind
    span: Span
    number: str | None = None
    date: str | None = None
    section: str | None = None
    proposed: bool = False
