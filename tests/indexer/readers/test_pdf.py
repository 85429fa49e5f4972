from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from indexer.documents import Page
from indexer.errors import DamagedFile, FileProblem, ProtectedFile
from indexer.limits import DEFAULT, Limits
from indexer.readers import pdf


def read(path: Path, limits: Limits = DEFAULT) -> tuple[Page, ...]:
    return pdf.read(path, limits, lambda: None).pages


def written(path: Path, *pages: list[str], password: str | None = None) -> Path:
    canvas = Canvas(str(path), encrypt=pdfencrypt.StandardEncryption(password) if password else None)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def test_pages_hold_the_text_layer_line_by_line(tmp_path: Path) -> None:
    path = written(tmp_path / "protokoll.pdf", ["§ 1 Dnr 2024/00012", "Val av justerare"], ["§ 2 Budget åren 2025–2026"])
    pages = read(path)
    assert [(page.number, page.text.strip(), page.damaged) for page in pages] == [
        (1, "§ 1 Dnr 2024/00012\nVal av justerare", False),
        (2, "§ 2 Budget åren 2025–2026", False),
    ]


def test_an_empty_page_is_empty_and_no_scan(tmp_path: Path) -> None:
    first, second = read(written(tmp_path / "tom.pdf", ["Försättsblad"], []))
    assert (first.damaged, second.text, second.damaged, second.ocr) == (False, "", False, False)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("kommu\x02nens bidrag", "kommunens bidrag"),
        ("kommu\ufffenens bidrag", "kommunens bidrag"),
        ("IT\x02systemet", "IT-systemet"),
        ("Torg\x02Trumpeten", "Torg-Trumpeten"),
        ("åren 2025\x022026", "åren 2025-2026"),
        ("idrotts\x02och fritid", "idrotts-\noch fritid"),
        ("skol\ufffe/och fritid", "skol-/och fritid"),
        ("rad ett\r\nrad två", "rad ett\nrad två"),
        ("\uf0b7 punkt", "• punkt"),
        ("trasig \ud800 font", "trasig \ufffd font"),
    ],
)
def test_what_pdfium_marks_becomes_plain_text(raw: str, plain: str) -> None:
    assert pdf.clean(raw) == plain


def test_a_word_broken_at_a_line_end_is_joined(tmp_path: Path) -> None:
    (page,) = read(written(tmp_path / "brev.pdf", ["Nämnden höjer kommu-", "nens bidrag"]))
    assert "kommunens bidrag" in page.text


def test_a_password_is_named_as_the_cause(tmp_path: Path) -> None:
    with pytest.raises(ProtectedFile, match="password"):
        read(written(tmp_path / "hemlig.pdf", ["Sekretess"], password="lösen"))


@pytest.mark.parametrize("cut", [20, 400, 900])
def test_a_broken_file_is_damaged(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path / "hel.pdf", ["§ 1"])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DamagedFile, match=r"hel\.pdf"):
        read(path)


@pytest.mark.parametrize(("limits", "said"), [(Limits(pages=2), "3 pages"), (Limits(characters=20), "20 characters")])
def test_a_file_of_too_many_pages_or_characters_is_refused(tmp_path: Path, limits: Limits, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        read(written(tmp_path / "tjock.pdf", ["Första sidan"], ["Andra sidan"], ["Tredje sidan"]), limits)
