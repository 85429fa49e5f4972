"""Reads the text layer of PDF files, in the order in which the file draws it: sorting by place would mix columns.

A page that shows something but has no text layer is a scan and read by OCR.
"""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from indexer.errors import DamagedFile, ProtectedFile, TooLarge
from indexer.limits import Limits
from indexer.readers import pdflayers, pdflines, scans
from indexer.readers.content import Content
from indexer.readers.ocr import DOTS_PER_INCH
from indexer.readers.scanimage import Grey

_PASSWORD_NEEDED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_LOCK = threading.Lock()
"""PDFium must not be used from two threads at once."""

# PDFium joins a word over a line end and marks the hyphen that stood there.
_HYPHEN_MARK = re.compile("(?P<before>.?)(?:\x02|\ufffe)(?P<after>\\w*)")
_SYMBOL_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\x00": None})
_SUSPENDED_BEFORE = frozenset({"och", "eller", "samt", "respektive"})


def read(path: Path, limits: Limits, alive: Callable[[], None]) -> Content:
    """The pages of a PDF. Raises ProtectedFile, DamagedFile and, beyond the bounds, FileProblem."""
    with _LOCK:
        document = _opened(path)
        try:
            if len(document) > limits.pages:
                bound = f"the {limits.pages} that are read (PARAGRAF_READ_PAGES)"
                raise TooLarge(f"{path.name} has {len(document)} pages, more than {bound}. Split the file.")
            layers = _layers(document, path.name, limits)
            blank = [at for at, layer in enumerate(layers) if layer.is_scan]
            content = scans.filled([each.text for each in layers], blank, lambda places: images(document, places, limits), limits, alive)
            return _with_unseen(content, layers)
        finally:
            document.close()


def clean(text: str) -> str:
    """PDFium's text in plain characters: line feeds, real bullets, words joined where only a line end had parted them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SYMBOL_BULLETS)
    text = _HYPHEN_MARK.sub(_joined, text)
    # Broken fonts give lone surrogates, which no file or database can store.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _PASSWORD_NEEDED:
            raise ProtectedFile(f"{path.name} is protected with a password. Save a copy without it and index that.") from error
        raise DamagedFile(f"{path.name} is broken: it begins like a PDF, but cannot be opened. Fetch the file again.") from error


@dataclass(frozen=True, slots=True)
class _Layer:
    """The text of a page; `is_unseen` where OCR put it behind a picture, `is_scan` where the picture is to be read."""

    text: str
    is_unseen: bool = False
    is_scan: bool = False


def _layers(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> list[_Layer]:
    layers, characters = [], 0
    for index in range(len(document)):
        layer = _layer(document, index)
        characters += len(layer.text)
        if characters > limits.characters:
            bound = f"{limits.characters} characters of text (PARAGRAF_READ_CHARACTERS)"
            raise TooLarge(f"{name} holds more than {bound} by page {index + 1}. Split the file.")
        layers.append(layer)
    return layers


def _with_unseen(content: Content, layers: Sequence[_Layer]) -> Content:
    """The pages, those marked whose text another program's OCR had put behind a picture."""
    unseen = [layer.is_unseen and not layer.is_scan for layer in layers]
    if not any(unseen):
        return content
    pages = tuple(replace(page, ocr=page.ocr or marked) for page, marked in zip(content.pages, unseen, strict=True))
    note = f"{sum(unseen)} pages hold text that another program's OCR put behind a picture"
    return Content(pages, (*content.notes, note))


def images(document: pypdfium2.PdfDocument, places: Sequence[int], limits: Limits) -> Iterator[tuple[int, Grey]]:
    """The pages as they are shown, turned as the file says; a very large one is drawn smaller."""
    for index in places:
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            width, height = page.get_size()
            scale = min(DOTS_PER_INCH / 72, (limits.pixels / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            yield index, bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
        except (pypdfium2.PdfiumError, ValueError):
            continue
        finally:
            page.close()


def _layer(document: pypdfium2.PdfDocument, index: int) -> _Layer:
    """The text of one page; a page that is broken in itself is a scan that cannot be read either, so that it is named."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _Layer("", is_scan=True)
    try:
        layer = page.get_textpage()
        try:
            text = clean((None if page.get_rotation() else pdflines.shaped(layer)) or layer.get_text_range())
            return _Layer(text, pdflayers.is_unseen(layer), pdflayers.is_scan(page, text))
        finally:
            layer.close()
    except pypdfium2.PdfiumError:
        return _Layer("", is_scan=True)
    finally:
        page.close()


def _joined(match: re.Match[str]) -> str:
    before, after = match["before"], match["after"]
    if after in _SUSPENDED_BEFORE:
        return f"{before}-\n{after}"
    # "IT-systemet", "2025-2026", "Torg-Trumpeten": the hyphen belongs to the word.
    keeps = before.isupper() or before.isdigit() or after[:1].isupper() or after[:1].isdigit() or not after
    return f"{before}-{after}" if keeps else f"{before}{after}"
