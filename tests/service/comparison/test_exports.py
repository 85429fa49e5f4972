import csv
import io
import re
import zipfile

import pytest

from service.comparison.exports import as_csv, cited_in_words, markdown, xlsx
from service.comparison.records import Cell, Column, Empty, Row
from tests.service.comparison.tables import amount, citation, table

HOSTILE = '=HYPERLINK("https://ont.example";"klicka")'
ROWS = (amount("Granby", "500", written="500 kronor"), Row("Tystberga", (), Empty.NOTHING_FOUND, "Sökt i: Tystberga; 2 organ."))


def read(made: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))


def sheet(made: bytes, number: int) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        return book.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_csv_opens_in_a_swedish_spreadsheet() -> None:
    made = as_csv(table(*ROWS))

    assert made.startswith(b"\xef\xbb\xbf")
    heads, granby, silent = read(made)
    assert heads == ["Kommun", "Svar", "Belopp", "Läge", "Källor"]
    assert granby[:3] == ["Granby", "Avgiften är 500 kronor.", "500 kronor"]
    assert "§ 3 · Dnr 2024/00012" in granby[4]
    assert silent[3] == "sökt, inget funnet; Sökt i: Tystberga; 2 organ."


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t=", " \n=", "＝"])
def test_no_text_from_a_document_is_a_formula(opening: str) -> None:
    text = f"{opening}SUMMA(1)"
    row = Row("Granby", (Cell(Column.ANSWER, text, "beslut", (citation("Granby", text),)),))

    cell = read(as_csv(table(row)))[1][1]
    assert cell.startswith("'") and cell.endswith("SUMMA(1)")
    assert "<f>" not in sheet(xlsx(table(row)), 1)


def test_a_negative_sum_stays_a_number_in_csv() -> None:
    row = Row("Granby", (Cell(Column.ANSWER, "-109", "beslut", (citation("Granby", "-109"),)),))

    assert read(as_csv(table(row)))[1][1] == "-109"


def test_a_workbook_holds_numbers_as_numbers_and_no_links() -> None:
    row = Row("Storby", (Cell(Column.ANSWER, HOSTILE, "beslut", (citation("Storby", HOSTILE),)),))
    made = xlsx(table(*ROWS, row))

    assert re.findall(r"<c r=\"\w+\" s=\"\d\"><v>(\d+)</v>", sheet(made, 1)) == ["500"]
    assert "<f>" not in sheet(made, 1) and "hyperlink" not in sheet(made, 1) + sheet(made, 2)


def test_a_workbook_shows_ore_only_where_there_is_any_and_says_what_was_asked() -> None:
    made = xlsx(table(amount("Granby", "500"), amount("Älvmo", "21.90"), differences="Belopp: högst Granby 500 kr."))

    with zipfile.ZipFile(io.BytesIO(made)) as book:
        styles, texts = book.read("xl/styles.xml").decode(), book.read("xl/sharedStrings.xml").decode()
    cells = dict(re.findall(r"<c r=\"\w+\" s=\"(\d)\"><v>([\d.]+)</v>", sheet(made, 1)))
    assert len(cells) == 2 and "#,##0.##" not in styles
    assert "Vad är avgiften?" in texts and "Belopp: högst Granby 500 kr." in texts
    assert "[1] Granby" in texts


def test_a_cell_in_words_says_what_it_is_worth_and_where_it_stands() -> None:
    row = amount("Granby", "500")

    assert [cited_in_words(row, column) for column in (Column.ANSWER, Column.AMOUNT)] == ["Avgiften är 500 kr. (beslut) [1]", "500 kr [1]"]


def test_markdown_tells_differences_table_and_quotes_and_nothing_in_it_is_markup() -> None:
    row = Row("Storby", (Cell(Column.ANSWER, "[klicka](https://ont.example) | <b>", "beslut", (citation("Storby", "*fet*", "2"),)),))
    made = markdown(table(*ROWS, row, differences="Beslut finns: Granby."))

    assert made.startswith("# Vad är avgiften?\n\nBeslut finns: Granby.\n\n| Kommun | Svar | Belopp |\n")
    assert "\\[klicka\\](https://ont.example) \\| \\<b\\>" in made
    assert "[2] Storby · Kommunstyrelsen · 2024-03-12 · § 3 · Dnr 2024/00012 · storby.txt s. 1: ”\\*fet\\*”" in made
    assert "Tystberga | sökt, inget funnet | sökt, inget funnet |" in made
