"""Whose § it is, and of which day: from its page header, its decision heading, its neighbours, and what cites it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer import bodies, front
from indexer.documents import BlockKind
from indexer.headings import Heading
from indexer.openings import View
from indexer.references import SectionReference
from indexer.stretches import Stretch

_FRONT_LINES = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """The body and the day of a §; `printed` is whether the day stands within it."""

    body: str | None
    date: str | None
    printed: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What a file says of its meetings: headers as (body, day), citations, the bodies named in headers."""

    headers: tuple[tuple[str, str], ...]
    cited: tuple[SectionReference, ...]
    bodies: tuple[str, ...]


def of_sections(view: View, stretches: Sequence[Stretch], cited: Sequence[SectionReference]) -> dict[int, Meeting]:
    """The meeting of each § stretch, by its index."""
    known = _Known(tuple(_headers(stretches)), tuple(cited), tuple(_named(stretches)))
    runs = _runs(stretches)
    found: dict[int, Meeting] = {}
    for run in runs:
        found |= _of_run(view, stretches, run, known)
    return {index: _completed(stretches, index, meeting, known) for index, meeting in found.items()}


def front_meeting(view: View, stretch: Stretch) -> Meeting:
    """What a front page of minutes says of its meeting; a page header of minutes is surer than its text."""
    raw = stretch.span.of(view.text)
    header = next((piece for piece in stretch.furniture if piece.date and piece.word and "PROTOKOLL" in piece.word), None)
    day = header.date if header else front.meeting_day(raw) or _header(stretch).date
    named = front.meeting_body(raw) or _header(stretch).body or front.first_body([line.text for line in stretch.content[:12]])
    return Meeting(named, day, day is not None)


def is_front_of(view: View, before: Stretch, stretch: Stretch) -> bool:
    """Whether what stands before a § is the front of its minutes: a front page, or the top of the § own page."""
    if before.opening is not None or before.under is not None:
        return False
    return front.is_front(" ".join(line.text for line in before.content[:_FRONT_LINES])) or not view.lines[stretch.first].opens_page


def _runs(stretches: Sequence[Stretch]) -> list[list[int]]:
    """§ that follow each other without a paper between, with a front page before them, if there is one."""
    runs: list[list[int]] = []
    for index, stretch in enumerate(stretches):
        if stretch.opening is None:
            continue
        follows = bool(runs) and runs[-1][-1] == index - 1 and _same_series(stretches[index - 1], stretch)
        if follows:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _same_series(before: Stretch, stretch: Stretch) -> bool:
    if before.opening is None or stretch.opening is None or before.opening.mark != stretch.opening.mark:
        return False
    one, other = _heading_body(before), _heading_body(stretch)
    if one and other and bodies.is_committee(one) != bodies.is_committee(other):
        return False
    headers = {header.body for header in (_header(before), _header(stretch)) if header.body}
    return len(headers) < 2 and not (one and other and one != other and not _is_general(one) and not _is_general(other))


def _of_run(view: View, stretches: Sequence[Stretch], run: Sequence[int], known: _Known) -> dict[int, Meeting]:
    """Body and day for each § of a run: its own, else those of the front page, else of its neighbours in the run."""
    before = stretches[run[0] - 1] if run[0] > 0 else None
    title = front_meeting(view, before) if before and is_front_of(view, before, stretches[run[0]]) else None
    own = {index: _own(stretches[index], known) for index in run}
    days = [meeting.date for meeting in own.values() if meeting.date]
    # What stands before the first page header of a run is of the same meeting, if the run is of one meeting.
    day = title.date if title else (days[0] if len(set(days)) == 1 else None)
    named = title.body if title else None
    if named is None:
        bodies_met = [meeting.body for meeting in own.values() if meeting.body]
        named = bodies_met[0] if bodies_met else next((name for index in run if (name := _proposer(stretches[index]))), None)
    found: dict[int, Meeting] = {}
    for index in run:
        meeting = own[index]
        body = meeting.body or named or _proposer(stretches[index])
        if meeting.date and meeting.body:
            day = meeting.date
        date = meeting.date or (day if body == named else None)
        found[index] = Meeting(body, date, meeting.printed)
    return found


def _own(stretch: Stretch, known: _Known) -> Meeting:
    header = _header(stretch)
    named = _heading_body(stretch)
    if named is None or _is_general(named):
        body = header.body or _prefixed(stretch, known)
    elif _is_bare_committee(named):
        body = header.body if bodies.is_committee(header.body) else _full_committee(named, known)
    else:
        body = header.body if header.body and bodies.superior(header.body) == named else named
    return replace(header, body=body)


