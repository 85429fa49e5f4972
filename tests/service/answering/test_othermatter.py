"""§ of one number in several minutes of invented Granby."""

import pytest

from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed


def paper(body: str, day: str, title: str, decided: str) -> tuple[str, str]:
    return "Granby", f"GRANBY KOMMUN\nSAMMANTRÄDESPROTOKOLL\n{body}\n{day}\n\n§ 12\n{title}\n\n{body}s beslut\n{decided}\n"


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(
        paper("Kommunstyrelsen", "2024-02-03", "Avgift för bastun", "Avgiften för bastun höjs till 60 kronor."),
        paper("Byggnadsnämnden", "2024-03-03", "Bygglov för carport på Lillån 3:2", "Bygglov för carport beviljas."),
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("§ 12 i Granby om bygglov", "Bygglov för carport beviljas."),
        ("§ 12 om bastun", "höjs till 60 kronor."),
        ("§ 12 byggnadsnämnden", "Bygglov för carport beviljas."),
    ],
)
def test_of_several_sections_of_a_number_the_one_about_the_matter_is_told(filled: FakeIndex, question: str, told: str) -> None:
    made = answered(question, filled)

    assert made.premise is None
    assert told in made.text


def test_a_number_that_several_minutes_have_names_the_others(filled: FakeIndex) -> None:
    made = answered("§ 12 i Granby", filled)

    assert made.premise is not None
    assert made.premise.startswith("Observera: § 12 finns i flera protokoll, också ")


def test_where_none_of_several_is_about_the_matter_that_is_said_of_all(filled: FakeIndex) -> None:
    made = answered("Vad beslutades i § 12 om simhallen?", filled)

    assert made.premise == "Observera: ingen § 12 som finns här säger något om simhallen."
