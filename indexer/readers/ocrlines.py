"""tesseract's table of words as lines of text: words with their places and how sure it was of each.

Lines are kept as tesseract found them, top to bottom; a wide gap inside a line parts the cells of a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from indexer.readers.content import POINT

_WORD = "5"
_COLUMNS = 12
_CELL_GAP = 1.6
"""Wider than this many line heights, a gap parts cells; a space is about a third of one."""

_NOISE = 0.5
"""Marks without letter or digit that tesseract was less sure of are specks and rests of lines."""

# Debian's Swedish model has neither § nor • in its alphabet, and reads them as these.
_SECTION_SIGN = re.compile(r"(?<![\w$&])(?:\$|&(?=&?\s?\d))|(?<=[$&])[$&]")
_HEADED = re.compile(r"§ ?(\d{1,3})(?!\d)")
_MISREAD = re.compile(r"8? ?(?P<number>\d{1,3})(?= [A-ZÅÄÖ])")
_LONE_EIGHT = re.compile(r"^((?:[A-ZÅÄÖ]{2,5} )?)(?:8|§§) (?=\d{1,3}(?: [A-ZÅÄÖ]|$))")
_BULLETS = frozenset("«»+*·°¢")


@dataclass(frozen=True, slots=True)
class _Word:
    """One word; `line` and `paragraph` tell where tesseract put it."""

    paragraph: tuple[int, int]
    line: tuple[int, int, int]
    left: int
    width: int
    height: int
    confidence: float
    text: str


def of(table: str) -> tuple[str, float | None]:
    """Text and mean confidence (0–1, by letters); no confidence where there is no text."""
    words = [word for word in _words(table) if word.confidence >= _NOISE or _says_something(word.text)]
    lines: list[str] = []
    before = None
    for _, found in groupby(words, key=lambda word: word.line):
        line = list(found)
        if before is not None and line[0].paragraph != before:
            lines.append("")
        lines.append(_line(line))
        before = line[0].paragraph
    letters = sum(len(word.text) for word in words)
    confidence = round(sum(word.confidence * len(word.text) for word in words) / letters, 3) if letters else None
    return "".join(f"{line}\n" for line in _with_section_signs(lines)), confidence


def _with_section_signs(lines: Sequence[str]) -> Iterator[str]:
    """A § read as an 8, or not at all, is one where its number comes before or after that of another § of the page."""
    known = {int(match[1]) for line in lines if (match := _HEADED.match(line))}
    for line in lines:
        match = _MISREAD.match(line)
        if match and not known.isdisjoint({int(match["number"]) - 1, int(match["number"]) + 1}):
            known.add(int(match["number"]))
            line = f"§ {line[match.start('number') :]}"
        yield line


def _says_something(text: str) -> bool:
    return any(char.isalnum() or char in "$&" for char in text)


def _line(words: Sequence[_Word]) -> str:
    height = sorted(word.height for word in words)[len(words) // 2]
    line = words[0].text
    for before, word in pairwise(words):
        gap = word.left - before.left - before.width
        parted = gap > height * _CELL_GAP and not POINT.fullmatch(line) and line not in _BULLETS
        line += ("\t" if parted else " ") + word.text
    if words[0].text in _BULLETS and len(words) > 1:
        line = "•" + line[1:]
    return _LONE_EIGHT.sub(r"\1§ ", _SECTION_SIGN.sub("§", line))


def _words(table: str) -> Iterator[_Word]:
    for row in table.split("\n"):
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        block, paragraph, line, _, left, _, width, height = map(int, cells[2:10])
        yield _Word((block, paragraph), (block, paragraph, line), left, width, height, max(0.0, float(cells[10])) / 100, cells[11].strip())
