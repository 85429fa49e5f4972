"""Mutated minutes: whatever a text holds, reading raises nothing and every span reproduces what it claims.

PARAGRAF_FUZZ=10000 sets how many are read; the default keeps the suite fast.
"""

import os
import random

import pytest

from indexer.documents import Given, Page, Source
from indexer.passages import passages
from indexer.reading import of_source
from indexer.spans import without
from tests.indexer.bundles import BUNDLE

COUNT = int(os.environ.get("PARAGRAF_FUZZ", "300"))
PORTIONS = 10
PIECES = (
    "§ ",
    "§",
    "Dnr ",
    "2031/00080",
    "\n",
    "\n\n\n\n",
    "\f",
    "\u00ad",
    "\u00a0",
    "1(3)",
    "Kommunstyrelsens beslut\n",
    "\x02",
    "•",
    "\ufffe",
    "🏛",
)


def mutated(random_: random.Random) -> str:
    """A part of the fictional bundle with pieces put in, taken out, doubled and swapped."""
    start = random_.randrange(len(BUNDLE))
    text = BUNDLE[start : start + random_.randrange(50, 3000)]
    for _ in range(random_.randrange(1, 25)):
        at, to = sorted((random_.randrange(len(text) + 1), random_.randrange(len(text) + 1)))
        change = random_.randrange(4)
        if change == 0:
            text = text[:at] + random_.choice(PIECES) + text[at:]
        elif change == 1:
            text = text[:at] + text[min(to, at + 40) :]
        elif change == 2:
            text = text[:to] + text[at : min(to, at + 200)] + text[to:]
        else:
            text = text[:at] + chr(random_.choice((random_.randrange(32, 127), random_.randrange(160, 0x2FFF)))) + text[at:]
    return text


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_mutated_minutes_are_read_and_their_spans_hold(portion: int) -> None:
    random_ = random.Random(portion)
    for _ in range(COUNT // PORTIONS):
        text = mutated(random_)
        read = of_source(Source.of("m.txt", "0" * 64, "text", [Page(1, text)]), Given())
        source = read.source
        for document in read.documents:
            assert 0 <= document.span.start <= document.span.end <= len(source.text)
            for section in document.sections:
                assert document.span.holds(section.span)
                assert section.case is None or section.case.span is None or section.case.span.of(source.text).strip()
        for passage in passages(source, read.furniture, read.documents, Given()):
            assert without(source.text, passage.span, passage.skipped) == passage.text
