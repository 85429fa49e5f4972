"""Whether a PDF page's text layer is what the page shows: programs put the words of OCR behind a picture, unseen, a stamp
on a picture says little of it, and fonts without a table of characters give letters that nobody wrote."""

import re

import pypdfium2

_INVISIBLE = 3
"""How PDF numbers text that is neither filled nor drawn."""

_SAMPLES = 24
"""Characters of a page that are looked at."""

_LITTLE = 100
"""A page whose picture covers it has fewer letters of its own only in stamps and page numbers."""

_COVERS = 0.7
"""Share of the page that a picture of it covers."""

_NO_LETTER = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x01-\x08\x0e-\x1f]")
"""What fonts without a table of characters give; symbols that bullets are kept as are none of it."""

_MOST_BROKEN = 0.3


def is_unseen(layer: pypdfium2.PdfTextPage) -> bool:
    """Whether most of the text is drawn invisibly: it was read from the picture that is seen."""
    count = layer.count_chars()
    places = range(0, count, max(1, count // _SAMPLES))
    modes = [
        pypdfium2.raw.FPDFTextObj_GetTextRenderMode(found)
        for at in places
        if (found := pypdfium2.raw.FPDFText_GetTextObject(layer, at))  # spaces that PDFium puts between words belong to nothing
    ]
    return bool(modes) and modes.count(_INVISIBLE) * 2 > len(modes)


def is_scan(page: pypdfium2.PdfPage, text: str) -> bool:
    """Whether a page is to be read from its picture: it has no text, next to none on a picture of the page, or none that
    can be read."""
    written = "".join(text.split())
    if len(_NO_LETTER.findall(written)) > len(written) * _MOST_BROKEN:
        return True
    if not written:
        return int(pypdfium2.raw.FPDFPage_CountObjects(page)) != 0
    return sum(map(str.isalpha, written)) < _LITTLE and _is_covered(page)


def _is_covered(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) >= width * height * _COVERS:
            return True
    return False
