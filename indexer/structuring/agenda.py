"""The items of a notice of a meeting: numbered titles, each with its Dnr where one is printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import CaseNumber, Span
from indexer.structuring.view import View

_ITEM = re.compile(r"(?:\|\s*)?(?P<number>\d{1,3})[.)]?\s+(?:\|\s*)?(?P<title>[A-ZÅÄÖ\"”].*)")
_INLINE = re.compile(r"(?<=\s)(?P<number>\d{1,2})\.?\s+(?=[A-ZÅÄÖ][a-zåäö])")
_CELL_END = re.compile(r"\t|\s\|")
_LABEL_LINE = re.compile(r"(?:[Dd]nr|DNR)\b")
_ENDS = re.compile(r"(?:[Oo]rdförande|[Ss]ekreterare|[Nn]ämndsekreterare|N N)\b.*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda."""

    number: str
    title: str
    case: CaseNumber | None
    span: Span


def items(view: View, first: int, end: int) -> list[Item]:
    """The items between two lines: one a line, or run together on one; [] where the numbers do not count up."""
    by_line, inline = list(_by_line(view, first, end)), list(_inline(view, first, end))
    found = max(by_line, inline, key=len)
    return found if len(found) >= _LEAST else []


def _by_line(view: View, first: int, end: int) -> Iterator[Item]:
    starts: list[tuple[int, re.Match[str]]] = []
    for line in view.lines[first:end]:
        match = _ITEM.fullmatch(line.text) if line.index not in view.skipped and len(line.text) < 250 else None
        if match and int(match["number"]) > (int(starts[-1][1]["number"]) if starts else 0):
            starts.append((line.index, match))
    for position, (index, match) in enumerate(starts):
        last = starts[position + 1][0] if position + 1 < len(starts) else min(end, index + 6)
        yield _item(view, match, index, last)


def _item(view: View, match: re.Match[str], index: int, end: int) -> Item:
    title = [_CELL_END.split(match["title"], 1)[0].strip()]
    stop = index
    for line in view.lines[index + 1 : end]:
        if line.index in view.skipped or line.blanks or _LABEL_LINE.match(line.text):
            break
        title.append(line.text)
        stop = line.index
    labelled = [line for line in view.lines[index:end] if _LABEL_LINE.match(line.text)]
    case = view.case_in(labelled[0].span) if labelled else view.case_in(Span(view.lines[index].span.start, view.lines[stop].span.end))
    words = " ".join(title)
    span = Span(view.lines[index].span.start, max(view.lines[stop].span.end, labelled[0].span.end if labelled else 0))
    return Item(match["number"], words.replace(case.as_written, "").strip(" .") if case else words.strip(" ."), case, span)


def _inline(view: View, first: int, end: int) -> Iterator[Item]:
    """ "1 Besök KS 31/324 2 Bokslut KS 31/229": items without line ends between them; the numbers must count up."""
    span = Span(view.lines[first].span.start, view.lines[end - 1].span.end)
    text = span.of(view.text)
    starts: list[re.Match[str]] = []
    for match in _INLINE.finditer(text):
        last = int(starts[-1]["number"]) if starts else 0
        if last < int(match["number"]) <= last + 9:
            starts.append(match)
    waiting: list[Item] = []
    for match, stop in zip(starts, [*(other.start() for other in starts[1:]), len(text)], strict=False):
        piece = Span(span.start + match.start(), span.start + len(text[:stop].rstrip()))
        cases = [case for case in view.cases if case.span and piece.holds(case.span)]
        title = Span(piece.start + len(match[0]), cases[0].span.start if cases and cases[0].span else piece.end).of(view.text)
        item = Item(match["number"], _ENDS.sub("", title).strip(" ."), None, piece)
        waiting.append(item)
        if cases:
            yield from _dealt(waiting, cases)
            waiting = []
    yield from waiting


def _dealt(waiting: Sequence[Item], cases: Sequence[CaseNumber]) -> Iterator[Item]:
    """Two titles and then two Dnr belong together in order; otherwise a Dnr belongs to the title before it."""
    if 1 < len(waiting) == len(cases):
        yield from (Item(item.number, item.title, case, item.span) for item, case in zip(waiting, cases, strict=True))
        return
    yield from waiting[:-1]
    last = waiting[-1]
    yield Item(last.number, last.title, cases[0], last.span)
