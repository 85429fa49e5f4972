"""The parts inside a §, by its headings, and the points of its decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import deciding
from indexer.documents import Block, BlockKind, Span
from indexer.structuring.headings import Heading, heading_of, is_rule, joined
from indexer.structuring.lines import Line


@dataclass(frozen=True, slots=True)
class Part:
    """A block with what its heading says: whose decision it is, whom a proposal goes to."""

    block: Block
    heading: Heading | None
    lines: tuple[Line, ...]

    def words(self) -> str:
        """Its text on one line, the lines joined."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a decision as it stands: its label, its span, and the sentences that condition it.

    `lead` is the open phrase that it completes ("Nämnden föreslår fullmäktige besluta"): it says who does what with it.
    """

    label: str | None
    span: Span
    conditions: tuple[Span, ...]
    lead: str = ""


_POINT = re.compile(r"(?:(?P<label>\d{1,2}|[a-zåäö])[.)]|[-–•*])\s+(?=\S)")
_THAT = re.compile(r"[Aa]tt\s+\S")
_ENDS_POINT = re.compile(r"(?:[.,;:]|\b(?:och|samt|att))$", re.IGNORECASE)
_BARE_LABEL = re.compile(r"\d{1,2}[.)]")
"""The number of a point that a scan has set apart from its words."""
_PARAGRAPH = 6
"""So many lines are looked at for the sentence with which a paragraph begins."""
_DECIDES = re.compile(r"\bbeslutar\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:föreslår|föreslås|föreslå|föreslog|hemställer|rekommenderar|beslutar|beslutade|besluta|beslut|egen\s+del)\b|\batt:?\s*$|:\s*$",
    re.IGNORECASE,
)
LEAD_LINES = 3
"""Lines that an open phrase before a point may take."""
_LEADS_ON = re.compile(r"\b(?:beslutar|beslutade|besluta|beslut|föreslår|föreslås|hemställer)\s*$", re.IGNORECASE)
_SHORT = 0.6
"""Share of the longest line below which a line was not broken for lack of room."""
_CONDITION = re.compile(
    r"(?:under\s+förutsättning|förutsatt\s+att|med\s+förbehåll|(?:beslutet|det)\s+gäller\s+(?:under|från|till|fr)|träder\s+i\s+kraft)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?![\s\n]+[A-ZÅÄÖ\d])[^.!?]*)*[.!?]?\s*")


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The blocks of a §'s content lines (furniture left out), in order; text before the first heading is a block too."""
    parts: list[Part] = []
    heading: tuple[Heading, Line] | None = None
    body: list[Line] = []
    for line in _with_whole_headings(lines):
        found = heading_of(line.text)
        if found is None or _is_the_proposal_itself(heading, body, line) or _goes_on(body, line):
            body.append(line)
            continue
        parts += _part(heading, body)
        heading, body = (found, line), ([line] if found.length < len(line.text) else [])
    return parts + _part(heading, body)


