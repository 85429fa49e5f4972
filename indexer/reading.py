"""The story of one file: pages are read, furniture found, documents and sections told apart."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from indexer import correcting, detailing, privacy, structure
from indexer.documents import Given, Reading, Source
from indexer.language import restoration
from indexer.limits import DEFAULT, Limits
from indexer.readers import formats
from indexer.structuring import furniture

READING = "11"
"""Raised whenever the reader would give another result for the same file, so that it is read again."""


def read(path: Path, file: str, given: Given, limits: Limits = DEFAULT, alive: Callable[[], None] = lambda: None) -> Reading:
    """Read and split one file; `file` is the name it goes by. Raises FileProblem.

    `alive` is called now and then where reading takes long.
    """
    with path.open("rb") as bytes_of:
        digest = file_digest(bytes_of, "sha256").hexdigest()
    kind, content = formats.read(path, limits, alive)
    pages = (replace(page, damaged=page.damaged or restoration.worn_page(page.text)) for page in content.pages)
    read_so = of_source(Source.of(file, digest, kind, pages), given)
    return replace(read_so, notes=(*content.notes, *read_so.notes))


def of_source(source: Source, given: Given) -> Reading:
    """Split a source that has been read. What follows sees no personal identity number."""
    source, masked = privacy.masked(source)
    pieces = furniture.find(source)
    documents, notes = structure.documents(source, pieces, given)
    furnished = tuple(piece.span for piece in pieces)
    documents, unmade = correcting.correct(detailing.detailed(source, documents, furnished), given.corrections)
    found = privacy.findings(source, furnished)
    return Reading(source, documents, furnished, (*notes, *unmade, *privacy.notes(source, masked, found)), masked, found)
