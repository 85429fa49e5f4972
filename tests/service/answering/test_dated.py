"""The days that papers tell of what became of them."""

import pytest

from service.answering.dated import days
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

RULES = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-09-17

§ 64 Dnr 2024/00105
Ordningsregler för bastun

Kommunstyrelsens beslut
1. Ordningsreglerna för bastun antas.

Ärendebeskrivning
Ordningsreglerna för bastun har setts över och kortats till en sida som kan läsas på väggen.

De gamla ordningsreglerna är antagna av kommunstyrelsen 2016-02-16 § 23.

Ordningsreglerna för vedboden är antagna av kommunstyrelsen 2017-03-14 § 31.

Bastuföreningen fick yttra sig den 3 juni 2024.

Beslutsunderlag
Skrivelse från bastuföreningen den 4 juni 2024
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", RULES))


def quotes(question: str, filled: FakeIndex) -> list[str]:
    return [" ".join(one.span.of(one.passage.text).split()) for one in days(material(question, filled), ())]


def test_the_sentences_with_the_verb_asked_for_and_a_day_tell_when(filled: FakeIndex) -> None:
    assert quotes("När antogs de gamla ordningsreglerna för bastun?", filled) == [
        "De gamla ordningsreglerna är antagna av kommunstyrelsen 2016-02-16 § 23.",
        "Ordningsreglerna för vedboden är antagna av kommunstyrelsen 2017-03-14 § 31.",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "När ska ordningsreglerna för bastun antas igen?",
        "När reviderades ordningsreglerna för bastun?",
        "När yttrade sig bastuföreningen om ordningsreglerna?",
        "Vem antog ordningsreglerna för bastun?",
        "När antogs simhallens öppettider?",
    ],
)
def test_another_verb_or_matter_or_a_time_to_come_is_not_told(question: str, filled: FakeIndex) -> None:
    assert quotes(question, filled) == []


def test_what_is_quoted_already_is_kept(filled: FakeIndex) -> None:
    asked = material("När antogs de gamla ordningsreglerna för bastun?", filled)
    first = days(asked, ())[:1]

    assert days(asked, first) == first


def test_the_answer_quotes_the_day(filled: FakeIndex) -> None:
    assert "antagna av kommunstyrelsen 2016-02-16 § 23" in answered("När antogs de gamla ordningsreglerna för bastun?", filled).text
