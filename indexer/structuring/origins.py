"""What a paper without § says of itself: its form, title, day and Dnr, from its head and its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer import dates
from indexer.damage import any_of, compiled
from indexer.documents import BlockKind, CaseNumber, Kind, Span
from indexer.structuring import agenda, front, heads, kinds, senders
from indexer.structuring.lines import Line
from indexer.structuring.senders import Sender
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

HEAD = 10
"""So many lines on top may say what a paper is."""

_DAY_LABEL = compiled(
    rf"(?:{any_of('datum', 'utskriftsdatum', 'publicerad', 'reviderad', 'daterad', 'skickat', 'upprättad', 'sammanträdesdatum')}"
    rf"|{any_of('antagen', 'beslutad', 'fastställd')}\s+(?:av|i)\s.{{2,40}}?)\s*:?\s*(?:den\s+)?(?=\d)"
)
_OWN_CASE = compiled(any_of("ärendenummer", "vårt dnr", "dnr", "diarienr", "diarienummer", "referens", "beteckning") + r"(?!\w)")
_CALLED = compiled(rf"kallas\s+(?:{any_of('härmed')}\s+)?till\s+{any_of('sammanträde')}")
_THE_WAY = compiled(any_of("med vänlig hälsning", "vänliga hälsningar", "mvh") + r"\b.*")
_DECIDED = compiled(r"(?<!\w)" + any_of("beslutande", "utses att justera", "anslag/bevis", "justerade paragrafer", "underskrifter"))
_UP_TO = compiled(r"\b(?:t\.?\s?o\.?\s?m\.?|till och med|per)\s+(?=\d)|period")
_TOLD = compiled(r",\s(?:med\s)?(?:dnr|diarienr|diarienummer)[.:]?$")
_ISO = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_FIRST_WORDS = 300
_ITEMS = 3
_SHORT_LETTER = 30
_STAMPED = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """What a paper is and who sent it; `outside` is whether that is not the municipality whose file it is in."""

    kind: Kind
    title: str | None
    body: str | None
    date: str | None
    case: CaseNumber | None
    outside: bool = False
    municipality: str | None = None
    adopted_by: str | None = None


def of_paper(view: View, stretch: Stretch, source: str | None) -> Origin:
    """Read a paper; `source` is the entry in a list of sources that names it, where one does."""
    kind = _kind(view, stretch, source)
    raw = stretch.span.of(view.text)
    if kind in (Kind.KALLELSE, Kind.KUNGORELSE):
        sender = senders.of_notice(stretch)
        return Origin(kind, kind.value.capitalize(), front.meeting_body(raw) or sender, front.meeting_day(raw), None)
    title = _title(view, stretch)
    case = case_of(view, stretch)
    sent = _sender(view, stretch, kind, title)
    shown = " ".join(title.split()) if title else None  # columns of a page head are no part of a title
    day = _day(stretch) or _day_listed(kind, source)
    return Origin(kind, shown, sent.body, day, case, sent.outside, sent.municipality, sent.adopted_by)


def _sender(view: View, stretch: Stretch, kind: Kind, title: str | None) -> Sender:
    if kind is Kind.BREV:
        return senders.of_letter(stretch)
    return senders.of_paper(view, stretch, title, referred=kind is Kind.REMISS)


def _kind(view: View, stretch: Stretch, source: str | None) -> Kind:
    words = " ".join(piece.word.lower() for piece in stretch.furniture if piece.word)
    head = " ".join(line.text for line in stretch.content[:HEAD])
    if kinds.is_voting_list(stretch.words) or heads.is_register([line.text for line in stretch.content[:2]]):
        return Kind.LISTA
    if is_letter(stretch):
        return Kind.BREV
    if _CALLED.search(head) or words.startswith(("kallelse", "kungörelse")):
        return Kind.KUNGORELSE if "kungörelse" in f"{words} {head}".casefold() else Kind.KALLELSE
    if not _DECIDED.search(stretch.words) and kinds.of_words(head[:_FIRST_WORDS]) is Kind.KALLELSE:
        return Kind.KALLELSE
    if is_front(stretch):
        has_items = len(agenda.items(view, stretch.first, stretch.end)) >= _ITEMS
        return Kind.KALLELSE if has_items and stretch.under is None and not _DECIDED.search(stretch.words) else Kind.PROTOKOLL
    return _by_title(stretch, words, _title(view, stretch) or "", source)


def _title(view: View, stretch: Stretch) -> str | None:
    """The title on top; where all pages carry it, it is the running head of the first."""
    top = view.lines[stretch.first]
    running = stretch.furniture[0] if stretch.furniture and top.index in view.skipped else None
    plain = running and running.page is None and running.body is None and (running.word is None or running.word not in top.text)
    if plain and heads.is_title(top.text) and kinds.of_words(top.text):
        return top.text
    return heads.title_of(stretch.content[:HEAD])


def _by_title(stretch: Stretch, words: str, title: str, source: str | None) -> Kind:
    proposes = any(part.block.kind is BlockKind.FORSLAG for part in stretch.parts)
    accounts = any(part.block.kind is BlockKind.ARENDEBESKRIVNING for part in stretch.parts)
    sourced = any(part.block.kind is BlockKind.BESLUTSUNDERLAG for part in stretch.parts)
    if accounts and (proposes or sourced) and kinds.of_words(words) is None:
        return Kind.TJANSTESKRIVELSE
    named = kinds.of_words(words) or kinds.of_words(title) or kinds.of_words(source or "")
    if named is Kind.PROTOKOLLSUTDRAG or named is None:
        return Kind.ANNAT
    return named


def is_front(stretch: Stretch) -> bool:
    """Whether a paper is the front page of minutes."""
    return front.is_front(" ".join(line.text for line in stretch.content[:60]))


def is_letter(stretch: Stretch) -> bool:
    """An e-mail, or the rest of one: its head, or a greeting at the end of a few lines."""
    if any(kinds.is_mail(line.text) for line in stretch.content[:HEAD] if len(line.text) < 120):
        return True
    return len(stretch.content) <= _SHORT_LETTER and any(_THE_WAY.fullmatch(line.text) for line in stretch.content)


def _day(stretch: Stretch) -> str | None:
    """The day of a paper: in its page header, after a label, or alone on a line of its head."""
    header = next((piece.date for piece in stretch.furniture if piece.date), None)
    if header:
        return header
    head = [line for line in stretch.content[:HEAD] if heads.is_date_line(line.text)]
    labelled = [line for line in stretch.content if len(line.text) < 80 and _DAY_LABEL.match(line.text)]
    for line in [*head, *labelled]:
        days = {found.iso for found in dates.dates(line.text) if found.iso}
        if len(days) == 1 and "xx" not in line.text:
            return days.pop()
    return _day_below_label(stretch.content)


def _day_below_label(lines: Sequence[Line]) -> str | None:
    """ "Datum" and the day on the next line."""
    for label, line in pairwise(lines):
        found = dates.dates(line.text)
        if label.text.casefold().rstrip(":") == "datum" and found:
            return found[0].iso
    return None


def _day_listed(kind: Kind, source: str | None) -> str | None:
    """The day under which a paper is listed; what a letter encloses is listed, hardly ever the letter."""
    return None if kind is Kind.BREV else day_in(source)


def day_in(source: str | None) -> str | None:
    """The one day in an entry of a list of sources, unless it is the end of what the entry is about."""
    days = {found.iso for found in dates.dates(source)} if source and not _UP_TO.search(source) else set()
    return days.pop() if len(days) == 1 else None


def case_of(view: View, stretch: Stretch) -> CaseNumber | None:
    """The Dnr in the head of a paper or stamped alone on a line, not one that its text speaks of."""
    for line in view.lines[stretch.first : min(stretch.end, stretch.first + HEAD + 6)]:
        found = view.case_in(line.span)
        if found and (_OWN_CASE.match(line.text) or line.index in view.skipped or (_is_alone(line, found) and not _is_told(view, line))):
            return found
    stamped = stretch.content if is_letter(stretch) else stretch.content[-_STAMPED:]
    for before, line in zip((None, *stretch.content), stretch.content, strict=False):
        found = view.case_in(line.span)
        labelled = before is not None and _OWN_CASE.fullmatch(before.text.rstrip(":. "))
        if found and _is_alone(line, found) and (labelled or line in stamped):
            return found
    return next((found for piece in stretch.furniture if (found := view.case_in(piece.span))), None)


def _is_told(view: View, line: Line) -> bool:
    """Whether a line goes on with a sentence that speaks of a Dnr: "Redovisas den 9 maj, Dnr" above "KS 2031/12."."""
    return line.index > 0 and not line.blanks and bool(_TOLD.search(view.lines[line.index - 1].text))


def _is_alone(line: Line, case: CaseNumber) -> bool:
    """Whether a line holds nothing but a Dnr, a short label and at most a day."""
    return len(_ISO.sub("", line.text).strip()) <= len(case.as_written) + 8 and "§" not in line.text


def days_in(view: View, span: Span) -> set[str]:
    """The days printed in a part of the text."""
    return {found.iso for found in dates.dates(span.of(view.text)) if found.iso}
