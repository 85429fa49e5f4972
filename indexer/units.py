"""The smallest pieces that a passage may be cut into: sentences, list items, table rows, headings.

Files break lines as they please, many with an empty line after every wrapped one, so what belongs together is inferred
from endings and beginnings, never from empty lines alone. Page furniture is passed over. Offsets are the source's.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from indexer.documents import Span
from indexer.visible import VisibleLine, visible_lines


class Edge(IntEnum):
    """How well a passage may begin here: a table is cut last, a heading is the best place."""

    ROW = 0
    SENTENCE = 1
    PARAGRAPH = 2
    HEADING = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece that is never cut. `leads` says that it introduces what follows (a heading, a table's head, "följande:")."""

    span: Span
    words: int
    edge: Edge
    leads: bool = False


MOST_WORDS = 80
"""A longer sentence is a list or a table that was not recognised, and is cut at its line ends."""

CHARACTERS_A_WORD = 10
"""Glued words and addresses count for what they hold: no more than this many characters a word."""

_NARROWEST = 50
"""Where every line is shorter, none is full: they are cells or headings, not wrapped text."""

_SHORT_HEADING = 70
_MARKER = re.compile(r"(?:[•➢◦*\uf0b7–—-]\s*|o |\(?(?:\d{1,2}|[a-h])[.)]\s+)(?=\S)")
_HEAD_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3} +")
_NUMERIC = re.compile(r"[(|]?[-−–+]?\d[\d.,:%]*\)?|[-–]")
_FINAL = re.compile(r"[.!?:;][”\"')\]]*$")
_SENTENCE_END = re.compile(r"[.!?][”\"')\]]*(?=\s+[”\"(]?[A-ZÅÄÖÉ\d])")
_NO_END = re.compile(
    r"(?:\b(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|o\.?\s?s\.?\s?v|d\.?\s?v\.?\s?s|s\.?\s?k|f\.?\s?n|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m"
    r"|kap|ca|c:a|st|nr|dnr|tel|kl|ev|resp|inkl|exkl|enl|jfr|prop|bet|mom|forts|max|min|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)"
    r"|(?:^|\s)(?:[A-ZÅÄÖa-zåäö]|\d{1,2}))\.$",
    re.IGNORECASE,
)


def units(text: str, span: Span, furniture: Sequence[Span], headings: Iterable[int] = ()) -> list[Unit]:
    """The units of `span` in order; white space and furniture between them belongs to none.

    `headings` are offsets at which a known heading begins.
    """
    known = frozenset(headings)
    lines = list(visible_lines(text, span, furniture))
    width = _usual_width(lines)
    found: list[Unit] = []
    for paragraph in _paragraphs(lines, width, known):
        found += _units_of(paragraph, width, known, found[-1] if found else None)
    return found


def _usual_width(lines: Sequence[VisibleLine]) -> int:
    """Characters of a full line: what a wrapped line comes near to."""
    lengths = sorted(len(line.text) for line in lines)
    return max(lengths[int(len(lengths) * 0.8)], _NARROWEST) if lengths else _NARROWEST


def _paragraphs(lines: Sequence[VisibleLine], width: int, known: frozenset[int]) -> Iterator[list[VisibleLine]]:
    paragraph: list[VisibleLine] = []
    for line in lines:
        if paragraph and not _continues(paragraph[-1], line, width, known):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _continues(before: VisibleLine, line: VisibleLine, width: int, known: frozenset[int]) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if line.span.start in known or before.span.start in known or _MARKER.match(line.text):
        return False
    if is_row(before.text) or is_row(line.text):
        return False
    if line.text[0].islower():
        return not _FINAL.search(before.text) or line.blanks <= 1
    ended = bool(_FINAL.search(before.text))
    if ended and len(line.text) < width * 0.5 and not _FINAL.search(line.text):
        return False
    full = len(before.text) > width * 0.7
    return full and line.blanks <= 2 and (not ended or line.blanks == 0 or len(before.text) > width * 0.85)


