from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import DamagedFile, FileProblem, ProtectedFile
from indexer.readers import pdf


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
    pages = pdf.read(path)
    assert [(page.number, page.text.strip(), page.damaged) for page in pages] == [
        (1, "§ 1 Dnr 2024/00012\nVal av justerare", False),
        (2, "§ 2 Budget åren 2025–2026", False),
    ]


def test_a_page_without_a_text_layer_is_empty_and_marked(tmp_path: Path) -> None:
    first, second = pdf.read(written(tmp_path / "skannad.pdf", ["Försättsblad"], []))
    assert not first.damaged
    assert (second.text, second.damaged) == ("", True)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("kommu\x02nens bidrag", "kommunens bidrag"),
        ("kommu\ufffenens bidrag", "kommunens bidrag"),
        ("IT\x02systemet", "IT-systemet"),
        ("Mini\x02Maria", "Mini-Maria"),
        ("åren 2025\x022026", "åren 2025-2026"),
        ("idrotts\x02och fritid", "idrotts-\noch fritid"),
        ("rad ett\r\nrad två", "rad ett\nrad två"),
        ("\uf0b7 punkt", "• punkt"),
        ("trasig \ud800 font", "trasig \ufffd font"),
    ],
)
def test_what_pdfium_marks_becomes_plain_text(raw: str, plain: str) -> None:
    assert pdf.clean(raw) == plain


def test_a_word_broken_at_a_line_end_is_joined(tmp_path: Path) -> None:
    (page,) = pdf.read(written(tmp_path / "brev.pdf", ["Nämnden höjer kommu-", "nens bidrag"]))
    assert "kommunens bidrag" in page.text


def test_a_password_is_named_as_the_cause(tmp_path: Path) -> None:
    with pytest.raises(ProtectedFile, match="password"):
        pdf.read(written(tmp_path / "hemlig.pdf", ["Sekretess"], password="lösen"))


@pytest.mark.parametrize("cut", [20, 400, 900])
def test_a_broken_file_is_damaged(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path / "hel.pdf", ["§ 1"])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DamagedFile, match=r"hel\.pdf"):
        pdf.read(path)


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(FileProblem, match="3 pages"):
        pdf.read(written(tmp_path / "tjock.pdf", ["1"], ["2"], ["3"]))
