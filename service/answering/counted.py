"""How many of what: numbers, in figures or words, that count the very thing a question asks for.

An amount of money counts no departments: the thing must stand right beside its number.
"""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.dates import MONTHS
from indexer.documents import Span
from service.answering import telling
from service.answering.sameness import held
from service.records import Question
from service.understanding.gist import light_words
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING, Wanted, met, tokens_of

SURE = 0.6
"""How surely the thing must stand beside a number: a part of a compound is enough ("30 lägenheter" of "hyreslägenheter")."""

BESIDE_WORDS = 3
"""Words after a number among which its thing stands: "tolv nya platser"."""

NAMED = 0.5
"""How surely a sentence with a number must name the thing for the number to be told of it."""

MOST_THINGS = 3
"""Words of what is counted: "regionens nationella program"."""

_HOW_MANY = re.compile(r"\b(?:hur m[åa]nga|how many|antal(?:et)?)\b", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"\b(?:hur många|how many) (?:\w+ )?(?:kronor|kr|tkr|mkr|mnkr|miljoner|tusen|procent|percent|million)\b", re.IGNORECASE
)
_PER = re.compile(r"\b(?:per|varje) [\w/]+", re.IGNORECASE)
"""What something is for each counts nobody."""

_IN_WORDS = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|hundra|ingen|inget|inga|samtliga|alla|hälften)\b", re.IGNORECASE
)
_NUMERALS = "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER = re.compile(
    rf"(?<![\w/:.,§-])(?<!§ )(?:\d+(?:[ \u00a0]\d{{3}})*(?:[–-]\d+)?|{_NUMERALS})(?![\w/:.,-]*\d)(?!\w)(?! (?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"[.;:]\s|\n\s*\n")


def is_told(question: Question, words: Sequence[Wanted], said: Sequence[str]) -> bool:
    """Whether one of the sentences or rows said holds a number and what is to be counted. A word of the asker's own making, and
    a sum or share, are told by any number."""
    found = things(question, words)
    if not found or not all(word.found for word in found) or _OF_MONEY.search(question.searched):
        return any(telling.numbers(text) or _IN_WORDS.search(text) for text in said)
    return any(_tells(word, text) for word in found for text in said)


def _tells(word: Wanted, text: str) -> bool:
    """Whether a text names the thing beside a number, or somewhere in it with one that is no sum of money."""
    bare = _without_sums(_PER.sub(" ", text))
    if held(word, tokens_of(bare)) < NAMED:
        return False
    return bool(telling.numbers(bare) or _IN_WORDS.search(bare)) or next(numbers(word, bare), None) is not None


def _without_sums(text: str) -> str:
    for amount in sorted((each for each in references.amounts(text) if each.unit), key=lambda each: -each.span.start):
        text = f"{text[: amount.span.start]} {text[amount.span.end :]}"
    return text


def thing(question: Question, words: Sequence[Wanted]) -> Wanted | None:
    """What is to be counted: the first word of content after "hur många"."""
    return next(iter(things(question, words)), None)


def things(question: Question, words: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The first words of content after "hur många": what is to be counted, or of which kind it is and what."""
    asked = _HOW_MANY.search(question.searched)
    if asked is None:
        return ()
    found: list[Wanted] = []
    for match in _WORD.finditer(question.searched, asked.end()):
        if fold(match[0]) in ASKING or fold(match[0]) in light_words():
            if found:
                break
            continue
        tokens = tokens_of(match[0])
        found += [word for word in words if met(word, tokens) == 1]
        if len(found) >= MOST_THINGS:
            break
    return tuple(found)


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
