"""Which § an attachment belongs to. In order of trust: its own Dnr, its title among a matter's sources, its place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from indexer import bodies
from indexer.structuring import heads, origins
from indexer.structuring.ownmeetings import Meeting
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_ROW = 3
"""Attachments of all matters stand together after the last one where so many have none of their own."""


def main_series(stretches: Sequence[Stretch], meetings: Mapping[int, Meeting]) -> frozenset[int]:
    """The § of the series that most § belong to: of one body, or drafts of one meeting."""
    series = {index: (stretch.opening.mark, meetings[index].body) for index, stretch in enumerate(stretches) if stretch.opening}
    if not series:
        return frozenset()
    most, _ = Counter(series.values()).most_common(1)[0]
    return frozenset(index for index, one in series.items() if one == most)


def home_board(meetings: Mapping[int, Meeting], main: frozenset[int]) -> str | None:
    """The board that the file's matters go to: the main series' own body, or the one its committee belongs to."""
    body = next((meetings[index].body for index in sorted(main) if meetings[index].body), None)
    return (bodies.superior(body) or body) if body else None


def of_attachments(view: View, stretches: Sequence[Stretch], main: frozenset[int]) -> dict[int, int | None]:
    """For each stretch that is no § of the main series, the one it belongs to, by index."""
    last_ones = together(main)
    keys = [_key(view, stretch) for stretch in stretches]
    found: dict[int, int | None] = {}
    last: int | None = None
    for index in range(len(stretches)):
        if index in main:
            last = None if index in last_ones else index
            continue
        last = _matter(stretches, keys, index, main, last) if main and index > min(main) else None
        found[index] = last
    return found


def together(main: frozenset[int]) -> frozenset[int]:
    """The § after which the attachments of all matters stand, if they do."""
    ordered = sorted(main)
    bare = [index for index in ordered if index + 1 in main]
    return frozenset(ordered[-1:]) if len(bare) >= max(_ROW, len(ordered) - 2) else frozenset()


def _matter(stretches: Sequence[Stretch], keys: Sequence[str | None], index: int, main: frozenset[int], place: int | None) -> int | None:
    stretch = stretches[index]
    same = [one for one in main if keys[index] and keys[one] == keys[index]]
    if len(same) == 1:
        return same[0]
    if not together(main):
        return place
    title = stretch.opening.title if stretch.opening else heads.title_of(stretch.content[: origins.HEAD])
    number = stretch.opening.number if stretch.opening else None
    citing = [one for one in main if number and re.search(rf"{number}(?!\d)", " ".join(stretches[one].sources()))]
    if place is None and len(citing) == 1:
        return citing[0]
    carrying = [one for one in main if title and _carries(stretches[one], title)]
    return carrying[0] if len(carrying) == 1 else place


def _key(view: View, stretch: Stretch) -> str | None:
    case = stretch.opening.case if stretch.opening else origins.case_of(view, stretch)
    return case.key if case else None


def _carries(matter: Stretch, title: str) -> bool:
    """Whether a matter has this title, or lists it among its sources."""
    own = matter.opening.title if matter.opening else None
    return any(heads.alike(title, name) for name in (*((own,) if own else ()), *matter.sources()))
