"""Cards for a § of a file, or for all § of a Dnr: found, made, and bound to what they replace and what replaced them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.documents import Status
from indexer.index import Access
from indexer.links import is_body
from service.cards.made import bonds, card, point_around
from service.cards.records import Bound, Card
from service.errors import NotFound
from service.minuted.finding import entries_around, entries_of, of_entries, of_file, typed_case, with_case
from service.minuted.section import Minuted
from service.registers.copies import each_once
from service.registers.entries import Entry
from service.registers.threads import settles, threads
from service.resources import Resources
from service.serving.reference import reference


def cards_of_section(file: str, number: str, resources: Resources, access: Access) -> tuple[Card, ...]:
    """The card of a § of a file; several where a bundle has the number of several bodies. Raises NotFound."""
    found = of_file(file, number, resources, access)
    known = entries_of([name for one in found if (name := one.municipality)], resources, access)
    return tuple(_card(one, known, resources, access) for one in found)


def cards_of_case(dnr: str, municipalities: Sequence[str], resources: Resources, access: Access) -> tuple[Card, ...]:
    """The cards of all § of minutes that the Dnr may mean, by day. Raises BadParameter for what is no Dnr, NotFound."""
    case = typed_case(dnr)
    known = entries_around(case, municipalities, resources, access)
    meant = sorted(each_once(with_case(case, known)), key=lambda entry: (entry.date or "", entry.body or "", entry.number or ""))
    if not meant:
        raise NotFound(f"Inget protokoll här har diarienumret {dnr.strip()!r}. Skriv det med diarieserie (KS 2031/00068) eller utan.")
    return tuple(_card(one, known, resources, access) for one in of_entries(meant, resources.index, access))


def _card(one: Minuted, known: Sequence[Entry], resources: Resources, access: Access) -> Card:
    entry = next((each for each in known if each.section_id == one.section.id), None)
    replaces = [_bound(bound, number, day, one, known, resources, access) for bound, number, day in bonds(one)]
    by = list(_replaced_by(entry, known, resources, access)) if entry else []
    settled = _settled(entry, known, resources, access) if entry and one.section.status is Status.FORSLAG else None
    return card(one, entry, replaces, by, settled)


def _bound(
    bound: Bound, number: str | None, day: str | None, one: Minuted, known: Sequence[Entry], resources: Resources, access: Access
) -> Bound:
    """What is changed, with its full reference where exactly one § of the municipality is the one named."""
    own = next((each for each in known if each.section_id == one.section.id), None)
    cited = next((each for each in own.cites if (each.number, each.date) == (number, day)), None) if own and number and day else None
    named = [each for each in known if cited and each.municipality == one.municipality and cited.may_be(each.body, each.date, each.number)]
    if cited and cited.body is None:
        named = [each for each in named if each.body and is_body(each.body, one.document.body)]
    places = of_entries(each_once(named), resources.index, access)
    if len(places) != 1:
        return bound
    there = places[0]
    file, identity = there.stored.record.file, there.section.id
    return replace(bound, reference=reference(there.document, there.section, file=file), file=file, section_id=identity)


def _replaced_by(entry: Entry, known: Sequence[Entry], resources: Resources, access: Access) -> Iterator[Bound]:
    """The later § that say that they change this one; a reference without a body means one of their own body."""
    for other in each_once(known):
        for cited in other.cites if other.municipality == entry.municipality and other.section_id != entry.section_id else ():
            own = cited.body is not None or other.body == entry.body
            if cited.changes and own and settles(other) and cited.may_be(entry.body, entry.date, entry.number):
                for there in of_entries([other], resources.index, access):
                    quoted = there.quoted(point_around(there, cited.span))
                    name = reference(there.document, there.section)
                    yield Bound(cited.changes, quoted, name, there.stored.record.file, there.section.id)


def _settled(entry: Entry, known: Sequence[Entry], resources: Resources, access: Access) -> str | None:
    """The reference of the § that decided the matter after this one proposed it."""
    own = [each for each in known if each.municipality == entry.municipality]
    thread = next((one for one in threads(own) if any(each.section_id == entry.section_id for each in one.entries)), None)
    decided = thread.settled if thread else None
    if decided is None or (decided.date or "") < (entry.date or ""):
        return None
    return next((reference(there.document, there.section) for there in of_entries([decided], resources.index, access)), None)
