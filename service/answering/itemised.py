"""The lists of a §, as its passages hold them: a lead-in and its items, also over a page's or a passage's border."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.documents import Passage
from indexer.index import Filters
from service.material import Material
from service.records import Hit
from service.sentences import Form, Unit, units
from service.understanding.kinds import fold

SECTION_PASSAGES = 50
"""Of a longer § only the passages that were found are read."""

FEWEST_ITEMS = 2
MOST_ITEMS = 20

FURNITURE_WORDS = 6
"""Words of the longest head of a page between two items, told by its saying no more than where the passage stands."""

_MARK = re.compile(r"(?P<number>\d{1,2})[.)]\s|(?P<letter>[a-zåäö])\)\s|(?P<bullet>[•▪*\uf0b7])\s|(?P<dash>[-–o])\s|att\s")
_WORD = re.compile(r"\w+")
_UNDER = {"number": ("bullet", "dash", "letter"), "letter": ("bullet", "dash"), "bullet": ("dash",)}
"""What explains an item of each kind, beneath it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of a passage; `rest` is the end of its sentence, where that stands in the next passage."""

    passage: Passage
    unit: Unit
    rest: "Piece | None" = None

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.unit.span.of(self.passage.text)

    @property
    def mark(self) -> str:
        """The mark that it begins with; "" where it is no item."""
        return mark(self.text) if self.unit.form is Form.ITEM else ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list: what introduces it, and its items."""

    lead: Piece
    items: tuple[Piece, ...]


def lists(material: Material, hit: Hit) -> Iterator[ItemList]:
    """The lists of the hit's §, in order; those under an item too."""
    for pieces in _runs(_passages(material, hit)):
        for at, (lead, first) in enumerate(pairwise(pieces)):
            if first.mark and (not lead.mark or first.mark in _UNDER.get(lead.mark, ())):
                items = tuple(_items(pieces[at + 1 :]))
                if FEWEST_ITEMS <= len(items) <= MOST_ITEMS:
                    yield ItemList(lead, items)


def mark(item: str) -> str:
    """What kind of mark an item begins with: "number", "letter", "bullet", "dash" or "att"; "" for none."""
    found = _MARK.match(item)
    return (found.lastgroup or "att") if found else ""


def number(item: str) -> int:
    """The number that an item begins with; 0 where it is no number."""
    found = _MARK.match(item)
    return int(found["number"]) if found and found["number"] else 0


def _passages(material: Material, hit: Hit) -> list[Passage]:
    section = hit.passage.section_id
    ids = material.index.select(Filters(section_ids=(section,)), material.access, SECTION_PASSAGES + 1)
    if len(ids) <= SECTION_PASSAGES:
        found = material.index.passages(ids, material.access)
    else:
        found = [other.passage for other in material.hits if other.passage.section_id == section]
    return sorted(found, key=lambda passage: passage.ordinal)


def _runs(passages: Sequence[Passage]) -> Iterator[list[Piece]]:
    """The units of passages that follow upon one another."""
    run: list[Piece] = []
    for at, passage in enumerate(passages):
        pieces = [Piece(passage, unit) for unit in units(passage.text)]
        if at and passage.ordinal != passages[at - 1].ordinal + 1:
            yield run
            run = []
        if run and pieces and breaks_off(run[-1].text, pieces[0].text):
            run[-1] = replace(run[-1], rest=pieces.pop(0))
        run += pieces
    yield run


def breaks_off(before: str, after: str) -> bool:
    """Whether words at the end of a passage go on in those that begin the next: "nödvändiga för" – "att nå dit."."""
    return before[-1:] not in ".:;!?" and after[:1].islower()


def _items(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The items from the first piece on with marks as its own. Between numbered ones anything may stand that explains them;
    others end with the first text that is neither beneath them nor the head of a page."""
    first = pieces[0].mark
    count = 0
    for at, piece in enumerate(pieces):
        if piece.mark == first == "number":
            if number(piece.text) != count + 1:
                return
            count += 1
            yield piece
        elif piece.mark == first:
            yield piece
        elif first != "number" and piece.mark not in _UNDER.get(first, ()) and not _is_furniture(piece, pieces[at + 1 : at + 2], first):
            return


def _is_furniture(piece: Piece, after: Sequence[Piece], kind: str) -> bool:
    """Whether a piece between two items is a page's head or number that reading left: the name of the body, known from the header."""
    if not after or after[0].mark != kind or piece.mark or len(piece.text.split()) > FURNITURE_WORDS:
        return False
    if piece.text.isdigit():
        return True
    words, header = _WORD.findall(fold(piece.text)), _WORD.findall(fold(piece.passage.header))
    return bool(words) and set(words) <= set(header)
