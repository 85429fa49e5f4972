"""DOCX as word processors write them: made with python-docx, their XML altered where it cannot."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.errors import DamagedFile, EmptyFile, ProtectedFile
from indexer.readers import docx as reader


def saved(document: docx.document.Document, folder: Path) -> Path:
    path = folder / "skrivelse.docx"
    document.save(str(path))
    return path


def texts(path: Path) -> list[str]:
    return [page.text for page in reader.read(path).pages]


def test_headings_paragraphs_and_points_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Taxa för uthyrning", 1)
    document.add_paragraph("Lokalerna hyrs ut.")
    document.add_paragraph("Avgiften höjs.", style="List Bullet")
    document.add_paragraph("Taxan gäller från 2025-01-01.", style="List Bullet")
    document.add_paragraph("1. Nämnden antar taxan.")
    document.add_paragraph("2. Nämnden följer upp den.")
    points = "• Avgiften höjs.\n• Taxan gäller från 2025-01-01.\n1. Nämnden antar taxan.\n2. Nämnden följer upp den.\n"
    assert texts(saved(document, tmp_path)) == [f"Taxa för uthyrning\n\nLokalerna hyrs ut.\n\n{points}"]


def test_rows_are_lines_and_cells_stand_apart(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, words in zip(
        table.rows, [("Lokal", "2023", "2024"), ("Bygdegården", "", "150"), ("Simhallen,\nstora", "90", "95")], strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    assert texts(saved(document, tmp_path)) == ["Lokal\t2023\t2024\nBygdegården\t\t150\nSimhallen, stora\t90\t95\n"]


def test_cells_that_are_merged_leave_the_columns_as_they_are(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Avgift"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Lokal"
    for place, word in (((1, 1), "2023"), ((1, 2), "2024"), ((2, 0), "Bygdegården"), ((2, 1), "140"), ((2, 2), "150")):
        table.cell(*place).text = word
    assert texts(saved(document, tmp_path)) == ["Lokal\tAvgift\n\t2023\t2024\nBygdegården\t140\t150\n"]


def test_a_table_inside_a_table_keeps_its_rows(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Avgifter"
    inner = outer.cell(0, 1).add_table(2, 2)
    for place, word in (((0, 0), "Lokal"), ((0, 1), "2024"), ((1, 0), "Bygdegården"), ((1, 1), "150")):
        inner.cell(*place).text = word
    (page,) = texts(saved(document, tmp_path))
    assert [line for line in page.split("\n") if line] == ["Avgifter", "Lokal\t2024", "Bygdegården\t150"]


def test_labels_keep_the_lines_of_their_values(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Beslutande"
    table.cell(0, 1).text = "Asta Bro (S)\nEbbe Dal (C)"
    assert texts(saved(document, tmp_path)) == ["Beslutande\tAsta Bro (S)\n\tEbbe Dal (C)\n"]


def test_headers_and_footers_stand_once_around_each_section(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Kulturnämnden\tPROTOKOLL"
    document.sections[0].footer.paragraphs[0].text = "Justerandes signatur"
    document.add_paragraph("§ 1 Upprop")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("§ 2 Budget")
    around = "Kulturnämnden\tPROTOKOLL\n\n{}\n\nJusterandes signatur\n"
    assert texts(saved(document, tmp_path)) == [around.format("§ 1 Upprop"), around.format("§ 2 Budget")]


def test_pages_break_where_word_noted_it_and_a_break_noted_twice_is_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Sida ett").add_run().add_break(WD_BREAK.PAGE)
    paragraph = document.add_paragraph()
    paragraph.add_run()._r.append(parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    paragraph.add_run("Sida två")
    assert texts(saved(document, tmp_path)) == ["Sida ett\n", "Sida två\n"]


def test_tracked_changes_and_comments_are_counted_and_what_is_deleted_is_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Avgiften är ")
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>100</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>150</w:t></w:r></w:ins>"))
    run = paragraph.add_run(" kronor.")
    document.add_comment(run, text="Stämmer det?")
    content = reader.read(saved(document, tmp_path))
    assert [page.text for page in content.pages] == ["Avgiften är 150 kronor.\n"]
    assert content.notes == ("1 tracked insertions, read as text", "1 tracked deletions, left out", "1 comments, left out")


def numbered(folder: Path, *levels: tuple[str, str, str], marks: list[int]) -> Path:
    """A document whose paragraphs Word numbers: levels as (format, pattern, start), a paragraph for each mark."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (kind, pattern, start) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shown}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for mark in marks:
        properties = document.add_paragraph("Text")._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{mark}"/><w:numId w:val="77"/></w:numPr>'))
    return saved(document, folder)


@pytest.mark.parametrize(
    ("levels", "marks", "shown"),
    [
        ([("decimal", "§ %1", "12")], [0, 0], ["§ 12", "§ 13"]),
        ([("decimal", "%1.", "1"), ("lowerLetter", "%2)", "1")], [0, 1, 1, 0, 1], ["1.", "a)", "b)", "2.", "a)"]),
        ([("decimal", "%1", "3"), ("decimal", "%1.%2", "1")], [1, 1, 0, 1], ["3.1", "3.2", "4", "4.1"]),
        ([("upperRoman", "%1.", "4")], [0], ["IV."]),
        ([("bullet", "\uf0b7", "1")], [0], ["•"]),
        ([("none", "", "1")], [0], [""]),
    ],
)
def test_numbers_that_word_counts_are_read(tmp_path: Path, levels: list[tuple[str, str, str]], marks: list[int], shown: list[str]) -> None:
    (text,) = texts(numbered(tmp_path, *levels, marks=marks))
    assert [line.removesuffix("Text").strip() for line in text.split("\n") if line] == shown


def test_text_in_boxes_and_footnotes_is_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>I en ruta</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f"<mc:Choice Requires='wps'><w:r>{box}</w:r></mc:Choice><mc:Fallback><w:r>{box}</w:r></mc:Fallback>"
    paragraph = document.add_paragraph("Text")
    paragraph._p.append(parse_xml(f"<mc:AlternateContent {nsdecls('w')} {mc}>{choice}</mc:AlternateContent>"))
    assert texts(saved(document, tmp_path)) == ["Text\n\nI en ruta\n"]


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match=r"skrivelse\.docx"):
        reader.read(saved(docx.Document(), tmp_path))


def test_what_is_no_word_document_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "skrivelse.docx"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("annat.xml", "<a/>")
    with pytest.raises(DamagedFile, match="no Word document"):
        reader.read(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with pytest.raises(ProtectedFile, match="password"):
        reader.read(path)


@pytest.mark.parametrize("cut", [30, 2_000, 20_000])
def test_a_document_cut_off_is_damaged(tmp_path: Path, cut: int) -> None:
    target = io.BytesIO()
    docx.Document().save(target)
    path = tmp_path / "skrivelse.docx"
    path.write_bytes(target.getvalue()[:cut])
    with pytest.raises(DamagedFile, match=r"skrivelse\.docx"):
        reader.read(path)
