"""What a paper without § says of itself: its form, title, issuer, day and Dnr, from its head and its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer import bodies, dates, front, issuers, kinds, papers, whose
from indexer.damage import compiled
from indexer.documents import BlockKind, CaseNumber, Kind
from indexer.openings import View
from indexer.stretches import Stretch

_HEAD = 10
_END = 6
_DAY_LABEL = compiled(
    r"(?:datum|utskriftsdatum|publicerad|reviderad|daterad|skickat|upprättad|antagen|beslutad\s+i\s.{2,30}|fastställd.{0,30}?)\s*:?\s*(?:den\s+)?"
)
_OWN_CASE = compiled(r"(?:ärendenummer|vårt dnr|dnr|diarienr|diarienummer|referens|beteckning)\b")
_DATE_ALONE = re.compile(r"(?:.{0,60}?\s)?(?:19|20)\d\d-[01]\d-[0-3]\d(?:\s.{0,30})?")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a paper is; `outside` is whether the municipality did not issue it."""

    kind: Kind
    title: str | None
    body: str | None
    date: str | None
    case: CaseNumber | None
    outside: bool
    municipality: str | None = None


def of_paper(view: View, stretch: Stretch, source: str | None) -> Origin:
    """Read a paper's head; `source` is the entry in a list of sources that names it, where one does."""
    head = stretch.content[:_HEAD]
    kind = _kind(stretch, source)
    title = papers.title_of(head)
    if kind in (Kind.KALLELSE, Kind.KUNGORELSE):
        words = "\n".join(line.text for line in stretch.content)
        return Origin(
            kind, kind.value.capitalize(), front.meeting_body(words) or _municipal(stretch), front.meeting_day(words), None, False
        )
    mail = _is_mail(stretch)
    sender = (
        whose.of_mail(" ".join(line.text for line in head if line.text.casefold().startswith(("från", "skickat"))) or "") if mail else None
    )
    body, outside = _issuer(stretch, title)
    return Origin(kind, title, body, _day(stretch) or _day_in(source), case_of(view, stretch), outside, sender)


def _kind(stretch: Stretch, source: str | None) -> Kind:
    words = [piece.word.lower() for piece in stretch.furniture if piece.word]
    head = [line.text for line in stretch.content[:_HEAD]]
    text = " ".join(head)
    if kinds.is_voting_list(stretch.words):
        return Kind.LISTA
    if _is_mail(stretch):
        return Kind.BREV
    if _is_called(text):
        return Kind.KUNGORELSE if "kungörelse" in (" ".join(words) + text).casefold() else Kind.KALLELSE
    if front.is_front(" ".join(line.text for line in stretch.content[:60])):
        return Kind.PROTOKOLL
    title = papers.title_of(stretch.content[:_HEAD])
    named = kinds.of_words(*words[:1], title or "", source or "")
    if named in (Kind.PROTOKOLLSUTDRAG, Kind.TJANSTESKRIVELSE) or named is None:
        proposes = any(part.block.kind is BlockKind.FORSLAG for part in stretch.parts)
        return Kind.TJANSTESKRIVELSE if proposes or named is Kind.TJANSTESKRIVELSE else Kind.ANNAT
    proposes = any(part.block.kind is BlockKind.FORSLAG and part.heading and part.heading.length for part in stretch.parts)
    has_account = any(part.block.kind is BlockKind.ARENDEBESKRIVNING for part in stretch.parts)
    return Kind.TJANSTESKRIVELSE if proposes and has_account and not words[:1] else named


def _is_called(text: str) -> bool:
    return kinds.of_words(text) in (Kind.KALLELSE, Kind.KUNGORELSE) or bool(re.search(r"kallas\s+(?:h\S+\s+)?till\s+\S+tr\S+de", text))


def _is_mail(stretch: Stretch) -> bool:
    return any(kinds.is_mail(line.text) for line in stretch.content[:_HEAD] if len(line.text) < 120)


def _municipal(stretch: Stretch) -> str | None:
    return next((name for line in stretch.content[:_HEAD] for name, _ in bodies.named(line.text)), None)


def _issuer(stretch: Stretch, title: str | None) -> tuple[str | None, bool]:
    """Who issued a paper, and whether that is outside the municipality: alone on a line of the head, in the letterhead,
    in the title, under the signature."""
    head = [line.text for line in stretch.content[:_HEAD]]
    end = [line.text for line in stretch.content[-_END:]]
    for text in head[:4]:
        if issuers.is_office(text) or (issuers.office(text) and _DATE_ALONE.fullmatch(text)):
            return issuers.office(text), False
    outside = _outside(head, end, title)
    if outside:
        return outside, True
    for text in (title or "", *head[:3]):
        name = issuers.office(text)
        if name:
            return name, False
    named = [name for text in (title or "", *head[:4]) for name, _ in bodies.named(text)]
    return (named[0] if named else None), False


def _outside(head: Sequence[str], end: Sequence[str], title: str | None) -> str | None:
    """An organisation alone on a line, in a letterhead, or in the title of what it publishes."""
    for text in (*head[:6], *end):
        if issuers.is_outside(text):
            return issuers.outside(text)
    return next((name for text in (title or "", *head[:2]) if (name := issuers.outside(text))), None)


def _day(stretch: Stretch) -> str | None:
    """The day of a paper: in its page header, after a label, or alone on a line of its head."""
    header = next((piece.date for piece in stretch.furniture if piece.date), None)
    if header:
        return header
    lines = [line.text for line in stretch.content[:_HEAD]]
    labelled = [line.text for line in stretch.content if len(line.text) < 80 and _DAY_LABEL.match(line.text)]
    for text in [*lines[:6], *labelled]:
        match = _DAY_LABEL.match(text)
        if match or (_DATE_ALONE.fullmatch(text) and len(text) < 70):
            days = {found.iso for found in dates.dates(text) if found.iso}
            if len(days) == 1:
                return days.pop()
    return None


def _day_in(source: str | None) -> str | None:
    days = {found.iso for found in dates.dates(source)} if source else set()
    return days.pop() if len(days) == 1 else None


def case_of(view: View, stretch: Stretch) -> CaseNumber | None:
    """The Dnr in the head of a paper or stamped alone on a line, not one that its text speaks of."""
    for line in view.lines[stretch.first : stretch.first + _HEAD + 4]:
        if line.index >= stretch.end:
            break
        found = view.case_in(line.span)
        if found and (_OWN_CASE.search(line.text) or line.index in view.skipped or len(line.text) <= len(found.as_written) + 8):
            return found
    for line in stretch.content:
        found = view.case_in(line.span)
        if found and len(line.text) <= len(found.as_written) + 4:
            return found
    return next((found for piece in stretch.furniture if (found := view.case_in(piece.span))), None)


def days_in(stretch: Stretch) -> list[dates.DateFound]:
    """The dates printed in a paper."""
    return dates.dates(
        "\n".join(line.text for line in stretch.content) + "".join(f"\n{piece.date}" for piece in stretch.furniture if piece.date)
    )
