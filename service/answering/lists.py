"""A list that answers, whole: its lead-in and its items, also where page breaks cut it into several passages.

A list answers when its lead-in, with where it stands, says what the question asks for; one that has as many items as the
question names is it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from indexer import swedish
from indexer.documents import Span
from service.answering.itemised import FEWEST_ITEMS, ItemList, Piece, lists, number
from service.extract import Excerpt
from service.material import Material
from service.records import Hit
from service.understanding.kinds import fold
from service.understanding.wanted import Tokens, Wanted, met, overlap, tokens_of, weight

READ_HITS = 5

LEAST_LED = 0.25
"""Part of the question's weight that the lead-in must hold itself."""

LEAST_FIT = 0.6
"""Part that lead-in, header and items must hold."""

LEAST_FIT_BY_NAME = 0.4
"""Part that a lead-in with the very word asked for must hold with its passage."""

COUNTED = 0.3
"""What it is worth that a list has as many items as the question says."""

SURE = 0.8
"""How surely the lead-in must name what is to be listed."""

CLOSING_WORDS = 5
"""Last words of a sentence that opens a list: "… på följande skolor."."""

THING_WORDS = 3
THING_CHARS = 80

ITEM_WORDS = 25
"""Words of an item shown where the list is long: its first sentence is what it is called."""

FEWEST_CHARS = 6
"""Of an item with its mark: less is no name."""

NUMERALS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_ASKED_FOR = re.compile(rf"\b(?:vilka|de|alla)\s+(?P<count>\d{{1,2}}|{'|'.join(map(fold, NUMERALS[1:]))})\b")
_BESIDE_NOUN = re.compile(rf"\d+|{'|'.join(map(fold, NUMERALS))}|\w+[as]")
"""What stands between "vilka" and its noun, folded."""

_FOLLOWING = re.compile(r"\b(?:följande|foljande|nedanstående|nedanstaende)((?:\s+\w+){1,2})", re.IGNORECASE)
_WHICH = re.compile(r"\bvilka\b", re.IGNORECASE)
_HEAD = re.compile(r"(?:\s[–—-]|:|(?<=[^\d\W]{2})[.!?])\s")
"""What parts the name of an item from what is told of it: "Granby hamn – för gäster"."""

_BELOW = re.compile(r"\b(?:foljande|nedan\w*|enligt foljande|dessa)\b")
"""A sentence that opens a list though it ends with a stop."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The lead-in and the items to quote, how many of how many they are, and whether they answer by where they stand."""

    excerpts: tuple[Excerpt, ...] = ()
    shown: int = 0
    of: int = 0
    sure: bool = False


def listing(material: Material, budget_words: int) -> Listing:
    """The list that answers, as much of it as has room; nothing where none does."""
    count = _asked_for(material.question.text)
    near = [(hit, found) for hit in _places(material) for found in lists(material, hit)]
    sure = [(worth, found) for hit, found in near if (worth := _worth(material, hit, found, count)) > 0]
    named = [(worth, found) for hit, found in near if not count and not sure and (worth := _worth_by_name(material, hit, found)) > 0]
    if not (sure or named):
        return Listing()
    worth, best = max(sure or named, key=lambda each: each[0])
    return replace(_shown(best, worth, budget_words), sure=bool(sure))


def opened(material: Material, excerpt: Excerpt, budget_words: int) -> Listing:
    """The whole list, where an excerpt holds its lead-in and items of it; nothing where it holds none."""
    hit = next((hit for hit in material.hits if hit.passage.id == excerpt.passage.id), None)
    if hit is None or excerpt.said is not None:
        return Listing()
    for found in lists(material, hit):
        own = [piece for piece in (found.lead, *found.items) if piece.passage.id == excerpt.passage.id]
        quoted = [piece for piece in own if excerpt.span.holds(piece.unit.span)]
        if found.lead in quoted and len(quoted) > FEWEST_ITEMS:
            return _shown(found, excerpt.worth, budget_words)
    return Listing()


def _asked_for(question: str) -> int | None:
    """How many items the question speaks of: 5 in "Vilka fem …"."""
    match = _ASKED_FOR.search(fold(question))
    if match is None:
        return None
    return int(match["count"]) if match["count"].isdigit() else 1 + [fold(word) for word in NUMERALS].index(match["count"])


def _places(material: Material) -> Iterator[Hit]:
    """The first hit of each § among the first hits."""
    seen: set[str] = set()
    for hit in material.hits[:READ_HITS]:
        if hit.passage.section_id not in seen:
            seen.add(hit.passage.section_id)
            yield hit


