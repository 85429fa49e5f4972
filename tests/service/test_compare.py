import json
from dataclasses import replace

import pytest

from indexer.documents import Role, Status
from indexer.index import Access
from service.compare import Wish, compare
from service.comparison import plain
from service.comparison.records import Column, Comparison
from tests.service.made import PASSAGES, TODAY, passage, resources

PROPOSED = passage(
    "Utskottet föreslår att friskvårdsbidraget ska vara 3 000 kronor.\n",
    municipality="Sjöbacka",
    section="§ 4",
    case="2024/00002",
    role=Role.FORSLAG,
    status=Status.FORSLAG,
    file="sjobacka.txt",
)
SILENT = passage("Nämnden godkänner dagordningen för mötet.\n", municipality="Tystberga", section="§ 1", file="tystberga.txt")


def compared(*municipalities: str, question: str = "Hur stort är friskvårdsbidraget?") -> Comparison:
    return compare(question, Wish(municipalities), resources(*PASSAGES, PROPOSED, SILENT), Access.public(), TODAY)


def test_each_municipality_has_a_row_with_its_own_cited_cell() -> None:
    rows = {row.municipality: row for row in compared("Granby", "Älvmo").rows}

    assert "2 500 kronor" in rows["Granby"].cells[0].text
    assert "1 800 kronor" in rows["Älvmo"].cells[0].text
    for name, row in rows.items():
        assert all(citation.municipality == name for cell in row.cells for citation in cell.citations)
        assert all(cell.citations for cell in row.cells)


def test_an_empty_row_says_which_kind_of_empty_it_is() -> None:
    rows = {row.municipality: row.empty for row in compared("Granby", "Sjöbacka", "Tystberga", "Norrtälje").rows}

    assert rows == {"Granby": None, "Sjöbacka": "mentioned_not_decided", "Tystberga": "searched_nothing_found", "Norrtälje": "not_indexed"}


def test_without_names_all_that_are_indexed_are_compared() -> None:
    assert [row.municipality for row in compared().rows] == ["Granby", "Sjöbacka", "Tystberga", "Älvmo"]


def test_names_in_the_question_choose_the_rows() -> None:
    found = compared(question="Hur stort är friskvårdsbidraget i Älvmo kommun och i Norrtälje kommun?")

    assert [row.municipality for row in found.rows] == ["Älvmo", "Norrtälje"]


def test_the_sums_are_a_column_and_stand_side_by_side() -> None:
    found = compared("Granby", "Älvmo")

    assert found.columns == ("Svar", "Belopp", "Datum", "Organ")
    assert "högst Granby 2 500 kr, lägst Älvmo 1 800 kr" in found.differences


def test_the_shown_comparison_is_plain_json_with_the_promised_names() -> None:
    made = json.loads(json.dumps(plain.comparison(compared("Granby", "Tystberga"))))

    assert {"question", "columns", "rows", "differences"} <= set(made)
    assert {"municipality", "cells", "empty"} <= set(made["rows"][0])
    assert {"column", "text", "status", "citations"} <= set(made["rows"][0]["cells"][0])


MANY = tuple(
    passage(
        f"Kommunstyrelsen beslutar att avgiften för en båtplats är {300 + 10 * number} kronor per säsong "
        f"från den {1 + number % 28} maj 2025.\n",
        municipality=f"Ort{number:02}",
        section=f"§ {number}",
        case=f"2024/{number:05}",
        title="Avgift för båtplats",
        role=Role.BESLUT,
        status=Status.BESLUT,
        file=f"ort{number:02}.txt",
    )
    for number in range(1, 51)
)


def test_of_fifty_that_write_alike_each_has_its_own_sum_and_day() -> None:
    found = compare(
        "Vad är avgiften för en båtplats i kommunerna, och när gäller den?",
        Wish(columns=(Column.AMOUNT, Column.TIME)),
        resources(*MANY),
        Access.public(),
        TODAY,
    )

    assert len(found.rows) == 50
    for number, row in enumerate(found.rows, 1):
        amount, day = row.cell(Column.AMOUNT), row.cell(Column.TIME)
        assert amount and amount.text == f"{300 + 10 * number} kronor per säsong"
        assert day and day.text == f"{1 + number % 28} maj 2025"
        assert {citation.municipality for cell in row.cells for citation in cell.citations} == {row.municipality}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Båtplatserna i Sjöbacka sköts av Vikens hamnförbund, som bestämmer avgiften för båtplats.\n", "other_organisation"),
        ("Kommunstyrelsen noterar att båtplatser var ett ärende i fjol.\n", None),
    ],
)
def test_who_acts_instead_is_found_in_the_municipalitys_own_words(text: str, told: str | None) -> None:
    own = passage(text, municipality="Sjöbacka", section="§ 4", case="2024/00002", status=Status.INFORMATION, file="sjobacka.txt")
    row = compare("Vad är avgiften för en båtplats?", Wish(("Sjöbacka", "Ort01")), resources(*MANY[:1], own), Access.public(), TODAY).rows[
        0
    ]

    assert (row.empty == "other_organisation") == (told == "other_organisation")
    if told:
        assert row.cells[0].text == text.strip()


