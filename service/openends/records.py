"""The records of open ends: what is open, since when, how sure that is, and the places that show it."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.documents import Span
from service.records import Citation
from service.registers.entries import Entry


class EndKind(StrEnum):
    """What is open."""

    MOTION = "motion"
    MEDBORGARFORSLAG = "medborgarförslag"
    ASSIGNMENT = "uppdrag"
    PROPOSAL = "förslag"
    PUT_OFF = "uppskjutet"


class State(StrEnum):
    """Whether something still is open; only assignments are shown once they are reported back."""

    OPEN = "öppen"
    REPORTED = "återrapporterad"


class Sureness(StrEnum):
    """How sure it is that nothing more happened, by how far the minutes reach that would tell."""

    PROBABLE = "trolig"
    POSSIBLE = "möjlig"
    UNKNOWN = "oviss"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the minutes that shows something."""

    entry: Entry
    span: Span


@dataclass(frozen=True, slots=True)
class Drawn:
    """An open end before it is cited. `words` name it where the title of its § does not, `who` is to act as the minutes write
    it, `to` a body; `shown` is where it begins, `latest` the last step since."""

    kind: EndKind
    shown: Mark
    sureness: Sureness
    reason: str
    words: Span | None = None
    who: Span | None = None
    to: str | None = None
    deadline: str | None = None
    state: State = State.OPEN
    latest: Mark | None = None


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """One line: what is open, of whom, since when, until when, how sure, and the evidence. `reason` says why it is thought to be
    open, in Swedish; `latest` is the last step of the matter, or the report that closed it."""

    kind: EndKind
    state: State
    municipality: str | None
    body: str | None
    title: str
    to: str | None
    since: str | None
    deadline: str | None
    sureness: Sureness
    reason: str
    evidence: Citation
    latest: Citation | None = None


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """All open ends of what was asked for. `reach` is the last day of each body's minutes by municipality and body,
    `dropped` how many lines could not be quoted."""

    lines: tuple[OpenEnd, ...]
    reach: tuple[tuple[str, str, str], ...]
    dropped: int
    today: str
