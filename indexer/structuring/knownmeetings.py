"""What a file says of its meetings as a whole: the days of each body, and what cites a § by number, body and day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from indexer import bodies
from indexer.references import SectionReference
from indexer.structuring.ownmeetings import Meeting, bodies_named, own_meeting
from indexer.structuring.stretches import Stretch

_Key = TypeVar("_Key")
_Item = TypeVar("_Item")

_Cited = tuple[str, str]
"""Whose § a reference says it is, as written, and of which day."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a file says of its meetings: headers as body → days, the bodies named in headers, what is cited by § number,
    and the same by the stretch that cites it, for § with a Dnr."""

    headers: Mapping[str, frozenset[str]]
    bodies: tuple[str, ...]
    cited: Mapping[str, frozenset[_Cited]]
    cited_with: Mapping[tuple[str, str], frozenset[tuple[int, _Cited]]]


def from_citations(stretches: Sequence[Stretch], index: int, meeting: Meeting, known: Known) -> Meeting:
    """The § with the body and day of what cites it, as far as these agree."""
    opening = stretches[index].opening
    number = opening.number if opening else None
    if opening is None or number is None:
        return meeting
    key = opening.case.key if opening.case else None
    # Matters with the same Dnr come first: there the § is one of the steps.
    in_matter = {cited for citing, cited in known.cited_with.get((number, key), ()) if citing != index} if key else set()
    for near in (in_matter, known.cited.get(number, frozenset())):
        meant = {(_full(body, known), day) for body, day in near if _fits(body, meeting.body, known)}
        if len({day for _, day in meant}) == 1 and len({name for name, _ in meant if name}) <= 1:
            name = next((name for name, _ in meant if name), None)
            return Meeting(meeting.body or name, meeting.date or next(day for _, day in meant), False)
    return meeting


def _fits(written: str, body: str | None, known: Known) -> bool:
    return body is None or _full(written, known) == body or bodies.initials(body) == written.replace(" ", "").upper()


def _full(written: str, known: Known) -> str | None:
    named = bodies.named(written)
    return named[0][0] if named else bodies.of_short_form(written, known.bodies)


def known_of(stretches: Sequence[Stretch], references: Iterable[SectionReference]) -> Known:
    """Gathered once for all §: a long file asks for each of them."""
    named = tuple(bodies_named(stretches))
    cited: dict[str, set[_Cited]] = defaultdict(set)
    cited_with: dict[tuple[str, str], set[tuple[int, _Cited]]] = defaultdict(set)
    starts = [stretch.span.start for stretch in stretches]
    for reference in references:
        if not reference.body or not reference.date:
            continue
        one = (reference.body, reference.date)
        cited[reference.number].add(one)
        index = bisect_right(starts, reference.span.start) - 1
        opening = stretches[index].opening if index >= 0 else None
        if opening and opening.case and opening.case.key:
            cited_with[reference.number, opening.case.key].add((index, one))
    return Known(_headers(stretches, named), named, _frozen(cited), _frozen(cited_with))


def _frozen(sets: Mapping[_Key, set[_Item]]) -> dict[_Key, frozenset[_Item]]:
    return {key: frozenset(items) for key, items in sets.items()}


def _headers(stretches: Sequence[Stretch], named: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The days that headers give, by body."""
    days: dict[str, set[str]] = defaultdict(set)
    for stretch in stretches:
        if stretch.opening is not None:
            own = own_meeting(stretch, named)
            if own.body and own.date:
                days[own.body].add(own.date)
    return _frozen(days)
