"""Page images: what tesseract's words become, what is kept, what is counted where it is missing."""

import io
import os
from pathlib import Path

import numpy
import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import DamagedFile, TooLarge
from indexer.limits import Limits
from indexer.readers import image, ocr, ocrlines, pdf
from indexer.readers.scanimage import without_lines
from tests.conftest import missing

SENTENCE = "Kulturnämnden beslutar att höja avgiften för bygdegården."


def nothing() -> None:
    """Nobody waits for a sign of life."""


def words(*rows: tuple[int, int, int, str, int]) -> str:
    """tesseract's table: paragraph, line, left edge, text and confidence; each letter is 10 wide, each line 20 high."""
    return "\n".join(f"5\t1\t1\t{p}\t{n}\t1\t{left}\t0\t{len(text) * 10}\t20\t{sure}\t{text}" for p, n, left, text, sure in rows)


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (words((1, 1, 0, "Avgiften", 90), (1, 1, 90, "höjs", 90), (1, 2, 0, "inte", 90)), "Avgiften höjs\ninte\n"),
        (words((1, 1, 0, "Rubrik", 90), (2, 1, 0, "Text", 90)), "Rubrik\n\nText\n"),
        (words((1, 1, 0, "Lokal", 90), (1, 1, 200, "2024", 90)), "Lokal\t2024\n"),
        (words((1, 1, 0, "1.", 90), (1, 1, 70, "Punkt", 90)), "1. Punkt\n"),
        (words((1, 1, 0, "«", 90), (1, 1, 60, "Punkt", 90)), "• Punkt\n"),
        (words((1, 1, 0, "$", 20), (1, 1, 20, "12", 90)), "§ 12\n"),
        (words((1, 1, 0, "&", 20), (1, 1, 20, "12", 90)), "§ 12\n"),
        (words((1, 1, 0, "Bro", 90), (1, 1, 40, "&", 90), (1, 1, 60, "Co", 90)), "Bro & Co\n"),
        (words((1, 1, 0, "|", 20), (1, 1, 20, "Text", 90)), "Text\n"),
        (words((1, 1, 0, "§", 90), (1, 1, 20, "4", 90), (2, 1, 0, "85", 90), (2, 1, 30, "Val", 90)), "§ 4\n\n§ 5 Val\n"),
        (words((1, 1, 0, "85", 90), (1, 1, 30, "Val", 90)), "85 Val\n"),
        (words((1, 1, 0, "§", 90), (1, 1, 20, "16", 90), (2, 1, 0, "817", 90)), "§ 16\n\n§ 17\n"),
        (words((1, 1, 0, "£93", 90)), "§93\n"),
        (words((1, 1, 0, "SN", 90), (1, 1, 30, "5", 90), (1, 1, 50, "3", 90), (2, 1, 0, "SN § 4", 90)), "SN § 3\n\nSN § 4\n"),
        (words((1, 1, 0, "8", 90), (1, 1, 20, "12", 90), (1, 1, 50, "Val", 90)), "§ 12 Val\n"),
        (words((1, 1, 0, "8", 90), (1, 1, 20, "120", 90), (1, 1, 60, "kronor", 90)), "8 120 kronor\n"),
        ("", ""),
    ],
)
def test_words_become_lines(table: str, text: str) -> None:
    assert ocrlines.text_of(ocrlines.words_of(table), {})[0] == text


def test_confidence_is_that_of_the_letters() -> None:
    assert ocrlines.text_of(ocrlines.words_of(words((1, 1, 0, "abc", 100), (1, 1, 40, "d", 60))), {})[1] == 0.9
    assert ocrlines.text_of((), {})[1] is None


def test_a_line_in_which_a_sign_may_be_lost_is_settled_by_what_another_model_reads_there() -> None:
    found = ocrlines.words_of(words((1, 1, 0, "KS", 90), (1, 1, 30, "856", 90), (1, 2, 0, "Avgiften", 90), (1, 2, 90, "höjs", 90)))
    (band,) = ocrlines.doubted(found)
    assert (band.line, band.top, band.bottom) == ((1, 1, 1), 0, 20)
    assert ocrlines.text_of(found, {band.line: "KS § 56"})[0] == "KS § 56\nAvgiften höjs\n"


