"""Who signed a paper."""

import pytest

from service.answering.signed import signature
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

OPENING = "GRANBY KOMMUN\nTJÄNSTESKRIVELSE\nKulturförvaltningen\n2024-03-11\nDnr 2024/00077\n\n"
REPORT = (
    f"{OPENING}Rapport om bastun\n\n"
    "Bastun vid Norrviken har besökts av fler än förra året. Rapporten visar att vedspisen behöver bytas.\n\n"
    "Kim Ek-\u0020Alm\n\nKulturchef\n"
)
AUDIT = (
    "GRANBY KOMMUN\nREVISIONSRAPPORT\nKommunrevisionen\n2024-10-21\n\nGranskning av bastun\n\n"
    "Revisorernas bedömning är att bastun sköts väl.\n\nEva Alm   Bo Ek    Siv Lund\n\nUlf Ask Rut Dal\n"
)


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", REPORT), ("Granby", AUDIT))


def signed(question: str, filled: FakeIndex) -> str | None:
    found = signature(material(question, filled))
    return " ".join(found.span.of(found.passage.text).split()) if found else None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vem skrev under rapporten om bastun?", "Kim Ek- Alm Kulturchef"),
        ("Vem har skrivit rapporten om bastun?", "Kim Ek- Alm Kulturchef"),
        ("Vilka revisorer står bakom granskningen av bastun?", "Eva Alm Bo Ek Siv Lund Ulf Ask Rut Dal"),
        ("Vem skrev motionen om bastun?", None),
        ("Vem reserverade sig mot rapporten om bastun?", None),
        ("Vem skrev under rapporten om simhallen?", None),
        ("När skrevs rapporten om bastun?", None),
    ],
)
def test_the_names_at_the_end_of_a_paper_signed_it(question: str, expected: str | None, filled: FakeIndex) -> None:
    assert signed(question, filled) == expected


def test_a_title_is_told_of_what_stands_with_it() -> None:
    heads = "Skolorna arbetade vidare med läsning under året.\n\nEva Alm Bo Ek\nRektor Norrskolan Rektor Söderskolan\n"
    filled = indexed(("Granby", f"{OPENING}Verksamhetsbokslut för skolorna\n\n{heads}"))

    assert signed("Vilka är rektorer för Norrskolan och Söderskolan enligt verksamhetsbokslutet?", filled) == (
        "Eva Alm Bo Ek Rektor Norrskolan Rektor Söderskolan"
    )
    assert signed("Vilka är rektorer för Västskolan enligt verksamhetsbokslutet?", filled) is None
    assert signed("Vem blev ny rektor för Norrskolan?", filled) is None


LETTER = "Brev om bastun\n\nFöreningen tackar för bastun vid Norrviken.\n\nOrdförande\nEva Alm\n\nBo Ek\n\nkassör\n"


@pytest.mark.parametrize(
    "question",
    ["Vem undertecknade brevet om bastun?", "Vem står som avsändare på brevet om bastun?", "Vilken kassör har skrivit brevet om bastun?"],
)
def test_a_title_may_stand_over_its_name_and_several_sign_together(question: str) -> None:
    assert signed(question, indexed(("Granby", f"{OPENING}{LETTER}"))) == "Ordförande Eva Alm Bo Ek kassör"


def test_the_answer_is_the_signature(filled: FakeIndex) -> None:
    assert "Kulturchef" in answered("Vem skrev under rapporten om bastun?", filled).text
