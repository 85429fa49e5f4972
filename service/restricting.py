"""What a request is restricted to → Filters; names are matched with those indexed, whatever their capitals."""

from collections.abc import Iterable, Sequence

from indexer.documents import Kind, Status
from indexer.index import Facets, Filters
from service.errors import BadParameter
from service.periods import first_day, last_day


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
    """The filters asked for. Raises BadParameter for a period that is none."""
    date_from = first_day(first) if first else None
    date_to = last_day(last) if last else None
    if date_from and date_to and date_from > date_to:
        raise BadParameter(f"Perioden {date_from} till {date_to} är tom: den börjar efter att den slutar.")
    return Filters(
        municipalities=tuple(_as_indexed(name.removesuffix(" kommun"), known.municipalities) for name in municipalities),
        bodies=tuple(_as_indexed(name, known.bodies) for name in bodies),
        kinds=tuple(kind.value for kind in kinds),
        statuses=tuple(status.value for status in statuses),
        date_from=date_from,
        date_to=date_to,
    )


def _as_indexed(name: str, indexed: Iterable[str]) -> str:
    """The indexed spelling; a name that is not indexed stays as it is and finds nothing, which the answer says."""
    wanted = " ".join(name.split())
    return next((each for each in indexed if each.casefold() == wanted.casefold()), wanted)
