"""Draws a page of a PDF or scan as a picture, and looks up where words stand on it. Runs in a process that can be ended.

The file must still be the one that was read: a picture of another version would prove nothing.
"""

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from indexer.errors import DamagedFile, FileProblem
from indexer.gathering import archive
from indexer.limits import DEFAULT, Limits
from indexer.picturing.originals import lost
from indexer.picturing.pageplaces import Box, Glyph, places
from indexer.readers.imagefaults import BROKEN
from indexer.spans import Span
from indexer.workers import Failed

DRAWN_AS = "3"
"""Raised whenever the same page would be drawn otherwise."""

WIDTH = 1000
"""Points across a picture: running text of A4 is legible, and a page weighs some 70 kB."""

MOST_POINTS = 4_000_000
"""A page of a drawing may be far longer than wide; it becomes narrower instead of heavy."""

LONGEST = 8_000
"""WebP knows no picture beyond twice that."""

_JUST_BELOW = 1 - 1e-9
"""A page that is to be 1,000 points wide must not become 1,001 by the last digit of a fraction: sizes are rounded up."""

_LIGHT_BYTES, _HEAVY_BYTES = 120_000, 250_000
_COARSER = [round(shade / 17) * 17 for shade in range(256)] * 3
"""Sixteen shades of each colour, for a page of very small type: its letters stay sharp, where loss would blur them."""

_PAPER = 0.4
"""Share of one and the same shade from which a page is flat, as paper drawn by a program is: those pack without loss."""

_DENSE = 1.5 * _LIGHT_BYTES
"""Points that are not paper, from which a page does not pack lightly without loss: each takes about a byte."""

_GREY = frozenset({"1", "L"})
"""Modes of an image without colours: a third of the work."""

_FINE = 10
"""PDFium gives places in whole points; asked for a picture so much larger they are finer."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A page to draw, of a file with a known content."""

    origin: str
    sha256: str
    page: int


@dataclass(frozen=True, slots=True)
class Find:
    """Spans of a page's text to look up on its picture; `scan` says where what OCR read is kept, for a page that it read."""

    origin: str
    sha256: str
    page: int
    text: str
    spans: tuple[Span, ...]
    scan: Limits | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as WebP, with its size in points."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of each span, in points of a picture of this size; None where its words are not found letter for letter."""

    width: int
    height: int
    boxes: tuple[tuple[Box, ...] | None, ...]


def done(task: Draw | Find) -> Picture | Places | Failed:
    """What was asked for, or why it cannot be had."""
    if why := lost(task.origin, task.sha256):
        return why
    try:
        with archive.on_disk(task.origin) as path:
            return _looked_up(path, task) if isinstance(task, Find) else _drawn(path, task.page)
    except FileProblem as problem:
        return Failed(problem.reason, str(problem))
    except OSError as error:
        return Failed("unreadable", f"cannot be opened ({error.strerror})")


def _is_pdf(path: Path) -> bool:
    """As told by the name, which was checked against the content when the file was read."""
    return path.suffix.lower() == ".pdf"


def _drawn(path: Path, number: int) -> Picture:
    return _packed(_page_of_pdf(path, number) if _is_pdf(path) else _frame(path, number))


def _looked_up(path: Path, task: Find) -> Places:
    nowhere: tuple[tuple[Box, ...] | None, ...] = (None,) * len(task.spans)
    if not _is_pdf(path):
        width, height = _frame(path, task.page).size
        return Places(width, height, _on_scan(path, task, width) or nowhere)
    with _opened(path, task.page) as page:
        width, height = _size(*page.get_size())
        drawn = places(_glyphs(page, width, height), task.text, task.spans) if task.spans else ()
    return Places(width, height, drawn if any(drawn) else _on_scan(path, task, width) or nowhere)


