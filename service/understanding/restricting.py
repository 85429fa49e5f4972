"""What a request is restricted to → Filters; names are matched with those indexed, whatever their capitals, dots and rings.

A name that is not indexed is refused with those that are: silently searching in nothing would look like an answer.
"""

import re
from collections.abc import Collection, Sequence

from indexer.documents import Kind, Status
from indexer.index import Facets, Filters
from indexer.municipalities import MUNICIPALITIES
from service.errors import BadParameter, NotIndexed
from service.understanding.kinds import fold
from service.understanding.periods import first_day, last_day

LISTED = 30
"""Names of what is indexed that a refusal gives; more are counted."""

_DEFINITE = ("n", "en", "et")


def filters(
    known: Facets,
    *,
    municipalities: Sequence[str] = (),
    bodies: Sequence[str] = (),
    kinds: Sequence[Kind] = (),
    statuses: Sequence[Status] = (),
    first: str | None = None,
    last: str | None = None,
) -> Filters:
    """The filters asked for. Raises NotIndexed for a name that nothing is indexed of, and BadParameter for a period that is none."""
    date_from = first_day(first) if first else None
    date_to = last_day(last) if last else None
    if date_from and date_to and date_from > date_to:
        raise BadParameter(f"Perioden {date_from} till {date_to} är tom: den börjar efter att den slutar.")
    return Filters(
        municipalities=tuple(_municipality(name, known.municipalities) for name in municipalities),
        bodies=tuple(_body(name, known.bodies) for name in bodies),
        kinds=tuple(kind.value for kind in kinds),
        statuses=tuple(status.value for status in statuses),
        date_from=date_from,
        date_to=date_to,
    )


def compared(known: Facets, municipalities: Sequence[str]) -> tuple[str, ...]:
    """The municipalities to compare. One that exists and is not indexed is a row that says so; other names are refused."""
    return tuple(_one_of(_bare(name), MUNICIPALITIES) or _municipality(name, known.municipalities) for name in municipalities)


def _municipality(name: str, indexed: Collection[str]) -> str:
    wanted = _bare(name)
    found = _one_of(wanted, indexed)
    if found is None:
        exists = _one_of(wanted, MUNICIPALITIES)
        missing = f"Inga handlingar från {exists} är indexerade." if exists else f"Kommunen {wanted[:60]!r} är inte indexerad."
        raise NotIndexed(f"{missing} {_listed(indexed)}")
    return found


def _body(name: str, indexed: Collection[str]) -> str:
    wanted = " ".join(name.split())
    found = _one_of(wanted, indexed) or _only([each for each in indexed if fold(each).startswith(fold(wanted))])
    if found is None:
        raise NotIndexed(f"Organet {wanted[:60]!r} är inte indexerat. {_listed(indexed)}")
    return found


def _bare(name: str) -> str:
    return re.sub(r" kommun$", "", " ".join(name.split()), flags=re.IGNORECASE)


def _one_of(wanted: str, names: Collection[str]) -> str | None:
    """The one name that is meant: as it is written, else without capitals, without å, ä and ö, in another form."""
    bare = fold(wanted)
    forms = {bare.removesuffix("s"), *(bare + ending for ending in _DEFINITE)}
    fits = (
        [name for name in names if name == wanted],
        [name for name in names if name.casefold() == wanted.casefold()],
        [name for name in names if fold(name) == bare],
        [name for name in names if fold(name) in forms],
    )
    return _only(next((found for found in fits if found), []))


def _only(names: Sequence[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _listed(indexed: Collection[str]) -> str:
    names = sorted(indexed)
    if not names:
        return "Inget är indexerat."
    more = f" och {len(names) - LISTED} till" if len(names) > LISTED else ""
    return f"Indexerade är: {', '.join(names[:LISTED])}{more}."
