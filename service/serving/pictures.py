"""Pictures of pages, drawn by the indexer and kept on disk up to a bound; what the longest nobody asked for goes first.

Kept by the content of the file, so that a new version of it is another picture. A folder that cannot be written costs time alone.
"""

import hashlib
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from indexer.documents import Page
from indexer.index import FileRecord
from indexer.limits import DEFAULT, Limits
from indexer.picturing.pagedrawing import DRAWN_AS, Places
from indexer.picturing.pageimages import PageImages
from indexer.spans import Span
from indexer.workers import Failed

_SOME_MORE = 0.05
"""Share of the bound that may be written before the folder is looked through."""

_LEAVES = 0.9
"""Share of the bound that is left when the oldest are taken away, so that this is not done for every picture."""


class Pictures:
    """Safe to use from several threads and, for what is kept, from several processes."""

    def __init__(self, folder: Path, most_bytes: int, images: PageImages | None = None, limits: Limits = DEFAULT) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._images = images or PageImages()
        self._limits = limits
        self._lock = threading.Lock()
        self._written = most_bytes

    def picture(self, record: FileRecord, page: int) -> bytes | Failed:
        """The page as WebP, or why it cannot be shown."""
        place = self._folder / f"{_name(record, page)}.webp"
        with suppress(OSError):
            content = place.read_bytes()
            place.touch()
            return content
        drawn = self._images.picture(record.origin, record.sha256, page)
        if isinstance(drawn, Failed):
            return drawn
        if self._most_bytes:
            self._keep(place, drawn.content)
        return drawn.content

    def places(self, record: FileRecord, page: Page, spans: tuple[Span, ...]) -> Places | Failed:
        """The size of a page's picture, and where spans of the page's text stand on it."""
        scan = self._limits if page.ocr else None
        return self._images.places(record.origin, record.sha256, page.number, page.text, spans, scan)

    def forget(self, record: FileRecord) -> None:
        """Take away what is kept of a file: nobody is to find on the disk what was removed."""
        for page in range(1, record.pages + 1):
            with suppress(OSError):
                (self._folder / f"{_name(record, page)}.webp").unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the process that draws."""
        self._images.close()

    def _keep(self, place: Path, content: bytes) -> None:
        """Written beside and renamed, so that nobody reads half."""
        with suppress(OSError), self._lock:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".new", delete=False) as new:
                new.write(content)
            Path(new.name).replace(place)
            self._written += len(content)
            if self._written > self._most_bytes * _SOME_MORE:
                self._written = 0
                _shrink(self._folder, self._most_bytes)


def tag(record: FileRecord, page: int) -> str:
    """What tells one version of a picture from another."""
    return _name(record, page)[:32]


def _name(record: FileRecord, page: int) -> str:
    return hashlib.sha256(f"{DRAWN_AS} {record.sha256} {page}".encode()).hexdigest()


def _shrink(folder: Path, most_bytes: int) -> None:
    """Take away what was asked for least recently; another process may do so at the same time."""
    kept = []
    for path in folder.iterdir():
        with suppress(OSError):
            stat = path.stat()
            kept.append((stat.st_mtime, stat.st_size, path))
    size = sum(each for _, each, _ in kept)
    if size <= most_bytes:
        return
    for _, each, path in sorted(kept):
        if size <= most_bytes * _LEAVES:
            return
        with suppress(OSError):
            path.unlink()
            size -= each
