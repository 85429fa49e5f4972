"""Who reserved and moved in which body of invented Granby."""

import pytest

from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed

BOARD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-09-17

§ 77 Dnr 2024/00140
Avgift för bastun

Kommunstyrelsens förslag till kommunfullmäktige
Avgiften för bastun höjs till 50 kronor.

Reservation
Cia Lind (M) och Dan Falk (M) reserverar sig mot beslutet om avgiften för bastun.
"""
COUNCIL = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunfullmäktige
2024-10-28

§ 90 Dnr 2024/00140
Avgift för bastun

Kommunfullmäktiges beslut
Avgiften för bastun höjs till 50 kronor.

Ärendebeskrivning
Kommunstyrelsen har föreslagit att avgiften för bastun höjs.

Reservation
Ledamöterna i Moderaternas grupp reserverar sig mot beslutet.
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", BOARD), ("Granby", COUNCIL))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        (
            "Vilka reserverade sig i kommunstyrelsen mot avgiften för bastun?",
            "Cia Lind (M) och Dan Falk (M)",
            "Moderaternas grupp",
        ),
        ("Vilka reserverade sig i fullmäktige mot avgiften för bastun i Granby?", "Moderaternas grupp", "Cia Lind"),
        ("Vilka reserverade sig i KF mot kommunstyrelsens förslag om bastun?", "Moderaternas grupp", "Cia Lind"),
    ],
)
def test_a_reservation_is_told_of_the_body_asked_for(filled: FakeIndex, question: str, told: str, not_told: str) -> None:
    text = answered(question, filled).text

    assert told in text
    assert not_told not in text
    assert "Observera" not in text


def test_a_reservation_of_another_body_is_told_as_that() -> None:
    made = answered("Vilka reserverade sig i kommunfullmäktige mot avgiften för bastun?", indexed(("Granby", BOARD)))

    assert made.premise == "Observera: detta är från kommunstyrelsen, inte kommunfullmäktige."


ELSEWHERE = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kulturnämnden
2024-05-14

§ 12 Dnr 2024/00031
Vedspis på biblioteket

Kulturnämndens beslut
Vedspisen köps.

Reservation
Eva Alm (V) reserverar sig mot beslutet.
"""


def test_a_reservation_in_another_matter_is_not_told() -> None:
    filled = indexed(("Granby", ELSEWHERE), ("Granby", BOARD.replace("mot beslutet om avgiften för bastun", "mot beslutet")))

    assert "Cia Lind" in answered("Vem reserverade sig mot avgiften för bastun i Granby?", filled).text
    assert "Eva Alm" not in answered("Vem reserverade sig mot avgiften för bastun i Granby?", filled).text
    assert "Eva Alm" in answered("Vem reserverade sig mot vedspisen på biblioteket i Granby?", filled).text


MOVED = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kulturnämnden
2024-05-14

§ 12 Dnr 2024/00140
Färg på bastun

Kulturnämndens beslut
Ärendet lämnas till kommunstyrelsen.

Yrkande
Eva Alm (V) yrkar att färgen på bastun blir blå.
"""


def test_what_the_party_asked_about_moved_is_told_before_what_others_did() -> None:
    board = BOARD.replace("Reservation", "Yrkande").replace("reserverar sig mot beslutet om", "yrkar avslag på")
    board = board.replace("Avgift för bastun", "Färg på bastun").replace("vgiften för bastun", "färgen på bastun")
    filled = indexed(("Granby", MOVED), ("Granby", board))

    assert "yrkar avslag" in answered("Vad yrkade Moderaterna om färgen på bastun?", filled).text
    assert "blir blå" in answered("Vad yrkade Vänsterpartiet om färgen på bastun?", filled).text
    assert "yrkar avslag" not in answered("Vad yrkade Vänsterpartiet om färgen på bastun?", filled).text
