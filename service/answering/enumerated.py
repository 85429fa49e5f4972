"""Things told in a row inside one sentence, where a question asks for them: "för följande kommuner: Granby, Tallmora och Åby".

A sentence answers so only where what is asked for stands right before the row, or is what its names are; the row alone
proves nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import municipalities
from service.answering.lists import READ_HITS, held_by_any, thing
from service.extract import Excerpt
from service.material import Material
from service.records import Asks, Hit
from service.sentences import Form, Unit, shown, units
from service.understanding.kinds import fold
from service.understanding.wanted import met, tokens_of, weight

SURE = 0.8
"""How surely what stands before a row must name what is asked for."""

LEAST_OWN = 0.3
"""Part of the question's weight that the sentence must hold itself …"""

LEAST_FIT = 0.6
"""… and together with its passage."""

MOST_KNOWN = 0.5
"""Part of a row's items that the question names itself, from which the row tells nothing new."""

ITEM_WORDS = 6
HEAD_WORDS = 8
"""Words before the first comma of a row among which its thing stands, the first item with them."""

FEWEST_ITEMS = 3

_JOINED = re.compile(r"(?<!-)\s(?:och|samt|eller|respektive|and|or)\s")
_PAIR = re.compile(r"[A-ZÅÄÖÉ][\w-]+ (?:och|samt|eller|and) [A-ZÅÄÖÉ][\w-]+")
_TAKES_PART = re.compile(r"(?:part|aktor|organisation|myndighet|verksamhet)(?:er|erna)")
_TOGETHER = re.compile(r"\b(?:sam(?:arbet|verk)\w*|overenskommelse\w*|avtal\w*) (?:\w+ )?(?:mellan|med)\b")
"""Who takes part in something is seldom called so where it is told: "ett samarbete mellan skolan, fritidsgården och polisen"."""

_STOP = re.compile(r"[:;.]\s|^\s*(?:att|d[äa]r|som|vilk\w+|men|n[äa]r|om|d[åa])\b")
"""What ends a row: a new sentence, or a clause between commas."""

_OF_TABLE = re.compile(r"\btabell")
_CONTENTS = re.compile(r"\bvad\b.*\b(?:innehall\w*|omfatta\w*|ingar?|bestar?)\b")
_CONTAINS = re.compile(r"\b(?:innehall(?:er|a|it)|omfatta(?:r|t|s)?|ingar?|bestar? av|utgors av)\b")
"""How the contents of a thing are asked for, and how a sentence opens a row of them."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The words before a row with its first item, and its items."""

    head: str
    items: tuple[str, ...]


def enumerated(material: Material, budget_words: int) -> tuple[Excerpt, ...]:
    """The sentence whose row answers, with those right after it that go on with another; nothing where none does."""
    asked = fold(material.question.text)
    if not (material.question.asks is Asks.LIST or _asks_contents(material)) or _OF_TABLE.search(asked):
        return ()
    rated = [(worth, hit, at) for hit in material.hits[:READ_HITS] for at, worth in _worths(material, hit)]
    if not rated:
        return ()
    worth, hit, at = max(rated, key=lambda each: each[0])
    return tuple(Excerpt(hit.passage, unit.span, None, worth) for unit in _whole(material, hit, at, budget_words))


def _asks_contents(material: Material) -> bool:
    return material.question.asks is Asks.FACT and _CONTENTS.search(fold(material.question.text)) is not None


def _worths(material: Material, hit: Hit) -> Iterator[tuple[int, float]]:
    """The units of a hit that answer, each with how well."""
    found, total = units(hit.passage.text), weight(material.words)
    around = tokens_of(f"{hit.passage.header}\n{hit.passage.text}")
    for at, unit in enumerate(found):
        text = shown(hit.passage.text, unit.span)
        if not total or not _tells(material, unit, text):
            continue
        # a sentence may call a municipality by another form than the question
        own = tokens_of(" ".join((text, *(name for name, _ in municipalities.find(text)))))
        fit = held_by_any(material.words, (own, around)) / total
        if held_by_any(material.words, (own,)) >= LEAST_OWN * total and fit >= LEAST_FIT:
            yield at, fit * max(hit.score, 0.0)


def _tells(material: Material, unit: Unit, text: str) -> bool:
    """Whether a unit holds a row of what is asked for."""
    return unit.form in (Form.SENTENCE, Form.ITEM) and any(_is_asked_for(material, row) for row in _rows(text))


def _is_asked_for(material: Material, row: _Row) -> bool:
    """Whether a row is of the things that the question asks for, and more of it than the question says."""
    return _names_it(material, row) and sum(_is_known(material, item) for item in row.items) < MOST_KNOWN * len(row.items)


def _names_it(material: Material, row: _Row) -> bool:
    if _asks_contents(material):
        return _CONTAINS.search(fold(row.head)) is not None
    asked = thing(material)
    if asked is None:
        return False
    if fold(asked.word).startswith("kommun"):
        return len(municipalities.find(", ".join(row.items))) >= min(FEWEST_ITEMS, len(row.items))
    if _TAKES_PART.fullmatch(fold(asked.word)):
        return _TOGETHER.search(fold(row.head)) is not None
    return met(asked, tokens_of(row.head)) >= SURE


def _is_known(material: Material, item: str) -> bool:
    """Whether the question names an item itself, a municipality in any of its forms."""
    named = {name for name, _ in municipalities.find(material.question.text)}
    if any(name in named for name, _ in municipalities.find(item)):
        return True
    return all(any(met(word, tokens_of(part)) == 1 for word in material.words) for part in item.split())


def _rows(text: str) -> Iterator[_Row]:
    """The rows of a sentence: short pieces between commas, the last two joined by a word; of names two are enough."""
    run: list[str] = []
    for piece in text.split(","):
        ends = _JOINED.split(f" {piece}", maxsplit=1)
        between = [*run[1:], *filter(str.strip, ends[:1])]
        if run and len(ends) > 1 and between and len(ends[0].split()) <= ITEM_WORDS:
            yield _row(run[0], (*between, " ".join(ends[1].split()[:ITEM_WORDS])))
        goes_on = run and len(ends) == 1 and len(piece.split()) <= ITEM_WORDS and not _STOP.search(f"{piece} ")
        run = [*run, piece] if goes_on else [piece]
    for pair in _PAIR.finditer(text):
        ends = _JOINED.split(pair[0])
        yield _row(text[: pair.start() + len(ends[0])], ends[1:])


def _row(opening: str, more: Sequence[str]) -> _Row:
    words = opening.split()
    return _Row(" ".join(words[-HEAD_WORDS:]), (" ".join(words[-1:]), *(item.strip() for item in more if item.strip())))


def _whole(material: Material, hit: Hit, at: int, budget: int) -> Iterator[Unit]:
    """The unit and those right after it whose rows go on, as far as there is room."""
    text, found = hit.passage.text, units(hit.passage.text)
    yield found[at]
    budget -= len(found[at].span.of(text).split())
    for after in found[at + 1 :]:
        budget -= len(after.span.of(text).split())
        if budget < 0 or not _tells(material, after, shown(text, after.span)):
            return
        yield after
