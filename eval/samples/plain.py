"""Text files: the laid-out pages in columns of characters, as an export of the original would have them."""

from eval.samples.layout import Metrics, Row, pages
from eval.samples.source import Sample

METRICS = Metrics(width=80, height=54, measure=lambda text, _level: len(text), gutter=2)

FORM_FEED = "\f"
EMPTY_LINES = "\n\n\n"


def render(sample: Sample) -> bytes:
    """The file's bytes, UTF-8."""
    shown = [page for part in sample.parts for page in pages(part, METRICS)]
    texts = []
    for page in shown:
        groups = [[_line(row) for row in rows] for rows in (page.head, page.body, page.foot) if rows]
        texts.append("\n\n".join("\n".join(group) for group in groups) + "\n")
    between = FORM_FEED if sample.municipality.form_feed else EMPTY_LINES
    return between.join(texts).encode()


def _line(row: Row) -> str:
    line = ""
    for cell in row.cells:
        at = round(cell.x) - (len(cell.text) if cell.right else 0)
        line = line.ljust(max(at, len(line) + 1 if line else 0)) + cell.text
    return line.rstrip()
