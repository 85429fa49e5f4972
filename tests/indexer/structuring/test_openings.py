import pytest

from tests.indexer.bundles import found

BODY = "\n\nKommunstyrelsens beslut\n\nFörslaget antas.\n"


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("§ 84 Dnr 2031/00190\n\nNy lekplats", "§ 84", "Ny lekplats"),
        (" § 84 Dnr 2031/00190 \n\nNy lekplats vid torget i norra\nGranköping", "§ 84", "Ny lekplats vid torget i norra Granköping"),
        ("§ 166\n\nDnr 2031/00196\n\n## **Ny lekplats**", "§ 166", "Ny lekplats"),
        ("§117 Ny lekplats\n\nDnr. 2031/KS 0206 001", "§ 117", "Ny lekplats"),
        ("KF § 102 DNR: KU.2031.3\n\nNy lekplats", "§ 102", "Ny lekplats"),
        ("Ks 60 Dnr KS 2031/17\nNy lekplats", "§ 60", "Ny lekplats"),
        ("26 Dnr KS 2031/14\nNy lekplats", "§ 26", "Ny lekplats"),
        ("§ 230/31   Dnr: KS 2031/0594\n\nNy lekplats", "§ 230", "Ny lekplats"),
        ("Ä 12 Dnr KS032-31 041\n\nNy lekplats", "Ä 12", "Ny lekplats"),
        ("Ä 19 a  Dnr KS567-31 023\n\nNy lekplats", "Ä 19 a", "Ny lekplats"),
        ("§ 5\nNy lekplats", "§ 5", "Ny lekplats"),
    ],
)
def test_headings_of_every_shape_open_a_section(heading: str, number: str, title: str) -> None:
    assert found(heading + BODY) == [(number, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Beslut fattades den 18 december 2030\n\n§ 52\n\nKommunstyrelsen den 10 februari 2031 § 13\n\nFörslag till beslut\n\nNej.\n",
        "Nämnden beslutade 2031-09-14\n§ 64 dnr 2031/00154 att godkänna utredningen.\n",
        "Enligt skollagen gäller följande.\n\n29 §   Elever i alla skolformer har rätt till stöd.\n",
        "Som sägs i\n\n§ 28 i reglementet ska nämnden höras.\n",
        "Ombudsmannen skriver i\n§ lag (2001:82) om annat.\n",
    ],
)
def test_references_and_laws_open_none(text: str) -> None:
    assert found(text) == []


def test_a_list_of_contents_is_passed_over_where_the_sections_are_there() -> None:
    text = f"Ärendelista\n\n§ 1 Upprop ..... 3\n§ 2 Ny lekplats ..... 4\n\n\n\n\n§ 1 Upprop\n{BODY}\n§ 2 Ny lekplats\n{BODY}"

    assert found(text) == [("§ 1", "Upprop"), ("§ 2", "Ny lekplats")]


def test_a_list_of_contents_is_what_a_first_page_has() -> None:
    text = "Innehållsförteckning\n\n§ 194 Upprop ...4\n\n§ 195 Ny lekplats ...5\n"

    assert found(text) == [("§ 194", "Upprop"), ("§ 195", "Ny lekplats")]


def test_a_sign_read_as_a_digit_is_undone_by_the_sequence() -> None:
    padding = "text utan sina prickar och ringar som en dalig avlasning ger den " * 12
    text = f"{padding}\n\n§3 Dnr 2031/00003\n\nForsta\n\n84 Dnr 2031/00004\n\nAndra\n\ng§171 Dnr 2031/00171\n\nTredje\n"

    assert [number for number, _ in found(text)] == ["§ 3", "§ 4", "§ 171"]


def test_a_bare_number_counts_where_it_is_the_next() -> None:
    text = (
        f"PU § 23\nNy skolchef\n{BODY}\nPU § 24\nArbetsmiljö\nUtskottet tar del av informationen.\n\n"
        "PU § 31\nNågot helt annat\nsom inte är en paragraf.\n"
    )

    assert [number for number, _ in found(text)] == ["§ 23", "§ 24"]