def _with_whole_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that are one heading together as one."""
    at = 0
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        whole = joined(line.text, below.text) if below and not below.blanks else None
        yield replace(line, text=whole, span=Span(line.span.start, below.span.end)) if below and whole else line
        at += 2 if whole else 1


def points_of(part: Part, text: str) -> Iterator[Point]:
    """The points of a decision: numbered, lettered, dashed or begun by "att" each; else each paragraph that decides by itself.

    A paragraph that does not name who decides has the first one as its lead: it is worth what that is.
    """
    lines = [line for line in part.lines if not is_rule(line.text)]
    marked = [position for position, line in enumerate(lines) if _POINT.match(line.text)] or _clauses(lines)
    torn = any(_BARE_LABEL.fullmatch(line.text) for line in lines)
    if marked and not torn:
        yield from _marked_points(lines, marked, text)
        return
    lines = [line for line in lines if not _BARE_LABEL.fullmatch(line.text)]
    starts = [position for position in range(1, len(lines)) if _POINT.match(lines[position].text) or _decides_alone(lines, position)]
    first = ""
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True) if lines else ():
        own, mark = lines[start:end], _POINT.match(lines[start].text)
        words = " ".join(line.text for line in own)
        yield replace(_point(mark["label"] if mark else None, own, text), lead="" if deciding.names_who(words) else first)
        first = first or words


def _clauses(lines: Sequence[Line]) -> list[int]:
    """Where clauses with "att" begin, one on each line or more; not where a sentence was only broken before the word."""
    usual = max((len(line.text) for line in lines), default=0) * _SHORT
    found = [
        position
        for position, line in enumerate(lines)
        if _THAT.match(line.text) and (position == 0 or line.blanks or _lets_begin(lines[position - 1].text, usual))
    ]
    return found if len(found) > 1 else []


def _lets_begin(before: str, usual: float) -> bool:
    """Whether a clause may begin below a line: that ends one, leads to it, or is too short to be broken."""
    return bool(_ENDS_POINT.search(before) or _LEADS_ON.search(before)) or len(before) < usual


def _marked_points(lines: Sequence[Line], starts: Sequence[int], text: str) -> Iterator[Point]:
    before, lead = _split_lead(lines[: starts[0]])
    if before:
        yield _point(None, before, text)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        mark = _POINT.match(lines[start].text)
        own, next_lead = _split_lead(lines[start:end]) if end < len(lines) else (lines[start:end], "")
        yield replace(_point(mark["label"] if mark else None, own, text), lead=lead)
        lead = next_lead or lead


def _decides_alone(lines: Sequence[Line], position: int) -> bool:
    """Whether a paragraph begins here that decides by itself: one that conditions the point before belongs to it."""
    before, line = lines[position - 1], lines[position]
    if not line.blanks or not before.text.endswith(".") or not line.text[:1].isupper():
        return False
    words = " ".join(other.text for other in lines[position : position + _PARAGRAPH])
    sentence = _SENTENCE.match(words)
    return sentence is not None and not _CONDITION.search(sentence[0]) and deciding.stands_alone(sentence[0])


def _split_lead(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """What stands before a point, and the open phrase at its end that the point completes ("" where a sentence ends)."""
    if not lines or lines[-1].text.rstrip().endswith((".", "!", "?")) or _POINT.match(lines[-1].text):
        return lines, ""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - LEAD_LINES), -1):
        if _POINT.match(lines[at].text):
            break
        if _LEADS.search(lines[at].text) and lines[at].text.lstrip()[:1].isupper():
            return lines[:at], " ".join(line.text for line in lines[at:])
    return lines, ""


def _is_the_proposal_itself(heading: tuple[Heading, Line] | None, body: Sequence[Line], line: Line) -> bool:
    """ "Kommunfullmäktige beslutar" right under "Förslag till beslut" is what is proposed, not a decision."""
    under_proposal = heading is not None and heading[0].kind is BlockKind.FORSLAG and not body
    return under_proposal and _DECIDES.search(line.text) is not None


def _goes_on(body: Sequence[Line], line: Line) -> bool:
    """ "… föreslår att / kommunfullmäktige beslutar": a line in small letters after an open one is no heading."""
    return bool(body) and line.text.lstrip()[:1].islower() and body[-1].text.rstrip().endswith((" att", " och", ",", "-"))


def _part(heading: tuple[Heading, Line] | None, body: list[Line]) -> list[Part]:
    if heading is None:
        if not body:
            return []
        return [Part(Block(BlockKind.TEXT, None, Span(body[0].span.start, body[-1].span.end)), None, tuple(body))]
    announced, line = heading
    end = body[-1].span.end if body else line.span.end
    start = line.span.start + announced.length if announced.length < len(line.text) else min(line.span.end, end)
    if body and body[0].index != line.index:
        start = body[0].span.start
    head = Span(line.span.start, line.span.end if announced.length >= len(line.text) else start)
    return [Part(Block(announced.kind, head, Span(min(start, end), end)), announced, tuple(body))]


def _point(label: str | None, lines: Sequence[Line], text: str) -> Point:
    span = Span(lines[0].span.start, lines[-1].span.end)
    conditions = tuple(
        Span(span.start + match.start(), span.start + len(match[0].rstrip()) + match.start())
        for match in _SENTENCE.finditer(span.of(text))
        if _CONDITION.search(match[0])
    )
    return Point(label, span, conditions)
