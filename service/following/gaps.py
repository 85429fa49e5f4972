"""What is lacking between the steps: minutes that a step names and that are not here, a meeting that was to decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer import bodies, references
from indexer.dates import DateFound
from indexer.documents import Kind, Span, Status
from indexer.particulars import LinkKind
from service.following import kinds
from service.following.extent import Extent
from service.following.library import YEAR, Library
from service.following.papers import SUMMONS, Paper
from service.following.recipients import recipient
from service.following.records import Gap, Missing, StepKind
from service.following.references import full_name
from service.following.steps import Told

_LETTER = re.compile(r"^[^\n]*\b(?P<what>tjänsteskrivelse|tjänsteutlåtande)[^\n]*", re.IGNORECASE | re.MULTILINE)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ONLY_MINUTES = re.compile(
    r"(?:(?:s|den|av|från|ur|vid|protokoll|protokollet|protokollsutdrag|utdrag|beslut|sammanträde|sammanträdet)(?: |$))*"
)
_MEETING = re.compile(r"\bsammanträde\w*\b", re.IGNORECASE)
_MEETING_CHARS = 60


@dataclass(frozen=True, slots=True)
class Lack:
    """A gap with the day by which it stands among the steps."""

    gap: Gap
    day: str


def gaps(matter: Extent, told: Sequence[Told], library: Library, today: date) -> tuple[Gap, ...]:
    """All that is known to be lacking, each meeting once, by day."""
    lacks = [
        *_unheld(matter, library),
        *_summoned(matter, told, library),
        *_expected(told, library, today),
        *_letters(told),
        *_minutes_listed(told, library),
    ]
    lacks += _undecided(told, lacks)
    found: dict[tuple[str | None, ...], Lack] = {}
    for lack in sorted(lacks, key=lambda lack: (lack.day, lack.gap.missing is not Missing.MINUTES)):
        key = (lack.gap.missing, lack.gap.body, lack.gap.date, lack.gap.section if lack.gap.missing is Missing.SECTION else None)
        found.setdefault(key, lack)
    return tuple(lack.gap for lack in found.values())


def _unheld(matter: Extent, library: Library) -> Iterator[Lack]:
    """§ on the matter's way that its steps name and that are not here. What is older than its number is of another matter."""
    since = min((number.key.split("|")[2] for number in matter.numbers), default="")
    for one in matter.names:
        outside = one.kind is not LinkKind.REFERENCE or one.date[:4] < since
        if one.found is not None or outside or (one.source.date or "") < one.date:
            continue
        municipality = one.source.municipality or ""
        named = f"{one.number} nämns i {one.source.where}"
        if library.holds_minutes(municipality, one.body, one.date) and one.body:
            text = f"{one.number} finns inte i det som är läst av {_minutes(one.body, one.date)} ({named})"
            yield Lack(Gap(Missing.SECTION, one.body, one.date, one.number, text, one.source.cited(one.span)), one.date)
        else:
            by_year = f"{one.body or 'organets'} {one.number} från {one.date} finns inte här (nämns i {one.source.where})"
            text = by_year if len(one.date) == len(YEAR) else f"{_minutes(one.body, one.date)} finns inte här ({named})"
            yield Lack(Gap(Missing.MINUTES, one.body, one.date, one.number, text, one.source.cited(one.span)), one.date)


def _summoned(matter: Extent, told: Sequence[Told], library: Library) -> Iterator[Lack]:
    """Meetings whose summons or draft has the matter, and whose minutes have no § of it."""
    keys = {number.key for number in matter.numbers}
    held = {(one.step.body, one.step.date) for one in told if one.step.section and one.step.kind is not StepKind.DRAFT}
    called = [paper for paper in matter.papers if paper.key in keys and (paper.document.kind in SUMMONS or paper.is_draft)]
    for paper in called:
        if paper.body is None or paper.date is None or (paper.body, paper.date) in held:
            continue
        what = "utkastet" if paper.is_draft else "kallelsen"
        if library.holds_minutes(paper.municipality or "", paper.body, paper.date):
            text = f"ärendet stod i {what} till {paper.body[0].lower()}{paper.body[1:]} {paper.date} men har ingen paragraf i protokollet"
            yield Lack(Gap(Missing.SECTION, paper.body, paper.date, None, text, paper.cited(paper.section.span, 30)), paper.date)
        else:
            text = f"{_minutes(paper.body, paper.date)} finns inte här (ärendet står i {what})"
            yield Lack(Gap(Missing.MINUTES, paper.body, paper.date, None, text, paper.cited(paper.section.span, 30)), paper.date)


