import pytest

from tests.indexer.bundles import found

MINUTES = "Kommunstyrelsen\nSammanträdesprotokoll\n2031-05-03\n\n"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"{MINUTES}KS 226\nUpprop\n\nKS 227\nVal av justerare\n\nKS 228 KS 2031/0425\nRemiss\n", ["§ 226", "§ 227", "§ 228"]),
        (f"{MINUTES}KSAU 130/2031\nBudget\n\nKSAU 131/2031\nTaxa\n", ["§ 130", "§ 131"]),
        ("Innehåll\n\n§ 252\nGodkännande av listan\n7\n\n§ 253\nBudget\n8 - 11\n", ["§ 252", "§ 253"]),
        (f"{MINUTES}30 Muntlig information\n\n31 Budget och uppföljning\n\n32 Förhandsbesked\n", ["§ 30", "§ 31", "§ 32"]),
    ],
)
def test_numbers_that_count_up_are_sections(text: str, numbers: list[str]) -> None:
    assert [number for number, _ in found(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        f"{MINUTES}KS 226\nUpprop\n",
        f"{MINUTES}1 Bakgrund till planen\n\n2 Mål för planen\n\n3 Uppföljning av planen\n",
        f"{MINUTES}2030 Summa kostnader\n\n2031 Summa kostnader\n\n2032 Summa kostnader\n",
        "Rapport\n\nIFO 2030\n\nIFO 2031\n",
    ],
)
def test_single_numbers_chapters_and_years_are_not(text: str) -> None:
    assert found(text) == []
