"""Where a § begins: headings in all their shapes, told from references, laws and lists of contents.

What makes a line a heading is more than its "§ 12": a Dnr on it or just below, a title, a decision heading near by, and
that the line before does not run into it ("... den 18 december 2025 / § 52" is a reference torn by a line end).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.damage import compiled, lacks_swedish_letters
from indexer.documents import CaseNumber, Span
from indexer.structuring import series
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line

_REST = r"(?P<rest>(?:[\s.:,(]|$).*|[A-ZÅÄÖ][a-zåäö].*)"
_NUMBER = r"(?P<number>\d{1,4})(?:\s?(?P<letter>[a-z])(?=\s|$))?(?:\s?/\s?(?P<year>\d{4}|\d{2}))?"
# With its sign, shapes such as § 84 Dnr 2031/00190 and §117 Titel and KF § 102 DNR: KU.2031.3 and § 230/31   Dnr: KS 2031/0594
_SIGNED = re.compile(rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,5}}(?:\s?[Aa][Uu])?)\s+)?§\s?{_NUMBER}{_REST}")
# "Ä 12 Dnr KS032-31 041", "Ä 19 a  Dnr KS567-31 023"
_MATTER = re.compile(rf"Ä\s?{_NUMBER}{_REST}")
# "Ks 60 Dnr KS 2031/1", "26 Dnr KS 2031/14", "Sn 50 Au 84 Dnr 2031/": no sign, but a label; other bodies' § between
_UNSIGNED = re.compile(
    rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,5}})\s+)?{_NUMBER}(?:\s[A-ZÅÄÖ][A-Za-zåäö]{{1,4}}\s\d{{1,4}})*(?P<rest>\s+(?:[Dd]nr|DNR)\b.*)"
)
# "84 Dnr 2031/00324" for § 4, "g§171 Dnr 2031/00032" for § 171: a scan's readings of the sign
_DAMAGED = re.compile(r"(?:g§|8§|§8|[8gS])\s?(?P<number>\d{1,3})(?P<rest>\s+Dnr\b.*)")
# A line of a series (see there): "KS 226", "KS 228 KS 2011/0425", "KSAU 130/2014", "30 Muntlig information"
_COUNTED = re.compile(rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,4}}(?:\s?[Aa][Uu])?)\s)?{_NUMBER}(?P<rest>(?:\s.*)?)")
_LABEL_LINE = compiled(r"(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr)[.:;]{0,2}(?:\s.*)?")
_LEADER = re.compile(r"\.{3,}\s*\d{0,3}$|…\s*\d{0,3}$|\t\d{1,3}$")
_TITLE_ENDS = compiled(r"\s(?:[^\W\d_]{5,}s\s+(?:beslut|förslag)\b|ärendebeskrivning\b).*")
_RUNS_ON = re.compile(r"(?:,|\b(?:och|samt|i|av|den|enligt|från|till|för|att|dnr)|-|(?:19|20)\d\d(?:-[01]\d-[0-3]\d)?)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\bkap)(?<!\bnr)(?<!\bst)(?<!\bfl)(?<!\bdnr)[.!?]$")
_NOTICE = re.compile(r"\bKALLELSE\b|^[Ff]öredragningslista\b|\bFÖREDRAGNINGSLISTA\b")
_MINUTES = re.compile(r"protokoll|justera|beslutande", re.IGNORECASE)
_NOTICE_WITHIN = 20
_WRAPPED = 30
"""A shorter line has not been wrapped: what follows it is another paragraph."""
_REFERENCE_LABEL = re.compile(r"\bdnr\b")
_LONGEST_TITLE = 120
_SHORTEST_TITLE = 3
_LABEL_LEFT = re.compile(r"\(?\b(?:[Dd]nr|DNR)\b[.:;\s]*\)?\s*$")
"""What is left of "Budget (Dnr 2031/12)" when its number is taken away."""
_EMPTY_BRACKETS = re.compile(r"\(\s*\)\s*$")
_BRACKET = 5
"""A Dnr may have its class code between it and the bracket."""
_PAGES = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
"""Where a list of contents says that a § stands."""
_TITLE_LINES = 4
_NEAR = 6
_WITHIN = 14


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


@dataclass(frozen=True, slots=True)
class View:
    """What structure is read from: the lines, which of them are furniture, which hold a number that counts up, and the
    Dnr of the text."""

    text: str
    lines: tuple[Line, ...]
    skipped: frozenset[int]
    cases: tuple[CaseNumber, ...]
    damaged: bool
    counted: frozenset[int]

    @classmethod
    def of(cls, text: str, lines: tuple[Line, ...], furniture: Iterable[Span], cases: Iterable[CaseNumber]) -> "View":
        """Mark the lines that lie in furniture."""
        starts = [line.span.start for line in lines]
        skipped: set[int] = set()
        for span in furniture:
            skipped.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
        content = [line for line in lines if line.index not in skipped]
        minutes = any(_MINUTES.search(line.text) for line in lines[:_NOTICE_WITHIN]) and not any(
            map(_is_notice_line, lines[:_NOTICE_WITHIN])
        )
        counted = series.members(content, minutes=minutes)
        return cls(text, lines, frozenset(skipped), tuple(case for case in cases if case.span), lacks_swedish_letters(text), counted)

    def case_in(self, span: Span) -> CaseNumber | None:
        """The first Dnr in a span."""
        at = bisect_left(self.cases, span.start, key=lambda case: case.span.start if case.span else 0)
        found = self.cases[at] if at < len(self.cases) else None
        return found if found and found.span and found.span.start < span.end else None

    def content_after(self, index: int, count: int) -> Iterator[Line]:
        """The next `count` lines that are not furniture."""
        for at in range(index + 1, len(self.lines)):
            if at in self.skipped:
                continue
            if count == 0:
                return
            count -= 1
            yield self.lines[at]

    def content_before(self, index: int) -> Line | None:
        """The nearest line before that is not furniture."""
        return next((self.lines[i] for i in range(index - 1, max(-1, index - 40), -1) if i not in self.skipped), None)


def find(view: View) -> list[Opening]:
    """All § of a text in order, entries of a list of contents left out where the § itself is there."""
    candidates = list(
        _in_sequence(opening for line in view.lines if line.index not in view.skipped for opening in [_opening(view, line)] if opening)
    )
    ends = [*(opening.at for opening in candidates[1:]), len(view.lines)]
    candidates = [_listed(view, opening, end) for opening, end in zip(candidates, ends, strict=False)]
    if _is_notice(view) and not any("§" in view.lines[opening.at].text for opening in candidates):
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


def _is_notice(view: View) -> bool:
    """Whether the text opens as a notice of a meeting: numbers without a sign are then its items."""
    return any(map(_is_notice_line, view.lines[:_NOTICE_WITHIN]))


def _is_notice_line(line: Line) -> bool:
    return bool(_NOTICE.search(line.text))


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
    title, content = _title(view, line, rest, case)
    groups = match.groupdict()
    number = " ".join(filter(None, (mark, groups["number"], groups.get("letter"))))
    return Opening(
        _first_line(view, line.index), line.index, content, number, mark, groups.get("body"), case, title, draft=mark == "Ä", sure=surely
    )


def _matched(view: View, line: Line) -> tuple[re.Match[str] | None, str]:
    if len(line.text) > 300:
        return None, ""
    for pattern, mark in ((_SIGNED, "§"), (_MATTER, "Ä")):
        match = pattern.fullmatch(line.text)
        if match:
            return match, mark
    if line.index in view.counted and (match := _COUNTED.fullmatch(line.text)):
        return match, "§"
    if view.damaged and (match := _DAMAGED.fullmatch(line.text)):
        return match, "§"
    return _UNSIGNED.fullmatch(line.text), "§"


def _case(view: View, line: Line, rest: str) -> tuple[CaseNumber | None, bool]:
    """The Dnr on the line or on a line of its own just below, and whether a label for one stands there."""
    on_line = view.case_in(line.span)
    if on_line:
        return on_line, True
    if _LABEL_LINE.match(rest):
        return None, True
    for below in view.content_after(line.index, 4):
        if _SIGNED.fullmatch(below.text) or heading_of(below.text):
            break
        if _LABEL_LINE.fullmatch(below.text) or _is_case_alone(view, below) or _ends_in_case(view, below):
            return view.case_in(below.span), True
    before = view.content_before(line.index)
    if before and before.index == line.index - 1 and not line.opens_page and _is_case_alone(view, before):
        return view.case_in(before.span), True
    return None, False


def _is_case_alone(view: View, line: Line) -> bool:
    """Whether a line holds nothing but a Dnr."""
    case = view.case_in(line.span)
    return case is not None and len(line.text) <= len(case.as_written) + 1


def _ends_in_case(view: View, line: Line) -> bool:
    """Whether a title has its Dnr in brackets after it."""
    case = view.case_in(line.span)
    return case is not None and case.span is not None and line.text.endswith(")") and line.span.end - case.span.end <= _BRACKET


def _is_heading(view: View, line: Line, mark: str, rest: str, has_label: bool) -> bool | None:
    """Whether a line with a number is the heading of a §; None where it is a reference, False where it may be one."""
    before = view.content_before(line.index)
    adjacent = before is not None and before.index == line.index - 1 and not line.opens_page
    runs_on = before is not None and adjacent and bool(_RUNS_ON.search(before.text)) and line.blanks <= 1 and not before.heading
    in_text = bool(_REFERENCE_LABEL.search(rest)) or bool(before and before.text[-1] == ",")
    if runs_on and (in_text or not has_label):
        return None
    if has_label or mark == "Ä" or _LEADER.search(line.text) or line.index in view.counted:
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


def _title(view: View, line: Line, rest: str, case: CaseNumber | None) -> tuple[str | None, int]:
    """The title, on the heading's line or below it, and the first line after it."""
    own = _without_case(rest, case)
    if own:
        label = next(view.content_after(line.index, 1), None)
        after = label.index + 1 if label and _LABEL_LINE.fullmatch(label.text) else line.index + 1
        return _TITLE_ENDS.sub("", own) or own, after
    parts: list[str] = []
    last = line.index
    for below in view.content_after(line.index, _TITLE_LINES + 2):
        if not parts and (_LABEL_LINE.fullmatch(below.text) or _is_case_alone(view, below)):
            last = below.index
            continue
        if _PAGES.fullmatch(below.text):
            break
        if heading_of(below.text) or _SIGNED.fullmatch(below.text) or len(parts) == _TITLE_LINES:
            break
        if parts and (below.blanks or view.lines[last].heading or _SENTENCE_END.search(parts[-1]) or len(parts[-1]) < _WRAPPED):
            break
        parts.append(below.text)
        last = below.index
    title = _TITLE_ENDS.sub("", " ".join(parts)).strip()
    if case and title.endswith(")"):
        title = _without_case(title, case) or title
    return (_LEADER.sub("", title).strip() or None), last + 1


def _without_case(rest: str, case: CaseNumber | None) -> str:
    """What a heading's line says beside its Dnr."""
    own = rest.replace(case.as_written, " ") if case else rest
    own = re.sub(r"^\s*(?:[Dd]nr|DNR)\b[.:;]*\s*(?:[A-ZÅÄÖ]{2,5}[\dxX/.:-]+(?:\s[\dxX]{2,3}\b)?)?", "", own)
    own = _EMPTY_BRACKETS.sub("", own)
    own = _LABEL_LEFT.sub("", _LEADER.sub("", own)).strip(" \t.:,-")
    return own if len(own) > _SHORTEST_TITLE else ""


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
    return replace(opening, listed=any(_LEADER.search(line.text) for line in own))


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
