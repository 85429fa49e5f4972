"""Reads the text layer of PDF files, in the order in which the file draws it.

Sorting by place on the page would mix columns. A page without a text layer is a scan: it comes back empty and marked
damaged, so that it is counted and named.
"""

import re
import threading
from pathlib import Path

import pypdfium2

from indexer.documents import Page
from indexer.errors import DamagedFile, FileProblem, ProtectedFile

MAX_PAGES = 5000
"""The thickest municipal bundles have some two thousand pages; beyond this a file is more likely made to harm."""

MAX_CHARACTERS = 50_000_000
"""A small file can be made to unpack to endless text; this is three hundred times the thickest bundle seen."""

_PASSWORD_NEEDED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_LOCK = threading.Lock()
"""PDFium must not be used from two threads at once."""

# PDFium joins a word over a line end and marks the hyphen that stood there.
_HYPHEN_MARK = re.compile("(?P<before>.?)(?:\x02|\ufffe)(?P<after>\\w*)")
_SYMBOL_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\x00": None})
_SUSPENDED_BEFORE = frozenset({"och", "eller", "samt", "respektive"})


def read(path: Path) -> list[Page]:
    """The pages of a PDF. Raises ProtectedFile, DamagedFile and, beyond the bounds, FileProblem."""
    with _LOCK:
        document = _opened(path)
        try:
            if len(document) > MAX_PAGES:
                raise FileProblem(f"{path.name} has {len(document)} pages, more than the {MAX_PAGES} that are read. Split the file.")
            return _pages(document, path.name)
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


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[Page]:
    pages, characters = [], 0
    for index in range(len(document)):
        text = _text(document, index)
        characters += len(text)
        if characters > MAX_CHARACTERS:
            raise FileProblem(f"{name} holds more than {MAX_CHARACTERS} characters of text by page {index + 1}. Split the file.")
        pages.append(Page(index + 1, text, damaged=not text.strip()))
    return pages


def _text(document: pypdfium2.PdfDocument, index: int) -> str:
    """The text of one page; a page that is broken in itself counts as one without text."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ""
    try:
        layer = page.get_textpage()
        try:
            return clean(layer.get_text_bounded())
        finally:
            layer.close()
    except pypdfium2.PdfiumError:
        return ""
    finally:
        page.close()


def _joined(match: re.Match[str]) -> str:
    before, after = match["before"], match["after"]
    if after in _SUSPENDED_BEFORE:
        return f"{before}-\n{after}"
    # "IT-systemet", "2025-2026", "Mini-Maria": the hyphen belongs to the word.
    keeps = before.isupper() or before.isdigit() or after[:1].isupper() or after[:1].isdigit() or not after
    return f"{before}-{after}" if keeps else f"{before}{after}"
