"""Steps that no paper of their own tells: a motion known by its day, a Dnr in a list of what came in or was decided by others."""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import BlockKind, Span
from service.following import titles
from service.following.extent import mentions
from service.following.library import Library
from service.following.papers import Paper
from service.following.records import Basis, Number, Step, StepKind
from service.following.steps import Told, rank

_INITIATIVE = (
    r"(?:motion|medborgarförslag|medborgarinitiativ|e-förslag|interpellation|ansökan|begäran|förfrågan|skrivelse|framställan|remiss)"
)
_LISTED = re.compile(rf"^[ \t•–—*-]*(?P<what>{_INITIATIVE})\b[^\n]*(?:\n[ \t]+[^\n]+)?", re.IGNORECASE | re.MULTILINE)
_BY_DELEGATE = re.compile(r"^[ \t•–—*-]*(?P<what>(?:delegations?|delegerings?|ordförande)beslut)\b[^\n]*", re.IGNORECASE | re.MULTILINE)
_TOLD = re.compile(
    r"(?P<what>motion|medborgarförslag|medborgarinitiativ|e-förslag|interpellation)(?:en|et)?\b[^.\n]{0,80}?\b"
    r"(?:väckt|lämna|inkom|kom in|ställ|den\s+\d{1,2}\s+\w+\s+\d{4})[^.]{0,80}",
    re.IGNORECASE,
)
_ITEM_END = re.compile(r"\n[ \t]*(?:\n|[-–—•*]|\d{1,2}[.)]|[a-z]\))")
_ITEM_CHARS = 300
_BULLET = re.compile(r"^\s*(?:[-–—•*]|\d{1,2}[.)]|[a-z]\))\s*")

TITLE_WORDS = 25


def delegated(sections: Sequence[Paper], told: Sequence[Told]) -> list[Told]:
    """Decisions that somebody took on the body's behalf on the matter's way, as a § lists them among its papers; each day once."""
    known = {one.step.date for one in told if one.step.kind is StepKind.DELEGATED}
    found: dict[str, Told] = {}
    for paper in sections:
        for span, _ in _places(paper, _BY_DELEGATE, paper.listed):
            day = _only_day(paper, span)
            if day and day not in known and day <= (paper.date or ""):
                found.setdefault(day, _told(paper, span, StepKind.DELEGATED, day, None))
    return list(found.values())


def initiatives(sections: Sequence[Paper], told: Sequence[Told]) -> list[Told]:
    """Motions, applications and the like that set the matter going, as its § date them; each day once, none that is here itself."""
    first = min((paper.date for paper in sections if paper.date), default=None)
    known = {one.step.date for one in told if one.step.kind is StepKind.INITIATIVE}
    found: dict[tuple[str, str], Told] = {}
    for pattern, places in ((_LISTED, _lists), (_TOLD, _accounts)):
        listed = {what for what, _ in found}
        for paper in sections:
            for span, what in _places(paper, pattern, places(paper)):
                day = _only_day(paper, span)
                if day and first and day <= first and day not in known and what not in listed:
                    found.setdefault((what, day), _told(paper, span, StepKind.INITIATIVE, day, what))
    return list(found.values())


def listed(key: str, shown: str, municipality: str, library: Library) -> Iterator[tuple[Told, Number]]:
    """Where the Dnr stands in a list of motions received, of decisions on delegation, or of what was told."""
    for paper in mentions(key, municipality, library):
        kind = _kind_of_list(paper)
        span = _item(paper, key, municipality) if kind else None
        if kind and span:
            day = paper.date or ""
            by_row = next((row.date for row in paper.section.delegated if row.span.meets(span) and row.date), None)
            step = _told(paper, span, kind, by_row or day, _title(paper, span), case=shown, held=True)
            yield step, Number(shown, key, Basis.MENTION, paper.where)


def _title(paper: Paper, span: Span) -> str:
    words = _BULLET.sub("", paper.text(span)).split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")


def _lists(paper: Paper) -> Sequence[Span]:
    return paper.listed


def _accounts(paper: Paper) -> Sequence[Span]:
    """Where a § tells how the matter came about."""
    return [block.span for block in paper.section.blocks if block.kind in (BlockKind.ARENDEBESKRIVNING, BlockKind.TEXT)]


def _places(paper: Paper, pattern: re.Pattern[str], stretches: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    for stretch in stretches:
        for match in pattern.finditer(paper.stored.source.text, stretch.start, stretch.end):
            yield Span(*match.span()), match["what"].capitalize()


def _only_day(paper: Paper, span: Span) -> str | None:
    days = {found.iso for found in references.dates(span.of(paper.stored.source.text)) if found.iso}
    return days.pop() if len(days) == 1 else None


def _kind_of_list(paper: Paper) -> StepKind | None:
    if titles.receives(paper.title):
        return StepKind.RECEIVED
    if paper.section.delegated or "delegation" in (paper.title or "").casefold():
        return StepKind.DELEGATED
    return StepKind.INFORMATION if titles.gathers(paper.title) else None


def _item(paper: Paper, key: str, municipality: str) -> Span | None:
    """The item of the list that has the Dnr."""
    text, start = paper.stored.source.text, paper.section.span.start
    cases = references.case_numbers(paper.section.span.of(text), municipality)
    at = next((start + case.span.start for case in cases if case.key == key and case.span), None)
    if at is None:
        return None
    begin = text.rfind("\n", max(start, at - _ITEM_CHARS), at) + 1
    while begin > start and begin > at - _ITEM_CHARS and text[begin:at].lstrip()[:1].islower() and not _BULLET.match(text, begin, at):
        begin = text.rfind("\n", start, begin - 1) + 1
    limit = min(paper.section.span.end, begin + _ITEM_CHARS)
    end = _ITEM_END.search(text, at, limit) or re.compile(r"\n").search(text, at, limit)
    return Span(begin, end.start() if end else limit)


def _told(paper: Paper, span: Span, kind: StepKind, day: str, title: str | None, *, case: str | None = None, held: bool = False) -> Told:
    bare = kind is StepKind.INITIATIVE or not held
    step = Step(
        number=0,
        kind=kind,
        municipality=paper.municipality,
        body=None if bare else paper.body,
        date=day,
        section=None if bare else paper.section.number,
        title=title,
        case=case,
        status="ingen",
        outcome=None,
        maturity=None,
        basis=Basis.MENTION,
        by=paper.where,
        held=held,
        citation=paper.cited(span),
    )
    return Told(step, paper, day, 0 if bare else rank(paper.body))
