"""The words of a question that say what it is about: without places, bodies, dates, numbers, and words that any matter has.

A question is often put in other verbs than the minutes use ("hur gick det", "vad fick de"), and seldom in another noun.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from indexer import references
from service.material import Material
from service.records import Question
from service.understanding import asked
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, tokens_of

_ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ]{2,6}\b")
_PLACING = re.compile(
    r".|.*\d.*|kommun(en)?s?|protokoll(et)?s?|arende(t|n)?s?|dnr|diarienummer|paragraf(en)?|handling(ar|arna)?|namnd(en)?s?|sta(r|tt)|sag(er|s)"
    r"|handla(r|de)|avs(er|ag)|beslut\w*|besta(m|md)\w*|foresl\w+|forslag\w*|mote(t|n)?|sammantrad\w*|minutes|section|matter|deci(de|sion)\w*"
)
"""Words that say where something stands or that it was decided, not what; a single letter or a number says neither."""
_WHOLE_WAY = re.compile(r"\bhela v[äa]gen\b", re.IGNORECASE)
"""A phrase that says how much is asked for: no road."""

_VERB = re.compile(r"\w{2,}(?:ade|ades|erat|erats|eras|erar)")

_PARTICLES = frozenset(("ner", "ned", "bort", "in", "upp", "ut", "av", "om", "igen"))


@cache
def light_words() -> frozenset[str]:
    """Verbs, adverbs and the like that a question on any matter may have, folded."""
    return frozenset(Path(__file__).with_name("light_words.txt").read_text(encoding="utf-8").split())


def telling(words: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The words without verbs that a question on any matter may have and that the index nowhere has: these would weigh most.

    With a particle such a verb says something of its own: "lade ner", "drog in".
    """
    if any(fold(word.word) in _PARTICLES for word in words):
        return tuple(words)
    return tuple(word for word in words if word.found or fold(word.word) not in light_words())


def content(material: Material) -> tuple[Wanted, ...]:
    """The question's words without those that only say where to look."""
    return _content(material.question, tuple(material.words))


@lru_cache(maxsize=1 << 9)
def _content(question: Question, words: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """Kept, since it is asked of every text that is weighed, for each municipality of a comparison in turn."""
    names = [*question.municipalities, *(f"{name}s" for name in question.municipalities), *asked.bodies_asked(question)]
    dates = [found.span.of(question.text) for found in references.dates(question.text)]
    phrases = _WHOLE_WAY.findall(question.text)
    skipped = tokens_of(" ".join([*names, *dates, *phrases, *(case.as_written for case in question.cases)])).stems
    short = {fold(found) for found in _ABBREVIATION.findall(question.text)}
    kept = (word for word in words if not word.stems & skipped and fold(word.word) not in short)
    return tuple(word for word in kept if not _PLACING.fullmatch(fold(word.word)))


def gist(material: Material) -> tuple[Wanted, ...]:
    """The words of content that name the matter: mostly nouns."""
    return _gist(content(material))


@lru_cache(maxsize=1 << 9)
def _gist(words: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return tuple(word for word in words if fold(word.word) not in light_words() and not _VERB.fullmatch(fold(word.word)))
