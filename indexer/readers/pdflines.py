"""The lines of a PDF page as they stand on it: an empty line where the page leaves one, a tab between the cells of a table.

The order stays that in which the file draws its text. Only gaps are measured, at spaces and line ends, so that a page
takes a millisecond or two.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from indexer.readers.content import POINT
from indexer.readers.pdfrows import Placed, rows

_LINE = re.compile(r"[^\r\n]*[^\r\n\s][^\r\n]*")
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_HYPHEN_MARKS = "\x02\ufffe"

_CELL_GAP = 0.8
"""In sizes of the type; a space is a third, in spaced-out lines up to two thirds."""

_WIDER = 1.8
"""A gap between cells is wider than the other gaps of its line by this factor, where there are others."""

_ALONE = 1.3
"""In sizes of the type, where a line has no other gap to compare with."""

_PARAGRAPH_GAP = 1.4
"""In usual distances of lines."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its place in the text, the height of its baseline on the page, the size of its type."""

    start: int
    end: int
    x: float
    y: float
    size: float


def shaped(layer: pypdfium2.PdfTextPage) -> str | None:
    """The text of a page with its gaps shown; None where PDFium's text and places do not fit together."""
    text = str(layer.get_text_range())
    if len(text) != layer.count_chars():
        return None
    found = [_measured(layer, match) for match in _LINE.finditer(text)]
    pitch = _pitch(found)
    placed = rows([Placed(_with_tabs(layer, text, line), line.x, line.y, line.size, line.y, line.y) for line in found])
    written = [placed[0].text] if placed else []
    for above, line in pairwise(placed):
        written += ["", line.text] if above.lowest - line.y > pitch * _PARAGRAPH_GAP else [line.text]
    return "\n".join(written)


def _measured(layer: pypdfium2.PdfTextPage, match: re.Match[str]) -> _Line:
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(layer, first, x, y)
    return _Line(match.start(), match.end(), x.value, y.value, max(1.0, pypdfium2.raw.FPDFText_GetFontSize(layer, first)))


def _pitch(lines: Sequence[_Line]) -> float:
    """The usual distance from line to line; what is far beyond the type's size is no such distance."""
    steps = sorted(
        before.y - line.y for before, line in pairwise(lines) if 0.8 * line.size < before.y - line.y < 2.2 * max(line.size, before.size)
    )
    return steps[len(steps) // 3] if steps else float("inf")


def _with_tabs(layer: pypdfium2.PdfTextPage, text: str, line: _Line) -> str:
    gaps = list(_gaps(layer, text, line))
    usual = min((width for _, _, width in gaps), default=0.0)
    least = line.size * (_CELL_GAP if len(gaps) > 1 else _ALONE)
    parts, at = [], line.start
    for start, end, width in gaps:
        if POINT.fullmatch(text, line.start, start):
            continue
        if width > least and (width > usual * _WIDER or width > line.size * _ALONE):
            parts += [text[at:start], "\t"]
            at = end
    return "".join([*parts, text[at : line.end]])


def _gaps(layer: pypdfium2.PdfTextPage, text: str, line: _Line) -> Iterator[tuple[int, int, float]]:
    """The places of spaces and how wide they are; not where a word was joined over a line end."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for match in _SPACES.finditer(text, line.start, line.end):
        if text[match.start() - 1] in _HYPHEN_MARKS or text[match.end()] in _HYPHEN_MARKS:
            continue
        pypdfium2.raw.FPDFText_GetCharBox(layer, match.start() - 1, left, right, bottom, top)
        ends = right.value
        pypdfium2.raw.FPDFText_GetCharBox(layer, match.end(), left, right, bottom, top)
        yield match.start(), match.end(), left.value - ends
