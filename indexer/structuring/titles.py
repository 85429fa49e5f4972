"""The title of a §: on the line of its heading or on those below, without Dnr, dots and page numbers."""

import re

from indexer.damage import compiled
from indexer.documents import CaseNumber
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line
from indexer.structuring.signs import LABEL_LINE, LEADER, SIGNED
from indexer.structuring.view import View

_TITLE_ENDS = compiled(r"\s(?:[^\W\d_]{5,}s\s+(?:beslut|förslag)\b|ärendebeskrivning\b).*")
_SENTENCE_END = re.compile(r"(?<!\bkap)(?<!\bnr)(?<!\bst)(?<!\bfl)(?<!\bdnr)[.!?]$")
_WRAPPED = 30
"""A shorter line has not been wrapped: what follows it is another paragraph."""
_SHORTEST_TITLE = 3
_LABEL_LEFT = re.compile(r"\(?\b(?:[Dd]nr|DNR)\b[.:;\s]*\)?\s*$")
"""What is left of "Budget (Dnr 2031/12)" when its number is taken away."""
_EMPTY_BRACKETS = re.compile(r"\(\s*\)\s*$")
_PAGES = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
"""Where a list of contents says that a § stands."""
_TITLE_LINES = 4


def title_of(view: View, line: Line, rest: str, case: CaseNumber | None) -> tuple[str | None, int]:
    """The title, on the heading's line or below it, and the first line after it."""
    own = _without_case(rest, case)
    if own:
        label = next(view.content_after(line.index, 1), None)
        after = label.index + 1 if label and LABEL_LINE.fullmatch(label.text) else line.index + 1
        return _TITLE_ENDS.sub("", own) or own, after
    parts, last = _below(view, line)
    title = _TITLE_ENDS.sub("", " ".join(parts)).strip()
    if case and title.endswith(")"):
        title = _without_case(title, case) or title
    return (LEADER.sub("", title).strip() or None), last + 1


def _below(view: View, line: Line) -> tuple[list[str], int]:
    """The lines of a title below its heading, and by index the last line that belongs to either."""
    parts: list[str] = []
    last = line.index
    for below in view.content_after(line.index, _TITLE_LINES + 2):
        if not parts and (LABEL_LINE.fullmatch(below.text) or view.is_case_alone(below)):
            last = below.index
            continue
        if _PAGES.fullmatch(below.text) or heading_of(below.text) or SIGNED.fullmatch(below.text) or len(parts) == _TITLE_LINES:
            break
        if parts and (below.blanks or view.lines[last].heading or _SENTENCE_END.search(parts[-1]) or len(parts[-1]) < _WRAPPED):
            break
        parts.append(below.text)
        last = below.index
    return parts, last


def _without_case(rest: str, case: CaseNumber | None) -> str:
    """What a heading's line says beside its Dnr."""
    own = rest.replace(case.as_written, " ") if case else rest
    own = re.sub(r"^\s*(?:[Dd]nr|DNR)\b[.:;]*\s*(?:[A-ZÅÄÖ]{2,5}[\dxX/.:-]+(?:\s[\dxX]{2,3}\b)?)?", "", own)
    own = _EMPTY_BRACKETS.sub("", own)
    own = _LABEL_LEFT.sub("", LEADER.sub("", own)).strip(" \t.:,-")
    return own if len(own) > _SHORTEST_TITLE else ""
