import pytest

from indexer.structuring import heads
from indexer.structuring.lines import lines_of
from tests.indexer.bundles import source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ny lekplats vid torget\n\nLekplatsen är ny.", "Ny lekplats vid torget"),
        (
            "2031-02-13 Bilaga 1\n\nTelefon: 0000-00 00 00\n\nMinnesanteckningar från mötet\n\nAlla var där.",
            "Minnesanteckningar från mötet",
        ),
        ("Barn- och skolnämnden\n\nUppföljning av måltider\n", "Uppföljning av måltider"),
        (
            "Uppföljning av måltiderna i kommunens\nskolor och förskolor under året\n\nText.",
            "Uppföljning av måltiderna i kommunens skolor och förskolor under året",
        ),
        ("SMEDJEB#CKEN\n\nsmedjebacken.se\n\nUppföljning av måltider\n", "Uppföljning av måltider"),
        ("Ada Ek\nada.ek@granstad.se\n\nUppföljning av måltider\n", "Uppföljning av måltider"),
        ("Ada Ek\nbo.al@granstad.se\n\nUppföljning av måltider\n", "Ada Ek"),
        ("Dokumenttyp: Plan\nTjanstestélle: Skolan\nAntagen av BSN 2031-02-xx § xx\n\nPlan för måltider\n", "Plan för måltider"),
        ("Statistik\nOlyckor i skolan\n\nNya 12\n", "Statistik Olyckor i skolan"),
        ("och fortsätter mitt i en mening som\n\nbörjade på sidan före.", None),
        ("", None),
    ],
)
def test_the_title_is_the_first_line_that_names_no_sender(text: str, title: str | None) -> None:
    assert heads.title_of(lines_of(source(text or "\n"))) == title


def test_a_paragraph_is_no_title() -> None:
    text = "Den här planen har arbetats fram under en lång tid av alla som arbetar i\nskolan efter\nen utbildning\nunder året.\n"

    assert heads.title_of(lines_of(source(text))) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2031-10-21", True),
        ("Barn- och skolförvaltningen  2031-12-10", True),
        ("2031-02-13 Bilaga 1", True),
        ("Datum: 2031-02-05", True),
        ("2031-01-30 FUN041 2031/00391", True),
        ("Delårsrapport per 2031-08-31", False),
        ("Barn- och skolnämnden uppdrog 2031-03-09 § 33", False),
        ("2031-01-01 - 2031-02-29", False),
    ],
)
def test_a_date_line_gives_a_day_and_at_most_who_it_is_from(text: str, is_one: bool) -> None:
    assert heads.is_date_line(text) is is_one


def test_titles_are_alike_by_the_words_that_tell_them_apart() -> None:
    assert heads.alike("Rapport om skolmåltider", "Bilaga: rapport om skolmåltider 2031")
    assert heads.alike("Nämndplan för barn- och skolnämnden 2031", "Nämndplan 2031 utkast")
    assert not heads.alike("Barn- och skolnämndens plan", "Svar från barn- och skolnämnden")


@pytest.mark.parametrize("gap", [" ", "\t", " " * 70])
def test_columns_far_apart_are_no_longer_lines(gap: str) -> None:
    assert heads.names_an_issuer_in(f"Granköpings kommun{gap}2031-04-02")
