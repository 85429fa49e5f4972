"""What a row is called, and whether the question says it: by the same words, as a part of a compound, or as the sum of all rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer import swedish
from indexer.documents import Span
from indexer.tabular import Row
from service.understanding.kinds import fold
from service.understanding.wanted import Tokens, Wanted, met, tokens_of

SURE = 0.6
"""How surely the question's word must stand in a row's name."""

COMPOUND_WORTH = 0.8
"""What a name is worth that stands in the question with a word for a time or a measure: "Resultat" in "årsresultat"."""

SUM_WORTH = 0.8
"""What a row of sums is worth for the word that asks for one: "Totalt" for "samlade"."""

END_SHARE = 0.5
"""What a word of a name counts for of which the question says the end: "Måltidspris" where a price is asked for."""

SHORTEST = 3
"""Letters of a word that may begin a name with the word after it."""

VALUE = re.compile(r"\s[-–−+(]?\d[\d.,:%]*(?=\s|$)|\t")

_WORD = re.compile(r"\d+(?:[ \u00a0]\d{3})+|\w+(?:/\w+)*")  # "4 000" is one, "lunch/middag" is either
_ASIDE = re.compile(r"</?\w>|\((?:%|\w{1,4})\)")
_SUM = re.compile(r"(?:del)?summa|total(?:t|er)?|sammanlagt|samtliga|alla")
_SUM_ASKED = re.compile(r"samlad\w*|sammanlag\w*|total\w*|summa\w*|tillsammans|sammantag\w*")
_OF_A_TIME = re.compile(r"(?:hel|halv|del)?ars|manads|kvartals|tertial")
"""What may stand before a name in the question's compound: "öppenvårdsinsatser" are not all "Insatser" …"""

_MEASURE = re.compile(
    r"[aoe]?s?(?:kostnad|pris|avgift|bidrag|budget|ram|anslag|intakt|underskott|overskott|tid|timm|tjanst|andel|antal|ersattning|peng)\w{0,4}"
)
"""… and what may stand after it: "kulturskoleavgift" is asked of the row "Kulturskola"."""


@dataclass(frozen=True, slots=True)
class Named:
    """The words of the question that a name says, their weight, and the part of the name that the question says."""

    words: tuple[Wanted, ...]
    held: float
    known: float


def name_of(row: Row, text: str) -> Span:
    """What a row is called: its first cell, or what stands before its first value."""
    if row.cells:
        return row.cells[0]
    value = VALUE.search(text, row.span.start, row.span.end)
    return Span(row.span.start, value.start() if value else row.span.end)


def named(name: str, words: Sequence[Wanted]) -> Named:
    """How the question says a name."""
    said = _WORD.findall(_ASIDE.sub(" ", name))
    glued = _glued(words, said)
    worths = _worths(words, said)
    chosen = [(word, 1.0 if word in glued else worth) for word, worth in zip(words, worths, strict=True) if worth >= SURE or word in glued]
    if not chosen:
        return Named((), 0.0, 0.0)
    telling = [one for one in said if len(one) > 1 or one.isdigit()]
    known = sum(1.0 if glued else _known(one, words) for one in telling)
    held = sum(word.weight * worth for word, worth in chosen)
    return Named(tuple(word for word, _ in chosen), held, known / len(telling) if telling else 0.0)


def _worths(words: Sequence[Wanted], said: Sequence[str]) -> list[float]:
    """How surely a name says each word of the question."""
    whole = tokens_of(" ".join(said))
    sums = bool(said) and _SUM.fullmatch(fold(said[0])) is not None
    alone = fold(said[0]) if len(said) == 1 else None
    return [_worth(word, said, whole, sums=sums, alone=alone) for word in words]


def _worth(word: Wanted, said: Sequence[str], whole: Tokens, *, sums: bool, alone: str | None) -> float:
    if sums and _SUM_ASKED.fullmatch(fold(word.word)):
        return SUM_WORTH
    held = met(word, whole)
    if held >= SURE and not word.stems & whole.stems:
        held = met(word, _without_ends(said, whole))
    return COMPOUND_WORTH if held < COMPOUND_WORTH and alone and _is_of_a_compound(fold(word.word), alone) else held


def _known(one: str, words: Sequence[Wanted]) -> float:
    """How surely the question says a word of a name, or either of two."""
    own = tokens_of(one)
    if any(worth >= SURE for worth in _worths(words, [one])) or any(own.stems & word.parts for word in words):
        return 1.0
    return END_SHARE if any(word.stems & own.parts for word in words) else 0.0


def _without_ends(said: Sequence[str], whole: Tokens) -> Tokens:
    """What a name says; the end of a compound says nothing of itself: "val" is not "Språkval"."""
    ends = {parts[-1] for one in said if len(parts := swedish.question_tokens(one)["parts"]) > 1}
    return Tokens(whole.stems, whole.parts - ends, whole.loose)


def _is_of_a_compound(whole: str, one: str) -> bool:
    """Whether the question's compound is a name of one word and the time that it is of, or what is measured of it."""
    if whole.endswith(one):
        return _OF_A_TIME.fullmatch(whole.removesuffix(one)) is not None
    stem = one.rstrip("aoe")
    return len(stem) > 3 and whole.startswith(stem) and _MEASURE.fullmatch(whole.removeprefix(stem)) is not None


def _glued(words: Sequence[Wanted], said: Sequence[str]) -> tuple[Wanted, ...]:
    """Two words of the question in a row that begin a word of the name: "Stora Viken" in "Storavikenskolan"."""
    begun = [fold(one) for one in said if len(one) > 2 * SHORTEST]
    if not begun:
        return ()
    for first, second in pairwise(words):
        both = len(first.word) >= SHORTEST <= len(second.word) and fold(first.word) + fold(second.word).removesuffix("s")
        if both and any(one.startswith(both) for one in begun):
            return first, second
    return ()
