"""From what a request asks for to the filters of a search."""

import pytest

from indexer.documents import Kind, Status
from indexer.index import Facets, Filters
from service.errors import BadParameter
from service.understanding.restricting import compared, filters

KNOWN = Facets(passages=2, municipalities={"Norrsele": 1, "Västerå": 1}, bodies={"Barn- och skolnämnden": 2})


def test_nothing_asked_for_restricts_nothing() -> None:
    assert filters(KNOWN) == Filters()


@pytest.mark.parametrize("name", ["Norrsele", "norrsele", "NORRSELE", "Norrsele kommun", " Norrsele ", "Norrseles kommun"])
def test_a_municipality_is_found_however_it_is_written(name: str) -> None:
    assert filters(KNOWN, municipalities=[name]).municipalities == ("Norrsele",)


@pytest.mark.parametrize("name", ["Västerå", "vastera", "VÄSTERA"])
def test_a_name_is_found_without_its_dots_and_rings(name: str) -> None:
    assert filters(KNOWN, municipalities=[name]).municipalities == ("Västerå",)


BOARDS = Facets(bodies={"Kommunstyrelsen": 1, "Kommunstyrelsens arbetsutskott": 1, "Miljönämnden": 1, "Socialnämnden": 1})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kommunstyrelse", "Kommunstyrelsen"),
        ("kommunstyrelsen", "Kommunstyrelsen"),
        ("miljonamnd", "Miljönämnden"),
        ("Kommunstyrelsens a", "Kommunstyrelsens arbetsutskott"),
        ("social", "Socialnämnden"),
    ],
)
def test_a_body_is_found_where_exactly_one_fits(written: str, meant: str) -> None:
    assert filters(BOARDS, bodies=[written]).bodies == (meant,)


def test_a_body_that_several_names_fit_is_refused() -> None:
    with pytest.raises(BadParameter, match=r"'kommun' är inte indexerat. Indexerade är: Kommunstyrelsen, Kommunstyrelsens arbetsutskott"):
        filters(BOARDS, bodies=["kommun"])


def test_a_name_that_is_not_indexed_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadParameter, match=r"'Ingenstans' är inte indexerad. Indexerade är: Norrsele, Västerå."):
        filters(KNOWN, municipalities=["Ingenstans"])
    with pytest.raises(BadParameter, match=r"Inga handlingar från Göteborg är indexerade. Indexerade är: Norrsele, Västerå."):
        filters(KNOWN, municipalities=["goteborg"])
    with pytest.raises(BadParameter, match="Inget är indexerat"):
        filters(Facets(), bodies=["Byrån"])


def test_a_comparison_keeps_a_municipality_that_exists_but_is_not_indexed() -> None:
    assert compared(KNOWN, ["goteborg", "vastera"]) == ("Göteborg", "Västerå")
    with pytest.raises(BadParameter, match=r"'Ingenstans'"):
        compared(KNOWN, ["Ingenstans"])


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
