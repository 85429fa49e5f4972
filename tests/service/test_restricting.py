"""From what a request asks for to the filters of a search."""

import pytest

from indexer.documents import Kind, Status
from indexer.index import Facets, Filters
from service.errors import BadParameter
from service.restricting import filters

KNOWN = Facets(passages=2, municipalities={"Norrsele": 1, "Västerå": 1}, bodies={"Barn- och skolnämnden": 2})


def test_nothing_asked_for_restricts_nothing() -> None:
    assert filters(KNOWN) == Filters()


@pytest.mark.parametrize("name", ["Norrsele", "norrsele", "NORRSELE", "Norrsele kommun", " Norrsele "])
def test_a_municipality_is_found_however_it_is_written(name: str) -> None:
    assert filters(KNOWN, municipalities=[name]).municipalities == ("Norrsele",)


def test_a_name_that_is_not_indexed_stays_and_finds_nothing() -> None:
    assert filters(KNOWN, municipalities=["Ingenstans"], bodies=["Byrån"]) == Filters(municipalities=("Ingenstans",), bodies=("Byrån",))


def test_kinds_statuses_and_periods_are_what_the_index_stores() -> None:
    asked = filters(
        KNOWN, bodies=["barn- och skolnämnden"], kinds=[Kind.PROTOKOLL], statuses=[Status.FORSLAG], first="2023", last="2024-02"
    )

    assert asked == Filters(
        bodies=("Barn- och skolnämnden",), kinds=("protokoll",), statuses=("förslag",), date_from="2023-01-01", date_to="2024-02-29"
    )


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadParameter, match="2025-01-01 till 2024-12-31"):
        filters(KNOWN, first="2025", last="2024")
