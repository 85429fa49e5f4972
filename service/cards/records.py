"""The record of a decision card. What the minutes do not say is None or empty, never filled in."""

from dataclasses import dataclass

from indexer.particulars import FactKind, LinkKind
from service.minuted.section import Point, Quoted


@dataclass(frozen=True, slots=True)
class Member:
    """A member who did something, or the members of a party (`name` is None then)."""

    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """What members did: jäv, a reservation, staying out, abstaining; `quoted` are the words that tell it."""

    kind: FactKind
    members: tuple[Member, ...]
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote with its numbers; `shares` where it is not told as yes and no."""

    quoted: Quoted
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Another decision that this one replaces, repeals or supplements, or that does so to this one. `reference` is its full
    reference where the § is here."""

    kind: LinkKind
    quoted: Quoted
    reference: str | None = None
    file: str | None = None
    section_id: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One § as a decision card. `settled` is the reference of the § that decided what is only proposed here."""

    reference: str
    title: str | None
    municipality: str | None
    body: str | None
    date: str | None
    number: str | None
    case: str | None
    kind: str
    status: str
    outcome: str | None
    maturity: str | None
    cautions: tuple[str, ...]
    points: tuple[Point, ...]
    moved: tuple[Quoted, ...]
    ballots: tuple[Ballot, ...]
    acts: tuple[Act, ...]
    notes: tuple[Quoted, ...]
    basis: tuple[Quoted, ...]
    recipients: tuple[Quoted, ...]
    approved: str | None
    notice_up: str | None
    notice_down: str | None
    replaces: tuple[Bound, ...]
    replaced_by: tuple[Bound, ...]
    settled: str | None
    file: str
    document_id: str
    section_id: str
    pages: tuple[int, int]
    lines: tuple[int, int]
    url: str | None = None