def _worth(material: Material, hit: Hit, found: ItemList, count: int | None) -> float:
    """How well a list answers; 0 where it does not."""
    total = weight(material.words)
    counted = count == len(found.items)
    if not total or (count and not counted) or not ((counted and number(found.items[0].text)) or _leads(material, found.lead)):
        return 0.0
    near = [tokens_of(text) for text in (found.lead.text, hit.passage.header, *(item.text for item in found.items))]
    fit = held_by_any(material.words, near) / total + COUNTED * bool(count)
    return fit * max(hit.score, 0.0) if fit >= LEAST_FIT else 0.0


def _worth_by_name(material: Material, hit: Hit, found: ItemList) -> float:
    """How well a list answers that its lead-in calls by the very word asked for ("följande krav:"), from its whole passage; 0 where
    it does not."""
    total, asked = weight(material.words), thing(material)
    if not total or asked is None or not _opens(found.lead) or met(asked, _called(found.lead)) < 1:
        return 0.0
    own = tokens_of(found.lead.text)
    fit = held_by_any(material.words, (own, tokens_of(f"{hit.passage.header}\n{found.lead.passage.text}"))) / total
    return (fit + overlap(material.words, own) / total) * max(hit.score, 0.0) if fit >= LEAST_FIT_BY_NAME else 0.0


def _called(lead: Piece) -> Tokens:
    """What a lead-in says that it lists: the words after "följande" or "nedanstående"."""
    return tokens_of(" ".join(_FOLLOWING.findall(lead.text)))


def _leads(material: Material, lead: Piece) -> bool:
    """Whether the lead-in opens a list of what the question asks for: "Vilka mål …" – "Målen för 2031 är:"."""
    own = tokens_of(lead.text)
    says = overlap(material.words, own) >= LEAST_LED * weight(material.words)
    return says and _opens(lead) and any(met(word, _named(lead)) >= SURE for word in _things(material))


def _opens(lead: Piece) -> bool:
    return not lead.text.endswith(".") or _BELOW.search(fold(lead.text)) is not None


def _named(lead: Piece) -> Tokens:
    """The words of a lead-in that say what follows: a whole sentence does so at its end."""
    return tokens_of(" ".join(lead.text.split()[-CLOSING_WORDS:]) if lead.text.endswith(".") else lead.text)


def thing(material: Material) -> Wanted | None:
    """What is to be listed: the first word after "vilka" that is no number, adjective or genitive ("vilka fem nationella register")."""
    asked = _WHICH.search(material.question.searched)
    said = swedish.words(material.question.searched[asked.end() :][:THING_CHARS]) if asked else ()
    nouns = (tokens_of(word.text) for word in said if not _BESIDE_NOUN.fullmatch(fold(word.text)))
    return next((word for noun in nouns for word in material.words if met(word, noun) == 1), None)


def _things(material: Material) -> Sequence[Wanted]:
    """The first words after "vilka": what is to be listed is one of them."""
    asked = _WHICH.search(material.question.searched)
    if asked is None:
        return ()
    after = tokens_of(material.question.searched[asked.end() :][:THING_CHARS])
    return [word for word in material.words if met(word, after) == 1][:THING_WORDS]


def held_by_any(words: Sequence[Wanted], places: Sequence[Tokens]) -> float:
    """The weight of the words that any of the places holds."""
    return sum(word.weight * max(met(word, place) for place in places) for word in words)


def _shown(found: ItemList, worth: float, budget: int) -> Listing:
    """The lead-in and the items that have room, none cut but for what explains it; where not all have room, without that."""
    lead = _told(found.lead, found.lead.unit.span, worth) if _opens(found.lead) else []
    budget -= sum(each.words for each in lead)
    items = [_told(item, _opening(item) if len(item.text.split()) > ITEM_WORDS else item.unit.span, worth) for item in found.items]
    named = len({_opening(item).of(item.passage.text) for item in found.items}) == len(items)
    if named and _fitting(items, budget) < len(items):
        items = [_told(item, _opening(item), worth) for item in found.items]
    shown = max(1, _fitting(items, budget))
    return Listing((*lead, *(excerpt for item in items[:shown] for excerpt in item)), shown, len(items))


def _told(piece: Piece, span: Span, worth: float) -> list[Excerpt]:
    """A piece's words up to the end of a span, with the end of its sentence where they reach it."""
    own = Excerpt(piece.passage, span, None, worth)
    if piece.rest is None or span.end < piece.unit.span.end:
        return [own]
    return [own, Excerpt(piece.rest.passage, piece.rest.unit.span, None, worth)]


def _fitting(items: Sequence[Sequence[Excerpt]], budget: int) -> int:
    """How many of the items have room, in order."""
    return sum(words <= budget for words in accumulate(sum(each.words for each in item) for item in items))


def _opening(item: Piece) -> Span:
    """What an item is called: its words before a dash, a colon or a stop."""
    ends = _HEAD.search(item.text, FEWEST_CHARS)
    return Span(item.unit.span.start, item.unit.span.start + ends.start() + len(ends[0].strip().strip("–—-:"))) if ends else item.unit.span
