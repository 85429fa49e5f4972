"""The body that a proposal is made to: as its heading or its words say ("förslag till kommunstyrelsen", "föreslår nämnden att")."""

import re
from collections.abc import Iterator

from indexer import bodies
from indexer.documents import BlockKind, Section, Span, Status

_ASKS = re.compile(
    r"(?P<to>(?:f[öo]resl[åa]r|f[öo]rslag\s+till|hemställer\s+hos|begär\s+hos)\s+(?:att\s+)?)|(?P<asked>\s+f[öo]resl[åa]s\b)", re.IGNORECASE
)
_LONGEST = 120
"""Characters of the longest name of a body."""


def recipient(text: str, section: Section, body: str | None) -> str | None:
    """The first body that is asked to decide; None where the text names none."""
    asked = (
        name for span in _where(section) for match in _ASKS.finditer(text, span.start, span.end) for name in _beside(text, span, match)
    )
    return next((name for name in asked if name != body), None)


def _beside(text: str, span: Span, match: re.Match[str]) -> Iterator[str]:
    """The body named right after the words that ask, or right before those that say it is asked.

    Only these few words are searched for names: that is the dear part.
    """
    if match["to"]:
        after = text[match.end() : min(span.end, match.end() + _LONGEST)]
        yield from (name for name, there in bodies.named(after) if there.start == 0)
    else:
        before = text[max(span.start, match.start() - _LONGEST) : match.start()]
        yield from (name for name, there in bodies.named(before) if there.end == len(before))


def _where(section: Section) -> Iterator[Span]:
    """The headings and bodies of what is decided or proposed, in order; else the proposed points."""
    blocks = [block for block in section.blocks if block.kind in (BlockKind.BESLUT, BlockKind.FORSLAG)]
    for block in blocks:
        yield Span(block.heading.start if block.heading else block.span.start, block.span.end)
    if not blocks:
        yield from (point.span for point in section.points if point.status is Status.FORSLAG)