def _header(stretch: Stretch) -> Meeting:
    """What the page headers within a stretch say; a header of another day further on does not count."""
    body = next((piece.body for piece in stretch.furniture if piece.body), None)
    day = next((piece.date for piece in stretch.furniture if piece.date), None)
    return Meeting(body, day, day is not None)


def _heading_body(stretch: Stretch) -> str | None:
    """The body that a heading of the § names as deciding."""
    headings: Iterable[Heading] = (part.heading for part in stretch.parts if part.heading)
    return next((heading.body for heading in headings if heading.body and heading.kind is BlockKind.BESLUT), None)


def _proposer(stretch: Stretch) -> str | None:
    """The body of "Kommunstyrelsens förslag till kommunfullmäktige": in its own minutes, or quoted in the council's."""
    headings = (part.heading for part in stretch.parts if part.heading)
    return next((heading.body for heading in headings if heading.body and heading.kind is BlockKind.FORSLAG), None)


def _prefixed(stretch: Stretch, known: _Known) -> str | None:
    """ "KF § 102": the abbreviation before the sign."""
    short = stretch.opening.body if stretch.opening else None
    return bodies.of_short_form(short, known.bodies) if short else None


def _is_general(name: str) -> bool:
    return name in ("Nämnden", "Styrelsen", "Utskottet", "Fullmäktige", "Direktionen", "Förbundsstyrelsen")


def _is_bare_committee(name: str) -> bool:
    return bodies.is_committee(name) and bodies.superior(name) is None


def _full_committee(bare: str, known: _Known) -> str:
    """The one committee of that kind that headers name in full; else the bare name."""
    ending = bare.casefold().removesuffix("et")
    full = {name for name in known.bodies if bodies.superior(name) and name.casefold().removesuffix("et").endswith(ending)}
    return full.pop() if len(full) == 1 else bare


def _completed(stretches: Sequence[Stretch], index: int, meeting: Meeting, known: _Known) -> Meeting:
    """Fill a missing body or day from what cites the §, nearest matter first, or from the headers of the same body."""
    if meeting.body and meeting.date:
        return meeting
    if meeting.body:
        days = {day for body, day in known.headers if body == meeting.body}
        if len(days) == 1:
            return replace(meeting, date=days.pop(), printed=False)
    return _from_citations(stretches, index, meeting, known)


def _from_citations(stretches: Sequence[Stretch], index: int, meeting: Meeting, known: _Known) -> Meeting:
    stretch = stretches[index]
    number = stretch.opening.number if stretch.opening else None
    fitting = [ref for ref in known.cited if ref.number == number and ref.date and ref.body and _fits(ref.body, meeting.body, known)]
    for near in (_within(stretches, index, fitting), fitting):
        meant = {(_full(ref.body, known), ref.date) for ref in near if ref.body}
        if len({day for _, day in meant}) == 1 and len({name for name, _ in meant if name}) <= 1:
            name = next((name for name, _ in meant if name), None)
            return Meeting(meeting.body or name, meeting.date or next(day for _, day in meant), False)
    return meeting


def _within(stretches: Sequence[Stretch], index: int, cited: Iterable[SectionReference]) -> list[SectionReference]:
    """Citations in matters with the same Dnr: there the § is one of the steps."""
    own = stretches[index].opening
    key = own.case.key if own and own.case else None
    same = [
        other.span
        for other in stretches
        if other.opening and other.opening is not own and key and other.opening.case and other.opening.case.key == key
    ]
    return [ref for ref in cited if any(span.holds(ref.span) for span in same)]


def _fits(written: str, body: str | None, known: _Known) -> bool:
    return body is None or _full(written, known) == body or bodies.initials(body) == written.replace(" ", "").upper()


def _full(written: str, known: _Known) -> str | None:
    named = bodies.named(written)
    return named[0][0] if named else bodies.of_short_form(written, known.bodies)


def _headers(stretches: Sequence[Stretch]) -> Iterable[tuple[str, str]]:
    """(body, day) of every § whose header gives the day."""
    known = _Known((), (), tuple(_named(stretches)))
    for stretch in stretches:
        if stretch.opening is not None:
            own = _own(stretch, known)
            if own.body and own.date:
                yield own.body, own.date


def _named(stretches: Sequence[Stretch]) -> Iterable[str]:
    """Bodies in headers and decision headings, most frequent first."""
    counts = Counter(piece.body for stretch in stretches for piece in stretch.furniture if piece.body)
    counts += Counter(
        name for stretch in stretches if (name := _heading_body(stretch)) and not _is_bare_committee(name) and not _is_general(name)
    )
    return (name for name, _ in counts.most_common())
