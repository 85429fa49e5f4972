"""Reads text files: UTF-8, UTF-16 or Windows-1252, in pages where form feeds or the traces of lost page breaks show them.

The one change made to what the file says is that every line ends with a single line feed, so that line numbers mean
the same everywhere. Pages are slices: put together again they are the text.
"""

import codecs
import re
from pathlib import Path

from indexer.documents import Page
from indexer.errors import DamagedFile, EmptyFile

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_TOLERATED_CONTROLS_PER_MILLE = 1
"""Old exports hold a stray control character or two; a picture or a program named .txt holds nothing but."""

_INDENTED_SHARE = 0.05
"""Where more than this share of the lines begin with one space, it is indentation and no trace of pages."""

_EMPTY_RUN = re.compile(r"(?<=\n)\n{3,}")
# A page header cut away leaves the first line of the page with one space in front, right under the line before it.
_CUT_HEADER = re.compile(r"(?<=[^\s])[ \t]*\n(?= (?![\s•*·-]|o )\S)")


def read(path: Path) -> list[Page]:
    """The pages of a text file. Raises EmptyFile and DamagedFile."""
    text = decode(path.read_bytes(), path.name)
    if not text.strip():
        raise EmptyFile(f"{path.name} holds no text. Check that the file was saved completely, or leave it out.")
    return [Page(number, part) for number, part in enumerate(split_pages(text), 1)]


def decode(content: bytes, name: str) -> str:
    """The text with line feeds as line ends. Raises DamagedFile where the bytes are no text."""
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls * 1000 > len(text) * _TOLERATED_CONTROLS_PER_MILLE + 2000:
        raise DamagedFile(f"{name} is named as text but holds other bytes. Give it its right suffix, or export it as text again.")
    return text


def split_pages(text: str) -> list[str]:
    """Slices that together are the text: at form feeds if there are any, else at traces of lost page breaks.

    Traces are three or more empty lines, and a line with exactly one leading space right under another line.
    """
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if "\f" in text[:last]:
        # An empty page between form feeds keeps its number.
        cuts = {match.end() for match in re.finditer("\f", text)}
        first = 0
    else:
        cuts = {match.end() for match in _EMPTY_RUN.finditer(text)} | set(_cut_headers(text))
    starts = [0, *sorted(cut for cut in cuts if first < cut < last)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _decoded(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, errors="replace")
    if _is_utf16_without_mark(content):
        return content.decode("utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be", errors="replace")
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    # A few broken bytes do not make UTF-8 another encoding; in Windows-1252 every å, ä and ö is such a byte.
    if lost and lost * 11 > sum(not char.isascii() for char in text):
        return content.decode("cp1252", errors="replace")
    return text


def _is_utf16_without_mark(content: bytes) -> bool:
    """Western text in UTF-16 has a zero for nearly every second byte, always on the same side."""
    sides = sorted((content[::2].count(0), content[1::2].count(0)))
    return len(content) % 2 == 0 and sides[1] * 2 > len(content) * 0.8 and sides[0] * 20 < len(content)


def _cut_headers(text: str) -> list[int]:
    cuts = [match.end() for match in _CUT_HEADER.finditer(text)]
    lines = sum(1 for line in text.splitlines() if line.strip())
    return cuts if len(cuts) <= max(1, lines * _INDENTED_SHARE) else []