def is_row(line: str) -> bool:
    """Whether a line looks like a table's row: cells with tabs or bars, or mostly numbers."""
    if "\t" in line or line.count("|") >= 2:
        return True
    tokens = line.split()
    numbers = sum(bool(_NUMERIC.fullmatch(token)) for token in tokens)
    return numbers >= 2 and numbers * 5 >= len(tokens) * 2


def _units_of(paragraph: Sequence[VisibleLine], width: int, known: frozenset[int], before: Unit | None) -> Iterator[Unit]:
    first = paragraph[0]
    edge = Edge.PARAGRAPH
    if first.span.start in known:
        edge = Edge.HEADING
    elif before and before.leads:
        edge = Edge.ROW
    elif is_row(first.text):
        edge = Edge.ROW if before and before.edge is Edge.ROW else Edge.SENTENCE
    leads = _leads(paragraph, width, known)
    for span, words in _sentences(paragraph):
        yield Unit(span, words, edge, leads)
        edge = Edge.SENTENCE


def _leads(paragraph: Sequence[VisibleLine], width: int, known: frozenset[int]) -> bool:
    if paragraph[0].span.start in known or paragraph[-1].text.endswith(":"):
        return True
    line = paragraph[0].text
    short = len(paragraph) == 1 and len(line) <= min(_SHORT_HEADING, width * 0.7)
    return short and not _FINAL.search(line) and _HEAD_NUMBER.sub("", line)[:1].isupper() and not is_row(line) and not _MARKER.match(line)


def _sentences(paragraph: Sequence[VisibleLine]) -> Iterator[tuple[Span, int]]:
    """Where each sentence stands in the source, and its words."""
    joined = "\n".join(line.text for line in paragraph)
    starts = [0]
    for line in paragraph[:-1]:
        starts.append(starts[-1] + len(line.text) + 1)
    cuts = [match.end() for match in _SENTENCE_END.finditer(joined) if not _NO_END.search(joined[max(0, match.end() - 16) : match.end()])]
    at = 0
    for cut in [*cuts, len(joined)]:
        for start, stop in _bounded(joined, at, cut, starts):
            begin = stop - len(joined[start:stop].lstrip())
            end = start + len(joined[start:stop].rstrip())
            if begin < end:
                yield Span(_in_source(paragraph, starts, begin), _in_source(paragraph, starts, end - 1) + 1), word_count(joined[begin:end])
        at = cut


def _bounded(joined: str, start: int, end: int, line_starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A sentence, or where it is too long its lines (or of an endless line, stretches of so many words)."""
    if not _too_long(joined, start, end):
        yield start, end
        return
    begin = start
    for cut in [at for at in line_starts if start < at < end] + [end]:
        while _too_long(joined, begin, cut):
            part = _first_words(joined, begin, cut)
            yield begin, part
            begin = part
        if word_count(joined[begin:cut]) > MOST_WORDS // 2 or cut == end:
            yield begin, cut
            begin = cut


def _too_long(joined: str, start: int, end: int) -> bool:
    """Whether there are more than `MOST_WORDS`; looks no further than it must, for a line may be endless."""
    limit = start + (MOST_WORDS + 1) * CHARACTERS_A_WORD
    return end > limit or word_count(joined[start:end]) > MOST_WORDS


def _first_words(joined: str, start: int, end: int) -> int:
    """Where `MOST_WORDS` words have passed; in the middle of a word only if that one word is longer than that."""
    limit = min(end, start + MOST_WORDS * CHARACTERS_A_WORD)
    spaces = [match.end() for match in re.finditer(r"\s+", joined[start:limit])]
    inner = [at for at in spaces[: MOST_WORDS - 1] if joined[start : start + at].strip()]
    return start + inner[-1] if inner else limit


def _in_source(paragraph: Sequence[VisibleLine], starts: Sequence[int], offset: int) -> int:
    """The source's offset of a character of the joined lines."""
    index = bisect.bisect_right(starts, offset) - 1
    return paragraph[index].span.start + offset - starts[index]


def word_count(text: str) -> int:
    """Words as a reader counts them, very long ones by their length."""
    return max(len(text.split()), len(text) // CHARACTERS_A_WORD)
