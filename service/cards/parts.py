"""A card as headed parts, from which every form of it is written: page, text, Markdown, DOCX."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indexer import persons
from indexer.particulars import FactKind, LinkKind
from service.cards.records import Act, Ballot, Bound, Card, Member

_ACTS: Mapping[FactKind, str] = {
    FactKind.RESERVATION: "Reservation",
    FactKind.JAV: "Jäv",
    FactKind.DELTOG_INTE: "Deltog inte i beslutet",
    FactKind.AVSTOD: "Avstod från att rösta",
    FactKind.JA: "Röstade ja",
    FactKind.NEJ: "Röstade nej",
}
_BONDS: Mapping[LinkKind, tuple[str, str]] = {
    LinkKind.REPLACES: ("Ersätter", "Ersatt av"),
    LinkKind.REPEALS: ("Upphäver", "Upphävt av"),
    LinkKind.SUPPLEMENTS: ("Kompletterar", "Kompletterat av"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a part: what it says, its number or what it is called, and what belongs under it."""

    text: str
    label: str | None = None
    under: tuple[str, ...] = ()
    page: int | None = None
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines."""

    heading: str
    items: tuple[Item, ...]


def parts(card: Card) -> tuple[Part, ...]:
    """The parts that the § has, in the order in which a reader asks for them."""
    found = (
        Part("Förslag" if card.status == "förslag" else "Beslut", tuple(_points(card))),
        Part("Yrkanden", tuple(Item(each.text, page=each.page, lines=each.lines) for each in card.moved)),
        Part("Omröstning", tuple(map(_ballot, card.ballots))),
        Part("Ledamöter", tuple(map(acted, card.acts))),
        Part("Protokollsanteckningar", tuple(Item(each.text, page=each.page, lines=each.lines) for each in card.notes)),
        Part("Förhållande till andra beslut", tuple(_bonds(card))),
        Part("Beslutsunderlag", tuple(Item(each.text, page=each.page, lines=each.lines) for each in card.basis)),
        Part("Beslutet skickas till", tuple(Item(each.text, page=each.page, lines=each.lines) for each in card.recipients)),
    )
    return tuple(part for part in found if part.items)


def facts(card: Card) -> Iterator[tuple[str, str]]:
    """What the head of a card tells, each with its name."""
    known = (
        ("Kommun", card.municipality),
        ("Organ", card.body),
        ("Sammanträde", card.date),
        ("Paragraf", card.number),
        ("Diarienummer", card.case),
        ("Status", card.status),
        ("Utgång", card.outcome),
        ("Justering", card.maturity),
        ("Justerat den", card.approved),
        ("Anslag uppsatt", card.notice_up),
        ("Anslag nedtaget", card.notice_down),
        ("Beslutat genom", card.settled),
    )
    return ((name, value) for name, value in known if value)


def _points(card: Card) -> Iterator[Item]:
    for at, point in enumerate(card.points, 1):
        label = point.label or (str(at) if len(card.points) > 1 else None)
        elsewhere = [f"Villkor: {text}" for text in point.conditions if text not in point.quoted.text]
        proposal = ["Förslag, inte beslut."] if point.status == "förslag" and card.status != "förslag" else []
        yield Item(point.quoted.text, label, (*elsewhere, *proposal), point.quoted.page, point.quoted.lines)


def _ballot(ballot: Ballot) -> Item:
    return Item(ballot.quoted.text, page=ballot.quoted.page, lines=ballot.quoted.lines)


def acted(act: Act) -> Item:
    """What members did, in the words that tell it."""
    # whom the quote names itself is not told twice
    parties = frozenset(persons.parties(act.quoted.text))
    silent = [one for one in act.members if not (one.name in act.quoted.text if one.name else one.party in parties)]
    who = ", ".join(map(member, silent))
    label = _ACTS.get(act.kind, str(act.kind).capitalize())
    return Item(act.quoted.text, f"{label}: {who}" if who else label, page=act.quoted.page, lines=act.quoted.lines)


def member(one: Member) -> str:
    """ "Anna Ek (S)", or whose members acted together."""
    if one.name is None:
        return f"ledamöterna från {one.party}"
    return f"{one.name} ({one.party})" if one.party else one.name


def _bonds(card: Card) -> Iterator[Item]:
    for at, bonds in enumerate((card.replaces, card.replaced_by)):
        yield from (_bond(bond, at) for bond in bonds)


def _bond(bond: Bound, at: int) -> Item:
    return Item(bond.quoted.text, _BONDS[bond.kind][at], (bond.reference,) if bond.reference else (), bond.quoted.page, bond.quoted.lines)
