"""Which of several figures in invented minutes is the answer."""

import pytest

from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed

MINUTES = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunfullmäktige
2024-10-28

Beslutande  Anna Ek (S), ordförande
            Bo Alm (C)
            Ove Kvist (S)

§ 90 Dnr 2024/00140
Avgift för bastun vid Norrviken

Kommunfullmäktiges beslut
Avgiften för bastun höjs till 50 kronor.

Ärendebeskrivning
I motionen om bastun föreslår Cia Lind (M) att avgiften för bastun blir 80 kronor.

Yrkande
Dan Falk (M) yrkar att avgiften för bastun vid Norrviken blir 95 kronor.

§ 91 Dnr 2024/00150
Ny förskola vid Lillån

Kommunfullmäktiges beslut
Förskolan vid Lillån byggs för 58 mnkr med sex avdelningar.

Ärendebeskrivning
Förskolan vid Lillån prövades med fyra avdelningar för 46 mnkr i den första skissen.

§ 92 Dnr 2024/00160
Avsägelse från Ove Kvist (S)

Kommunfullmäktiges beslut
Siv Ros (S) väljs till ledamot i kommunstyrelsen efter Ove Kvist (S).
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", MINUTES))


@pytest.mark.parametrize(
    ("question", "first", "never"),
    [
        ("Hur hög blev avgiften för bastun vid Norrviken?", "50 kronor", "95 kronor"),
        ("Hur stor är avgiften för bastun i Granby?", "50 kronor", "80 kronor"),
        ("Hur många avdelningar får förskolan vid Lillån?", "Sex avdelningar", "46 mnkr"),
        ("Vem valdes till ledamot efter Ove Kvist?", "Siv Ros (S)", "Beslutande"),
        ("Vem valdes till ledamot i kommunstyrelsen i Granby?", "Siv Ros", "Beslutande"),
    ],
)
def test_what_was_decided_answers_and_neither_demands_nor_rolls(filled: FakeIndex, question: str, first: str, never: str) -> None:
    text = answered(question, filled).text

    assert first in text
    assert never not in text


def test_a_demand_answers_who_asks_for_it(filled: FakeIndex) -> None:
    assert "95 kronor" in answered("Hur hög avgift för bastun yrkade Dan Falk?", filled).text
