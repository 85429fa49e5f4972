"""Rows of things inside a sentence of invented papers."""

import pytest

from service.answering.enumerated import enumerated
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

HEAD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-10-08
"""
HOSTS = """
§ 71 Dnr 2024/00171
Avtal om gemensam båtbesiktning

Kommunstyrelsens beslut
Avtalet godkänns.

Ärendebeskrivning
Båtbesiktningen prövades under sommaren i hamnen.
Bodens kommun sköter båtbesiktningen åt följande kommuner: Piteå, Luleå, Kalix och Älvsbyn.
För Haparanda kommun- Pajala, Överkalix och Övertorneå.
Årsrapporten om båtbesiktningen ska innehålla antal båtar, anmärkningar, avgifter samt olyckor.
Hamnkaptenen, som leder arbetet, och hamnvakten deltar.
"""
SPORTS = """
§ 72 Dnr 2024/00172
Ungdomsidrott på isen

Kommunstyrelsens beslut
Informationen läggs till handlingarna.

Ärendebeskrivning
Stödet till ungdomsidrotten på isen gäller idrotterna bandy, konståkning och skridsko.
Det gäller även Granby IK och Norrvikens SK.
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", HEAD + HOSTS + SPORTS))


def quotes(question: str, filled: FakeIndex, budget: int = 80) -> list[str]:
    return [" ".join(one.span.of(one.passage.text).split()) for one in enumerated(material(question, filled), budget)]


HOSTED = "Bodens kommun sköter båtbesiktningen åt följande kommuner: Piteå, Luleå, Kalix och Älvsbyn."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilka kommuner sköter Boden båtbesiktningen åt?", [HOSTED, "För Haparanda kommun- Pajala, Överkalix och Övertorneå."]),
        (
            "Vad ska årsrapporten om båtbesiktningen innehålla?",
            ["Årsrapporten om båtbesiktningen ska innehålla antal båtar, anmärkningar, avgifter samt olyckor."],
        ),
        (
            "Vilka idrotter gäller stödet till ungdomsidrotten?",
            ["Stödet till ungdomsidrotten på isen gäller idrotterna bandy, konståkning och skridsko."],
        ),
    ],
)
def test_the_sentence_with_the_row_of_what_is_asked_for_answers_with_those_that_go_on(
    question: str, said: list[str], filled: FakeIndex
) -> None:
    assert quotes(question, filled) == said


@pytest.mark.parametrize(
    "question",
    [
        "Vilka bolag deltar i båtbesiktningen?",
        "Vilka kommuner i tabellen sköter båtbesiktningen?",
        "Vilka av kommunerna Piteå, Luleå, Kalix och Älvsbyn har båtbesiktning?",
        "Vilka kommuner ger stöd till ungdomsidrotten?",
        "När prövades båtbesiktningen?",
    ],
)
def test_a_row_of_something_else_or_of_what_the_question_says_does_not_answer(question: str, filled: FakeIndex) -> None:
    assert quotes(question, filled) == []


def test_what_has_no_room_is_left_but_the_sentence_itself_is_whole(filled: FakeIndex) -> None:
    assert quotes("Vilka kommuner sköter Boden båtbesiktningen åt?", filled, budget=5) == [HOSTED]


def test_the_answer_is_the_sentence_with_its_place(filled: FakeIndex) -> None:
    said = answered("Vad ska årsrapporten om båtbesiktningen innehålla?", filled).text

    assert said.endswith("ska innehålla antal båtar, anmärkningar, avgifter samt olyckor. [1]")
