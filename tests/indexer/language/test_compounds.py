"""Compounds of municipal life, split as a reader would; words that are none stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language.compounds import LONGEST_COMPOUND, parts

COMPOUNDS = {
    "friskvårdsbidraget": "friskvård bidraget",
    "friskvårdspeng": "friskvård peng",
    "skolskjutsarna": "skol skjutsarna",
    "kommunstyrelsen": "kommun styrelsen",
    "barnomsorgsavgift": "barn omsorg avgift",
    "detaljplanen": "detalj planen",
    "detaljplaneprogram": "detalj plan program",
    "idrottsanläggningsavgift": "idrott anläggning avgift",
    "familjehemsplacering": "familje hem placering",
    "äldreomsorgen": "äldre omsorgen",
    "utbildningsnämnden": "utbildning nämnden",
    "gatubelysning": "gata belysning",
    "kyrkskolan": "kyrka skolan",
    "avgiftshöjning": "avgift höjning",
    "markanvisningsavtal": "mark anvisning avtal",
    "bygglovsavgift": "bygg lov avgift",
    "vattenskyddsområde": "vatten skydd område",
    "internkontrollplan": "intern kontroll plan",
    "snöröjning": "snö röjning",
    "biblioteksplan": "bibliotek plan",
    "protokollsutdrag": "protokoll utdrag",
    "missbruksvård": "missbruk vård",
    "hemtjänsttaxa": "hem tjänst taxa",
    "naturreservat": "natur reservat",
    "elevhälsa": "elev hälsa",
    "fritidsgård": "fritid gård",
    "vuxenutbildning": "vuxen utbildning",
    "investeringsbudget": "investering budget",
    "cykelväg": "cykel väg",
    "gångbana": "gång bana",
    "trafiksäkerhet": "trafik säkerhet",
    "medborgarförslag": "medborgare förslag",
}

WHOLE = (
    "förslag underlag information regeringen november verksamhet ordförande personal kommunal tillsammans planerar upphandling sammanträde"
    " kallelse reservation ledamöter ersättare föreskrifter förskola beslutet behandlas gällande anställning ansökan kommunen uppföljning"
    " utbildning handlingar handläggare samverkan tillstånd lägenhet demokratisk ekonomiskt tillhandahålla"
)


@pytest.mark.parametrize(("word", "expected"), COMPOUNDS.items())
def test_a_compound_gives_its_parts(word: str, expected: str) -> None:
    assert " ".join(parts(word)) == expected


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert parts(word) == ()


def test_a_compound_within_a_compound_gives_the_parts_it_has_alone() -> None:
    assert parts("detaljplaneprogram")[:2] == parts("detaljplan")


@given(st.text(alphabet="abdefghiklmnoprstuvåäö", min_size=LONGEST_COMPOUND + 1, max_size=5_000))
def test_an_endless_word_costs_nothing(word: str) -> None:
    assert parts(word) == ()


@given(st.text(max_size=40))
def test_any_word_gives_no_parts_or_several(word: str) -> None:
    assert len(parts(word)) != 1
