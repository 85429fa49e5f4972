import io
import zipfile

import pytest

from service.serving.exporting import Sheet, as_csv, as_xlsx, one_line, plain

SHEET = Sheet("Lista", ("Ärende", "Varför"), [("=1+1", "a;b\nc"), ("Bron \x07", "–")], frozenset(("Varför",)))


def test_no_cell_of_a_csv_is_worked_out() -> None:
    lines = as_csv(SHEET).decode("utf-8-sig").split("\r\n")
    assert lines[:3] == ["Ärende;Varför", '\'=1+1;"a;b c"', "Bron;–"]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    sheet = zipfile.ZipFile(io.BytesIO(as_xlsx(Sheet("x", ("a",), [("=1+1",), ("https://granby.example",)])))).read(
        "xl/worksheets/sheet1.xml"
    )
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>*x*</b>", "\\<b\\>\\*x\\*\\</b\\>"),
        ("1. Bron", "1\\. Bron"),
        ("- Bron", "\\- Bron"),
        ("2031-03-12", "2031-03-12"),
        ("a | b\n# c", "a \\| b \\# c"),
    ],
)
def test_nothing_of_a_text_is_markdown(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_signs_that_no_reader_sees_are_left_out_of_a_line() -> None:
    assert one_line(" a\n\tb\x00 ") == "a b"
