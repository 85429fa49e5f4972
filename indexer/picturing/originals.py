"""The file that was read, as long as it is still there and unchanged: what is shown beside a text must be what the text came from."""

from functools import lru_cache
from pathlib import Path

from indexer.errors import FileProblem
from indexer.gathering import archive
from indexer.workers import Failed


def lost(origin: str, sha256: str) -> Failed | None:
    """Why the file is not the one that was read; None where it is."""
    try:
        if not Path(_holder(origin)).is_file():
            return Failed("moved", "is no longer where it was read")
        if _digest(origin, _stamp(origin)) != sha256:
            return Failed("changed", "is no longer the file that was read")
    except FileProblem as problem:
        return Failed(problem.reason, str(problem))
    except OSError as error:
        return Failed("unreadable", f"cannot be opened ({error.strerror})")
    return None


def original(origin: str, sha256: str) -> Path | bytes | Failed:
    """The file's place, or its content where it is inside an archive; or why it cannot be had."""
    why = lost(origin, sha256)
    if why:
        return why
    if _holder(origin) == str(Path(origin)):
        return Path(origin)
    try:
        with archive.opened(origin) as member:
            return member.read()
    except FileProblem as problem:
        return Failed(problem.reason, str(problem))
    except OSError as error:
        return Failed("unreadable", f"cannot be opened ({error.strerror})")


def _holder(origin: str) -> str:
    """The file itself, or the archive that it is in."""
    path = Path(origin)
    return str(next((each for each in (path, *path.parents) if each.is_file()), path))


def _stamp(origin: str) -> tuple[int, int]:
    """What changes with the file, so that it is not read whole for each of its pages."""
    held = Path(_holder(origin)).stat()
    return held.st_mtime_ns, held.st_size


@lru_cache(maxsize=256)
def _digest(origin: str, _stamp: tuple[int, int]) -> str:
    return archive.sha256(origin)
