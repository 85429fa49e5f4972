import pytest

from service.changes.asked import changed
from tests.service.changes.test_story import BOARD, COMMITTEE, COUNCIL
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material


@pytest.fixture(scope="module")
def index() -> FakeIndex:
    return indexed(("Granby", COMMITTEE), ("Granby", BOARD), ("Granby", COUNCIL))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Ändrade kommunstyrelsen arbetsutskottets förslag om bron över Lillån?",
            "Ja, kommunstyrelsen ändrade förslaget från kommunstyrelsens arbetsutskott: en punkt ändrad, en punkt tillagd.",
        ),
        (
            "Följde fullmäktige kommunstyrelsens förslag om bron över Lillån?",
            "Ja, kommunfullmäktige följde förslaget från kommunstyrelsen.",
        ),
        (
            "Vad ändrades i förslaget om bron över Lillån?",
            "Kommunstyrelsen ändrade förslaget från kommunstyrelsens arbetsutskott: en punkt ändrad, en punkt tillagd.",
        ),
        (
            "Följde KF arbetsutskottets förslag om bron över Lillån?",
            "Nej, kommunfullmäktige ändrade förslaget från kommunstyrelsens arbetsutskott: en punkt ändrad, en punkt tillagd.",
        ),
        (
            "Ändrades kommunstyrelsens förslag om bron över Lillån?",
            "Nej, kommunfullmäktige följde förslaget från kommunstyrelsen.",
        ),
    ],
)
def test_the_step_that_the_question_names_answers_it(index: FakeIndex, question: str, told: str) -> None:
    found = changed(material(question, index))
    assert found is not None
    assert found.told == told


@pytest.mark.parametrize(
    "question",
    ["Vad föreslog arbetsutskottet om bron över Lillån?", "Vad kostar bron över Lillån?", "Vilka förslag finns om bron över Lillån?"],
)
def test_other_questions_about_a_proposal_are_left_to_others(index: FakeIndex, question: str) -> None:
    assert changed(material(question, index)) is None


def test_the_answer_quotes_the_point_before_and_after_with_their_places(index: FakeIndex) -> None:
    draft = answered("Ändrade kommunstyrelsen arbetsutskottets förslag om bron över Lillån?", index)
    assert [citation.section for citation in draft.citations] == ["§ 4", "§ 10"]
    assert "4 mnkr" in draft.citations[0].quote
    assert "5 mnkr" in draft.citations[1].quote
    assert draft.text.startswith("Ja, kommunstyrelsen ändrade")
    assert draft.claims[0].verified


def test_a_matter_of_one_stage_has_nothing_to_tell() -> None:
    assert changed(material("Ändrade kommunstyrelsen förslaget om bron?", indexed(("Granby", BOARD)))) is None


def test_a_stage_under_the_number_of_another_body_is_set_against_the_proposal_that_it_names() -> None:
    renumbered = BOARD.replace("Dnr 2031/00071", "Dnr KS 2031/17")
    index = indexed(("Granby", COMMITTEE), ("Granby", renumbered))
    found = changed(material("Ändrade kommunstyrelsen arbetsutskottets förslag om bron över Lillån?", index))
    assert found is not None
    assert found.told.startswith("Ja, kommunstyrelsen ändrade")


def test_what_was_struck_is_quoted_beside_what_was_decided_without_it() -> None:
    shortened = (
        BOARD.replace("2. Bron målas röd.\n3. B", "2. B")
        .replace("5 mnkr", "4 mnkr")
        .replace("2. Beslutet gäller under förutsättning att staten ger bidrag.\n", "")
    )
    draft = answered(
        "Ändrade kommunstyrelsen arbetsutskottets förslag om bron över Lillån?", indexed(("Granby", COMMITTEE), ("Granby", shortened))
    )
    assert "en punkt struken" in draft.text
    assert [citation.section for citation in draft.citations] == ["§ 4", "§ 10"]
    assert "byggs över Lillån" in draft.citations[1].quote
