"""Whose § it is, and of which day: from its page header, its decision heading, its neighbours, and what cites it."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from indexer import bodies, dates
from indexer.documents import BlockKind
from indexer.references import SectionReference
from indexer.structuring import front, heads
from indexer.structuring.headings import Heading
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_FRONT_LINES = 60
_TOP = 12

_Key = TypeVar("_Key")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Meeting:
    """The body and the day of a §; `printed` is whether the day stands within it."""

    body: str | None
    date: str | None
    printed: bool


_Cited = tuple[str, str]
"""Whose § a reference says it is, as written, and of which day."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a file says of its meetings: headers as body → days, the bodies named in headers, what is cited by § number,
    and the same by the stretch that cites it, for § with a Dnr."""

    headers: Mapping[str, frozenset[str]]
    bodies: tuple[str, ...]
    cited: Mapping[str, frozenset[_Cited]]
    cited_with: Mapping[tuple[str, str], frozenset[tuple[int, _Cited]]]


def of_sections(view: View, stretches: Sequence[Stretch], cited: Sequence[SectionReference]) -> dict[int, Meeting]:
    """The meeting of each § stretch, by its index."""
    known = _known(stretches, cited)
    runs = _runs(stretches)
    found: dict[int, Meeting] = {}
    for run in runs:
        found |= _of_run(view, stretches, run, known)
    return {index: _completed(stretches, index, meeting, known) for index, meeting in found.items()}


def front_meeting(view: View, stretch: Stretch) -> Meeting:
    """What a front page of minutes says of its meeting; a page header of minutes is surer than its text."""
    raw = stretch.span.of(view.text)
    header = next((piece for piece in stretch.furniture if piece.date and piece.word and "PROTOKOLL" in piece.word), None)
    day = header.date if header else front.meeting_day(raw) or _header(stretch).date or _lone_day(stretch)
    named = front.meeting_body(raw) or _header(stretch).body or front.first_body([line.text for line in stretch.content[:_TOP]])
    return Meeting(named, day, day is not None)


def _lone_day(stretch: Stretch) -> str | None:
    """The only day that stands on a line of its own on top."""
    top = [line.text for line in stretch.content[:_TOP]]
    days = {found.iso for text in top if heads.is_date_line(text) or front.is_day(text) for found in dates.dates(text)}
    return days.pop() if len(days) == 1 else None


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
    return name in ("Nämnden", "Styrelsen", "Utskottet", "Fullmäktige", "Direktionen", "Förbundsstyrelsen", "Presidiet")


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
        days = known.headers.get(meeting.body, frozenset())
        if len(days) == 1:
            return replace(meeting, date=min(days), printed=False)
    return _from_citations(stretches, index, meeting, known)


def _from_citations(stretches: Sequence[Stretch], index: int, meeting: Meeting, known: _Known) -> Meeting:
    opening = stretches[index].opening
    number = opening.number if opening else None
    if opening is None or number is None:
        return meeting
    key = opening.case.key if opening.case else None
    # Matters with the same Dnr come first: there the § is one of the steps.
    in_matter = {cited for citing, cited in known.cited_with.get((number, key), ()) if citing != index} if key else set()
    for near in (in_matter, known.cited.get(number, frozenset())):
        meant = {(_full(body, known), day) for body, day in near if _fits(body, meeting.body, known)}
        if len({day for _, day in meant}) == 1 and len({name for name, _ in meant if name}) <= 1:
            name = next((name for name, _ in meant if name), None)
            return Meeting(meeting.body or name, meeting.date or next(day for _, day in meant), False)
    return meeting


def _fits(written: str, body: str | None, known: _Known) -> bool:
    return body is None or _full(written, known) == body or bodies.initials(body) == written.replace(" ", "").upper()


def _full(written: str, known: _Known) -> str | None:
    named = bodies.named(written)
    return named[0][0] if named else bodies.of_short_form(written, known.bodies)


def _known(stretches: Sequence[Stretch], references: Iterable[SectionReference]) -> _Known:
    """Gathered once for all §: a long file asks for each of them."""
    named = tuple(_named(stretches))
    cited: dict[str, set[_Cited]] = defaultdict(set)
    cited_with: dict[tuple[str, str], set[tuple[int, _Cited]]] = defaultdict(set)
    starts = [stretch.span.start for stretch in stretches]
    for reference in references:
        if not reference.body or not reference.date:
            continue
        one = (reference.body, reference.date)
        cited[reference.number].add(one)
        index = bisect_right(starts, reference.span.start) - 1
        opening = stretches[index].opening if index >= 0 else None
        if opening and opening.case and opening.case.key:
            cited_with[reference.number, opening.case.key].add((index, one))
    return _Known(_headers(stretches, named), named, _frozen(cited), _frozen(cited_with))


def _frozen(sets: Mapping[_Key, set[_Item]]) -> dict[_Key, frozenset[_Item]]:
    return {key: frozenset(items) for key, items in sets.items()}


def _headers(stretches: Sequence[Stretch], named: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The days that headers give, by body."""
    known = _Known({}, named, {}, {})
    days: dict[str, set[str]] = defaultdict(set)
    for stretch in stretches:
        if stretch.opening is not None:
            own = _own(stretch, known)
            if own.body and own.date:
                days[own.body].add(own.date)
    return _frozen(days)


def _named(stretches: Sequence[Stretch]) -> Iterable[str]:
    """Bodies in headers and decision headings, most frequent first."""
    counts = Counter(piece.body for stretch in stretches for piece in stretch.furniture if piece.body)
    counts += Counter(
        name for stretch in stretches if (name := _heading_body(stretch)) and not _is_bare_committee(name) and not _is_general(name)
    )
    return (name for name, _ in counts.most_common())