def _on_scan(path: Path, task: Find, width: int) -> tuple[tuple[Box, ...] | None, ...] | None:
    if not task.scan or not task.spans:
        return None
    from indexer.picturing.scanplaces import scan_places  # numpy and the readers take longer to load than most pages to draw

    return scan_places(path, task.page, task.text, task.spans, width, task.scan)


@contextmanager
def _opened(path: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            if not 1 <= number <= len(document):
                raise DamagedFile(f"{path.name} has no page {number}. Index it again.")
            page = document[number - 1]
            try:
                yield page
            finally:
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(f"{path.name}: page {number} cannot be drawn. Fetch the file again.") from error


def _scale(width: float, height: float) -> float:
    """How much larger a picture is than its page."""
    most: float = min(WIDTH / max(1.0, width), LONGEST / max(1.0, height), (MOST_POINTS / max(1.0, width * height)) ** 0.5)
    return most * _JUST_BELOW


def _size(width: float, height: float) -> tuple[int, int]:
    """The size of a picture of a page: the very points that PDFium draws, so that none is blurred by fitting it afterwards."""
    scale = _scale(width, height)
    return max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))


def _page_of_pdf(path: Path, number: int) -> Image.Image:
    with _opened(path, number) as page:
        drawn: Image.Image = page.render(scale=_scale(*page.get_size()), rev_byteorder=True).to_pil()
        return drawn


def _frame(path: Path, number: int) -> Image.Image:
    """A frame of an image file, upright."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of sizes; ours is the stricter bound
        try:
            with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as image:
                image.seek(number - 1)
                if image.size[0] * image.size[1] > DEFAULT.pixels:
                    raise DamagedFile(f"{path.name} has more than the {DEFAULT.pixels} points that are drawn. Scan it coarser.")
                image.draft(None, (WIDTH, WIDTH))  # a JPEG is unpacked at half or a quarter of its size where that is enough
                upright = ImageOps.exif_transpose(image).convert("L" if image.mode in _GREY else "RGB")
                return upright.resize(_size(*upright.size), Image.Resampling.LANCZOS).convert("RGB")
        except BROKEN as error:
            raise DamagedFile(f"{path.name}: page {number} cannot be drawn. Fetch the file again.") from error


def _packed(drawn: Image.Image) -> Picture:
    """Without loss where that is light, as with nearly all that a program drew; the grain of a scan is smoothed."""
    points, paper = drawn.width * drawn.height, max(drawn.convert("L").histogram())
    flat, dense = paper >= _PAPER * points, points - paper >= _DENSE
    content = _webp(drawn, lossless=True, quality=20) if flat and not dense else b""
    if flat and (dense or len(content) > _LIGHT_BYTES):
        content = _webp(drawn.point(_COARSER), lossless=True, quality=20)
    for quality in (65, 40):
        if content and len(content) <= _HEAVY_BYTES:
            break
        content = _webp(drawn, lossless=False, quality=quality)
    return Picture(content, drawn.width, drawn.height)


def _webp(drawn: Image.Image, *, lossless: bool, quality: int) -> bytes:
    written = io.BytesIO()
    drawn.save(written, "WEBP", lossless=lossless, quality=quality, method=1)
    return written.getvalue()


def _glyphs(page: pypdfium2.PdfPage, width: int, height: int) -> list[Glyph]:
    """The letters of a page with their places on its picture, in the order in which the file draws them."""
    raw, layer = pypdfium2.raw, page.get_textpage()
    try:
        x, y = raw.c_int(), raw.c_int()

        def placed(across: float, up: float) -> tuple[float, float]:
            raw.FPDF_PageToDevice(page, 0, 0, width * _FINE, height * _FINE, 0, across, up, x, y)
            return x.value / _FINE, y.value / _FINE

        found = []
        for at in range(layer.count_chars()):
            left, bottom, right, top = layer.get_charbox(at, loose=True)
            (x1, y1), (x2, y2) = placed(left, bottom), placed(right, top)
            found.append(Glyph(chr(raw.FPDFText_GetUnicode(layer, at)), Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))))
        return found
    finally:
        layer.close()
