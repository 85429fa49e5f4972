"""Whose § it is, and of which day: from its page header, its decision heading, its neighbours, and what cites it."""

from collections.abc import Sequence
from dataclasses import replace

from indexer import bodies, dates
from indexer.references import SectionReference
from indexer.structuring import front, heads
from indexer.structuring.knownmeetings import Known, from_citations, known_of
from indexer.structuring.ownmeetings import Meeting, header_of, heading_body, is_general, own_meeting, proposer
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_FRONT_LINES = 60
_TOP = 12


def of_sections(view: View, stretches: Sequence[Stretch], cited: Sequence[SectionReference]) -> dict[int, Meeting]:
    """The meeting of each § stretch, by its index."""
    known = known_of(stretches, cited)
    runs = _runs(stretches)
    found: dict[int, Meeting] = {}
    for run in runs:
        found |= _of_run(view, stretches, run, known)
    return {index: _completed(stretches, index, meeting, known) for index, meeting in found.items()}


def front_meeting(view: View, stretch: Stretch) -> Meeting:
    """What a front page of minutes says of its meeting; a page header of minutes is surer than its text."""
    raw = stretch.span.of(view.text)
    header = next((piece for piece in stretch.furniture if piece.date and piece.word and "PROTOKOLL" in piece.word), None)
    day = header.date if header else front.meeting_day(raw) or header_of(stretch).date or _lone_day(stretch)
    named = front.meeting_body(raw) or header_of(stretch).body or front.first_body([line.text for line in stretch.content[:_TOP]])
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
    one, other = heading_body(before), heading_body(stretch)
    if one and other and bodies.is_committee(one) != bodies.is_committee(other):
        return False
    headers = {header.body for header in (header_of(before), header_of(stretch)) if header.body}
    return len(headers) < 2 and not (one and other and one != other and not is_general(one) and not is_general(other))


def _of_run(view: View, stretches: Sequence[Stretch], run: Sequence[int], known: Known) -> dict[int, Meeting]:
    """Body and day for each § of a run: its own, else those of the front page, else of its neighbours in the run."""
    before = stretches[run[0] - 1] if run[0] > 0 else None
    title = front_meeting(view, before) if before and is_front_of(view, before, stretches[run[0]]) else None
    own = {index: own_meeting(stretches[index], known.bodies) for index in run}
    days = [meeting.date for meeting in own.values() if meeting.date]
    # What stands before the first page header of a run is of the same meeting, if the run is of one meeting.
    day = title.date if title else (days[0] if len(set(days)) == 1 else None)
    named = title.body if title else None
    if named is None:
        bodies_met = [meeting.body for meeting in own.values() if meeting.body]
        named = bodies_met[0] if bodies_met else next((name for index in run if (name := proposer(stretches[index]))), None)
    found: dict[int, Meeting] = {}
    for index in run:
        meeting = own[index]
        body = meeting.body or named or proposer(stretches[index])
        if meeting.date and meeting.body:
            day = meeting.date
        date = meeting.date or (day if body == named else None)
        found[index] = Meeting(body, date, meeting.printed)
    return found


def _completed(stretches: Sequence[Stretch], index: int, meeting: Meeting, known: Known) -> Meeting:
    """Fill a missing body or day from what cites the §, nearest matter first, or from the headers of the same body."""
    if meeting.body and meeting.date:
        return meeting
    if meeting.body:
        days = known.headers.get(meeting.body, frozenset())
        if len(days) == 1:
            return replace(meeting, date=min(days), printed=False)
    return from_citations(stretches, index, meeting, known)
