"""Puts a file or a § on the block list, so that nobody is shown it from the next question on. What a person wrote there stays.

The list is TOML that people edit too: an entry is written into its text, and the result is read back and compared
before it takes the old one's place.
"""

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

from indexer.errors import BlocklistProblem
from indexer.gathering import blocklist
from indexer.gathering.blocklist import BlockList
from indexer.references import normal_section

_FILES = re.compile(r"^files\s*=\s*\[", re.MULTILINE)


def block(path: str, file: str, sha256: str, section: str | None) -> None:
    """Block a file, by its name and by its content under any other, or one § of it.

    Raises BlocklistProblem, and leaves the list as it was.
    """
    before = blocklist.load(path) if Path(path).exists() else BlockList()
    text = Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""
    if section is None:
        wanted = replace(before, files=before.files | {file}, contents=before.contents | {sha256})
        written = with_file(with_file(text, sha256), file)
    else:
        wanted = replace(before, sections=before.sections | {(file, normal_section(section))})
        written = with_section(text, file, section)
    _put(Path(path), written, wanted)


def with_file(text: str, file: str) -> str:
    """The list's text with a file more.

    >>> with_file('files = ["a.pdf"]', "b.pdf")
    'files = ["b.pdf", "a.pdf"]'
    """
    begins = _FILES.search(text)
    if begins is None:
        return f"files = [{_quoted(file)}]\n{text}"
    rest = text[begins.end() :]
    comma = "" if rest.lstrip().startswith("]") else ", "
    return f"{text[: begins.end()]}{_quoted(file)}{comma}{rest}"


def with_section(text: str, file: str, section: str) -> str:
    """The list's text with a § more."""
    return f"{text.rstrip()}\n\n[[sections]]\nfile = {_quoted(file)}\nsection = {_quoted(section)}\n".lstrip()


def _quoted(value: str) -> str:
    """As a TOML string: JSON's has the same escapes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _put(path: Path, text: str, wanted: BlockList) -> None:
    """Write beside, read back, and swap in one move: the service reads the list at any moment."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        if path.exists():
            shutil.copymode(path, beside)
        if blocklist.load(str(beside)) != wanted:
            raise BlocklistProblem(f"{path} cannot be added to by itself: it is written in a way that only a person can. Edit it by hand.")
        os.replace(beside, path)  # noqa: PTH105 one call of the system
    except OSError as error:
        raise BlocklistProblem(f"The block list {path} cannot be written ({error.strerror}). Check its rights.") from error
    finally:
        beside.unlink(missing_ok=True)
