"""The same thing shown once: overlapping passages, copies, and more of one § than a reader needs.

A protokollsutdrag is a copy of its §, and a § stands again in reports about it; the most authoritative copy is shown, at
the place of the best found, and the others become its members.
"""

from collections.abc import Sequence

from indexer import swedish
from indexer.documents import Kind, Passage, Role

OVERLAP = 0.5
"""Part of the shorter passage that two of one § must share to be one thing."""

COPY = 0.85
"""Words that two passages must share, of all the words they have, to be copies."""

PER_SECTION = 3
"""Passages of one § among the first ten hits."""

FIRST = 10

_ROLES = (Role.BESLUT, Role.ATERGIVET_BESLUT, Role.FORSLAG, Role.BAKGRUND, Role.YRKANDE, Role.BILAGA)
_COPIES = (Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE)


def group(ranked: Sequence[Passage], limit: int) -> list[list[Passage]]:
    """Groups in order, the passage to show first in each."""
    groups: list[list[Passage]] = []
    words: list[frozenset[str]] = []
    for passage in ranked:
        own = frozenset(word.text for word in swedish.words(passage.text))
        at = next((at for at, others in enumerate(groups) if _same(passage, own, others[0], words[at])), None)
        if at is None:
            groups.append([passage])
            words.append(own)
        elif _authority(passage) > _authority(groups[at][0]) and not _overlap(passage, groups[at][0]):
            groups[at].insert(0, passage)
            words[at] = own
        else:
            groups[at].append(passage)
    return _varied(groups)[:limit]


def _same(passage: Passage, words: frozenset[str], other: Passage, other_words: frozenset[str]) -> bool:
    if passage.section_id == other.section_id:
        return _overlap(passage, other)
    if passage.municipality != other.municipality or not (words and other_words):
        return False
    one_matter = passage.case_key is not None and passage.case_key == other.case_key
    one_section = passage.section is not None and (passage.section, passage.date) == (other.section, other.date)
    if not (one_matter or one_section) or passage.status != other.status:
        return False
    return len(words & other_words) >= COPY * len(words | other_words)


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