def test_what_only_a_neighbour_tells_is_marked_as_second_hand() -> None:
    told = passage(
        "Förvaltningen har frågat grannarna. I Norrtälje är avgiften för en båtplats 900 kronor per säsong.\n",
        municipality="Granby",
        title="Avgift för båtplats",
    )
    found = compare(
        "Vad är avgiften för en båtplats?", Wish(("Ort01", "Ort02", "Norrtälje")), resources(*MANY[:2], told), Access.public(), TODAY
    )
    row = found.rows[2]

    assert (row.empty, row.cells[0].voice) == ("second_hand", "other")
    assert {citation.municipality for citation in row.cells[0].citations} == {"Granby"}
    assert "Uppgift bara i andra hand: Norrtälje" in found.differences
    assert "900" not in found.differences.split("Inte jämförbart")[0]


def test_of_something_decided_again_the_latest_decision_answers() -> None:
    old = replace(
        MANY[0],
        id="old",
        section_id="old",
        text=MANY[0].text.replace("310", "250"),
        date="2019-03-12",
        case="2019/00009",
        case_key="ort01||2019|9",
        file="old.txt",
    )
    found = compare("Vad är avgiften för en båtplats?", Wish(("Ort01",)), resources(old, MANY[0]), Access.public(), TODAY)

    amount = found.rows[0].cell(Column.AMOUNT)
    assert amount and amount.text == "310 kronor per säsong"


def test_columns_are_those_that_the_caller_names_even_where_they_stay_empty() -> None:
    found = compare(
        "Vad är avgiften för en båtplats?", Wish(("Ort01",), (Column.PARTY, Column.CASE)), resources(*MANY[:1]), Access.public(), TODAY
    )

    assert found.columns == ("Svar", "Parti", "Dnr")


def test_a_municipalitys_whole_cost_is_told_per_inhabitant_where_its_population_is_known() -> None:
    cost = passage(
        "Kommunstyrelsen beslutar att hamnen får kosta 2 400 000 kronor.\n",
        municipality="Sjöbacka",
        title="Hamnen",
        role=Role.BESLUT,
        status=Status.BESLUT,
    )
    found = compare(
        "Hur mycket får hamnen kosta?", Wish(("Sjöbacka",), inhabitants={"Sjöbacka": 12_000}), resources(cost), Access.public(), TODAY
    )

    cell = found.rows[0].cell(Column.PER_INHABITANT)
    assert cell and cell.text == "200 kr"


def test_what_an_own_paper_says_of_a_neighbour_is_not_the_municipalitys_own() -> None:
    of_neighbour = passage(
        "Säters kommun har en gemensam lokal överenskommelse om elevers skolhälsa till och med 1 juni 2027.\n", file="granby-2.txt"
    )
    of_itself = passage("Granby kommun har en lokal överenskommelse om elevers skolhälsa till och med 3 mars 2026.\n", file="granby-3.txt")
    made = resources(of_neighbour, of_itself)

    found = compare(
        "När går den gemensamma lokala överenskommelsen om elevers skolhälsa ut?", Wish(("Granby",)), made, Access.public(), TODAY
    )

    assert "3 mars 2026" in found.rows[0].cells[0].text
    assert "1 juni 2027" not in found.rows[0].cells[0].text


def test_of_what_neighbours_tell_the_sentence_with_the_day_asked_for_answers() -> None:
    told = passage(
        "Källor: Lokal överenskommelse om skolhälsa, Rättviks kommun (2023).\n\n"
        "Rättviks kommun har en lokal överenskommelse om skolhälsa till och med 3 mars 2026.\n",
        file="granby-2.txt",
    )

    found = compare("När går den lokala överenskommelsen om skolhälsa ut?", Wish(("Rättvik",)), resources(told), Access.public(), TODAY)

    assert found.rows[0].empty == "second_hand"
    assert "3 mars 2026" in found.rows[0].cells[0].text


def test_two_years_are_told_side_by_side_in_the_row() -> None:
    years = [
        passage(
            f"Simskolan hade {pupils} elever under {year}.\n",
            title=f"Simskolan {year}",
            section=f"§ {year}",
            case=f"{year}/00011",
            file=f"granby-{year}.txt",
        )
        for year, pupils in (("2022", 311), ("2023", 342))
    ]
    question = "Hur många elever hade simskolan i Granby 2022 jämfört med 2023?"

    row = compare(question, Wish(("Granby",)), resources(*years), Access.public(), TODAY).rows[0]

    matters = row.cell(Column.MATTER)
    assert "311" in row.cells[0].text
    assert "342" in row.cells[0].text
    assert matters and matters.text == "Simskolan 2022; Simskolan 2023"
