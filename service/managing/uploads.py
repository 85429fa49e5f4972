"""Uploaded files: given safe names, kept in one folder with a manifest of whose they are. Nothing in them is looked at here."""

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from werkzeug.datastructures import FileStorage

from service.errors import BadParameter, StoreProblem

MOST_FILES = 200
MAX_NAME_BYTES = 200
"""Of a name in UTF-8: file systems take 255, and something is written beside."""

MANIFEST = "manifest.json"
WORK = ".inlasning"
"""Folder among the uploads for what indexing says while it runs; hidden folders are not indexed."""

_AT_ENDS = re.compile(r"^[.\s]+|[.\s]+$")


def safe_name(given: str) -> str:
    """The name that a file is kept under. Raises BadParameter where nothing of it can be kept.

    >>> safe_name("../../etc/Protokoll 2031.pdf"), safe_name("C:\\\\moten\\\\ks.pdf")
    ('Protokoll 2031.pdf', 'ks.pdf')
    """
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if unicodedata.category(char)[0] != "C" and char not in '<>:"|?*')
    name = _AT_ENDS.sub("", kept)
    if not name or "." not in name:
        raise BadParameter(f"Filnamnet {given[:60]!r} går inte att använda. Ett namn och en ändelse behövs, som i protokoll.pdf.")
    stem, _, suffix = name.rpartition(".")
    while len(name.encode()) > MAX_NAME_BYTES and stem:
        stem = stem[:-1]
        name = f"{stem}.{suffix}"
    if name.casefold() in (MANIFEST, "manifest.csv") or len(name.encode()) > MAX_NAME_BYTES:
        raise BadParameter(f"Filnamnet {given[:60]!r} går inte att använda. Döp om filen.")
    return name


def keep(folder: Path, files: Sequence[FileStorage], municipality: str, *, replacing: bool) -> tuple[str, ...]:
    """Keep the files and say whose they are; their names. All or none. Raises BadParameter and StoreProblem."""
    chosen = [each for each in files if each.filename]
    if not chosen:
        raise BadParameter("Välj minst en fil.")
    if len(chosen) > MOST_FILES:
        raise BadParameter(f"Högst {MOST_FILES} filer åt gången: dela upp dem, eller packa dem i en zip-fil.")
    names = [safe_name(each.filename or "") for each in chosen]
    if len({name.casefold() for name in names}) < len(names):
        raise BadParameter("Två av filerna har samma namn. Döp om den ena.")
    there = [name for name in names if (folder / name).exists()]
    if there and not replacing:
        raise BadParameter(f"{there[0]} finns redan. Kryssa för att ersätta filer med samma namn, eller döp om filen.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _save(folder, dict(zip(names, chosen, strict=True)))
        _list(folder, names, municipality)
    except OSError as error:
        raise StoreProblem(f"{folder} cannot be written ({error.strerror}). Check PARAGRAF_UPLOADS, its rights and its space.") from error
    return tuple(names)


def _save(folder: Path, files: Mapping[str, FileStorage]) -> None:
    """All beside first, so that a full disk leaves no half of them."""
    beside = folder / WORK / f"new-{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        for name, file in files.items():
            file.save(beside / name)
        for name in files:
            os.replace(beside / name, folder / name)  # noqa: PTH105 one call of the system
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _list(folder: Path, names: Sequence[str], municipality: str) -> None:
    """The manifest that the indexer reads: whose the files are, where that was said."""
    path = folder / MANIFEST
    rows = {row["file"]: row for row in (json.loads(path.read_text(encoding="utf-8")) if path.exists() else [])}
    for name in names:
        rows.pop(name, None)
        if municipality:
            rows[name] = {"file": name, "municipality": municipality}
    beside = folder / WORK / MANIFEST
    beside.parent.mkdir(exist_ok=True)
    beside.write_text(json.dumps(list(rows.values()), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(beside, path)  # noqa: PTH105 as above
