"""Reads page images with tesseract, several at a time; what was read is kept by the image's content and never read twice.

tesseract is a program of its own and not always there: `lack` says what is missing, and the pages stay unread.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy

from indexer import privacy
from indexer.limits import Limits
from indexer.readers import ocrlines
from indexer.readers.scanimage import Grey, without_lines

DOTS_PER_INCH = 200
"""Finer images take longer and are read no better."""

PAGE_TIMEOUT_S = 90.0
_CACHED_AS = "7"
"""Raised whenever an image would be read otherwise, or more be kept of it."""

_INK, _INK_SHARE = 128, 0.001
"""Grey level of ink, and the share of a page that has to be ink for words to stand on it."""

_PAGE, _BLOCK = "4", "6"
"""Layouts as tesseract numbers them: a column of text of variable sizes, one block of text."""

_OTHER = "eng"
"""Comes with every tesseract of Debian, and knows § and brackets that the Swedish model does not."""

_MOST_BANDS, _TALLEST = 60, 200
"""Lines of a page that are read again, and points that one may be high: an inch, for all lines together are one image."""

_PAPER = 255

_UNSURE = 0.5
"""Below this confidence a page is tried turned, too: it may lie on its side."""

_INSTALL = "apt install tesseract-ocr tesseract-ocr-{language}"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What stands on a page; `confidence` is None where nothing does, `masked` counts personal identity numbers. `boxes` are
    those of the text's lines; empty where they are not known."""

    text: str
    confidence: float | None
    masked: int = 0
    boxes: tuple[ocrlines.LineBox | None, ...] = ()


class OcrFailed(Exception):
    """tesseract gave up on one page; the other pages go on."""


@lru_cache(maxsize=8)
def lack(language: str) -> str | None:
    """What is missing for reading page images, as what to do about it; None where all is there."""
    install = f"install tesseract with {language} ({_INSTALL.format(language=language)})"
    program = shutil.which("tesseract")
    if program is None:
        return install
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False).stdout  # noqa: S603 found on the path
    except (OSError, subprocess.TimeoutExpired):
        return install
    return None if set(language.split("+")) <= set(listed.decode(errors="replace").split()) else install


def recognise(images: Iterable[tuple[int, Grey]], limits: Limits, alive: Callable[[], None]) -> Iterator[tuple[int, Recognised | None]]:
    """Each image's number with what was read; None where tesseract failed on it. `alive` is called after each page.

    After three failures in a row the rest is left: a file is no worth an hour of giving up.
    """
    waiting: deque[tuple[int, Future[Recognised]]] = deque()
    failures = 0
    with ThreadPoolExecutor(limits.ocr_processes) as pool:
        for number, image in images:
            waiting.append((number, pool.submit(_read, image, limits)))
            if len(waiting) > limits.ocr_processes:
                result = _result(*waiting.popleft())
                failures = 0 if result[1] else failures + 1
                alive()
                yield result
            if failures >= 3:
                break
        for each in waiting:
            alive()
            yield _result(*each)


def _result(number: int, future: Future[Recognised]) -> tuple[int, Recognised | None]:
    try:
        return number, future.result()
    except OcrFailed:
        return number, None


def _read(image: Grey, limits: Limits) -> Recognised:
    """One page: from the cache, else by tesseract, upright or turned."""
    found = kept(image, limits)
    if found:
        return found
    best = _recognised(image, limits)
    is_blank = float((image < _INK).mean()) < _INK_SHARE
    for turns in (1, 3, 2):
        if is_blank or (best.confidence or 0.0) >= _UNSURE:
            break
        turned = _recognised(numpy.ascontiguousarray(numpy.rot90(image, turns)), limits)
        best = max(best, replace(turned, boxes=()), key=lambda each: each.confidence or 0.0)
    _keep(_place(image, limits), best)
    return best


def kept(image: Grey, limits: Limits) -> Recognised | None:
    """What was read on an image before; None where it was not, or is no longer kept."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads(_place(image, limits).read_bytes())
        sure = found["confidence"]
        boxes = tuple(tuple(map(int, box)) if box else None for box in found.get("boxes", ()))
        return Recognised(str(found["text"]), None if sure is None else float(sure), int(found["masked"]), boxes)  # type: ignore[arg-type]  # four each
    return None


def _place(image: Grey, limits: Limits) -> Path:
    told = f"{_CACHED_AS} {limits.ocr_language} {image.shape} ".encode()
    return limits.cache_folder / "ocr" / f"{hashlib.sha256(told + image.tobytes()).hexdigest()}.json"


def _keep(place: Path, read: Recognised) -> None:
    """Write beside and rename, so that nobody reads half. A cache that cannot be written costs time and nothing else."""
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=place.parent, suffix=".new", delete=False, encoding="utf-8") as new:
            json.dump(asdict(read), new, ensure_ascii=False)
        Path(new.name).replace(place)


def _recognised(image: Grey, limits: Limits) -> Recognised:
    plain = without_lines(image, DOTS_PER_INCH)
    words = ocrlines.words_of(_table(plain, limits.ocr_language, _PAGE))
    text, confidence = ocrlines.text_of(words, _second(plain, ocrlines.doubted(words), limits.ocr_language))
    # What is kept must hold no personal identity number, as nothing else that is stored does.
    hidden, numbers = privacy.mask(text)
    return Recognised(hidden, confidence, len(numbers), ocrlines.boxes_of(words))


def _second(image: Grey, bands: Sequence[ocrlines.Band], language: str) -> dict[ocrlines.LineId, str]:
    """What the model of another alphabet reads in some lines, cut out and set below each other; nothing where it is not there."""
    low = [band for band in bands if band.bottom - band.top <= _TALLEST]
    if not low or _OTHER in language.split("+") or lack(_OTHER):
        return {}
    strips, ends, at = [], [], 0
    for band in low[:_MOST_BANDS]:
        margin = (band.bottom - band.top) // 2
        strip = image[max(0, band.top - margin // 2) : band.bottom + margin // 2]
        strips += [strip, numpy.full((margin + 1, image.shape[1]), _PAPER, dtype=numpy.uint8)]
        at += len(strip) + margin + 1
        ends.append(at)
    read: dict[ocrlines.LineId, str] = {}
    for word in ocrlines.words_of(_table(numpy.concatenate(strips), _OTHER, _BLOCK)):
        line = low[bisect_left(ends, word.top + word.height / 2)].line
        read[line] = f"{read.get(line, '')} {word.text}".strip()
    return read


def _table(image: Grey, language: str, layout: str) -> str:
    """tesseract's table of the words on an image. Raises OcrFailed."""
    height, width = image.shape
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", layout, "--dpi", str(DOTS_PER_INCH), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 the language is a setting of the operator, and no shell reads it
            command,
            input=b"P5 %d %d 255\n" % (width, height) + image.tobytes(),
            capture_output=True,
            timeout=PAGE_TIMEOUT_S,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OcrFailed from error
    return done.stdout.decode("utf-8", errors="replace")
