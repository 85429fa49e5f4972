"""One writer at a time on a directory: a lock that the operating system takes back when its process dies."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.errors import IndexBusy


class WriteLock:
    """Held from `with` to its end. Raises IndexBusy where somebody else holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Self:
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(self._descriptor)
            self._require_there()
        except OSError as error:
            os.close(self._descriptor)
            raise IndexBusy(
                f"Another process is writing to the index at {self._path.parent}. Wait until it is done, then run this again."
            ) from error
        return self

    def _require_there(self) -> None:
        """Raise OSError where a writer that left nothing behind took the file away while it was being opened."""
        held, there = os.fstat(self._descriptor), self._path.stat()
        if (held.st_dev, held.st_ino) != (there.st_dev, there.st_ino):
            raise FileNotFoundError(self._path)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
