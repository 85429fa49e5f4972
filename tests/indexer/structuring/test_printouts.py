import pytest

from indexer.documents import Kind
from indexer.structuring import printouts
from indexer.structuring.lines import lines_of
from tests.indexer.bundles import documents, source

MATTER = (
    "§ 13 Dnr 2031/00080\n\nOlyckor i skolan\n\nBarn- och skolnämndens beslut\n\nRapporten godkänns.\n\nBeslutsunderlag\n\n"
    "Utdrag ur systemet t o m 2031-03-31\n\n\n\n\n"
)
NEXT_PAGE = "\n\n\n\n\n"


def printout(unit: str, period: str = "2031-01-01 - 2031-03-31") -> str:
    return f"Statistik\nOlyckor i skolan\n\n{unit}\nFilter {period}\n\nNya 12\nAvslutade 9"


@pytest.mark.parametrize(
    ("pages", "papers"),
    [
        ([printout("Granköpings skolor"), printout("Granköpings förskolor")], 2),
        ([printout("Granköpings skolor"), printout("Granköpings skolor", "2031-04-01 - 2031-06-30")], 2),
        ([printout("Granköpings skolor"), printout("Granköpings skolor")], 1),
        ([printout("Granköpings skolor"), "Kön\nFlickor 5\nPojkar 7"], 1),
    ],
)
def test_a_printout_is_a_paper_for_each_unit_and_period(pages: list[str], papers: int) -> None:
    figures = documents(MATTER + NEXT_PAGE.join(pages) + "\n")[1:]

    assert [(paper.kind, paper.title, paper.date) for paper in figures] == [(Kind.STATISTIK, "Statistik Olyckor i skolan", None)] * papers


def test_a_printout_has_the_day_it_was_printed_and_the_title_that_stands_on_all_its_pages() -> None:
    pages = [f"Antal beslut per typ\n\nUtskriftsdatum: 2031-0{month}-02\n\n310{month} Total\nBifall 4 4" for month in (2, 2, 3, 3)]
    figures = documents(MATTER + NEXT_PAGE.join(pages) + "\n")[1:]

    assert [(paper.kind, paper.title, paper.date) for paper in figures] == [
        (Kind.STATISTIK, "Antal beslut per typ", "2031-02-02"),
        (Kind.STATISTIK, "Antal beslut per typ", "2031-03-02"),
    ]


@pytest.mark.parametrize(
    ("top", "mark"),
    [
        ("Olyckor\nFilter 2031-01-01 - 2031-03-31\nNya 12", "olyckor filter 2031-01-01 - 2031-03-31"),
        ("Utskriftsdatum: 2031-02-02\nAntal beslut", "utskriftsdatum: 2031-02-02"),
        ("Period 2031\nOlyckor", None),
        ("Olyckor\nFilter används av förskolor", None),
    ],
)
def test_the_mark_of_a_printout_needs_a_day_or_a_month(top: str, mark: str | None) -> None:
    assert printouts.mark_of(lines_of(source(top))) == mark
