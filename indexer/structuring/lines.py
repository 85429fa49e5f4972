"""The lines of a source that hold text, with what separates them: the view that structure is read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.documents import Source, Span
from indexer.structuring import runtogether

_MARKUP = re.compile(r"^(?:#{1,6}[ \t]+)?(?:\*{1,3}|_{1,2}(?=[^\W_]))?(?P<text>.*?)(?:\*{1,3})?[ \t]*$")
_TAGS = re.compile(r"</?[bi]>")
_ADDRESS = re.compile(r"(?:https?://|mailto:|file:)\S+")
"""A line that is only a web address: viewers of web pages and forms print it at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with text. `text` is stripped of margins and Markdown marks; `blanks` counts the empty lines before it;
    `opens_page` is whether it is the first of its page; `heading` whether Markdown marks made it one."""

    index: int
    number: int
    span: Span
    text: str
    blanks: int
    opens_page: bool
    heading: bool


def lines_of(source: Source) -> tuple[Line, ...]:
    """All lines of a source that hold text; what was run together on one line is as many as it holds, and a page."""
    found: list[Line] = []
    page_starts = set(source.page_starts)
    blanks = 0
    fresh_page = True
    for number, start in enumerate(source.line_starts, 1):
        end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
        raw = source.text[start:end]
        fresh_page = fresh_page or start in page_starts
        stripped = raw.strip()
        if not stripped:
            blanks += 1
            continue
        fresh_page = fresh_page or (blanks > 0 and bool(_ADDRESS.fullmatch(found[-1].text)))
        at = start + raw.index(stripped[0])
        cuts = [0, *runtogether.breaks(stripped), len(stripped)]
        for begin, stop in pairwise(cuts):
            text, heading = _plain(stripped[begin:stop].strip())
            span = Span(at + begin, at + begin + len(stripped[begin:stop].rstrip()))
            found.append(Line(len(found), number, span, text, blanks, fresh_page or (begin == 0 and len(cuts) > 2), heading))
            blanks, fresh_page = 1, False
        blanks = 0
    return tuple(found)


def _plain(stripped: str) -> tuple[str, bool]:
    """The text without Markdown marks, and whether they made it a heading."""
    bare = _TAGS.sub("", stripped)
    match = _MARKUP.match(bare)
    text = match["text"].strip() if match else bare
    return text or bare, bare.startswith("#") or (bare.startswith("**") and bare.endswith("**"))


def from_to(lines: Sequence[Line], first: int, last: int) -> Span:
    """The characters from the first line to the end of the last one, both by index."""
    return Span(lines[first].span.start, lines[last].span.end)
