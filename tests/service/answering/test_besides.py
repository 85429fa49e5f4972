"""What stands in invented minutes besides the matter."""

import pytest

from indexer.index import Facets, Filters
from service.answering import besides
from service.question import understand
from service.records import Question
from tests.service.made import TODAY

ROLL = "Beslutande Anna Ek (S), ordförande\nBo Alm (C)\nCia Lind (M)"


def asked(text: str) -> Question:
    return understand(text, Filters(), Facets(), TODAY)


@pytest.mark.parametrize(
    ("question", "text", "is_roll"),
    [
        ("Vem valdes till ordförande för bryggan?", ROLL, True),
        ("Vem är ordförande?", ROLL, False),
        ("Vem lämnade motionen om bryggan?", ROLL, True),
        ("Vilka var närvarande?", ROLL, False),
        ("Vem är mot bryggan?", "Anna Ek (S), Bo Alm (C) och Cia Lind (M) reserverar sig mot beslutet.", False),
        ("Vem är mot bryggan?", "Anna Ek (S) talar om bryggan.", False),
    ],
)
def test_a_roll_of_members_answers_only_who_was_there(question: str, text: str, is_roll: bool) -> None:
    assert besides.is_roll(asked(question), text) is is_roll


@pytest.mark.parametrize(
    ("text", "is_apparatus"),
    [
        ("Ämne: Protokoll för justering", True),
        ("Bifogade filer: karta.pdf", True),
        ("1 Inledning ........ 3", True),
        ("Innehåll\n1. Inledning", True),
        ("Bryggan rustas till våren.", False),
    ],
)
def test_heads_of_mail_and_contents_are_apparatus(text: str, is_apparatus: bool) -> None:
    assert besides.is_apparatus(text) is is_apparatus


@pytest.mark.parametrize(
    ("question", "text", "is_demand"),
    [
        ("Hur hög är avgiften för bastun?", "Bo Alm (C) yrkar att avgiften blir 90 kronor.", True),
        ("Hur hög är avgiften för bastun?", "I motionen anges 90 kronor.", True),
        ("Vad yrkade Bo Alm om bastun?", "Bo Alm (C) yrkar att avgiften blir 90 kronor.", False),
        ("Hur hög är avgiften för bastun?", "Avgiften höjs till 50 kronor.", False),
    ],
)
def test_what_was_demanded_is_told_from_what_is_so(question: str, text: str, is_demand: bool) -> None:
    assert besides.is_demand(asked(question), text) is is_demand
