"""Damaged files of every format: each is read, or refused with a documented reason; no reader dies or fails in a way of its own.

PARAGRAF_FUZZ=10000 sets how many mutated inputs are read in all; a tenth of them are files.
"""

import os
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from indexer import errors, prepare
from indexer.documents import Given, Reading
from indexer.gathering.collect import Found
from indexer.limits import Limits
from indexer.workers import Workers

EACH = max(10, int(os.environ.get("PARAGRAF_FUZZ", "300")) // 50)
WORDS = "§ 12 Dnr KS 2031/00080\nTaxa för båtplatser\nKommunstyrelsens beslut\nAvgiften blir 450 kr.\n"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENTED = {kind.reason for kind in errors.FileProblem.__subclasses__()} | {"timed out"}


def text(path: Path) -> None:
    path.write_text(WORDS * 5, encoding="utf-8")


def html(path: Path) -> None:
    rows = "".join(f"<tr><td colspan=2>{line}</td><td>1</td></tr>" for line in WORDS.split("\n"))
    path.write_text(f"<html><body><main><h1>§ 12</h1><table>{rows}</table><ul><li>a</ul></main></body></html>", encoding="utf-8")


def pdf(path: Path) -> None:
    canvas = Canvas(str(path), pageCompression=0)
    for _ in range(2):
        for number, line in enumerate(WORDS.split("\n")):
            canvas.drawString(72, 700 - 20 * number, line)
        canvas.showPage()
    canvas.save()


def docx(path: Path) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in WORDS.split("\n"))
    table = f"<w:tbl><w:tr><w:tc>{paragraphs}</w:tc></w:tr></w:tbl>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{paragraphs}{table}</w:body></w:document>')


def image(path: Path) -> None:
    drawn = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(drawn).text((10, 10), "KS 12", fill=0)
    drawn.save(path)


MADE: dict[str, Callable[[Path], None]] = {".txt": text, ".html": html, ".pdf": pdf, ".docx": docx, ".png": image, ".tiff": image}


def mutated(content: bytes, random_: random.Random) -> bytes:
    """Cut off, bytes changed, a stretch taken out, doubled or filled with noise."""
    changed = bytearray(content)
    for _ in range(random_.randrange(1, 8)):
        at = random_.randrange(len(changed) or 1)
        to = min(len(changed), at + random_.randrange(1, 200))
        match random_.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([random_.randrange(256)])
            case 1:
                del changed[at:to]
            case 2:
                changed[to:to] = changed[at:to]
            case 3:
                changed[at:to] = random_.randbytes(to - at)
            case _:
                del changed[max(at, len(changed) // 2) :]
    return bytes(changed)


def files(folder: Path, suffix: str) -> Iterator[Found]:
    random_ = random.Random(suffix)
    whole = folder / f"whole{suffix}"
    MADE[suffix](whole)
    yield Found(str(whole), whole.name, Given())
    for number in range(EACH):
        path = folder / f"{number}{suffix}"
        path.write_bytes(mutated(whole.read_bytes(), random_))
        yield Found(str(path), path.name, Given())


@pytest.mark.parametrize("suffix", list(MADE))
def test_damaged_files_are_read_or_refused_with_a_documented_reason(tmp_path: Path, suffix: str) -> None:
    limits = Limits(ocr=False, cache=str(tmp_path / "cache"))
    with Workers(partial(prepare.read, limits), 1, limits.seconds) as workers:
        results = list(workers.results(files(tmp_path, suffix)))
    assert isinstance(results[0][1], Reading)
    refused = [(found.file, result.reason, result.message) for found, result in results if not isinstance(result, Reading)]
    assert [each for each in refused if each[1] not in DOCUMENTED] == []
