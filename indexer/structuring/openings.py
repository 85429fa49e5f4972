"""Where a § begins: headings in all their shapes, told from references, laws and lists of contents.

What makes a line a heading is more than its "§ 12": a Dnr on it or just below, a title, a decision heading near by, and
that the line before does not run into it ("... den 18 december 2025 / § 52" is a reference torn by a line end).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.documents import CaseNumber
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line
from indexer.structuring.signs import COUNTED, DAMAGED, LABEL_LINE, LEADER, MATTER, SIGNED, UNSIGNED
from indexer.structuring.titles import title_of
from indexer.structuring.view import View

_RUNS_ON = re.compile(r"(?:,|\b(?:och|samt|i|av|den|enligt|från|till|för|att|dnr)|-|(?:19|20)\d\d(?:-[01]\d-[0-3]\d)?)$", re.IGNORECASE)
_REFERENCE_LABEL = re.compile(r"\bdnr\b")
_LONGEST_TITLE = 120
_WITHIN = 14
"""Lines after a heading, one of which is a heading inside the §."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A § that begins. `first` is the line it begins at (its page header included), `at` its heading, `content` the
    first line after its title, all by index; `listed` marks an entry of a list of contents; what is not `sure` needs the
    § before it as a witness."""

    first: int
    at: int
    content: int
    number: str | None
    mark: str
    body: str | None
    case: CaseNumber | None
    title: str | None
    listed: bool = False
    draft: bool = False
    sure: bool = True


def find(view: View) -> list[Opening]:
    """All § of a text in order, entries of a list of contents left out where the § itself is there."""
    candidates = list(
        _in_sequence(opening for line in view.lines if line.index not in view.skipped for opening in [_opening(view, line)] if opening)
    )
    ends = [*(opening.at for opening in candidates[1:]), len(view.lines)]
    candidates = [_listed(view, opening, end) for opening, end in zip(candidates, ends, strict=False)]
    if view.is_notice and not any("§" in view.lines[opening.at].text for opening in candidates):
        return []
    real = {(opening.mark, opening.number) for opening in candidates if not opening.listed}
    kept = [opening for opening in candidates if not opening.listed or (opening.mark, opening.number) not in real]
    return _read_damaged_numbers(view, kept)


def _in_sequence(candidates: Iterable[Opening]) -> Iterator[Opening]:
    """The sure openings, and those that are not where their number is the next."""
    last: Opening | None = None
    for opening in candidates:
        if opening.sure or (last is not None and last.body == opening.body and value_of(opening) == value_of(last) + 1):
            yield opening
            last = opening


def value_of(opening: Opening) -> int:
    """The number as a number; 0 where there is none."""
    found = re.search(r"\d+", opening.number or "")
    return int(found[0]) if found else 0


def _opening(view: View, line: Line) -> Opening | None:
    match, mark = _matched(view, line)
    if match is None:
        return None
    rest = match["rest"].strip(" \t.:,")
    if rest[:1].islower() and not rest.casefold().startswith("dnr"):
        return None
    case, label = _case(view, line, rest)
    surely = _is_heading(view, line, mark, rest, case is not None or label)
    if surely is None:
        return None
    title, content = title_of(view, line, rest, case)
    groups = match.groupdict()
    number = " ".join(filter(None, (mark, groups["number"], groups.get("letter"))))
    return Opening(
        _first_line(view, line.index), line.index, content, number, mark, groups.get("body"), case, title, draft=mark == "Ä", sure=surely
    )


def _matched(view: View, line: Line) -> tuple[re.Match[str] | None, str]:
    if len(line.text) > 300:
        return None, ""
    for pattern, mark in ((SIGNED, "§"), (MATTER, "Ä")):
        match = pattern.fullmatch(line.text)
        if match:
            return match, mark
    if line.index in view.counted and (match := COUNTED.fullmatch(line.text)):
        return match, "§"
    if view.damaged and (match := DAMAGED.fullmatch(line.text)):
        return match, "§"
    return UNSIGNED.fullmatch(line.text), "§"


def _case(view: View, line: Line, rest: str) -> tuple[CaseNumber | None, bool]:
    """The Dnr on the line or on a line of its own just below, and whether a label for one stands there."""
    on_line = view.case_in(line.span)
    if on_line:
        return on_line, True
    if LABEL_LINE.match(rest):
        return None, True
    for below in view.content_after(line.index, 4):
        if SIGNED.fullmatch(below.text) or heading_of(below.text):
            break
        if LABEL_LINE.fullmatch(below.text) or view.is_case_alone(below) or view.ends_in_case(below):
            return view.case_in(below.span), True
    before = view.content_before(line.index)
    if before and before.index == line.index - 1 and not line.opens_page and view.is_case_alone(before):
        return view.case_in(before.span), True
    return None, False


def _is_heading(view: View, line: Line, mark: str, rest: str, has_label: bool) -> bool | None:
    """Whether a line with a number is the heading of a §; None where it is a reference, False where it may be one."""
    before = view.content_before(line.index)
    adjacent = before is not None and before.index == line.index - 1 and not line.opens_page
    runs_on = before is not None and adjacent and bool(_RUNS_ON.search(before.text)) and line.blanks <= 1 and not before.heading
    in_text = bool(_REFERENCE_LABEL.search(rest)) or bool(before and before.text[-1] == ",")
    if runs_on and (in_text or not has_label):
        return None
    if has_label or mark == "Ä" or LEADER.search(line.text) or line.index in view.counted:
        return True
    near = list(view.content_after(line.index, _WITHIN))
    if not near:
        return False if rest else None
    if not rest and not near[0].text[:1].isupper():
        return None
    if any(heading_of(other.text) for other in near):
        return True
    if rest:
        return len(rest) < _LONGEST_TITLE and rest[-1] not in ",;" and (line.blanks > 0 or line.opens_page)
    return False


def _first_line(view: View, at: int) -> int:
    """The first line of the page header that stands before a heading and belongs to it."""
    first = at
    while first - 1 in view.skipped:
        line, following = view.lines[first - 1], view.lines[first]
        belongs_above = following.opens_page and not line.opens_page and line.blanks <= max(following.blanks, 1)
        if belongs_above and not _says_something(line.text):
            break
        first -= 1
    return first


def _says_something(text: str) -> bool:
    """Whether a header's line names a body, a day or a form of paper: it is then the head of a page, not its foot."""
    return bool(bodies.named(text) or re.search(r"(?:19|20)\d\d-\d\d-\d\d|protokoll|sammantr", text, re.IGNORECASE))


def _listed(view: View, opening: Opening, end: int) -> Opening:
    """Mark an entry of a list of contents: dots and a page number follow before the next entry."""
    own = view.lines[opening.at : min(end, opening.at + 4)]
    return replace(opening, listed=any(LEADER.search(line.text) for line in own))


def _read_damaged_numbers(view: View, openings: list[Opening]) -> list[Opening]:
    """ "84 Dnr" is § 4 where § 3 or § 5 is near and § 83 is not: the scan took the sign for an 8."""
    if not view.damaged:
        return openings
    read: list[Opening] = []
    for opening in openings:
        written = view.lines[opening.at].text
        match = re.match(r"8(\d{1,2})\s+Dnr", written)
        if match and opening.number and _steps(read, int(match[1])) < _steps(read, int("8" + match[1])):
            opening = replace(opening, number=f"§ {int(match[1])}")
        read.append(opening)
    return read


def _steps(before: Sequence[Opening], number: int) -> int:
    """How far a number is from the § before it."""
    known = [int(found[0]) for opening in before[-6:] if (found := re.findall(r"\d+", opening.number or ""))]
    return min((abs(number - other) for other in known), default=number)
