import pytest

from service.citing import cite
from service.extract import Excerpt
from service.records import Citation, Claim
from service.verify import stands, verified
from tests.service.made import WELLNESS, index, passage

FILES = index()
QUOTE = "Friskvårdsbidraget höjs till 2 500 kronor per medarbetare och år."


def citation(quote: str = QUOTE, key: str = "1") -> Citation:
    at = WELLNESS.text.index(QUOTE)
    excerpt = Excerpt(WELLNESS, type(WELLNESS.span)(at, at + len(QUOTE)), None, 1.0)
    made = cite(key, excerpt, lambda _file: None)
    return Citation(**{name: getattr(made, name) for name in made.__slots__} | {"quote": quote})


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("Bidraget höjs till 2 500 kronor.", True),
        ("Bidraget höjs till 2500 kronor, § 31, 2024-03-12.", True),
        ("Bidraget höjs till 2 600 kronor.", False),
        ("Beslutet fattades 13 mars 2024.", False),
        ("Beslutet fattades den 12 mars 2024.", True),
        ("Det står i § 32.", False),
        ("Dnr 2024/77 gäller bidraget.", True),
        ("Dnr 2024/78 gäller bidraget.", False),
        ("Bidraget höjs enligt Kommunfullmäktige.", False),
        ("Bidraget höjs enligt Kommunstyrelsen.", True),
        ("Bidraget höjs på förslag av Stina Ek.", False),
        ("Bidraget höjs i Granby.", True),
        ("Bidraget höjs inte.", False),
        ("Bidraget sänks.", False),
        ("Bidraget är 0,0025 mkr per medarbetare.", True),
    ],
)
def test_each_figure_of_a_claim_must_stand_in_what_it_cites(claim: str, holds: bool) -> None:
    kept, citations, dropped = verified([Claim(claim, ("1",), False)], [citation()], {WELLNESS.id: WELLNESS})

    assert (len(kept), len(citations), dropped) == ((1, 1, 0) if holds else (0, 0, 1))
    assert all(one.verified for one in kept)


def test_figures_of_two_rows_shown_on_one_line_are_no_new_number() -> None:
    table = passage("Antal platser per år 2021\n280 stycken enligt listan.")
    quote = "Antal platser per år 2021 280 stycken"
    cited = Citation(**{name: getattr(citation(), name) for name in Citation.__slots__} | {"quote": quote, "passage_id": table.id})

    kept, _, dropped = verified([Claim(quote, ("1",), False)], [cited], {table.id: table})

    assert (len(kept), dropped) == (1, 0)


@pytest.mark.parametrize("quote", ["Friskvårdsbidraget sänks till 2 500 kronor", "", "   "])
def test_a_quote_that_does_not_stand_there_drops_its_claim(quote: str) -> None:
    kept, citations, dropped = verified([Claim("Bidraget höjs.", ("1",), False)], [citation(quote)], {WELLNESS.id: WELLNESS})

    assert (kept, citations, dropped) == ((), (), 1)


def test_a_claim_without_a_citation_is_dropped() -> None:
    assert verified([Claim("Alla är nöjda.", (), False)], [], {}) == ((), (), 1)


def test_a_claim_that_cites_an_unknown_key_or_passage_is_dropped() -> None:
    assert verified([Claim("Bidraget höjs.", ("9",), False)], [citation()], {WELLNESS.id: WELLNESS})[2] == 1
    assert verified([Claim("Bidraget höjs.", ("1",), False)], [citation()], {})[2] == 1


def test_a_quote_may_run_over_line_breaks() -> None:
    assert stands("2 500 kronor per medarbetare och år. Höjningen gäller", WELLNESS)
