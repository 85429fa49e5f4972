"""The question as one municipality alone would be asked: without the names of all, and without the words that compare.

What is left is understood anew, so that "hur stort är bidraget i A jämfört med B" asks each for a sum.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer import municipalities
from service.records import Asks, Question
from service.understanding.kinds import asks, fold

_COMPARING = re.compile(
    r"\bi (?:de olika|olika|alla|våra|de andra|andra) kommuner(?:na)?\b"
    r"|\b(?:de olika|olika|andra|övriga|alla|båda|vilka|hur många) kommuner(?:nas?|s)?\b"
    r"|\bkommunernas?\b|\bhur ligger\b|\bligger till\b|\bjämför(?:t|a|s|else(?:n)?)?(?: med)?\b|\brespektive\b|\bskiljer (?:sig|det)\b"
    r"|\b(?:vilka |vilken )?skillnad(?:en|er|erna)?\b|\bmellan\b|\bi förhållande till\b"
    r"|\bcompare(?:d)?(?: (?:with|to))?\b|\bdiffer(?:s|ence|ences)?\b|\bbetween\b|\bthe municipalities\b",
    re.IGNORECASE,
)
_KOMMUN = re.compile(r"\s+(?:kommun|stad)(?:s|en|ens)?\b", re.IGNORECASE)
_LOOSE_ENDS = re.compile(r"\b(?:i|och|med|för|hos|from|in|and|of)\b(?=\s*(?:\b(?:i|och|med|för|hos|in|and)\b|[,.?!;]|$))", re.IGNORECASE)
_DONE_WITH = re.compile(
    r"\b(?:har|gor)\b.*\b(?:gjort|gor|hanter\w*|gatt till vaga|stall\w* sig|installning)\b|\bstaller sig\b"
    r"|\bhanter(?:ar|as|at)\b|\binstallning\b|\bhur (?:gick|gar) det\b|\bhar .*\b(?:infort|inforts|beslutat)\b"
)
"""Asks what became of a matter."""


def bare(question: Question, known: Sequence[str]) -> Question:
    """The question without the names of municipalities, indexed (`known`) or not, and without the words that compare."""
    named = [name for name in (*known, *question.unknown_municipalities) if fold(name) in fold(question.text)]
    text = without_names(question.text, named)
    swedish = without_names(question.swedish, named) if question.swedish else ""
    return replace(question, text=text, swedish=swedish, asks=_kind(text), municipalities=(), unknown_municipalities=())


def for_one(bare_question: Question, name: str) -> Question:
    """The bare question to one municipality, searched in its papers alone."""
    filters = replace(bare_question.filters, municipalities=(name,))
    return replace(bare_question, filters=filters, municipalities=(name,))


def of_one_named(question: Question) -> Question:
    """The question to the one municipality that it names: as it stands, for what it compares stands in its papers."""
    filters = replace(question.filters, municipalities=question.municipalities)
    return replace(question, filters=filters, asks=_kind(question.text))


def about(question: Question, name: str) -> Question:
    """The question of one municipality as others' papers may answer it: with its name, searched everywhere."""
    filters = replace(question.filters, municipalities=())
    return replace(question, text=f"{question.text} {name}", filters=filters, municipalities=(), unknown_municipalities=())


def without_names(text: str, named: Sequence[str]) -> str:
    """The text without municipalities' names and without words that compare; the text itself where nothing would be left.

    >>> without_names("Hur stort är bidraget i Granby jämfört med Älvmo kommun?", ["Granby", "Älvmo"])
    'Hur stort är bidraget'
    """
    known = [name for name, _ in municipalities.find(text)]
    left = text
    for name in sorted({*named, *known}, key=len, reverse=True):
        left = re.sub(rf"\b{re.escape(name)}s?\b(?:{_KOMMUN.pattern})?", " ", left, flags=re.IGNORECASE)
    left = _COMPARING.sub(" ", left)
    for _ in range(4):
        left = _LOOSE_ENDS.sub(" ", left)
    left = re.sub(r"\s*,(?:\s*,)+", ",", " ".join(left.split())).strip(" ?,.:;")
    return left or text


def _kind(text: str) -> Asks:
    """What is asked of each; "hur har de gjort med …" asks what was decided."""
    kind = asks(text)
    if kind is Asks.COMPARISON:
        return Asks.FACT
    return Asks.DECISION if kind is Asks.FACT and _DONE_WITH.search(fold(text)) else kind
