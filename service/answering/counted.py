"""How many of what: numbers, in figures or words, that count the very thing a question asks for.

An amount of money counts no departments: the thing must stand right beside its number.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.dates import MONTHS
from indexer.documents import Span
from service.records import Question
from service.understanding.gist import light_words
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING, Wanted, met, tokens_of

SURE = 0.6
"""How surely the thing must stand beside a number: a part of a compound is enough ("30 lägenheter" of "hyreslägenheter")."""

BESIDE_WORDS = 3
"""Words after a number among which its thing stands: "tolv nya platser"."""

_HOW_MANY = re.compile(r"\b(?:hur m[åa]nga|how many|antal(?:et)?)\b", re.IGNORECASE)
_NUMERALS = "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER = re.compile(
    rf"(?<![\w/:.,§-])(?<!§ )(?:\d+(?:[ \u00a0]\d{{3}})*(?:[–-]\d+)?|{_NUMERALS})(?![\w/:.,-]*\d)(?!\w)(?! (?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"[.;:]\s|\n\s*\n")


def thing(question: Question, words: Sequence[Wanted]) -> Wanted | None:
    """What is to be counted: the first word of content after "hur många"."""
    asked = _HOW_MANY.search(question.searched)
    if asked is None:
        return None
    for match in _WORD.finditer(question.searched, asked.end()):
        if fold(match[0]) in ASKING or fold(match[0]) in light_words():
            continue
        tokens = tokens_of(match[0])
        return next((word for word in words if met(word, tokens) == 1), None)
    return None


def numbers(word: Wanted, text: str) -> Iterator[Span]:
    """The numbers that count the thing, each with what stands between the two."""
    for match in _NUMBER.finditer(text):
        after = _WORD.finditer(text, match.end(), _end(text, match.end()))
        for at, beside in enumerate(after):
            if at == BESIDE_WORDS or _NUMBER.search(text, match.end(), beside.start()):
                break
            if met(word, tokens_of(beside[0])) >= SURE:
                yield Span(match.start(), beside.end())
                break


def _end(text: str, start: int) -> int:
    stop = _STOP.search(text, start)
    return stop.start() if stop else len(text)
