"""The body that a proposal is made to: as its heading or its words say ("förslag till kommunstyrelsen", "föreslår nämnden att")."""

import re
from collections.abc import Iterator

from indexer import bodies
from indexer.documents import BlockKind, Section, Span, Status

_TO = re.compile(r"(?:f[öo]resl[åa]r|f[öo]rslag\s+till|hemställer\s+hos|begär\s+hos)\s+(?:att\s+)?$", re.IGNORECASE)
_IS_ASKED = re.compile(r"\s+f[öo]resl[åa]s\b", re.IGNORECASE)
_NEAR = 30
"""Characters beside a name in which the word stands that makes it the one asked."""


def recipient(text: str, section: Section, body: str | None) -> str | None:
    """The first body that is asked to decide; None where the text names none."""
    for span in _where(section):
        for name, there in bodies.named(span.of(text)):
            before = text[max(0, span.start + there.start - _NEAR) : span.start + there.start]
            asked = _TO.search(before) or _IS_ASKED.match(text, span.start + there.end)
            if asked and name != body:
                return name
    return None


def _where(section: Section) -> Iterator[Span]:
    """The headings and bodies of what is decided or proposed, in order; else the proposed points."""
    blocks = [block for block in section.blocks if block.kind in (BlockKind.BESLUT, BlockKind.FORSLAG)]
    for block in blocks:
        yield Span(block.heading.start if block.heading else block.span.start, block.span.end)
    if not blocks:
        yield from (point.span for point in section.points if point.status is Status.FORSLAG)
