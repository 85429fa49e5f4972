"""tesseract's table of words as lines of text: words with their places and how sure it was of each.

Lines are kept as tesseract found them, top to bottom; a wide gap inside a line parts the cells of a table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from indexer.readers import ocrsigns
from indexer.readers.content import POINT

_WORD = "5"
_COLUMNS = 12
_CELL_GAP = 1.6
"""Wider than this many line heights, a gap parts cells; a space is about a third of one."""

_NOISE = 0.5
"""Marks without letter or digit that tesseract was less sure of are specks and rests of lines."""

LineId = tuple[int, int, int]
"""Block, paragraph and line, as tesseract counts them."""

LineBox = tuple[int, int, int, int]
"""Left, top, right and bottom of a line, in points of the image."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place on the image."""

    line: LineId
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of an image that a line stands on."""

    line: LineId
    top: int
    bottom: int


def words_of(table: str) -> tuple[Word, ...]:
    """The words of tesseract's table, without specks."""
    return tuple(word for word in _words(table) if word.confidence >= _NOISE or _says_something(word.text))


def doubted(words: Sequence[Word]) -> tuple[Band, ...]:
    """Where lines stand in which a sign may be lost."""
    lines = ((line, list(found)) for line, found in groupby(words, key=lambda word: word.line))
    return tuple(
        Band(line, min(word.top for word in found), max(word.top + word.height for word in found))
        for line, found in lines
        if ocrsigns.doubted(" ".join(word.text for word in found))
    )


def text_of(words: Sequence[Word], others: Mapping[LineId, str]) -> tuple[str, float | None]:
    """Text and mean confidence (0–1, by letters); no confidence where there is no text. `others`: what another model
    read in the lines that are doubted."""
    lines: list[str] = []
    before = None
    for line, found in groupby(words, key=lambda word: word.line):
        if before is not None and line[:2] != before:
            lines.append("")
        lines.append(ocrsigns.known_again(ocrsigns.settled(_line(list(found)), others.get(line, ""))))
        before = line[:2]
    letters = sum(len(word.text) for word in words)
    confidence = round(sum(word.confidence * len(word.text) for word in words) / letters, 3) if letters else None
    return "".join(f"{line}\n" for line in ocrsigns.counted(lines)), confidence


def boxes_of(words: Sequence[Word]) -> tuple[LineBox | None, ...]:
    """Where each line of the text stands on the image; None for an empty one."""
    boxes: list[LineBox | None] = []
    before = None
    for line, found in groupby(words, key=lambda word: word.line):
        if before is not None and line[:2] != before:
            boxes.append(None)
        some = list(found)
        right, bottom = max(word.left + word.width for word in some), max(word.top + word.height for word in some)
        boxes.append((min(word.left for word in some), min(word.top for word in some), right, bottom))
        before = line[:2]
    return tuple(boxes)


def _says_something(text: str) -> bool:
    return any(char.isalnum() or char in "$&" for char in text)


def _line(words: Sequence[Word]) -> str:
    height = sorted(word.height for word in words)[len(words) // 2]
    line = words[0].text
    for before, word in pairwise(words):
        gap = word.left - before.left - before.width
        parted = gap > height * _CELL_GAP and not POINT.fullmatch(line) and line not in ocrsigns.BULLETS
        line += ("\t" if parted else " ") + word.text
    return "•" + line[1:] if words[0].text in ocrsigns.BULLETS and len(words) > 1 else line


def _words(table: str) -> Iterator[Word]:
    for row in table.split("\n"):
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, cells[2:10])
        yield Word((block, paragraph, line), left, top, width, height, max(0.0, float(cells[10])) / 100, cells[11].strip())
