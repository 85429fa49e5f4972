"""Where lines stand on the picture of a scan: as tesseract found them when the page was read, as long as that is kept.

The page must still read as it did, to the letter; nothing is read anew for a mark.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2

from indexer.limits import Limits
from indexer.picturing.pageplaces import Box
from indexer.readers import image, ocr, pdf
from indexer.readers.ocrlines import LineBox
from indexer.readers.scanimage import Grey
from indexer.spans import Span


def scan_places(
    path: Path, number: int, text: str, spans: Iterable[Span], width: int, limits: Limits
) -> tuple[tuple[Box, ...] | None, ...] | None:
    """The boxes of each span on a picture so wide; None where it is not known what was read on the page."""
    shown = _image(path, number, limits)
    kept = ocr.kept(shown, limits) if shown is not None else None
    if shown is None or kept is None or not kept.boxes or text.rstrip("\n") != kept.text.rstrip("\n"):
        return None
    scale = width / shown.shape[1]
    return tuple(tuple(_scaled(box, scale) for box in _within(text, kept.boxes, span)) or None for span in spans)


def _image(path: Path, number: int, limits: Limits) -> Grey | None:
    """The page as it was given to tesseract."""
    if path.suffix.lower() != ".pdf":
        return next((each for _, each in image.frames(path, [number - 1], limits)), None)
    document = pypdfium2.PdfDocument(path)
    try:
        return next((each for _, each in pdf.images(document, [number - 1], limits)), None)
    finally:
        document.close()


def _within(text: str, boxes: Iterable[LineBox | None], span: Span) -> Iterator[LineBox]:
    start = 0
    for line, box in zip(text.split("\n"), boxes, strict=False):
        end = start + len(line)
        if box and start < span.end and end > span.start:
            yield box
        start = end + 1


def _scaled(box: LineBox, scale: float) -> Box:
    left, top, right, bottom = (each * scale for each in box)
    return Box(left, top, right, bottom)
