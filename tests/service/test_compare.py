import json

from indexer.documents import Role, Status
from indexer.index import Access
from service.compare import Wish, compare
from service.comparison import plain
from service.comparison.records import Comparison
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
