"""A scanned PDF: page images without a text layer, slightly turned and noisy, the same each time."""

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eval.samples import pdf
from eval.samples.source import Sample

DOTS_PER_INCH = 150
JPEG_QUALITY = 60
MOST_TURNED = 0.5
"""Degrees."""
NOISE = 14
"""Standard deviation in grey levels."""
PAPER = 244


def render(sample: Sample) -> bytes:
    """The file's bytes."""
    chance = random.Random(sample.name)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    document = pypdfium2.PdfDocument(pdf.render(sample))
    try:
        for page in document:
            image = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
            canvas.drawImage(ImageReader(_scanned(image, chance)), 0, 0, *A4)
            canvas.showPage()
            page.close()
    finally:
        document.close()
    canvas.save()
    return target.getvalue()


def _scanned(image: Image.Image, chance: random.Random) -> io.BytesIO:
    """A page as a scanner would give it, as JPEG."""
    turned = image.rotate(chance.uniform(-MOST_TURNED, MOST_TURNED), resample=Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    grain = Image.frombytes("L", (64, 64), bytes(max(0, min(255, round(chance.gauss(128, NOISE)))) for _ in range(64 * 64)))
    noisy = ImageChops.add(soft.point([round(level * PAPER / 255) for level in range(256)]), _tiled(grain, image.size), offset=-128)
    target = io.BytesIO()
    noisy.save(target, "JPEG", quality=JPEG_QUALITY)
    target.seek(0)
    return target


def _tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("L", size)
    for x in range(0, size[0], tile.width):
        for y in range(0, size[1], tile.height):
            whole.paste(tile, (x, y))
    return whole
