"""Companies that a question asks for, in invented sentences."""

import pytest

from indexer.index import Access, Facets, Filters
from service.answering import companies
from service.answering.lacking import Lack, lacking
from service.question import understand
from tests.service.made import TODAY, index


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vilken entreprenör bygger bryggan?", True),
        ("Vilket byggbolag fick uppdraget?", True),
        ("Vilka företag svarade?", False),
        ("Vad hette konsulten som granskade hamnen?", True),
        ("Which contractor builds the bridge?", True),
        ("Vilken nämnd sköter hamnen?", False),
        ("Vad säger företagen?", False),
    ],
)
def test_a_question_asks_for_a_company_by_its_kind(text: str, expected: bool) -> None:
    assert companies.is_asked(understand(text, Filters(), Facets(), TODAY)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ek Bygg AB river bryggan.", True),
        ("Larmet sköts via Granbylarm.", True),
        ("Leverantören Hamnlagret sade upp avtalet.", True),
        ("Rektor på Strandskolan är Stina Ek.", False),
        ("Bryggan byggs av kommunen.", False),
        ("Bryggan rivs av Norrköpings kommun.", False),
        ("Beslutet fattas av Bryggnämnden.", False),
        ("Uppdraget avser arbete med Slussbryggan.", False),
    ],
)
def test_a_company_is_named_by_its_form_or_by_what_it_stands_with(text: str, expected: bool) -> None:
    question = understand("Vilken entreprenör rustar Slussbryggan?", Filters(), Facets(), TODAY)

    assert companies.names_one(question, text) is expected
    known = index().facets(Filters(), Access.public())
    assert lacking(understand(question.text, Filters(), known, TODAY), text) is (None if expected else Lack.COMPANY)
