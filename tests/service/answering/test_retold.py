"""What a § tells of the steps before it."""

import pytest

from service.answering.retold import on_day, told
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

BUDGET = 68

MOTION = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunfullmäktige
2024-11-04

§ 90 Dnr 2023/00140
Motion om fria bastubad

Kommunfullmäktiges beslut
Motionen om fria bastubad avslås.

Ärendebeskrivning
Kim Ek (X) föreslår i en motion att bastun ska vara fri för alla.

Beslutsunderlag
Motion från Kim Ek (X) den 2 maj 2023
Kommunfullmäktige den 8 maj 2023 § 31
Tjänsteskrivelse den 12 augusti 2024
Kommunstyrelsen den 17 september 2024 § 77
"""
REVIEW = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kulturnämnden
2024-10-01

§ 41 Dnr 2023/00152
Översyn av bastun

Kulturnämndens beslut
Rapporten om översynen godkänns.

Ärendebeskrivning
Kulturnämnden gav den 14 mars 2023 förvaltningen i uppdrag att se över bastun.

Bastun är byggd av timmer och har plats för elva.

Återrapportering av översynen har skett vid två möten; 2023-11-07 och 2024-04-09.
Se www.bastu.example, läst den 3 juni 2024 (2024-06-03).

Beslutsunderlag
Rapport 2024-09-10
"""
SCHEDULE = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-02-06

§ 9 Dnr 2024/00012
Tidplan för bastuns budget

Kommunstyrelsens beslut
Tidplanen fastställs.

Ärendebeskrivning
Ekonomichefen har upprättat en tidplan för bastuns budget:
20 feb Ramar behandlas av kommunstyrelsens arbetsutskott
5 mars Ramar behandlas i kommunstyrelsen
18 juni Budgeten behandlas i fullmäktige
Taxor behandlas senare.
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", MOTION), ("Granby", REVIEW), ("Granby", SCHEDULE))


def quotes(question: str, filled: FakeIndex, budget: int = BUDGET) -> list[str]:
    return [" ".join(one.span.of(one.passage.text).split()) for one in told(material(question, filled), budget).excerpts]


def test_the_papers_that_a_decision_rests_on_tell_its_way(filled: FakeIndex) -> None:
    assert quotes("Gå igenom hur motionen om fria bastubad har handlagts", filled) == [
        (
            "Motion från Kim Ek (X) den 2 maj 2023 Kommunfullmäktige den 8 maj 2023 § 31 Tjänsteskrivelse den 12 augusti 2024"
            " Kommunstyrelsen den 17 september 2024 § 77"
        )
    ]


def test_sentences_with_a_day_tell_it_and_others_and_footnotes_do_not(filled: FakeIndex) -> None:
    assert quotes("Följ ärendet om översynen av bastun", filled) == [
        "Kulturnämnden gav den 14 mars 2023 förvaltningen i uppdrag att se över bastun.",
        "Återrapportering av översynen har skett vid två möten; 2023-11-07 och 2024-04-09.",
    ]


def test_a_schedule_is_told_whole_and_without_what_follows(filled: FakeIndex) -> None:
    assert quotes("Tidplan för bastuns budget", filled) == [
        (
            "20 feb Ramar behandlas av kommunstyrelsens arbetsutskott 5 mars Ramar behandlas i kommunstyrelsen"
            " 18 juni Budgeten behandlas i fullmäktige"
        )
    ]


def test_where_there_is_little_room_the_steps_asked_for_are_kept(filled: FakeIndex) -> None:
    kept = quotes("Följ ärendet om översynen av bastun: när skedde återrapportering?", filled, 14)

    assert kept == ["Återrapportering av översynen har skett vid två möten; 2023-11-07 och 2024-04-09."]


def test_the_answer_tells_the_steps_and_then_what_was_decided(filled: FakeIndex) -> None:
    text = answered("Följ ärendet om översynen av bastun", filled).text

    assert text.startswith("Kulturnämnden 2024-10-01 § 41 (Dnr 2023/00152): Kulturnämnden gav den 14 mars 2023")
    assert "Beslut: Rapporten om översynen godkänns." in text


RETOLD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-09-24

§ 94 Dnr 2024/00173
Ny spis till bastun

Kommunstyrelsens beslut
Inköpet av en ny spis till bastun stoppas.

Ärendebeskrivning
Vid arbetsutskottet den 13 maj 2024 lämnades information om bastuns spis. Två offerter har hämtats in.
Arbetsutskottet beslutade att återremittera ärendet för att höra bastuföreningen.
Den 2 juni 2024 lovade sotaren att spisen duger till jul.

Arbetsutskottet behandlade ärendet den 9 september 2024 och beslutade att föreslå kommunstyrelsen:
1. Inköpet stoppas.
2. Sotaren får i uppdrag att se över spisen.
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("13 maj 2024", ["Arbetsutskottet beslutade att återremittera ärendet för att höra bastuföreningen."]),
        (
            "9 september 2024",
            [
                "Arbetsutskottet behandlade ärendet den 9 september 2024 och beslutade att föreslå kommunstyrelsen:",
                "1. Inköpet stoppas.",
                "2. Sotaren får i uppdrag att se över spisen.",
            ],
        ),
        ("2 juni 2024", []),
        ("24 september 2024", []),
    ],
)
def test_what_a_section_retells_of_the_day_asked_for_is_its_own_decision(day: str, expected: list[str]) -> None:
    asked = material(f"Vad beslutade arbetsutskottet den {day} om spisen till bastun?", indexed(("Granby", RETOLD)))

    assert [" ".join(one.span.of(one.passage.text).split()) for one in on_day(asked, BUDGET)] == expected


def test_a_retold_decision_is_not_said_to_be_a_proposal() -> None:
    proposed = RETOLD.replace("Kommunstyrelsens beslut\n", "Kommunstyrelsens förslag till kommunfullmäktige\n")
    told = answered("Vad beslutade arbetsutskottet den 13 maj 2024 om spisen till bastun?", indexed(("Granby", proposed)))

    assert "återremittera" in told.text
    assert told.status_note is None