def test_ruling_lines_are_taken_away_and_letters_stay() -> None:
    page = numpy.full((300, 400), 255, dtype=numpy.uint8)
    page[100:103, 20:380] = 0
    page[50:200, 200:202] = 0
    page[150:170, 50:53] = 0  # a letter's stroke
    clean = without_lines(page, 200)
    assert clean[100:103].min() == 255
    assert clean[50:140, 200:202].min() == 255
    assert (clean[150:170, 50:53] == 0).all()


def scanned(folder: Path, *lines: str, turned: int = 0) -> Path:
    """A page of A4 as an image, as pdfium draws it."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for number, line in enumerate(lines):
        canvas.drawString(60, 740 - 24 * number, line)
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    drawn = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    path = folder / "sida.png"
    drawn.rotate(turned, expand=True).save(path)
    return path


@pytest.fixture
def limits(tmp_path: Path) -> Limits:
    """OCR with a cache of its own; skipped where tesseract is missing."""
    if lack := ocr.lack("swe"):
        missing(lack)
    return Limits(cache=str(tmp_path / "cache"))


@pytest.mark.ocr
def test_an_image_is_read_and_kept(tmp_path: Path, limits: Limits) -> None:
    path = scanned(tmp_path, SENTENCE, "Personnummer 19121212-1212.")
    calls: list[int] = []
    content = image.read(path, limits, lambda: calls.append(1))
    (page,) = content.pages
    assert SENTENCE in page.text
    assert "1212-" not in page.text
    assert (page.ocr, page.damaged, calls) == (True, False, [1])
    assert (page.confidence or 0) > 0.8
    assert "1 personal identity numbers masked" in " ".join(content.notes)
    (kept,) = (tmp_path / "cache" / "ocr").iterdir()
    assert "1212-" not in kept.read_text(encoding="utf-8")
    kept.write_text('{"text": "ur minnet", "confidence": 0.5, "masked": 0}', encoding="utf-8")
    (again,) = image.read(path, limits, nothing).pages
    assert (again.text, again.damaged) == ("ur minnet", True)


@pytest.mark.ocr
def test_a_page_on_its_side_is_turned(tmp_path: Path, limits: Limits) -> None:
    (page,) = image.read(scanned(tmp_path, *[SENTENCE] * 12, turned=90), limits, nothing).pages
    assert SENTENCE in page.text


@pytest.mark.ocr
def test_a_scanned_page_inside_a_pdf_is_read_and_the_others_are_not(tmp_path: Path, limits: Limits) -> None:
    canvas = Canvas(str(tmp_path / "bunt.pdf"))
    canvas.drawString(60, 700, "Försättsblad")
    canvas.showPage()
    canvas.drawImage(ImageReader(str(scanned(tmp_path, SENTENCE))), 0, 0, 595, 842)
    canvas.save()
    first, second = pdf.read(tmp_path / "bunt.pdf", limits, nothing).pages
    assert (first.ocr, first.text.strip(), second.ocr, SENTENCE in second.text) == (False, "Försättsblad", True, True)


@pytest.mark.parametrize("limits", [Limits(ocr=False), Limits(ocr_language="xyz")], ids=["switched off", "no such language"])
def test_pages_that_cannot_be_read_are_counted_and_named(tmp_path: Path, limits: Limits) -> None:
    content = image.read(scanned(tmp_path, SENTENCE), limits, nothing)
    assert [(page.text, page.ocr, page.damaged) for page in content.pages] == [("", False, True)]
    assert content.notes[0].startswith("page 1: page without text layer; ")


def test_without_tesseract_the_note_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    ocr.lack.cache_clear()
    assert "apt install tesseract-ocr tesseract-ocr-swe" in (ocr.lack("swe") or "")
    ocr.lack.cache_clear()


def test_an_image_too_large_or_broken_is_refused(tmp_path: Path) -> None:
    path = scanned(tmp_path, SENTENCE)
    with pytest.raises(TooLarge, match="PARAGRAF_READ_PIXELS"):
        image.read(path, Limits(pixels=1000), nothing)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(DamagedFile, match=r"sida\.png"):
        image.read(path, Limits(), nothing)
