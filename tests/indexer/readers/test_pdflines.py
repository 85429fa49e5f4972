"""What stands where on a PDF page: paragraphs apart, cells apart, columns in the order in which they are drawn."""

import time
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table, TableStyle

from indexer.limits import DEFAULT
from indexer.readers import pdf

NORMAL = getSampleStyleSheet()["Normal"]
LONG = "Upprustning av lekplatsen vid Björkbacken med nya gungor och en ramp för barn med rullstol"


def text(path: Path) -> str:
    return "".join(page.text for page in pdf.read(path, DEFAULT, lambda: None).pages)


def drawn(path: Path, *places: tuple[float, float, str]) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for x, y, words in places:
        canvas.drawString(x, y, words)
    canvas.save()
    return path


def test_paragraphs_stand_apart_and_lines_do_not(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", (60, 700, "Rubrik"), (60, 670, "Första raden"), (60, 656, "andra raden"), (60, 642, "tredje raden"))
    assert text(path) == "Rubrik\n\nFörsta raden\nandra raden\ntredje raden"


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_rows_with_cells_apart_also_where_cells_run_over_lines(tmp_path: Path, *, ruled: bool) -> None:
    rows = [["Projekt", "Budget", "Utfall"], [Paragraph(LONG, NORMAL), "1 250", "1 310"], [Paragraph("Ishallen", NORMAL), "90", "85"]]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    table = Table(rows, colWidths=[180, 90, 90], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *grid]))
    SimpleDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4).build([Paragraph("Investeringar", NORMAL), table, Paragraph("Slut.", NORMAL)])
    assert [line for line in text(tmp_path / "a.pdf").split("\n") if line] == [
        "Investeringar",
        "Projekt\tBudget\tUtfall",
        f"{LONG}\t1 250\t1 310",
        "Ishallen\t90\t85",
        "Slut.",
    ]


def test_cells_drawn_one_after_the_other_make_a_row(tmp_path: Path) -> None:
    cells = [
        (60, 700, "Projekt med"),
        (60, 686, "långt namn"),
        (300, 700, "Beviljas"),
        (300, 686, "delvis"),
        (400, 700, "90"),
        (60, 672, "Nästa"),
    ]
    assert text(drawn(tmp_path / "a.pdf", *cells)) == "Projekt med långt namn\tBeviljas delvis\t90\nNästa"


def test_two_columns_stay_in_the_order_in_which_they_are_drawn(tmp_path: Path) -> None:
    width = 220
    frames = [Frame(60 + n * (width + 30), 60, width, 700) for n in range(2)]
    document = BaseDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames)])
    sentences = [f"Mening {n} i texten om bygdens vägar och broar." for n in range(90)]
    document.build([Paragraph(" ".join(sentences), NORMAL)])
    assert " ".join(text(tmp_path / "a.pdf").split()) == " ".join(sentences)


def test_the_mark_of_a_point_is_no_cell_and_spaced_out_lines_are_no_table(tmp_path: Path) -> None:
    spaced = [(60 + 70 * n, 660, word) for n, word in enumerate(["Nämnden", "beslutar", "enligt", "förslaget"])]
    found = text(drawn(tmp_path / "a.pdf", (60, 700, "1."), (90, 700, "Avgiften höjs."), *spaced))
    assert found.startswith("1. Avgiften höjs.")


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read(tmp_path: Path, turned: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(turned)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(turned)  # what the page's turn undoes, as programs write a landscape page
    for n, words in enumerate(["Första raden", "andra raden"]):
        canvas.drawString(-200, 200 - 14 * n, words)
    canvas.save()
    assert text(tmp_path / "a.pdf").split("\n") == ["Första raden", "andra raden"]


def test_a_thousand_pages_take_seconds(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for _ in range(200):
        for line in range(45):
            canvas.drawString(60, 780 - 16 * line, "Nämnden beslutar att höja avgiften för bygdegården från årsskiftet.")
        canvas.showPage()
    canvas.save()
    started = time.monotonic()
    text(tmp_path / "a.pdf")
    assert time.monotonic() - started < 10
