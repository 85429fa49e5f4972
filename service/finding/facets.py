"""What matches can be restricted to, with how many are left by each choice: the counts hold, for they are counted in the list shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Passage
from indexer.index import Filters
from service.finding.matches import Matter


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen: how many matters it leaves, and whether it is chosen."""

    value: str
    count: int
    chosen: bool


FACETS = ("statuses", "municipalities", "years", "bodies", "kinds")
"""Fields of Filters that a reader chooses from, in the order shown."""


def left(matters: Sequence[Matter], filters: Filters, but: str | None = None) -> tuple[Matter, ...]:
    """The matters with the passages that meet the filters (`but` one of FACETS); those without any are gone."""
    wanted = [(facet, values) for facet in FACETS if facet != but and (values := getattr(filters, facet))]
    if not (wanted or filters.date_from or filters.date_to):
        return tuple(matters)
    kept = (Matter(tuple(one for one in each.passages if _meets(one, wanted, filters))) for each in matters)
    return tuple(each for each in kept if each.passages)


def choices(matters: Sequence[Matter], filters: Filters) -> Mapping[str, tuple[Choice, ...]]:
    """For each facet its values, most first: what each would leave, given what is chosen of the others."""
    return {facet: _choices(matters, filters, facet) for facet in FACETS}


def _choices(matters: Sequence[Matter], filters: Filters, facet: str) -> tuple[Choice, ...]:
    chosen = getattr(filters, facet)
    others = left(matters, filters, facet)
    counts = Counter(value for each in others for value in {_value(one, facet) for one in each.passages} if value)
    counts.update(dict.fromkeys((value for value in chosen if value not in counts), 0))
    newest_first = facet == "years"
    ordered = sorted(counts.items(), key=lambda item: (-int(item[0]) if newest_first else -item[1], item[0]))
    return tuple(Choice(value, count, value in chosen) for value, count in ordered)


def _meets(passage: Passage, wanted: Sequence[tuple[str, tuple[str, ...]]], filters: Filters) -> bool:
    if any(_value(passage, facet) not in values for facet, values in wanted):
        return False
    # what is undated comes before every first day
    return not (filters.date_from or filters.date_to) or (filters.date_from or "0") <= (passage.date or "") <= (filters.date_to or "9")


def _value(passage: Passage, facet: str) -> str | None:
    match facet:
        case "municipalities":
            return passage.municipality
        case "bodies":
            return passage.body
        case "kinds":
            return passage.kind.value
        case "statuses":
            return passage.status.value
        case _:
            return passage.date[:4] if passage.date else None
