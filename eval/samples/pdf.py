"""Born-digital PDF with reportlab: standard Helvetica, ruled tables, the same bytes each time."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from eval.samples.layout import Metrics, PageOf, Row, pages
from eval.samples.source import Sample

LEFT, TOP, BOTTOM = 72.0, 785.0, 60.0
LEADING = 14.0
SIZES = {0: 10.5, 1: 15.0, 2: 12.0, 3: 10.5}
"""Type size by heading level; 0 is running text."""


def _font(level: int) -> str:
    return "Helvetica-Bold" if level else "Helvetica"


def _measure(text: str, level: int) -> float:
    return float(stringWidth(text, _font(level), SIZES[level]))


METRICS = Metrics(width=A4[0] - 2 * LEFT, height=int((TOP - BOTTOM) / LEADING), measure=_measure, gutter=10)


def layout(sample: Sample) -> list[PageOf]:
    """All pages of the file."""
    return [page for part in sample.parts for page in pages(part, METRICS)]


def render(sample: Sample) -> bytes:
    """The file's bytes."""
    target = io.BytesIO()
    # invariant: no clock and no random identity in the file.
    canvas = Canvas(target, pagesize=A4, invariant=1, pageCompression=1, lang="sv-SE")
    canvas.setTitle(sample.name)
    canvas.setAuthor(sample.municipality.name)
    for page in layout(sample):
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, page: PageOf) -> None:
    y = TOP
    for row in page.head:
        _draw_row(canvas, row, y)
        y -= LEADING
    y -= LEADING
    for row in page.body:
        _draw_row(canvas, row, y)
        y -= LEADING
    y = BOTTOM - LEADING + LEADING * len(page.foot)
    for row in page.foot:
        _draw_row(canvas, row, y)
        y -= LEADING


def _draw_row(canvas: Canvas, row: Row, y: float) -> None:
    canvas.setFont(_font(row.level), SIZES[row.level])
    for cell in row.cells:
        if cell.right:
            canvas.drawRightString(LEFT + cell.x, y, cell.text)
        else:
            canvas.drawString(LEFT + cell.x, y, cell.text)
    if row.ruled:
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, y - 3.5, LEFT + METRICS.width, y - 3.5)
