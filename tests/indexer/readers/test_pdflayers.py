"""Pages whose text layer is not what they show: unseen, a stamp on a picture, letters that nobody wrote."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.documents import Page
from indexer.limits import Limits
from indexer.readers import ocr, pdf
from tests.conftest import missing

SENTENCE = "Kulturnämnden beslutar att höja avgiften för bygdegården."
INVISIBLE = 3


def read(path: Path, limits: Limits) -> Page:
    (page,) = pdf.read(path, limits, lambda: None).pages
    return page


def picture() -> ImageReader:
    """A page of A4 as a scanner shows it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for row in range(8):
        canvas.drawString(60, 700 - 24 * row, SENTENCE)
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    drawn = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    return ImageReader(drawn)


def scan_with(path: Path, *lines: str, mode: int = 0) -> Path:
    """A picture of a page with a text layer on it."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(picture(), 0, 0, *A4)
    text = canvas.beginText(60, 60)
    text.setTextRenderMode(mode)
    text.textLines("\n".join(lines))
    canvas.drawText(text)
    canvas.save()
    return path


def test_text_that_ocr_put_unseen_behind_a_picture_is_marked_as_ocr(tmp_path: Path) -> None:
    path = scan_with(tmp_path / "a.pdf", *["Kulturnamnden beslutar att hoja avgiften for bygdegarden."] * 4, mode=INVISIBLE)
    content = pdf.read(path, Limits(ocr=False), lambda: None)
    (page,) = content.pages
    assert (page.ocr, "hoja avgiften" in page.text) == (True, True)
    assert content.notes == ("1 pages hold text that another program's OCR put behind a picture",)


def test_text_that_is_seen_is_no_ocr_though_it_stands_on_a_picture(tmp_path: Path) -> None:
    page = read(scan_with(tmp_path / "a.pdf", *[SENTENCE] * 4), Limits(ocr=False))
    assert (page.ocr, page.damaged) == (False, False)


@pytest.mark.ocr
def test_a_stamp_on_a_picture_is_not_taken_for_the_text_of_its_page(tmp_path: Path) -> None:
    if lack := ocr.lack("swe"):
        missing(lack)
    path = scan_with(tmp_path / "a.pdf", "Ankom 2031-04-02", "Sida 3")
    page = read(path, Limits(cache=str(tmp_path / "cache")))
    assert (page.ocr, SENTENCE in page.text) == (True, True)
    unread = read(path, Limits(ocr=False))
    assert (unread.ocr, unread.damaged, "Ankom 2031-04-02" in unread.text) == (False, True, True)


@pytest.mark.parametrize(("low", "is_damaged"), [(0xE000, True), (0x0041, False)])
def test_a_font_without_a_table_of_characters_makes_a_page_a_scan(tmp_path: Path, low: int, is_damaged: bool) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(coded(low))
    page = read(path, Limits(ocr=False))
    assert (page.damaged, bool(page.text)) == (is_damaged, True)


def coded(low: int) -> bytes:
    """A PDF with a line of text whose font says that its letters are the characters from `low` on."""
    table = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    table += b"1 beginbfrange <41> <5A> <%04X> endbfrange endcmap end" % low
    shown = b"BT /F 12 Tf 60 700 Td (ABCDEFGHIJKLMNOPQRSTUVWXYZ) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(table), table),
    ]
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s\nendobj\n" % each for each in enumerate(objects, 1)) + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("damage", ["startxref that leads nowhere", "wrong places", "something before the file", "no table"])
def test_a_damaged_table_of_places_is_made_anew(tmp_path: Path, damage: str) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(60, 700, SENTENCE)
    canvas.save()
    whole = target.getvalue()
    table, start = whole.rindex(b"xref\n0"), whole.rindex(b"startxref")
    broken = {
        "startxref that leads nowhere": whole[:start] + b"startxref\n7\n%%EOF",
        "wrong places": whole[:table] + re.sub(rb"\d{10} 0", b"0000000009 0", whole[table:]),
        "something before the file": b"HTTP/1.1 200 OK\n\n" + whole,
        "no table": whole[:table] + whole[whole.rindex(b"trailer") : start] + b"%%EOF",
    }
    (tmp_path / "a.pdf").write_bytes(broken[damage])
    assert read(tmp_path / "a.pdf", Limits()).text.strip() == SENTENCE


def test_ligatures_are_the_letters_they_stand_for(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(coded(0xFB00))  # ﬀ ﬁ ﬂ ﬃ ﬄ …
    assert read(tmp_path / "a.pdf", Limits(ocr=False)).text.startswith("fffiflffiffl")
