"""The public Swedish training text: documents read from the xz file, one JSON object a line."""

import json
import lzma
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TrainingDocument:
    """One public document: where it came from, its title, its paragraphs."""

    source: str
    title: str
    paragraphs: tuple[str, ...]


def documents(path: Path) -> Iterator[TrainingDocument]:
    """The documents in file order, composed (NFC) and without soft hyphens."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            yield TrainingDocument(entry["src"], _clean(entry["title"]), tuple(map(_clean, entry["paras"])))


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())
