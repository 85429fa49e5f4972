"""The story of one file: pages are read, furniture found, documents and sections told apart."""

from hashlib import sha256
from pathlib import Path

from indexer import correcting, furniture, privacy, structure
from indexer.documents import Given, Reading, Source
from indexer.readers import formats

READING = "2"
"""Raised whenever the reader would give another result for the same file, so that it is read again."""


def read(path: Path, file: str, given: Given) -> Reading:
    """Read and split one file; `file` is the name it goes by. Raises FileProblem."""
    kind, pages = formats.read_pages(path)
    source = Source.of(file, sha256(path.read_bytes()).hexdigest(), kind, pages)
    return of_source(source, given)


def of_source(source: Source, given: Given) -> Reading:
    """Split a source that has been read. What follows sees no personal identity number."""
    source, masked = privacy.masked(source)
    pieces = furniture.find(source)
    documents, notes = structure.documents(source, pieces, given)
    documents, unmade = correcting.correct(documents, given.corrections)
    empty = [str(page.number) for page in source.pages if page.damaged and not page.text.strip()]
    if empty:
        notes = (f"page {', '.join(empty)}: no text on it, perhaps a scan", *notes)
    furnished = tuple(piece.span for piece in pieces)
    found = privacy.findings(source, furnished)
    return Reading(source, documents, furnished, (*notes, *unmade, *privacy.notes(source, masked, found)), masked, found)
