import pytest

from service.answering.steps import decided, steps
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

COMMITTEE = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsens arbetsutskott
2024-09-03

§ 40 Dnr 2024/00140
Avgift för bastun

Arbetsutskottets förslag till kommunstyrelsen
Avgiften för bastun höjs till 60 kronor.
"""
BOARD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-09-17

§ 77 Dnr 2024/00140
Avgift för bastun

Kommunstyrelsens beslut
1. Avgiften för bastun höjs till 50 kronor.
2. Beslutet gäller från den 1 januari 2025.
"""
ELSEWHERE = """ÄLVMO KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-05-14

§ 12 Dnr 2024/00031
Avgift för bastun

Kommunstyrelsens beslut
Bastun är avgiftsfri.
"""

FIRST_NUMBER = (
    COMMITTEE.replace("Dnr 2024/00140", "Dnr KUN 2024/00140")
    .replace("Kommunstyrelsens arbetsutskott", "Kulturnämnden")
    .replace("Arbetsutskottets", "Kulturnämndens")
)
UNDER_ANOTHER = BOARD.replace("Dnr 2024/00140", "Dnr KS 2024/00311") + "\nBeslutsunderlag\nKulturnämnden 2024-09-03 § 40\n"


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", BOARD), ("Granby", COMMITTEE), ("Älvmo", ELSEWHERE))


def test_the_steps_of_a_matter_stand_in_order_of_date_each_with_what_it_decided(filled: FakeIndex) -> None:
    found = steps(material("Följ ärendet om avgiften för bastun i Granby", filled))

    assert [(excerpt.passage.date, excerpt.span.of(excerpt.passage.text)) for excerpt in found.excerpts] == [
        ("2024-09-03", "Avgiften för bastun höjs till 60 kronor."),
        ("2024-09-17", "1. Avgiften för bastun höjs till 50 kronor."),
    ]


def test_the_answer_names_body_day_and_section_of_each_step(filled: FakeIndex) -> None:
    text = answered("Följ ärendet om avgiften för bastun i Granby", filled).text

    assert "Förslag, Kommunstyrelsens arbetsutskott 2024-09-03 § 40 (Dnr 2024/00140): Avgiften" in text
    assert "Beslut, Kommunstyrelsen 2024-09-17 § 77: Kommunstyrelsens beslut 1. Avgiften" in text


REFERRED_BACK = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunfullmäktige
2024-10-07

§ 91 KS 2024/61
Avgift för bastun

Beslut
Kommunfullmäktige beslutar att ärendet återremitteras till kommunstyrelsen.
Kommunstyrelsen ska redovisa vad bastun kostar att driva.

Beslutsunderlag
Kommunstyrelsen 2024-09-17 § 77
"""


def test_a_step_under_another_number_and_one_without_points_are_told_too() -> None:
    proposing = BOARD.replace("Kommunstyrelsens beslut", "Kommunstyrelsens förslag till kommunfullmäktige")
    index = indexed(("Granby", COMMITTEE), ("Granby", proposing), ("Granby", REFERRED_BACK))

    text = answered("Vad hände med ärendet 2024/00140, hela vägen?", index).text

    assert "Kommunstyrelsens arbetsutskott 2024-09-03 § 40" in text
    assert "Återremiss, Kommunfullmäktige 2024-10-07 § 91: Kommunfullmäktige beslutar att ärendet återremitteras" in text


def test_a_matter_with_one_step_has_no_way_to_tell(filled: FakeIndex) -> None:
    assert steps(material("Följ ärendet om bastun i Älvmo", filled)).excerpts == ()


def test_the_point_of_a_decision_that_holds_the_figure_asked_for_is_chosen(filled: FakeIndex) -> None:
    found = decided(material("Hur mycket kostar bastun i Granby?", filled))

    assert found is not None
    assert "kronor" in found.span.of(found.passage.text)


def test_a_decision_is_on_the_matter_that_its_title_names() -> None:
    sold = BOARD.replace("1. Avgiften för bastun höjs till 50 kronor.\n2. Beslutet gäller från den 1 januari 2025.", "Förslaget godkänns.")
    found = decided(material("Hur har kommunerna gjort med bastun?", indexed(("Granby", sold))))

    assert found is not None
    assert found.span.of(found.passage.text) == "Förslaget godkänns."


def test_each_municipality_is_told_of_by_its_own_decision(filled: FakeIndex) -> None:
    made = answered("Jämför avgiften för bastun i Granby och Älvmo.", filled)

    assert "höjs till 50 kronor" in made.text
    assert "Älvmo, Kommunstyrelsen 2024-05-14 § 12: Bastun är avgiftsfri." in made.text


@pytest.mark.parametrize("question", ["Följ ärendet om avgiften för bastun i Granby", "Dnr KUN 2024/00140", "Dnr KS 2024/00311"])
def test_a_matter_that_each_body_gave_a_number_of_its_own_is_told_whole(question: str) -> None:
    text = answered(question, indexed(("Granby", FIRST_NUMBER), ("Granby", UNDER_ANOTHER))).text

    assert "Kulturnämnden 2024-09-03 § 40" in text
    assert "höjs till 50 kronor" in text
