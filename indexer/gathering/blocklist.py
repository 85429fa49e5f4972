"""Reads the block list: files, sections and strings that nobody is shown. What is not understood is refused.

    files = ["2024/ks.pdf", "5d41402abc4b2a76b9719d911017c592…"]   # names in the index, or the sha256 of a content
    strings = ["Förnamn Efternamn"]                               # in any case and as a genitive, whatever white space is between

    [[sections]]
    file = "2024/ks.pdf"
    section = "§ 12"

The list is read again when its file has changed, so that an entry holds from the next question on. A list that cannot be
read stops every answer: showing what was blocked is worse than showing nothing.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import BlocklistProblem
from indexer.index import Access, Index
from indexer.references import normal_section

MAX_BYTES = 5 * 1024 * 1024
"""Tens of thousands of entries stay below."""

LEAST_LETTERS = 4
"""A shorter string would hide much that nobody meant."""

KEYS = frozenset({"files", "strings", "sections"})

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BlockList:
    """What nobody is shown. `contents` are hashes of files."""

    files: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    sections: frozenset[tuple[str, str]] = frozenset()
    strings: frozenset[str] = frozenset()

    def blocks(self, file: str, sha256: str) -> bool:
        """Whether a file is blocked as a whole."""
        return file in self.files or sha256 in self.contents

    def access(self, index: Index) -> Access:
        """What anybody may read of the index: the public collection without what is blocked."""
        public = Access.public()
        # Only where contents are blocked must the files be gone through to learn their names.
        named = {record.file for record in index.files(public) if record.sha256 in self.contents} if self.contents else set()
        return Access(public.collections, self.files | named, self.sections, self.strings)


NOTHING_BLOCKED = BlockList()


class Watched:
    """The block list at a path ("": none), read again when the file has changed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._read: tuple[tuple[int, int, int], BlockList] | None = None

    def now(self) -> BlockList:
        """The list as it is. Raises BlocklistProblem."""
        if not self._path:
            return NOTHING_BLOCKED
        try:
            at = Path(self._path).stat()
        except OSError as error:
            raise _unreadable(self._path, error) from error
        stamp = (at.st_mtime_ns, at.st_size, at.st_ino)
        if self._read is None or self._read[0] != stamp:
            self._read = (stamp, load(self._path))
        return self._read[1]


def load(path: str) -> BlockList:
    """The block list in the file at `path`; empty where the path is. Raises BlocklistProblem."""
    if not path:
        return NOTHING_BLOCKED
    content = _content(Path(path))
    if unknown := sorted(set(content) - KEYS):
        raise BlocklistProblem(f"{path}: unknown {unknown[0]!r}. Known are {', '.join(sorted(KEYS))}.")
    files = _texts(path, content, "files")
    strings = _texts(path, content, "strings")
    for string in strings:
        if sum(char.isalnum() for char in string) < LEAST_LETTERS:
            raise BlocklistProblem(f"{path}: the string {string!r} is too short; it would hide too much. Write the whole name or number.")
    return BlockList(
        files=frozenset(file for file in files if not _SHA256.fullmatch(file.casefold())),
        contents=frozenset(file.casefold() for file in files if _SHA256.fullmatch(file.casefold())),
        sections=_sections(path, content),
        strings=frozenset(strings),
    )


def _content(path: Path) -> Mapping[str, object]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BlocklistProblem(f"{path} is larger than {MAX_BYTES // 1024**2} MiB. Keep only what must not be shown in it.")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _unreadable(str(path), error) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BlocklistProblem(f"{path} is no valid TOML in UTF-8 ({error}). Correct it.") from error


def _unreadable(path: str, error: OSError) -> BlocklistProblem:
    return BlocklistProblem(f"The block list {path} cannot be opened ({error.strerror}). Check PARAGRAF_BLOCKLIST.")


def _texts(path: str, content: Mapping[str, object], key: str) -> list[str]:
    values = content.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise BlocklistProblem(f'{path}: {key} is no list of texts. Write {key} = ["…", "…"].')
    return [value.strip() for value in values]


def _sections(path: str, content: Mapping[str, object]) -> frozenset[tuple[str, str]]:
    rows = content.get("sections", [])
    if not isinstance(rows, list):
        raise BlocklistProblem(f"{path}: sections is no list. Begin each with [[sections]].")
    found = set()
    for row in rows:
        values = [row.get(key) for key in ("file", "section")] if isinstance(row, dict) and set(row) == {"file", "section"} else []
        if not values or not all(isinstance(value, str) and value.strip() for value in values):
            raise BlocklistProblem(f'{path}: a section needs exactly file = "…" and section = "§ …"; found {row!r}.')
        found.add((str(values[0]).strip(), normal_section(str(values[1]))))
    return frozenset(found)
