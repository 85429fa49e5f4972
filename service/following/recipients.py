"""Whom a proposal is made to: as its heading or its words say, else the body that the committee prepares for."""

import re

from indexer import bodies
from indexer.documents import BlockKind
from service.following.papers import Paper

_TO = re.compile(
    r"\b(?:föreslår|foreslar|förslag\s+till|forslag\s+till|hemställer\s+hos|begär\s+hos|begära\s+hos)\s+(?:att\s+)?$", re.IGNORECASE
)
_PASSIVE = re.compile(r"\s+föresl(?:ås|agits)\b|\s+foreslas\b", re.IGNORECASE)
_PROPOSING = (BlockKind.FORSLAG, BlockKind.BESLUT)
_BEFORE = 40


def recipient(paper: Paper) -> str | None:
    """The body that is to decide next."""
    text = paper.stored.source.text
    for block in paper.section.blocks:
        if block.kind in _PROPOSING:
            for span in (block.heading, block.span):
                found = _named(span.of(text), paper.body) if span else None
                if found:
                    return found
    return bodies.superior(paper.body) if paper.body else None


def _named(text: str, own: str | None) -> str | None:
    for name, span in bodies.named(text):
        asked = _TO.search(text[max(0, span.start - _BEFORE) : span.start]) or _PASSIVE.match(text, span.end)
        if asked and name != own:
            return name
    return None
