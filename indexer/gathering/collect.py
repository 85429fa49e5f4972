"""Which files are meant by the paths given: each with its name in the index and what is known of it from outside.

A file's name is its path below the folder that was given, or its own name where the file itself was given. What the
manifest beside a file says of it wins over the command line, which speaks of all files at once. Hidden files and
manifests are passed over; everything else that is not read is named.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from indexer.documents import Given
from indexer.errors import FileProblem, ManifestProblem, UsageProblem
from indexer.gathering import archive, manifest
from indexer.gathering.given import Manifests, completed
from indexer.limits import DEFAULT, Limits
from indexer.readers import formats
from indexer.report import Skipped
from indexer.terminal import printable


@dataclass(frozen=True, slots=True)
class Found:
    """A file to index. `origin` is its absolute path."""

    origin: str
    file: str
    given: Given


@dataclass(frozen=True, slots=True)
class Collected:
    """All that the paths hold. `folders` are those given (absolute), `unlisted` those below that could not be listed."""

    files: tuple[Found, ...]
    skipped: tuple[Skipped, ...]
    folders: tuple[str, ...]
    unlisted: tuple[str, ...] = ()


@dataclass(slots=True)
class _Met:
    """What is met on the way through the paths."""

    files: dict[str, Found] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)
    archives: list[Path] = field(default_factory=list)
    manifests: Manifests = field(default_factory=Manifests)

    def skip(self, name: str, reason: str, message: str) -> None:
        """Pass over what has this name, and say why."""
        self.skipped.append(Skipped(printable(name), reason, message))


def collect(paths: Sequence[Path], municipality: str | None = None, limits: Limits = DEFAULT) -> Collected:
    """Files below `paths`, in the order given and sorted within a folder. Raises UsageProblem and ManifestProblem."""
    met = _Met()
    for path in paths:
        root = Path(os.path.abspath(path))  # noqa: PTH100 Path.resolve would follow a link that the user named on purpose
        is_folder = _is_folder(path)
        folder = root if is_folder else root.parent
        if is_folder:
            met.folders.append(str(root))
        for found in _below(root, met) if is_folder else [root]:
            met.manifests.saw(found)
            packed_in = found if found.suffix.lower() == archive.SUFFIX else None
            for file in _inside(found, folder, limits, met) if packed_in else _readable([found], folder, met):
                given = completed(met.manifests.of(file, folder, packed_in), municipality)
                met.files.setdefault(str(file), Found(str(file), file.relative_to(folder).as_posix(), given))
    met.skipped += _listed_only(met.manifests, [*map(Path, met.folders), *met.archives])
    return Collected(tuple(met.files.values()), tuple(met.skipped), tuple(met.folders), tuple(met.unlisted))


def _listed_only(manifests: Manifests, places: Sequence[Path]) -> Iterator[Skipped]:
    """What a manifest speaks of in vain: a name in it may be misspelt."""
    for path in manifests.without_file(places):
        place = next(place for place in places if path.is_relative_to(place))
        name = path.relative_to(place.parent if place.suffix.lower() == archive.SUFFIX else place).as_posix()
        yield Skipped(printable(name), "listed but not there", "is listed in a manifest but is not there; check the name in its row")


def _is_folder(path: Path) -> bool:
    """Whether the path given is a folder rather than a file. Raises UsageProblem where it is neither, or cannot be looked at."""
    try:
        if path.is_dir() or path.is_file():
            return path.is_dir()
    except OSError as error:  # no right to enter the folder above, or a name that no file can have
        raise UsageProblem(
            f"{printable(str(path))[:300]} cannot be looked at ({error.strerror}). Check the path and its rights."
        ) from error
    raise UsageProblem(f"There is no file or folder {path}. Check the path.")


def _below(root: Path, met: _Met) -> Iterator[Path]:
    """What lies in a folder, at any depth; hidden files and folders, manifests and links out of it are left out."""

    def refused(error: OSError) -> None:
        folder = Path(error.filename)
        met.unlisted.append(str(folder))
        message = f"cannot be listed or entered ({error.strerror}); give the indexing user read access to it"
        met.skip(folder.relative_to(root).as_posix() + "/", "unreadable folder", message)

    inside = root.resolve()
    for folder, below, names in os.walk(root, onerror=refused):
        try:
            os.stat(f"{folder}/.")  # noqa: PTH116 a Path drops the dot, which asks whether the folder may be entered
        except OSError as error:
            refused(OSError(error.errno, error.strerror, folder))
            below.clear()
            continue
        below[:] = sorted(name for name in below if not name.startswith("."))
        seen = (name for name in sorted((*below, *names)) if not name.startswith(".") and name not in manifest.NAMES)
        for path in (Path(folder) / name for name in seen):
            leaves = path.is_symlink() and not _is_file_below(path, inside)
            if not leaves and path.is_file():
                yield path
            elif leaves or not path.is_dir():
                met.skip(path.relative_to(root).as_posix(), "not a file", "is a link or device that is not followed")


def _is_file_below(link: Path, root: Path) -> bool:
    """Whether the link leads to a file below the folder; one to where this user may not look leads nowhere."""
    try:
        return link.is_file() and link.resolve().is_relative_to(root)
    except OSError:
        return False


def _inside(path: Path, folder: Path, limits: Limits, met: _Met) -> list[Path]:
    """The readable files in an archive, as paths below it. One with a manifest that cannot be understood is not read."""
    met.archives.append(path)
    name = path.relative_to(folder).as_posix()
    try:
        names, refused = archive.members(path, limits)
        met.manifests.unpack(path, names)
    except FileProblem as problem:
        met.skip(name, problem.reason, str(problem))
        return []
    except ManifestProblem as problem:
        met.skip(name, "manifest", f"holds a manifest that cannot be understood: {problem}")
        return []
    except OSError as error:
        met.skip(name, "unreadable", f"cannot be opened ({error.strerror}); give the indexing user read access to it")
        return []
    for each in refused:
        met.skip(f"{name}/{each.name}", each.reason, each.message)
    return _readable((path / inner for inner in names if PurePosixPath(inner).name not in manifest.NAMES), folder, met)


def _readable(paths: Iterable[Path], folder: Path, met: _Met) -> list[Path]:
    found = []
    for path in paths:
        if refusal := _refusal(path):
            met.skip(path.relative_to(folder).as_posix(), *refusal)
        else:
            found.append(path)
    return found


def _refusal(path: Path) -> tuple[str, str] | None:
    """Reason and message where the name alone tells that a file cannot be indexed."""
    if path.suffix.lower() not in formats.SUPPORTED:
        return f"unsupported format {path.suffix.lower() or '(no suffix)'}", f"no reader for this format; readable are {_KNOWN}"
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in str(path)):
        return "file name", "its name or path holds bytes that are not UTF-8, or control characters; rename it"
    return None


_KNOWN = ", ".join((*formats.SUPPORTED, archive.SUFFIX))