def _expected(told: Sequence[Told], library: Library, today: date) -> Iterator[Lack]:
    """Meetings to which a step put the matter off by their day, and whose minutes are not here."""
    for one in told:
        if one.step.kind not in (*kinds.OPEN, StepKind.DECISION):
            continue
        held = {(other.step.body, other.step.date) for other in told}
        for point in one.paper.section.points:
            text = point.span.of(one.paper.stored.source.text)
            for day in _days_of_meetings(text):
                if day <= (one.step.date or "") or day >= today.isoformat() or (one.step.body, day) in held:
                    continue
                if one.step.kind in kinds.OPEN and not library.holds_minutes(one.paper.municipality or "", one.step.body, day):
                    said = f"{_minutes(one.step.body, day)} finns inte här (dit sköts ärendet upp {one.step.where})"
                    yield Lack(Gap(Missing.MINUTES, one.step.body, day, None, said, one.paper.cited(point.span)), day)


def _days_of_meetings(text: str) -> Iterator[str]:
    for found in references.dates(text):
        if found.iso and _MEETING.search(text[max(0, found.span.start - _MEETING_CHARS) : found.span.start]):
            yield found.iso


def _letters(told: Sequence[Told]) -> Iterator[Lack]:
    """Officials' letters that a decision rests on and that are not here."""
    here = {one.step.date for one in told if one.step.kind is StepKind.OFFICERS_PROPOSAL}
    here |= {each.date for one in told for each in one.step.attachments if each.kind == Kind.TJANSTESKRIVELSE}
    for one in told:
        text = one.paper.stored.source.text
        for listed in one.paper.listed if one.paper.is_minuted else ():
            for line in _LETTER.finditer(text, listed.start, listed.end):
                days = [found.iso for found in references.dates(line[0]) if found.iso]
                if len(days) == 1 and days[0] not in here:
                    cited = one.paper.cited(Span(*line.span()))
                    said = f"{line['what'].lower()} {days[0]} finns inte här (underlag till {one.paper.where})"
                    yield Lack(Gap(Missing.PAPER, None, days[0], None, said, cited), days[0])


def _minutes_listed(told: Sequence[Told], library: Library) -> Iterator[Lack]:
    """Minutes that a decision rests on by their day alone, and that are not here."""
    held = {(one.step.body, one.step.date) for one in told}
    for one in told:
        for line, text in _lines_of_papers(one.paper):
            meeting = _only_meeting(text)
            if meeting is None:
                continue
            body, day = full_name(meeting[0], one.paper), meeting[1]
            if (body, day) not in held and not library.holds_minutes(one.paper.municipality or "", body, day):
                said = f"{_minutes(body, day)} finns inte här (underlag till {one.paper.where})"
                yield Lack(Gap(Missing.MINUTES, body, day, None, said, one.paper.cited(line)), day)


def _lines_of_papers(paper: Paper) -> Iterator[tuple[Span, str]]:
    text = paper.stored.source.text
    for listed in paper.listed if paper.is_minuted else ():
        for match in _LINE.finditer(text, listed.start, listed.end):
            yield Span(*match.span()), match[0]


def _only_meeting(line: str) -> tuple[str, str] | None:
    """The body and day where a line names the minutes of one meeting and nothing else."""
    named = [name for name, _ in bodies.named(line)]
    days = [found for found in references.dates(line) if found.iso]
    if len(named) != 1 or len(days) != 1 or references.section_references(line):
        return None
    return (named[0], days[0].iso or "") if _ONLY_MINUTES.fullmatch(_rest(line, days[0])) else None


def _rest(text: str, day: DateFound) -> str:
    """What a line says beside a body and a day."""
    bare = f"{text[: day.span.start]} {text[day.span.end :]}"
    for _, span in reversed(bodies.named(bare)):
        bare = f"{bare[: span.start]} {bare[span.end :]}"
    return " ".join(re.findall(r"\w+", bare)).casefold()


def _undecided(told: Sequence[Told], lacks: Sequence[Lack]) -> Iterator[Lack]:
    """The decision that the last proposal asks for, unless minutes that may hold it are missed already."""
    moving = kinds.moving([one.step for one in told])
    last = next((one for one in told if moving and one.step is moving[-1]), None)
    if last is None or not (last.step.kind in kinds.PROPOSING or last.step.kind is StepKind.DECISION_AND_PROPOSAL):
        return
    body = recipient(last.paper)
    if any(lack.gap.missing is Missing.MINUTES and lack.gap.body == body and lack.day >= last.day for lack in lacks):
        return
    to = f" av {body[0].lower()}{body[1:]}" if body else ""
    cited = next((point.citation for point in last.step.points if point.status == Status.FORSLAG), last.step.citation)
    text = f"beslut{to} efter förslaget {last.step.where} finns inte i de indexerade handlingarna"
    yield Lack(Gap(Missing.DECISION, body, None, None, text, cited), "9999")


def _minutes(body: str | None, day: str) -> str:
    """ "kommunstyrelsens protokoll 2031-04-17"."""
    if body is None:
        return f"protokollet {day}"
    name = f"{body[0].lower()}{body[1:]}"
    return f"{name if name.endswith('s') else name + 's'} protokoll {day}"
