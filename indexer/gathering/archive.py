"""Files inside zip files: a member goes by its archive's path with its own behind it, as if the archive were a folder.

Names that leave the archive, members that unpack to more than they may, archives in archives and passwords are named
and left out; nothing is unpacked before its size is known.
"""

import errno
import hashlib
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from indexer.errors import DamagedFile
from indexer.limits import DEFAULT, Limits

SUFFIX = ".zip"

_RATIO = 1000
"""Text packs to a tenth, an empty table to a hundredth; what packs tighter than this is made to burst."""

_RATIO_MATTERS_FROM = 10 * 1024**2
_ENCRYPTED = 0x1
_CHUNK = 1024**2
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Refused:
    """A member that is not read, and why."""

    name: str
    reason: str
    message: str


def members(path: Path, limits: Limits = DEFAULT) -> tuple[list[str], list[Refused]]:
    """Names of the files in an archive, sorted, and what is refused. Raises DamagedFile, and OSError where it cannot be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    except (*_BROKEN, OSError) as error:
        _raise_unless_broken(error)
        raise DamagedFile("is broken: it cannot be opened as a zip file. Fetch it again.") from error
    if len(entries) > limits.zip_files:
        raise DamagedFile(f"holds {len(entries)} files, more than the {limits.zip_files} that are read (PARAGRAF_ZIP_FILES). Unpack it.")
    names: list[str] = []
    refused: list[Refused] = []
    room = limits.zip_mib * 1024**2
    for entry in entries:
        if entry.is_dir() or _is_hidden(entry.filename):
            continue
        why = _refusal(entry, limits, room)
        if why is None and entry.filename in names:
            why = ("name taken", "stands twice in the archive; pack it again")
        if why is not None:
            refused.append(Refused(entry.filename, *why))
        else:
            names.append(entry.filename)
            room -= entry.file_size
    return names, refused


def _raise_unless_broken(error: Exception) -> None:
    """Pass on what says that a file may not be opened; broken archives make the library seek to before their beginning."""
    if isinstance(error, OSError) and error.errno != errno.EINVAL:
        raise error


def _refusal(entry: zipfile.ZipInfo, limits: Limits, room: int) -> tuple[str, str] | None:
    name = PurePosixPath(entry.filename)
    if name.is_absolute() or ".." in name.parts or "\\" in entry.filename or ":" in entry.filename.split("/")[0] or "\0" in entry.filename:
        return "path leaves the archive", "has a name that leads out of the archive; pack it again"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "not a file", "is a link, which is not followed"
    if entry.flag_bits & _ENCRYPTED:
        return "password-protected", "is protected with a password; pack it again without"
    if name.suffix.lower() == SUFFIX:
        return "archive in an archive", "is an archive in an archive; unpack it beside the outer one"
    if entry.file_size > limits.file_mib * 1024**2:
        size = f"{entry.file_size // 1024**2} MiB"
        return "too large", f"unpacks to {size}, more than the {limits.file_mib} MiB that are read (PARAGRAF_READ_FILE_MIB); split it"
    if entry.file_size > _RATIO_MATTERS_FROM and entry.file_size > entry.compress_size * _RATIO:
        return "zip bomb", f"unpacks to more than {_RATIO} times its size, as only files made to do harm do"
    if entry.file_size > room:
        return "too large", f"is beyond the {limits.zip_mib} MiB that one archive may unpack to (PARAGRAF_ZIP_MIB); split the archive"
    return None


def _is_hidden(name: str) -> bool:
    """Hidden files, and what a Mac packs beside the files themselves."""
    return any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in name.split("/"))


def exists(origin: str) -> bool:
    """Whether a file, or a member of an archive, is there."""
    if os.path.lexists(origin):
        return True
    place = _place(origin)
    if place is None:
        return False
    try:
        with zipfile.ZipFile(place[0]) as archive:
            return place[1] in archive.namelist()
    except (*_BROKEN, OSError):
        return True  # an archive that cannot be opened now has not lost what it held


@contextmanager
def opened(origin: str) -> Iterator[IO[bytes]]:
    """The bytes of a file or member. Raises OSError, and DamagedFile where the archive is broken."""
    place = _place(origin)
    if place is None:
        with Path(origin).open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(place[0]) as archive, archive.open(place[1]) as member:
            yield member
    except (*_BROKEN, KeyError, zlib.error, OSError) as error:
        _raise_unless_broken(error)
        raise DamagedFile(f"{PurePosixPath(origin).name} is broken inside its archive. Fetch the archive again.") from error


def sha256(origin: str) -> str:
    """The hash of a file's or member's content. Raises as `opened`."""
    digest = hashlib.sha256()
    with opened(origin) as content:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def on_disk(origin: str) -> Iterator[Path]:
    """A path to read a file by; a member is unpacked for as long as it is needed. Raises as `opened`."""
    if _place(origin) is None:
        yield Path(origin)
        return
    with tempfile.TemporaryDirectory(prefix="paragraf-") as folder:
        path = Path(folder) / PurePosixPath(origin).name
        with opened(origin) as member, path.open("wb") as target:
            shutil.copyfileobj(member, target, _CHUNK)
        yield path


def _place(origin: str) -> tuple[str, str] | None:
    """Archive and member that an origin names; None for a file of its own."""
    if SUFFIX not in origin.lower() or os.path.lexists(origin):
        return None
    for parent in Path(origin).parents:
        if parent.suffix.lower() == SUFFIX and parent.is_file():
            return str(parent), Path(origin).relative_to(parent).as_posix()
    return None
