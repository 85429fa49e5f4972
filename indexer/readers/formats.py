"""Picks the reader of a file, by its suffix and by what it begins with: the two must agree."""

from collections.abc import Callable, Mapping
from pathlib import Path

from indexer.documents import Page
from indexer.errors import DamagedFile, EmptyFile, FileProblem, UnsupportedFormat
from indexer.readers import pdf, text

SUPPORTED: Mapping[str, str] = {".pdf": "pdf", ".txt": "text", ".text": "text", ".md": "text"}
"""Suffixes that are read, with the name of their format."""

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are films and archives; a bundle of two thousand scanned pages stays below."""

_READERS: Mapping[str, Callable[[Path], list[Page]]] = {"pdf": pdf.read, "text": text.read}
_PDF_MARK = b"%PDF-"
_MARK_WITHIN = 1024
"""Readers of PDF tolerate this much before the mark, so such files are in use."""

# What a file of another format begins with, and what to say of it when it is named as text.
_OTHER_FORMATS = ((_PDF_MARK, "PDF"), (b"PK\x03\x04", "ZIP or DOCX"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))


def read_pages(path: Path) -> tuple[str, list[Page]]:
    """The name of the format and the pages. Raises FileProblem where the file cannot be read."""
    format_name = SUPPORTED.get(path.suffix.lower())
    if format_name is None:
        known = ", ".join(SUPPORTED)
        raise UnsupportedFormat(f"{path.name}: no reader for {path.suffix or 'files without a suffix'}. Readable are {known}.")
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile(f"{path.name} is empty (0 bytes). Fetch it again, or leave it out.")
    if size > MAX_BYTES:
        raise FileProblem(f"{path.name} is {size // 1024**2} MiB, more than the {MAX_BYTES // 1024**2} MiB that are read. Split the file.")
    _check_content(path, format_name)
    return format_name, _READERS[format_name](path)


def _check_content(path: Path, format_name: str) -> None:
    with path.open("rb") as file:
        head = file.read(_MARK_WITHIN)
    if format_name == "pdf":
        if _PDF_MARK not in head:
            raise DamagedFile(f"{path.name} is named as a PDF but is none. Open it to see what it is, and fetch it again.")
        return
    for mark, name in _OTHER_FORMATS:
        if head.startswith(mark):
            raise DamagedFile(f"{path.name} is named as text but is {name}. Give it its right suffix.")
