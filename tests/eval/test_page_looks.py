"""Pictures are timed through the service, and lines counted as found only where they are."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from eval.page_looks import measured, row


def test_every_page_with_a_look_is_drawn_kept_and_searched_for_its_lines(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    canvas = Canvas(str(files / "a.pdf"))
    for page in range(3):
        canvas.drawString(60, 780, f"GRANBY KOMMUN sida {page + 1}")
        canvas.drawString(60, 760, "Nämnden beslutar att köpa en båt.")
        canvas.showPage()
    canvas.save()
    (files / "b.txt").write_text("GRANBY KOMMUN\nutan sidor\n", encoding="utf-8")

    looks = measured(files, tmp_path)

    assert [(look.scan, look.sought, look.found) for look in looks] == [(False, 2, 2)] * 2
    assert all(look.drawn_ms > 0 and look.processor_ms > 0 and look.kept_ms > 0 and 0 < look.size < 120_000 for look in looks)
    assert row(looks)[-1] == "4 of 4"
