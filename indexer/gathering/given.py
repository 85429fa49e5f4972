"""What is known of files from outside: the manifests of the folders and archives that were gone through, each read once.

The manifest nearest to a file speaks of it. One packed into an archive came with the files, and gives way to what the
person who indexes has written beside the archive.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from indexer.documents import Given
from indexer.gathering import archive, manifest


class Manifests:
    """The manifests met so far."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, Mapping[str, Given]] = {}
        self._seen: set[str] = set()

    def saw(self, path: Path) -> None:
        """Note a file that is there, whether it can be read or not."""
        self._seen.add(manifest.name_of(str(path)))

    def unpack(self, packed_in: Path, names: Iterable[str]) -> None:
        """Read the manifests among the members of an archive. Raises ManifestProblem and FileProblem."""
        packed: dict[Path, list[Path]] = {}
        for path in (packed_in / name for name in names):
            self.saw(path)
            if path.name in manifest.NAMES:
                packed.setdefault(path.parent, []).append(path)
        for folder, present in packed.items():
            self._by_folder[folder] = manifest.read(folder, present)

    def of(self, file: Path, root: Path, packed_in: Path | None = None) -> Given | None:
        """What is said of a file below `root`, in an archive or not; None where nothing is."""
        beside = self._nearest(file, (packed_in or file).parent, root)
        return beside if beside or packed_in is None else self._nearest(file, file.parent, packed_in)

    def _nearest(self, file: Path, folder: Path, last: Path) -> Given | None:
        while True:
            if folder not in self._by_folder:
                self._by_folder[folder] = manifest.load(folder)
            given = self._by_folder[folder].get(manifest.name_of(file.relative_to(folder).as_posix()))
            if given is not None or folder == last:
                return given
            folder = folder.parent

    def without_file(self, folders: Iterable[Path]) -> Iterator[Path]:
        """What is listed below these folders or archives but is not there."""
        below = tuple(folders)
        for folder, rows in self._by_folder.items():
            if any(map(folder.is_relative_to, below)):
                paths = (folder / name for name in rows)
                yield from (path for path in paths if str(path) not in self._seen and not archive.exists(str(path)))


def completed(said: Given | None, municipality: str | None) -> Given:
    """What a manifest says, and for the rest what the command line says of all files at once."""
    if said is None:
        return Given(municipality=municipality)
    return said if said.municipality else replace(said, municipality=municipality)
