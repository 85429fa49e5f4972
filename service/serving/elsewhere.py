"""A § of other minutes that a text names by body, day and number: found where exactly one is held, and else nothing."""

from collections.abc import Callable

from indexer.documents import Kind
from indexer.index import Access, Filters, Index
from indexer.links import is_body
from indexer.references import SectionReference

_MOST = 100
"""Passages looked at: the § of one number that all bodies of a municipality have on one day."""

MOST_SOUGHT = 200
"""Different § that one page looks for; a page that names more leads on from the first of them."""

Finder = Callable[[SectionReference, str | None], str | None]
"""From a reference and the municipality whose paper it stands in to the id of the § that is meant."""


def nowhere(_reference: SectionReference, _municipality: str | None) -> str | None:
    """Finds nothing: for a text without an index around it."""
    return None


def finder(index: Index, access: Access) -> Finder:
    """One that looks in an index, for one page: what was looked for is remembered, and so many § are looked for at most.

    A reference without body or day is left alone: the same number stands in many minutes.
    """
    sought: dict[tuple[str, str, str, str], str | None] = {}

    def find(reference: SectionReference, municipality: str | None) -> str | None:
        if not (reference.body and reference.date and municipality):
            return None
        asked = (municipality, reference.body, reference.date, reference.number)
        if asked not in sought and len(sought) < MOST_SOUGHT:
            sought[asked] = _found(index, access, *asked)
        return sought.get(asked)

    return find


def _found(index: Index, access: Access, municipality: str, body: str, day: str, number: str) -> str | None:
    same = Filters(municipalities=(municipality,), kinds=(Kind.PROTOKOLL.value,), sections=(number,), date_from=day, date_to=day)
    passages = index.passages(index.select(same, access, _MOST), access)
    found = {passage.section_id for passage in passages if is_body(body, passage.body)}
    return found.pop() if len(found) == 1 else None
