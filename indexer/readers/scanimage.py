"""Makes a page image readable for tesseract: ruling lines are taken away, for between them whole rows of tables are lost.

An image is an array of grey levels, one byte a point.
"""

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[numpy.uint8]

_DARK = 150
_WHITE = 255
_ACROSS_INCHES = 0.35
_DOWN_INCHES = 0.225
"""Longer dark runs are lines: no letter of running text has such strokes."""


def without_lines(image: Grey, dpi: int) -> Grey:
    """The image with long dark runs made white, one point around them too."""
    soft: Grey = numpy.asarray(Image.fromarray(image).filter(ImageFilter.MedianFilter(3)))
    dark = soft < _DARK
    lines = _runs(dark, round(_ACROSS_INCHES * dpi)) | _runs(dark.T, round(_DOWN_INCHES * dpi)).T
    if not lines.any():
        return image
    return numpy.where(_thickened(lines), numpy.uint8(_WHITE), image)


def _runs(dark: NDArray[numpy.bool_], least: int) -> NDArray[numpy.bool_]:
    """Points that stand in a dark run of at least `least` points along their row."""
    rows, width = dark.shape
    if width < least:
        return numpy.zeros_like(dark)
    before = numpy.zeros((rows, width + 1), dtype=numpy.int32)
    numpy.cumsum(dark, axis=1, out=before[:, 1:])
    starts = before[:, least:] - before[:, :-least] == least
    change = numpy.zeros((rows, width + 1), dtype=numpy.int32)
    change[:, : starts.shape[1]] += starts
    change[:, least : least + starts.shape[1]] -= starts
    return numpy.cumsum(change[:, :-1], axis=1) > 0


def _thickened(lines: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    wide = lines.copy()
    for axis in (0, 1):
        once = wide.copy()
        for step in (-1, 1):
            wide |= numpy.roll(once, step, axis=axis)
    return wide
