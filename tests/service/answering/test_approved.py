"""When invented minutes were approved and posted."""

import pytest

from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed

MINUTES = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-09-17

Plats och tid               Rådhuset, tisdag 2024-09-17 kl 13.00–15.20
Beslutande                  Anna Ek (S), ordförande
                            Bo Alm (C)
Justerare                   Bo Alm (C)
Justeringens plats och tid  Rådhuset, måndagen den 23 september 2024
Paragrafer                  §§ 77–78

ANSLAG/BEVIS
Datum då anslaget sätts upp    2024-09-24
Datum då anslaget tas ned      2024-10-16

§ 77 Dnr 2024/00140
Avgift för bastun

Kommunstyrelsens beslut
Avgiften för bastun höjs till 50 kronor.

§ 78 Dnr 2024/00141
Bro över Lillån

Kommunstyrelsens beslut
Bron byggs under 2025.

Paragrafen justeras omedelbart.
"""
BARE = """ÄLVMO KOMMUN
SAMMANTRÄDESPROTOKOLL
Socialnämnden
2024-05-14

Plats och tid               Rådhuset, tisdag 2024-05-14 kl 13.00–15.20
Justerare                   Siv Ros (C)

§ 12 Dnr 2024/00031
Avgift för trygghetslarm

Socialnämndens beslut
Avgiften är 200 kronor.
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", MINUTES), ("Älvmo", BARE))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("När justerades kommunstyrelsens protokoll i Granby den 17 september 2024?", "23 september 2024"),
        ("När justerades § 77 i Granby?", "23 september 2024"),
        ("Vilken dag anslogs kommunstyrelsens protokoll i Granby?", "2024-09-24"),
        ("När togs anslaget om kommunstyrelsens protokoll i Granby ned?", "2024-10-16"),
    ],
)
def test_the_day_of_approval_or_notice_stands_first_and_not_that_of_the_meeting(filled: FakeIndex, question: str, value: str) -> None:
    made = answered(question, filled)

    assert made.reason is None
    assert made.text.startswith(f"{value}. Kommunstyrelsen 2024-09-17")


def test_a_section_approved_at_the_meeting_is_told_so(filled: FakeIndex) -> None:
    assert "Paragrafen justeras omedelbart." in answered("När justerades § 78 i Granby?", filled).text


def test_minutes_that_do_not_tell_the_day_are_no_answer(filled: FakeIndex) -> None:
    made = answered("När justerades socialnämndens protokoll i Älvmo?", filled)

    assert made.reason == "De indexerade handlingarna nämner saken, men inte tidpunkten."
