"""Questions that the start page offers: for what some recent decisions are about, so that what is indexed answers them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from indexer.documents import Kind, Passage, Role, Status
from indexer.index import Access, Facets, Filters, Index

OFFERED = 3

LOOKED_AT = 150
"""Passages among which examples are sought."""

YEARS = 3
"""The latest of the index."""

_WORDS = range(2, 8)
_PLAIN = re.compile(r"[^\W\d_][^\W\d_-]*(?: [a-zåäöéü][a-zåäöéü-]*)+")
"""A title of words alone, none but the first with a capital: no name of a person, no number, no list."""


_ROUTINE = re.compile(
    r"dagordning|föredragningslist|juster|delega|meddeland|information|anmäl|redovisning|sammanträde|\bval\b", re.IGNORECASE
)
"""What every meeting has."""


def offered(index: Index, access: Access, known: Facets) -> tuple[str, ...]:
    """Questions about decisions of the latest years; none where there are no such."""
    years = tuple(sorted(known.years, reverse=True)[:YEARS])
    filters = Filters(kinds=(str(Kind.PROTOKOLL), str(Kind.PROTOKOLLSUTDRAG)), statuses=(str(Status.BESLUT),), years=years)
    return examples(index.passages(index.select(filters, access, LOOKED_AT), access))


def examples(passages: Iterable[Passage]) -> tuple[str, ...]:
    """A question for each of the latest decisions whose titles make one, of different municipalities before more of one."""
    latest = sorted(filter(_is_telling, passages), key=lambda passage: (passage.date or "", passage.id), reverse=True)
    asked = {_question(passage): None for passage in [*_first_of_each(latest), *latest]}
    return tuple(islice(asked, OFFERED))


def _is_telling(passage: Passage) -> bool:
    """Whether it decides a matter of its own, under a title that names it."""
    title = passage.title or ""
    is_own = passage.role is Role.BESLUT and bool(passage.case) and not _ROUTINE.search(title)
    return is_own and len(title.split()) in _WORDS and _PLAIN.fullmatch(title) is not None


def _first_of_each(passages: Sequence[Passage]) -> Iterator[Passage]:
    seen: set[str | None] = set()
    for passage in passages:
        if passage.municipality not in seen:
            seen.add(passage.municipality)
            yield passage


def _question(passage: Passage) -> str:
    """The title as a question; its first word is written small where the paper writes it so elsewhere."""
    title = passage.title or ""
    first = title.split()[0].lower()
    is_common = re.search(rf"\b{re.escape(first)}", passage.text) is not None
    return f"Vad beslutades om {first + title[len(first) :] if is_common else title}?"
