"""A matter on its way: which § of one Dnr belong together, and which of them decided.

A Dnr alone makes no matter: reports and lists of every meeting share one. What the titles say must be related too.
"""

from collections.abc import Iterable
from dataclasses import replace

from indexer.documents import Passage, Role, Status
from indexer.index import Access, Filters, Index
from service.wanted import tokens_of

MOST_PASSAGES = 200
"""Passages of a Dnr that are looked through."""

RELATED = 0.5
"""Part of the shorter title's words that another must share to be of the same thing."""

_CASES = Filters(roles=(Role.BESLUT,), statuses=(Status.BESLUT,))


def is_one(passage: Passage, other: Passage) -> bool:
    """Whether two passages are of one § or one matter."""
    return passage.section_id == other.section_id or (
        passage.case_key is not None and passage.case_key == other.case_key and related(passage.title, other.title)
    )


def related(title: str | None, other: str | None) -> bool:
    """Whether two titles name one thing: "Taxa för torg 2024" and "Taxa för torg 2025" do."""
    mine, theirs = _words(title), _words(other)
    return bool(mine and theirs) and len(mine & theirs) >= RELATED * min(len(mine), len(theirs))


def settled(passage: Passage, index: Index, access: Access) -> Passage | None:
    """The last decision of the passage's matter on its day or later; None where there is none, or several § of one day."""
    if passage.case_key is None:
        return None
    filters = replace(_CASES, case_keys=(passage.case_key,), date_from=passage.date)
    found = index.passages(index.select(filters, access, MOST_PASSAGES), access)
    return last(one for one in found if one.section_id != passage.section_id and is_one(passage, one))


def last(passages: Iterable[Passage]) -> Passage | None:
    """The first words of the § of the latest day; None where that day has several §."""
    found = sorted(passages, key=lambda passage: (passage.date or "", -passage.ordinal))
    if not found:
        return None
    of_day = {passage.section_id for passage in found if passage.date == found[-1].date}
    return found[-1] if len(of_day) == 1 else None


def _words(title: str | None) -> frozenset[str]:
    return frozenset(stem for stem in tokens_of(title or "").stems if not stem.isdigit())
