"""Reads image files as scans: each frame of a TIFF is a page. Their size is looked at before they are unpacked."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy
from PIL import Image, ImageOps

from indexer.errors import DamagedFile, TooLarge
from indexer.limits import Limits
from indexer.readers import scans
from indexer.readers.content import Content
from indexer.readers.imagefaults import BROKEN
from indexer.readers.ocr import DOTS_PER_INCH
from indexer.readers.scanimage import Grey

_LONGEST_INCHES = 11.7
"""An image that does not say its size is taken for a page of A4, the longer side up."""


def read(path: Path, limits: Limits, alive: Callable[[], None]) -> Content:
    """The pages of an image file. Raises DamagedFile and, beyond the bounds, FileProblem."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of sizes; ours is the stricter bound
        try:
            with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as image:
                count = getattr(image, "n_frames", 1)
                width, height = image.size
        except Image.DecompressionBombError as error:  # Pillow's own bound, some 180 million points
            raise TooLarge(f"{path.name} has far more than the {limits.pixels} points that are read. Scan it coarser.") from error
        except BROKEN as error:
            raise DamagedFile(f"{path.name} is named as an image but cannot be opened as one. Fetch the file again.") from error
    if width * height > limits.pixels:
        bound = f"the {limits.pixels} that are read (PARAGRAF_READ_PIXELS)"
        raise TooLarge(f"{path.name} has {width} × {height} points, more than {bound}. Scan it coarser.")
    if count > limits.pages:
        raise TooLarge(f"{path.name} has {count} pages, more than the {limits.pages} that are read. Split the file.")
    return scans.filled([""] * count, range(count), lambda numbers: frames(path, numbers, limits), limits, alive)


def frames(path: Path, numbers: Sequence[int], limits: Limits) -> Iterator[tuple[int, Grey]]:
    """Frames (from 0) as they are read by OCR. Raises DamagedFile."""
    try:
        with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as image:
            for number in numbers:
                image.seek(number)
                if image.size[0] * image.size[1] <= limits.pixels:
                    yield number, _grey(image)
    except BROKEN as error:
        raise DamagedFile(f"{path.name} is broken: its picture ends too early. Fetch the file again.") from error


def _grey(image: Image.Image) -> Grey:
    """Upright, grey, and as fine as pages are read."""
    upright = ImageOps.exif_transpose(image)
    opaque = (
        Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA")) if upright.mode in "RGBA LA P" else upright
    )
    grey = opaque.convert("L")
    scale = _LONGEST_INCHES * DOTS_PER_INCH / max(grey.size)
    if scale < 1:
        grey = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))), Image.Resampling.LANCZOS)
    return numpy.asarray(grey)
