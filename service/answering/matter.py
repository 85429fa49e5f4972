"""A matter on its way: which § of one Dnr belong together, and which of them decided.

A Dnr alone makes no matter: reports and lists of every meeting share one. What the titles say must be related too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.documents import Passage, Role, Status
from indexer.index import Access, Filters, Index
from service.finding.relatedness import related, title_words
from service.following.extent import extent
from service.following.library import Library

MOST_PASSAGES = 200
"""Passages of a Dnr that are looked through."""

_DEALT = (Status.BESLUT, Status.FORSLAG, Status.ATERREMISS, Status.REMISS)

_CASES = Filters(roles=(Role.BESLUT,), statuses=(Status.BESLUT,))


def is_one(passage: Passage, other: Passage) -> bool:
    """Whether two passages are of one § or one matter."""
    return passage.section_id == other.section_id or (
        passage.case_key is not None and passage.case_key == other.case_key and related(passage.title, other.title)
    )


def settled(passage: Passage, index: Index, access: Access) -> Passage | None:
    """The last decision of the passage's matter on its day or later; None where there is none, or several § of one day."""
    return last(decided(passage, index, access))


def decided(passage: Passage, index: Index, access: Access) -> list[Passage]:
    """Every decision of the passage's matter on its day or later: under its own Dnr, else under one that another body gave it."""
    if passage.case_key is None:
        return []
    return _decided(passage, (passage.case_key,), index, access) or _decided(passage, numbers(passage, index, access), index, access)


def _decided(passage: Passage, keys: tuple[str, ...], index: Index, access: Access) -> list[Passage]:
    filters = replace(_CASES, case_keys=keys, date_from=passage.date)
    found = index.passages(index.select(filters, access, MOST_PASSAGES), access)
    return [one for one in found if one.section_id != passage.section_id and related(passage.title, one.title)]


def stages(passage: Passage, index: Index, access: Access) -> list[Passage]:
    """The § of minutes that dealt with the passage's matter, each by the words that decide or propose there, by date.

    Here one word that titles share is enough; an attachment has a title of its own.
    """
    if passage.case_key is None:
        return [passage]
    found = index.passages(index.select(Filters(case_keys=numbers(passage, index, access)), access, MOST_PASSAGES), access)
    dealt = [one for one in found if one.section and one.date and one.role in (Role.BESLUT, Role.FORSLAG)]
    mine = title_words(passage.title) if passage.section else frozenset()
    dealt = [one for one in dealt if not mine or mine & title_words(one.title)]
    first: dict[str, Passage] = {}
    for one in sorted(dealt, key=lambda one: (one.date or "", one.role is not Role.BESLUT, one.ordinal)):
        if one.status in _DEALT:
            first.setdefault(one.section_id, one)
    meetings = {(one.body, one.date): one for one in reversed(first.values())}
    return sorted(meetings.values(), key=lambda one: one.date or "") or [passage]


def numbers(passage: Passage, index: Index, access: Access) -> tuple[str, ...]:
    """The keys of every Dnr that the passage's matter goes by: each body may have given it one of its own."""
    if passage.case_key is None:
        return ()
    return tuple(number.key for number in extent(passage.case_key, passage.case or "", Library(index, access)).numbers)


def outcome(stages: Sequence[Passage]) -> Passage:
    """The stage that ended the matter: the last decision, else the last there is."""
    return next((one for one in reversed(stages) if one.status is Status.BESLUT), stages[-1])


def last(passages: Iterable[Passage]) -> Passage | None:
    """The first words of the § of the latest day; None where that day has several §."""
    found = sorted(passages, key=lambda passage: (passage.date or "", -passage.ordinal))
    if not found:
        return None
    of_day = {passage.section_id for passage in found if passage.date == found[-1].date}
    return found[-1] if len(of_day) == 1 else None
