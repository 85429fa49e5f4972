"""§ of other meetings that a § names, found in whatever file they stand: what it was prepared by, what it changes.

What two § fit is resolved to neither. A § named without a day is of the same minutes, and no step elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer import bodies, links
from indexer.documents import Kind, Span
from indexer.particulars import Link, LinkKind
from indexer.references import SectionReference, dates, section_references
from service.following import titles
from service.following.library import Library
from service.following.papers import Paper

_SENTENCE_START = re.compile(r"(?:[.!?:]\s|\n\s*\n|^)", re.MULTILINE)
_TREATS = re.compile(
    r"\b(?:återremitter|bordl[aä]|föresl|förslag|behandla|bered|yttra|remitter|överlämna|uppdrag|uppdr(?:og|ar|as)|begär|hemställ|ärende|motion)",
    re.IGNORECASE,
)
_SENTENCE_CHARS = 300
_DAY_CHARS = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A § of another meeting as a § names it. `source` is the § that speaks, `found` the one it means where that is here;
    `of_matter`: it is listed or told as a part of the matter's own way, not only mentioned."""

    source: Paper
    span: Span
    number: str
    body: str | None
    date: str
    kind: LinkKind
    proposed: bool
    of_matter: bool
    found: Paper | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What a decision replaces or repeals without naming a §: in its own words."""

    source: Paper
    span: Span
    kind: LinkKind
    date: str | None
    proposed: bool


def named(paper: Paper, library: Library) -> list[Named]:
    """All § of other meetings that the paper names, each span once."""
    text = paper.section.span.of(paper.stored.source.text)
    changes = {link.span: link for link in paper.section.links if link.kind is not LinkKind.REFERENCE}
    dated = [(reference, _when(text, reference)) for reference in section_references(text)]
    found = [_named(paper, text, reference, day, changes, library) for reference, day in dated if day]
    return [one for one in found if one.number != paper.section.number or not (paper.date or "").startswith(one.date)]


def changes_in_words(paper: Paper) -> Iterator[Changed]:
    """What the decision changes without a § being named."""
    for link in paper.section.links:
        if link.kind is not LinkKind.REFERENCE and link.number is None:
            yield Changed(paper, link.span, link.kind, link.date, link.proposed)


def _when(text: str, reference: SectionReference) -> str | None:
    """The day of the meeting named; only the year where the § is told by its body and year: "KS § 112/2031"."""
    day = reference.date or _day_before(text, reference.span.start)
    return day or (str(reference.year) if reference.year and reference.body else None)


def _day_before(text: str, at: int) -> str | None:
    """The day right before a body's letters: "2031-06-05 KS § 78"."""
    before = text[max(0, at - _DAY_CHARS) : at]
    return next((day.iso for day in dates(before) if not before[day.span.end :].strip(" ,(\u00a0")), None)


def _named(paper: Paper, text: str, reference: SectionReference, day: str, changes: Mapping[Span, Link], library: Library) -> Named:
    at = paper.section.span.start
    span = Span(at + reference.span.start, at + reference.span.end)
    change = changes.get(span)
    sentence = _sentence_before(text, reference.span.start)
    before = _only_body(sentence)
    in_full = reference.body is not None and bool(bodies.named(reference.body) or bodies.of_short_form(reference.body, ()))
    body = _whole(reference.body if in_full else before or reference.body)
    found = _found(paper, body, day, reference.number, library, surely=in_full)
    return Named(
        source=paper,
        span=span,
        number=reference.number,
        body=full_name(body, paper),
        date=found.date if found and found.date else day,
        kind=change.kind if change else LinkKind.REFERENCE,
        proposed=change.proposed if change else False,
        of_matter=_is_listed(paper, span) or _TREATS.search(sentence + text[reference.span.end : reference.span.end + 80]) is not None,
        found=found,
    )


def _found(paper: Paper, body: str | None, day: str, number: str, library: Library, *, surely: bool) -> Paper | None:
    """The one § that fits; of copies of it the one in the minutes. `surely`: the body is named beside the day, and no other will do."""
    if paper.municipality is None:
        return None
    fitting = [one for one in library.at(paper.municipality, day, number) if one.is_minuted and not one.is_draft and one.id != paper.id]
    of_body = [one for one in fitting if body and links.is_body(body, one.body)]
    # a § of that day by another body is meant only where it is of the same thing
    fitting = of_body or ([] if surely else [one for one in fitting if _is_of_one_thing(one, paper)])
    meetings = {one.body for one in fitting}
    if len(meetings) > 1:
        own = bodies.superior(paper.body or "") or paper.body
        fitting = [one for one in fitting if one.body and bodies.superior(one.body) == own]
    if len({one.key for one in fitting if one.key}) > 1:
        # a misread number makes two § of one: the one that the reference means is of the same thing
        fitting = [one for one in fitting if _is_of_one_thing(one, paper)]
    if len({one.meeting for one in fitting}) > 1 and len({one.date for one in fitting}) > 1:
        return None
    if len({one.body for one in fitting}) != 1 or len({one.key for one in fitting if one.key}) > 1:
        return None
    return min(fitting, key=lambda one: (one.document.kind is not Kind.PROTOKOLL, one.stored.record.file, one.section.span))


def _is_of_one_thing(one: Paper, other: Paper) -> bool:
    return (one.key is not None and one.key == other.key) or titles.names_one_thing(one.title, other.title)


def _whole(body: str | None) -> str | None:
    """ "Fullmäktige" alone is the municipality's council."""
    return "Kommunfullmäktige" if body and body.casefold() == "fullmäktige" else body


def full_name(body: str | None, paper: Paper) -> str | None:
    """The body by its name: "KS" is Kommunstyrelsen, "arbetsutskottet" that of the board that speaks."""
    if body is None:
        return None
    name = next((name for name, _ in bodies.named(body)), None) or bodies.of_short_form(body, ())
    if name == "Arbetsutskottet" and paper.body:
        return f"{bodies.superior(paper.body) or paper.body}s arbetsutskott" if "fullmäktige" not in paper.body.casefold() else name
    return name


def _is_listed(paper: Paper, span: Span) -> bool:
    """Whether the span stands among the papers that the decision rests on."""
    return any(listed.holds(span) for listed in paper.listed)


def _sentence_before(text: str, at: int) -> str:
    start = max((match.end() for match in _SENTENCE_START.finditer(text, max(0, at - _SENTENCE_CHARS), at)), default=0)
    return text[start:at]


def _only_body(sentence: str) -> str | None:
    found: Sequence[str] = list(dict.fromkeys(name for name, _ in bodies.named(sentence)))
    return found[0] if len(found) == 1 else None
