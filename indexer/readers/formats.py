"""Picks the reader of a file, by its suffix and by what it begins with: the two must agree."""

from collections.abc import Callable, Mapping
from pathlib import Path

from indexer.errors import DamagedFile, EmptyFile, TooLarge, UnsupportedFormat
from indexer.limits import DEFAULT, Limits
from indexer.readers import docx, html, image, pdf, text
from indexer.readers.content import Content

SUPPORTED: Mapping[str, str] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
"""Suffixes that are read, with the name of their format."""

_PDF_MARK = b"%PDF-"
_MARK_WITHIN = 1024
"""Readers of PDF tolerate this much before the mark, so such files are in use."""

_MOST_BYTES = 4
"""No encoding of text that is read takes more for one character, so that a far too long file need not be read to be refused."""

_OTHER_FORMATS = ((_PDF_MARK, "PDF"), (b"PK\x03\x04", "ZIP or DOCX"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))
"""What a file of another format begins with, and what to say of it when it is named as text."""


def read(path: Path, limits: Limits = DEFAULT, alive: Callable[[], None] = lambda: None) -> tuple[str, Content]:
    """The name of the format and what the file holds. `alive` is called now and then where reading takes long.

    Raises FileProblem where the file cannot be read, or is beyond the limits.
    """
    format_name = SUPPORTED.get(path.suffix.lower())
    if format_name is None:
        known = ", ".join(SUPPORTED)
        raise UnsupportedFormat(f"{path.name}: no reader for {path.suffix or 'files without a suffix'}. Readable are {known}.")
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile(f"{path.name} is empty (0 bytes). Fetch it again, or leave it out.")
    if size > limits.file_mib * 1024**2:
        bound = f"the {limits.file_mib} MiB that are read (PARAGRAF_READ_FILE_MIB)"
        raise TooLarge(f"{path.name} is {size // 1024**2} MiB, more than {bound}. Split the file.")
    _check_content(path, format_name)
    if format_name == "text" and size > limits.characters * _MOST_BYTES:
        raise _too_long(path, f"more than {size // _MOST_BYTES}", limits)
    content = _content(path, format_name, limits, alive)
    characters = sum(len(page.text) for page in content.pages)
    if characters > limits.characters:
        raise _too_long(path, str(characters), limits)
    return format_name, content


def _too_long(path: Path, characters: str, limits: Limits) -> TooLarge:
    bound = f"the {limits.characters} that are read (PARAGRAF_READ_CHARACTERS)"
    return TooLarge(f"{path.name} holds {characters} characters of text, more than {bound}. Split the file.")


def _content(path: Path, format_name: str, limits: Limits, alive: Callable[[], None]) -> Content:
    match format_name:
        case "pdf":
            return pdf.read(path, limits, alive)
        case "image":
            return image.read(path, limits, alive)
        case "docx":
            return docx.read(path)
        case "html":
            return Content(tuple(html.read(path)))
        case _:
            return Content(tuple(text.read(path)))


def _check_content(path: Path, format_name: str) -> None:
    with path.open("rb") as file:
        head = file.read(_MARK_WITHIN)
    if format_name == "pdf":
        if _PDF_MARK not in head:
            raise DamagedFile(f"{path.name} is named as a PDF but is none. Open it to see what it is, and fetch it again.")
        return
    if format_name not in {"text", "html"}:
        return
    for mark, name in _OTHER_FORMATS:
        if head.startswith(mark):
            raise DamagedFile(f"{path.name} is named as {format_name} but is {name}. Give it its right suffix.")
