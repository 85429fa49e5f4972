"""Reads the manifest that may lie beside files, or be packed with them: what a person knows of each that the file itself may not say.

It is `manifest.csv` (comma or semicolon) or `manifest.json` (a list of objects) with the columns file, municipality,
url, date and collection, of which only file is needed. What is not understood is refused, never passed over.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from indexer.documents import Given
from indexer.errors import ManifestProblem
from indexer.gathering import archive

NAMES = ("manifest.csv", "manifest.json")
COLUMNS = ("file", "municipality", "url", "date", "collection")
MAX_BYTES = 20 * 1024 * 1024
"""A line for each of a hundred thousand files stays below."""

_Row = Mapping[str, str]


def load(folder: Path) -> Mapping[str, Given]:
    """What the manifest in `folder` says, by file name relative to it; empty where there is none. Raises ManifestProblem."""
    return read(folder, [path for name in NAMES if (path := folder / name).is_file()])


def read(folder: Path, present: Sequence[Path]) -> Mapping[str, Given]:
    """The same, where it is known which manifests are `present`; they may be members of an archive. Raises FileProblem too."""
    if not present:
        return {}
    if len(present) > 1:
        raise ManifestProblem(f"{folder} holds both manifest.csv and manifest.json. Keep one of them.")
    rows = _csv_rows(present[0]) if present[0].suffix == ".csv" else _json_rows(present[0])
    return _by_file(present[0], rows)


def name_of(file: str) -> str:
    """A file's name as the manifest's rows are looked up by: a Mac may take å apart into two characters, a keyboard never does."""
    return unicodedata.normalize("NFC", file)


def _by_file(path: Path, rows: Iterable[tuple[str, _Row]]) -> Mapping[str, Given]:
    found: dict[str, Given] = {}
    for where, row in rows:
        name = _file_name(path, where, row)
        if name in found:
            raise ManifestProblem(f"{path.name}, {where}: {name!r} is listed twice. Keep one of the lines.")
        found[name] = Given(
            row.get("municipality") or None, row.get("url") or None, _iso_date(path, where, row), row.get("collection") or "public"
        )
    return found


def _csv_rows(path: Path) -> Iterator[tuple[str, _Row]]:
    text = _text(path)
    header = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ",", strict=True)
    try:
        columns = [name.strip().casefold() for name in next(reader, [])]
        _check_columns(path, "the first line", columns)
        for cells in reader:
            where = f"line {reader.line_num}"
            if len(cells) > len(columns):
                raise ManifestProblem(f"{path.name}, {where}: more values than columns. Put values that hold the separator in quotes.")
            if any(cell.strip() for cell in cells):
                yield where, dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        raise ManifestProblem(f"{path.name} is no CSV that can be read ({error}, line {reader.line_num}). Export it again.") from error


def _json_rows(path: Path) -> Iterator[tuple[str, _Row]]:
    try:
        entries = json.loads(_text(path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ManifestProblem(f"{path.name} is no valid JSON ({error}). Correct it, or use manifest.csv.") from error
    if not isinstance(entries, list):
        raise ManifestProblem(f"{path.name} must be a list of objects, one a file, each with at least a 'file'.")
    for number, entry in enumerate(entries, 1):
        where = f"entry {number}"
        if not isinstance(entry, dict) or not all(value is None or _is_text(value) for value in entry.values()):
            raise ManifestProblem(f"{path.name}, {where}: must be an object whose values are text or null.")
        _check_columns(path, where, list(entry))
        yield where, {name: (value or "").strip() for name, value in entry.items()}


def _is_text(value: object) -> bool:
    """JSON can hold half a character ("\\ud800"), which nothing can store or show."""
    return isinstance(value, str) and not any(unicodedata.category(char) == "Cs" for char in value)


def _text(path: Path) -> str:
    try:
        with archive.opened(str(path)) as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ManifestProblem(f"{path} cannot be opened ({error.strerror}). Give the indexing user read access to it.") from error
    if len(content) > MAX_BYTES:
        raise ManifestProblem(f"{path.name} is larger than {MAX_BYTES // 1024**2} MiB. Split the folder and its manifest.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Spreadsheets of older make save CSV in the encoding of Windows.
        return content.decode("cp1252", errors="replace")


def _check_columns(path: Path, where: str, columns: list[str]) -> None:
    unknown = sorted({name for name in columns if name not in COLUMNS})
    if unknown:
        raise ManifestProblem(f"{path.name}, {where}: unknown {', '.join(map(repr, unknown))}. Known are {', '.join(COLUMNS)}.")
    if "file" not in columns:
        raise ManifestProblem(f"{path.name}, {where}: no 'file'. Name each file in a column (or key) 'file'.")
    if len(set(columns)) < len(columns):
        raise ManifestProblem(f"{path.name}, {where}: a column is there twice. Keep one of them.")


def _file_name(path: Path, where: str, row: _Row) -> str:
    written = row.get("file", "").replace("\\", "/")
    name = PurePosixPath(written)
    if not written or name.is_absolute() or ".." in name.parts:
        raise ManifestProblem(
            f"{path.name}, {where}: file {written!r} is not a path below the manifest's own folder. Write it relative to there."
        )
    return name_of(name.as_posix())


def _iso_date(path: Path, where: str, row: _Row) -> str | None:
    written = row.get("date")
    if not written:
        return None
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise ManifestProblem(f"{path.name}, {where}: date {written!r} is no day. Write it as 2025-02-06.") from None
