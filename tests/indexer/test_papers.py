import time

import pytest

from indexer.documents import Kind
from tests.indexer.bundles import documents

FRONT = "Plats och tid\n\nBeslutande\n\nJusterare\n\nNämndrummet, torsdagen den 6 februari 2031\n\nAda Ek (S)\n"
REPORT = "§ 13 Dnr 2031/00080\n\nRapport\n\nKommunstyrelsens beslut\n\nRapporten godkänns.\n\nBeslutsunderlag\n\nRapport om stöd\n\n\n\n\n"


def test_the_torn_front_page_of_minutes_is_no_paper_of_its_own() -> None:
    text = (
        f"{FRONT}\n\n\n\n2031-02-07\n\nDatum då anslaget tas ned\n\nBarn- och skolförvaltningen\n\n2031-03-01\n\n\n\n\n"
        "§ 1 Dnr 2031/00043\n\nInformation\n\nBarn- och skolnämndens beslut\n\nInformationen läggs till handlingarna.\n"
    )
    (only,) = documents(text)

    assert (only.kind, only.date, [section.number for section in only.sections]) == (Kind.PROTOKOLL, "2031-02-06", [None, "§ 1"])


@pytest.mark.parametrize(
    ("end", "papers"),
    [
        ("Utbildning för familjehem som leds av kommunens egna\nfamiljehemssekreterare", 2),
        ("Ada Ek\nfamiljehemssekreterare", 3),
        ("Alla är nöjda.\n\nAda Ek, utredare", 3),
    ],
)
def test_a_paper_ends_with_who_signs_it_and_not_with_an_office_in_its_text(end: str, papers: int) -> None:
    text = (
        f"{REPORT}Rapport om stöd\n\nStödet har getts under året.\n\n{end}\n\n\n\n\nTRAPPAN ett program för barn\n\nProgrammet är nytt.\n"
    )

    assert len(documents(text)) == papers


@pytest.mark.parametrize(
    "line", ["§ 1\n", "§ 1 Dnr 2031/00012\nTitel\n", "\f§ 1 Titel\nBeslut\n", "Bilaga 1\n\n\n\n", "DNR Ankom\nKS1-31 Motion\n"]
)
def test_many_headings_are_read_in_time_that_grows_with_their_number(line: str) -> None:
    begun = time.perf_counter()
    documents(line * 500)
    once = time.perf_counter() - begun
    begun = time.perf_counter()
    documents(line * 4_000)

    assert time.perf_counter() - begun < 40 * once + 0.5
