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
    return examples(_recent(index, access, known))


def _recent(index: Index, access: Access, known: Facets) -> list[Passage]:
    years = tuple(sorted(known.years, reverse=True)[:YEARS])
    filters = Filters(kinds=(str(Kind.PROTOKOLL), str(Kind.PROTOKOLLSUTDRAG)), statuses=(str(Status.BESLUT),), years=years)
    return index.passages(index.select(filters, access, LOOKED_AT), access)


def examples(passages: Iterable[Passage]) -> tuple[str, ...]:
    """A question for each of the latest decisions whose titles make one: titles that are surely words before those that may begin
    with a name, of different municipalities before more of one."""
    latest = sorted(filter(_is_telling, passages), key=lambda passage: (passage.date or "", passage.id), reverse=True)
    varied = list(dict.fromkeys([*_first_of_each(latest), *latest]))
    asked = dict.fromkeys(map(_question, sorted(varied, key=_written_small, reverse=True)))
    return tuple(islice(asked, OFFERED))


def matters(index: Index, access: Access, known: Facets) -> tuple[Passage, ...]:
    """Decisions of the latest years by whose Dnr a matter can be followed, of different matters."""
    latest = sorted(filter(_is_telling, _recent(index, access, known)), key=lambda passage: (passage.date or "", passage.id), reverse=True)
    by_case = {(passage.municipality, passage.case): passage for passage in [*_first_of_each(latest), *latest]}
    return tuple(islice(by_case.values(), OFFERED))


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
    first = title.split()[0]
    return f"Vad beslutades om {first.lower() + title[len(first) :] if _written_small(passage) else title}?"


def _written_small(passage: Passage) -> bool:
    first = (passage.title or "").split()[0].lower()
    return re.search(rf"\b{re.escape(first)}", passage.text) is not None
