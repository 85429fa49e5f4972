"""What a § says itself of its meeting: in the page headers within it, the headings that decide, the letters before its sign."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.documents import BlockKind
from indexer.structuring.headings import Heading
from indexer.structuring.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Meeting:
    """The body and the day of a §; `printed` is whether the day stands within it."""

    body: str | None
    date: str | None
    printed: bool


def own_meeting(stretch: Stretch, named: Sequence[str]) -> Meeting:
    """The body and day that a § has by itself; `named` are the bodies that the file names."""
    header = header_of(stretch)
    decided_by = heading_body(stretch)
    if decided_by is None or is_general(decided_by):
        body = header.body or _prefixed(stretch, named)
    elif _is_bare_committee(decided_by):
        body = header.body if bodies.is_committee(header.body) else _full_committee(decided_by, named)
    else:
        body = header.body if header.body and bodies.superior(header.body) == decided_by else decided_by
    return replace(header, body=body)


def header_of(stretch: Stretch) -> Meeting:
    """What the page headers within a stretch say; a header of another day further on does not count."""
    body = next((piece.body for piece in stretch.furniture if piece.body), None)
    day = next((piece.date for piece in stretch.furniture if piece.date), None)
    return Meeting(body, day, day is not None)


def heading_body(stretch: Stretch) -> str | None:
    """The body that a heading of the § names as deciding."""
    headings: Iterable[Heading] = (part.heading for part in stretch.parts if part.heading)
    return next((heading.body for heading in headings if heading.body and heading.kind is BlockKind.BESLUT), None)


def proposer(stretch: Stretch) -> str | None:
    """The body of "Kommunstyrelsens förslag till kommunfullmäktige": in its own minutes, or quoted in the council's."""
    headings = (part.heading for part in stretch.parts if part.heading)
    return next((heading.body for heading in headings if heading.body and heading.kind is BlockKind.FORSLAG), None)


def _prefixed(stretch: Stretch, named: Sequence[str]) -> str | None:
    """ "KF § 102": the abbreviation before the sign."""
    short = stretch.opening.body if stretch.opening else None
    return bodies.of_short_form(short, named) if short else None


def is_general(name: str) -> bool:
    """Whether it names a form of body and no body: "Nämnden"."""
    return name in ("Nämnden", "Styrelsen", "Utskottet", "Fullmäktige", "Direktionen", "Förbundsstyrelsen", "Presidiet")


def _is_bare_committee(name: str) -> bool:
    return bodies.is_committee(name) and bodies.superior(name) is None


def _full_committee(bare: str, named: Sequence[str]) -> str:
    """The one committee of that kind that headers name in full; else the bare name."""
    ending = bare.casefold().removesuffix("et")
    full = {name for name in named if bodies.superior(name) and name.casefold().removesuffix("et").endswith(ending)}
    return full.pop() if len(full) == 1 else bare


def bodies_named(stretches: Sequence[Stretch]) -> Iterable[str]:
    """Bodies in headers and decision headings, most frequent first."""
    counts = Counter(piece.body for stretch in stretches for piece in stretch.furniture if piece.body)
    counts += Counter(
        name for stretch in stretches if (name := heading_body(stretch)) and not _is_bare_committee(name) and not is_general(name)
    )
    return (name for name, _ in counts.most_common())
