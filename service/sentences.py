"""A passage cut into what can be quoted alone: sentences, list items and table rows, each with its place.

Texts from PDF have a line break after every printed line, often a blank line too: a line belongs to the one above it
unless that one is ended, or it opens a list item or row itself. Nothing is rewritten: a unit is a span of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from indexer.documents import Span


class Form(StrEnum):
    """What a unit is."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be quoted; `lead` is the place of what introduces it: a row's head, an item's opening words."""

    form: Form
    span: Span
    lead: Span | None = None


_ITEM = re.compile(r"\s*(?:[-–•▪*\uf0b7o]\s+\S|\d{1,2}[.)]\s+\S|[a-z]\)\s+\S|att\s+\S)")  # "- ", "1. ", "a) ", "att "
_MARKED_HEADING = re.compile(r"#{1,6} ")  # "## Ärendebeskrivning"
_ATT = re.compile(r"att\s")
_BEFORE_ATT = re.compile(
    r"(?:^|\s)(?:för|for|genom|om|av|till|utan|med|på|pa|vid|efter|från|fran|mot|än|i|så|sa|och|eller|samt|som)$", re.IGNORECASE
)
"""Words after which "att" opens no item but goes on: "… för" – "att nå dit"."""

_NUMBER_TOKEN = re.compile(r"[-–−+]?\d[\d.,:%]*%?|-|–")
_NUMBER_OPENS = frozenset("0123456789-–−+")
_GAP = re.compile(r"\t+| {3,}|\s\|\s")
_HEADING_WORDS = 9
_WRAPPED_CHARS = 45
"""A line of so many characters without a stop goes on below, though the next begins with a capital."""

_STOPS = re.compile(r"(?<=[.!?])[\"”»)]?\s+(?=[A-ZÅÄÖÉ0-9§\"”»(])")
_NO_STOP = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|d\.?v\.?s|m\.?m|m\.?fl|s\.?k|f\.?d|ca|c:a|kl|nr|dnr|st|tel|resp|inkl|exkl|ev|enl|kap|sid|f\.?n|o\.?s\.?v|p\.?g\.?a|fr\.?o\.?m|t\.?o\.?m"
    r"|jan|feb|mar|apr|aug|sep|sept|okt|nov|dec)|\b[A-ZÅÄÖ]|^\s*\d{1,2})\.$",
    re.IGNORECASE,
)
"""Dots that end no sentence: "t.ex.", "kl.", "A.", a number that opens a point."""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    form: Form | None
    blank_before: bool


def units(text: str) -> list[Unit]:
    """All units of a text, in order."""
    return list(_units(text))


@lru_cache(maxsize=1 << 9)
def _units(text: str) -> tuple[Unit, ...]:
    """Kept, since one answer asks for them several times."""
    found: list[Unit] = []
    lead: Span | None = None
    for form, span in _blocks(_lines(text)):
        if form is Form.ROW:
            found.append(Unit(Form.ROW, span, lead))
        elif form is Form.ITEM:
            found.append(Unit(Form.ITEM, span, lead))
        else:
            sentences = list(_sentences(text, span))
            found += [Unit(form or Form.SENTENCE, sentence) for sentence in sentences[:-1]]
            lead = sentences[-1]
            found.append(Unit(form or (Form.HEADING if _is_heading(text, lead) else Form.SENTENCE), lead))
    return tuple(found)


def shown(text: str, span: Span) -> str:
    """What a span says, on one line."""
    return " ".join(span.of(text).split())


def _lines(text: str) -> list[_Line]:
    lines, blank, at = [], False, 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            lines.append(_Line(Span(start, start + len(stripped)), stripped, _form(raw), blank))
        blank = not stripped
        at += len(raw)
    return lines


def _form(raw: str) -> Form | None:
    if _MARKED_HEADING.match(raw):
        return Form.HEADING
    if _ITEM.match(raw):
        return Form.ITEM
    tokens = raw.split()
    numbers = len([token for token in tokens if token[0] in _NUMBER_OPENS and _NUMBER_TOKEN.fullmatch(token)])
    cells = len([cell for cell in _GAP.split(raw.strip()) if cell.strip()])
    if (numbers >= 2 and numbers >= 0.4 * len(tokens)) or cells >= 3:
        return Form.ROW
    return None


def _blocks(lines: list[_Line]) -> Iterator[tuple[Form | None, Span]]:
    """Lines joined to paragraphs, items with their continuation, and single rows."""
    # where blank lines are as many as others, they mean nothing
    spaced = sum(line.blank_before for line in lines) > 0.6 * len(lines)
    form: Form | None = None
    span: Span | None = None
    before = ""
    for line in lines:
        if span is not None and _goes_on(form, before, line, spaced=spaced):
            span = Span(span.start, line.span.end)
        else:
            if span is not None:
                yield _closed(form, before, span)
            form, span = line.form, line.span
        before = line.text
    if span is not None:
        yield _closed(form, before, span)


def _goes_on(form: Form | None, before: str, line: _Line, *, spaced: bool) -> bool:
    if form not in (Form.ROW, Form.HEADING) and _ATT.match(line.text) and _BEFORE_ATT.search(before):
        return True
    if form in (Form.ROW, Form.HEADING) or line.form is not None:
        return False
    if before[-1] in "-\u00ad" or line.text[0].islower():
        return before[-1] not in ":" or line.text[0].islower()
    if before[-1] in ".:;!?":
        return before[-1] == "." and not (line.blank_before and not spaced) and form is None
    return len(before) >= _WRAPPED_CHARS and (spaced or not line.blank_before)


def _closed(form: Form | None, last_line: str, span: Span) -> tuple[Form | None, Span]:
    short = span.end - span.start == len(last_line) and len(last_line.split()) <= _HEADING_WORDS
    if form is None and short and last_line[-1] not in ".!?:;,":
        return Form.HEADING, span
    return form, span


def _is_heading(text: str, last: Span) -> bool:
    """Whether the last sentence of a paragraph is a line of its own without a stop: the heading of what comes below."""
    said = last.of(text)
    own_line = "\n" not in said and not text[text.rfind("\n", 0, last.start) + 1 : last.start].strip()
    return own_line and len(said.split()) <= _HEADING_WORDS and said[-1] not in '.!?:;,)"”»' and said[0].upper() == said[0]


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for stop in _STOPS.finditer(text, span.start, span.end):
        if _NO_STOP.search(text[start : stop.start()].rstrip('"”») ')):
            continue
        yield Span(start, stop.start() + len(stop[0].rstrip()))
        start = stop.end()
    yield Span(start, span.end)
