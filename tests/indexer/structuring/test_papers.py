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


def test_what_a_year_has_cost_is_a_paper_of_its_own_behind_an_officers_paper() -> None:
    proposal = (
        "Barn- och skolförvaltningen\n\nBokslut 2031\n\nFörslag till beslut\n\nBokslutet godkänns.\n\nÄrendebeskrivning\n\nÅret är slut."
    )
    accounts = [
        "BOKSLUTSSAMMANDRAG 2031\n\nINTÄKTER 12\nAVGIFTER 8\nBIDRAG 4",
        "KOSTNADER 14",
        "33\n\nSkolan Verksamhetsbokslut 2031\n\nBokslut 2031 Bokslut 2030\n\nElever 30",
    ]
    found = documents(REPORT + "\n\n\n\n\n".join([proposal, *accounts]) + "\n")[1:]

    assert [(paper.kind, paper.title) for paper in found] == [
        (Kind.TJANSTESKRIVELSE, "Bokslut 2031"),
        (Kind.BUDGET, "BOKSLUTSSAMMANDRAG 2031"),
        (Kind.BUDGET, "Skolan Verksamhetsbokslut 2031"),
    ]


@pytest.mark.parametrize(
    ("top", "papers"),
    [
        ("Smedby kommun Årsredovisning 2031\n\nSkolan har vuxit.", 1),
        ("Bokslut 2031\nBokslut 2030\nBokslut 2029\n", 1),
        ("Förskolan Bokslut 2031\n\nBarn 12", 2),
    ],
)
def test_accounts_of_a_year_begin_once_and_not_in_a_column(top: str, papers: int) -> None:
    found = documents(f"{REPORT}Årsredovisning 2031 Smedby\n\nÅret var gott.\n\nAlla trivdes.\n\nDet går bra.\n\n\n\n\n{top}\n")

    assert len(found) == papers + 1


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
