"""A vote with what was voted on: its numbers say nothing without what yes and no stood for, which the minutes say before them.

Only what stands between the vote before and this one, and names both sides, is taken for it.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.documents import Span
from indexer.particulars import Vote

FAR = 700
"""Characters before the numbers within which the sides of a vote are named."""

_SIDE = r"\b{word}(?:[- ]?röst)?\s*(?:för|till|innebär|betyder|är|=|:)\s|\bröst(?:a|ar|ade)\s+{word}\b"
_YES, _NO = (re.compile(_SIDE.format(word=word), re.IGNORECASE) for word in ("ja", "nej"))
_ENDS = re.compile(r"[.!?:](?=\s)|\n[ \t]*\n|(?<=\n)[ \t]*\w+[ \t]*(?=\n)")
"""Where a sentence ends, or a heading of one word."""

_STARTS = re.compile(r"[^\s•▪*–-]")
_WHETHER = re.compile(r"\b(?:omröst|voter)\w*\b[^.]*\bom\b[^.]*\.\s+(?=[^.]*$)", re.IGNORECASE)
"""A vote on one thing, in the sentence before the numbers: "Omröstning genomförs om ärendet ska avgöras i dag." """

_GOES_ON = re.compile(r"(?:(?<=\bför)\s+|\s+för\s+)[^.;]{1,160}(?=[.;])")
"""What the last number stands for, after it: "… 4 nej-röster för oförändrad avgift." """


def spans(text: str, section: Span, votes: Sequence[Vote]) -> Iterator[Span]:
    """Where each vote stands, with what its sides are called where that is told before it or right after."""
    before = section.start
    for vote in votes:
        found = _proposition(text, Span(max(before, vote.span.start - FAR), vote.span.start))
        after = _GOES_ON.match(text, vote.span.end, section.end)
        before = after.end() if after else vote.span.end
        yield Span(vote.span.start if found is None else found, before)


def _proposition(text: str, room: Span) -> int | None:
    """Where the sentence begins that says what yes stands for, if no stands for something after it, or what was voted on."""
    yes = _YES.search(text, room.start, room.end)
    both = yes if yes and _NO.search(text, yes.end(), room.end) else None
    said = both or _WHETHER.search(text, room.start, room.end)
    if said is None:
        return None
    ends = [match.end() for match in _ENDS.finditer(text, room.start, said.start())]
    first = _STARTS.search(text, ends[-1] if ends else room.start, room.end)
    return first.start() if first else None
