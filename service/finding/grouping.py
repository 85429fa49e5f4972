"""The same thing shown once: overlapping passages, copies, and more of one § than a reader needs.

A protokollsutdrag is a copy of its §, and a § stands again in reports about it; the most authoritative copy is shown, at
the place of the best found, and the others become its members.
"""

from collections.abc import Sequence
from functools import lru_cache

from indexer.documents import Kind, Passage, Role

OVERLAP = 0.5
"""Part of the shorter passage that two of one § must share to be one thing."""

COPY = 0.85
"""Words that two passages must share, of all the words they have, to be copies."""

LEAST_LENGTH = 0.75
"""Length of the shorter of two copies, of the longer: most pairs need no look at their words."""

PER_SECTION = 3
"""Passages of one § among the first ten hits."""

FIRST = 10

SPARE = 2
"""Times as many groups as are asked for are made: what is ranked behind these can no longer come forward."""

_Key = tuple[str | None, ...]

_ROLES = (Role.BESLUT, Role.ATERGIVET_BESLUT, Role.FORSLAG, Role.BAKGRUND, Role.YRKANDE, Role.BILAGA)
_COPIES = (Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE)


def group(ranked: Sequence[Passage], limit: int) -> list[list[Passage]]:
    """Groups in order, the passage to show first in each."""
    groups: list[list[Passage]] = []
    by_key: dict[_Key, list[int]] = {}
    for passage in ranked:
        keys = _keys(passage)
        among = dict.fromkeys(at for key in keys for at in by_key.get(key, ()))
        at = next((at for at in among if _same(passage, groups[at][0])), None)
        if at is None:
            if len(groups) == SPARE * limit:
                break
            at = len(groups)
            groups.append([passage])
        elif _authority(passage) > _authority(groups[at][0]) and not _overlap(passage, groups[at][0]):
            groups[at].insert(0, passage)
        else:
            groups[at].append(passage)
        for key in keys:
            by_key.setdefault(key, []).append(at)
    return _varied(groups)[:limit]


def _keys(passage: Passage) -> list[_Key]:
    """What two passages must share one of to be one thing: the §, the matter, or the § number of one day."""
    keys: list[_Key] = [("section", passage.section_id)]
    if passage.case_key is not None:
        keys.append(("matter", passage.municipality, passage.case_key))
    if passage.section is not None:
        keys.append(("number", passage.municipality, passage.section, passage.date))
    return keys


def _same(passage: Passage, other: Passage) -> bool:
    if passage.section_id == other.section_id:
        return _overlap(passage, other)
    shorter, longer = sorted((len(passage.text), len(other.text)))
    if passage.status != other.status or shorter < LEAST_LENGTH * longer:
        return False
    words, others = _words(passage.text), _words(other.text)
    fewer, more = sorted((len(words), len(others)))
    if fewer < COPY * more:  # then they cannot share enough, and need not be compared
        return False
    shared = len(words & others)
    return bool(words) and shared >= COPY * (fewer + more - shared)


@lru_cache(maxsize=1 << 10)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _overlap(passage: Passage, other: Passage) -> bool:
    if passage.section_id != other.section_id:
        return False
    shared = min(passage.span.end, other.span.end) - max(passage.span.start, other.span.start)
    shorter = min(passage.span.end - passage.span.start, other.span.end - other.span.start)
    return shared > OVERLAP * shorter


def _authority(passage: Passage) -> tuple[int, bool, str]:
    """Higher is better: the decision itself, the protokoll before its copies, the latest."""
    return -_ROLES.index(passage.role), passage.kind not in _COPIES, passage.date or ""


def _varied(groups: list[list[Passage]]) -> list[list[Passage]]:
    """No numbered § with more than PER_SECTION places among the first ten: the rest stand right after these."""
    first: list[list[Passage]] = []
    later: list[list[Passage]] = []
    taken: dict[str, int] = {}
    for members in groups:
        head = members[0]
        count = taken.get(head.section_id, 0)
        if len(first) >= FIRST or (head.section is not None and count >= PER_SECTION):
            later.append(members)
        else:
            first.append(members)
            taken[head.section_id] = count + 1
    return [*first, *later]
