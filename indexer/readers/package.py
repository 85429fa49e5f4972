"""The parts of an Office file: a zip of XML, opened with its sizes known before anything is unpacked.

The standard library reads them: what is asked of a DOCX is its text in order, and each part must be bounded before it
is parsed. Parts that declare entities are refused; no honest program writes them.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from indexer.errors import DamagedFile, ProtectedFile, TooLarge

MAX_PART_BYTES = 64 * 1024**2
"""Some two thousand pages of text in Word's XML; pictures are parts of their own and never unpacked."""

MAX_PARTS = 20_000

Element = ElementTree.Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    NotImplementedError,  # a way of packing that the library does not know
    LookupError,  # an encoding that nobody knows
    EOFError,
    OSError,  # a place before the file's beginning
    ValueError,
    RuntimeError,
)
"""What the standard library raises on broken files."""

_OLE = b"\xd0\xcf\x11\xe0"
"""What an Office file that is protected with a password begins with: it is wrapped in the older format."""


@dataclass(frozen=True, slots=True)
class Package:
    """An open file; parts are read when asked for."""

    name: str
    archive: zipfile.ZipFile

    def part(self, name: str) -> Element | None:
        """The root of a part; None where there is none. Raises FileProblem."""
        try:
            member = self.archive.getinfo(name)
        except KeyError:
            return None
        if member.flag_bits & _ENCRYPTED:
            raise ProtectedFile(f"{self.name} is protected with a password. Save a copy without it and index that.")
        if member.file_size > MAX_PART_BYTES:
            size = f"{member.file_size // 1024**2} MiB"
            raise TooLarge(f"{self.name} unpacks to {size} of text, more than the {MAX_PART_BYTES // 1024**2} MiB that are read. Split it.")
        try:
            content = self.archive.read(member)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise DamagedFile(f"{self.name} declares XML entities, as no word processor does. Save it again, and index the copy.")
            return ElementTree.fromstring(content)  # noqa: S314 see above
        except _BROKEN as error:
            raise DamagedFile(f"{self.name} is broken: its part {name} cannot be read. Fetch the file again.") from error

    def related(self, name: str) -> Mapping[str, tuple[str, str]]:
        """The parts that a part refers to: id → (last word of the kind, name)."""
        path = PurePosixPath(name)
        relations = self.part(str(path.parent / "_rels" / f"{path.name}.rels"))
        found = relations.iter(_RELATIONS) if relations is not None else ()
        return {
            each.get("Id", ""): (each.get("Type", "").rsplit("/", 1)[-1], _resolved(path.parent, each.get("Target", "")))
            for each in found
            if each.get("TargetMode") != "External"
        }


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The file as a package. Raises DamagedFile, ProtectedFile."""
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        with path.open("rb") as file:
            if file.read(len(_OLE)) == _OLE:
                message = f"{path.name} is protected with a password, or is an older format. Save a copy as DOCX without password."
                raise ProtectedFile(message) from error
        raise DamagedFile(f"{path.name} is broken: it is not the zip file that a DOCX is. Fetch the file again.") from error
    with archive:
        if len(archive.infolist()) > MAX_PARTS:
            raise TooLarge(f"{path.name} has {len(archive.infolist())} parts, more than the {MAX_PARTS} that are read. Save it again.")
        yield Package(path.name, archive)


def _resolved(folder: PurePosixPath, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(folder / target).removeprefix("./")
