"""A list that answers, whole: its lead-in and its items, also where page breaks cut it into several passages.

A list answers when its lead-in, with where it stands, says what the question asks for; one that has as many items as the
question names is it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage, Span
from indexer.index import Filters
from service.extract import Excerpt
from service.material import Material
from service.records import Hit
from service.sentences import Form, Unit, units
from service.understanding.kinds import fold
from service.understanding.wanted import Tokens, Wanted, met, overlap, tokens_of, weight

READ_HITS = 5

SECTION_PASSAGES = 50

LEAST_LED = 0.25
"""Part of the question's weight that the lead-in must hold itself."""

LEAST_FIT = 0.6
"""Part that lead-in, header and items must hold."""

COUNTED = 0.3
"""What it is worth that a list has as many items as the question says."""

SURE = 0.8
"""How surely the lead-in must name what is to be listed."""

THING_WORDS = 3
THING_CHARS = 80

FEWEST_ITEMS = 2
MOST_ITEMS = 20
ITEM_WORDS = 25
"""Words of an item shown where the list is long: its first sentence is what it is called."""

NUMERALS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_ASKED_FOR = re.compile(rf"\b(?:vilka|de|alla)\s+(?P<count>\d{{1,2}}|{'|'.join(map(fold, NUMERALS[1:]))})\b")
_WHICH = re.compile(r"\bvilka\b", re.IGNORECASE)
_MARK = re.compile(r"(?P<number>\d{1,2})[.)]\s|(?P<letter>[a-zåäö])\)\s|(?P<bullet>[-–•▪*\uf0b7o])\s|att\s")


@dataclass(frozen=True, slots=True)
class Listing:
    """The lead-in and the items to quote, and how many of how many they are."""

    excerpts: tuple[Excerpt, ...] = ()
    shown: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    passage: Passage
    unit: Unit

    @property
    def text(self) -> str:
        return self.unit.span.of(self.passage.text)


@dataclass(frozen=True, slots=True)
class _List:
    lead: _Piece
    items: tuple[_Piece, ...]


def listing(material: Material, budget_words: int) -> Listing:
    """The list that answers, as much of it as has room; nothing where none does."""
    count = _asked_for(material.question.text)
    rated = [
        (worth, found) for hit in _places(material) for found in _lists(material, hit) if (worth := _worth(material, hit, found, count)) > 0
    ]
    if not rated:
        return Listing()
    worth, best = max(rated, key=lambda each: each[0])
    return _shown(best, worth, budget_words)


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


def _lists(material: Material, hit: Hit) -> Iterator[_List]:
    """The lists of the hit's §, in order."""
    chosen = Filters(section_ids=(hit.passage.section_id,))
    passages = material.index.passages(material.index.select(chosen, material.access, SECTION_PASSAGES), material.access)
    ordered = sorted(passages, key=lambda passage: passage.ordinal)
    pieces = [_Piece(passage, unit) for passage in ordered for unit in units(passage.text)]
    at = 0
    while at < len(pieces) - 1:
        if pieces[at].unit.form is not Form.ITEM and pieces[at + 1].unit.form is Form.ITEM:
            items, end = _items(pieces, at + 1)
            if FEWEST_ITEMS <= len(items) <= MOST_ITEMS:
                yield _List(pieces[at], items)
            at = max(end, at + 1)
        else:
            at += 1


def _items(pieces: Sequence[_Piece], start: int) -> tuple[tuple[_Piece, ...], int]:
    """The items from `start` on with marks as the first one's, and where they end. Between numbered ones anything may
    stand that explains them; bullets end with the first text that is none."""
    first = _kind(pieces[start])
    items, number, at, end = [], 0, start, start
    while at < len(pieces):
        piece = pieces[at]
        if first == "number":
            if _number(piece) == number + 1:
                items.append(piece)
                number, end = number + 1, at
            elif _number(piece):
                break
        elif piece.unit.form is not Form.ITEM or _kind(piece) != first:
            break
        else:
            items.append(piece)
            end = at
        at += 1
    return tuple(items), end


def mark(item: str) -> str:
    """What kind of mark an item begins with: "number", "letter", "bullet" or "att"; "" for none."""
    found = _MARK.match(item)
    return (found.lastgroup or "att") if found else ""


def number(item: str) -> int:
    """The number that an item begins with; 0 where it is no number."""
    found = _MARK.match(item)
    return int(found["number"]) if found and found["number"] else 0


def _kind(piece: _Piece) -> str:
    return mark(piece.text) if piece.unit.form is Form.ITEM else ""


def _number(piece: _Piece) -> int:
    return number(piece.text) if piece.unit.form is Form.ITEM else 0


def _worth(material: Material, hit: Hit, found: _List, count: int | None) -> float:
    """How well a list answers; 0 where it does not."""
    total = weight(material.words)
    counted = count == len(found.items)
    if not total or (count and not counted) or not ((counted and _number(found.items[0])) or _leads(material, found.lead)):
        return 0.0
    near = [tokens_of(text) for text in (found.lead.text, hit.passage.header, *(item.text for item in found.items))]
    fit = held(material.words, near) / total + COUNTED * bool(count)
    return fit * max(hit.score, 0.0) if fit >= LEAST_FIT else 0.0


def _leads(material: Material, lead: _Piece) -> bool:
    """Whether the lead-in opens a list of what the question asks for: "Vilka mål …" – "Målen för 2031 är:"."""
    own = tokens_of(lead.text)
    says = overlap(material.words, own) >= LEAST_LED * weight(material.words)
    return says and not lead.text.endswith(".") and any(met(word, own) >= SURE for word in _things(material))


def _things(material: Material) -> Sequence[Wanted]:
    """The first words after "vilka": what is to be listed is one of them."""
    asked = _WHICH.search(material.question.searched)
    if asked is None:
        return ()
    after = tokens_of(material.question.searched[asked.end() :][:THING_CHARS])
    return [word for word in material.words if met(word, after) == 1][:THING_WORDS]


def held(words: Sequence[Wanted], places: Sequence[Tokens]) -> float:
    """The weight of the words that any of the places holds."""
    return sum(word.weight * max(met(word, place) for place in places) for word in words)


def _shown(found: _List, worth: float, budget: int) -> Listing:
    """The lead-in and the items that have room, none cut but for what explains a long one."""
    excerpts = [] if found.lead.text.endswith(".") else [Excerpt(found.lead.passage, found.lead.unit.span, None, worth)]
    budget -= sum(len(excerpt.span.of(excerpt.passage.text).split()) for excerpt in excerpts)
    shown = 0
    for item in found.items:
        span = _opening(item)
        words = len(span.of(item.passage.text).split())
        if words > budget and shown:
            break
        excerpts.append(Excerpt(item.passage, span, None, worth))
        budget -= words
        shown += 1
    return Listing(tuple(excerpts), shown, len(found.items))


def _opening(item: _Piece) -> Span:
    """An item, or the first sentence of a long one."""
    if len(item.text.split()) <= ITEM_WORDS:
        return item.unit.span
    stop = re.search(r"(?<=[^\d\W]{2}[.!?])\s", item.text)
    return Span(item.unit.span.start, item.unit.span.start + stop.start()) if stop else item.unit.span
