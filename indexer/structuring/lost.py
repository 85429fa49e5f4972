"""§ whose number or whole heading was lost: a title under a page header, then the decision heading of a body whose
other § have theirs. Its number is inferred where exactly one is missing between its neighbours.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.documents import BlockKind
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line
from indexer.structuring.openings import Opening, value_of
from indexer.structuring.view import View

_NEAR = 6
_DECISION_NEAR = 14
_LABEL = re.compile(r"(?:[Dd]nr|DNR|[Dd]iarien(?:r|ummer))\b")


def with_lost(view: View, openings: Sequence[Opening]) -> list[Opening]:
    """The openings with those added whose heading was lost, in order."""
    deciding = {body: opening for opening in openings if (body := _decider(view, opening.at))}
    known = {opening.at for opening in openings}
    lost = [found for found in _candidates(view, frozenset(deciding)) if not known & set(range(found.first, found.content + 1))]
    ordered = sorted([*openings, *lost], key=lambda opening: opening.at)
    return [_numbered(view, ordered, position) for position in range(len(ordered))]


def _candidates(view: View, deciding: frozenset[str]) -> Iterator[Opening]:
    for line in view.lines:
        if not line.opens_page:
            continue
        top = [other for other in (line, *view.content_after(line.index, _NEAR)) if other.index not in view.skipped]
        at = next((position for position, other in enumerate(top) if _decides(other, deciding)), None)
        titles = [other for other in top[:at] if not _LABEL.match(other.text)] if at else []
        if titles and all(_is_title(other) for other in titles):
            case = next((found for other in top[:at] if (found := view.case_in(other.span))), None)
            title = " ".join(other.text for other in titles)
            yield Opening(line.index, top[0].index, titles[-1].index + 1, None, "§", None, case, title)


def _decides(line: Line, deciding: frozenset[str]) -> bool:
    heading = heading_of(line.text)
    return heading is not None and heading.kind is BlockKind.BESLUT and heading.body in deciding


def _is_title(line: Line) -> bool:
    return len(line.text) < 110 and heading_of(line.text) is None and line.text[-1] not in ".:;"


def _decider(view: View, at: int) -> str | None:
    found: Iterable[Line] = view.content_after(at, _DECISION_NEAR)
    headings = (heading_of(line.text) for line in found)
    return next((heading.body for heading in headings if heading and heading.kind is BlockKind.BESLUT and heading.body), None)


def _numbered(view: View, openings: Sequence[Opening], position: int) -> Opening:
    """A lost number is one more than the § before of the same body, if the next § is one more again."""
    opening = openings[position]
    if opening.number is not None:
        return opening
    body = _decider(view, opening.at)
    same = [other for other in openings if other.number and _decider(view, other.at) == body]
    before = [value_of(other) for other in same if other.at < opening.at]
    after = [value_of(other) for other in same if other.at > opening.at]
    if before and after and after[0] - before[-1] == 2:
        return replace(opening, number=f"§ {before[-1] + 1}")
    return opening
