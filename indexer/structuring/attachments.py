"""Papers without § completed: what they leave unsaid is taken from the matter they belong to and the paper before."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.documents import CaseNumber, Kind
from indexer.structuring import heads, issuers, matters, origins
from indexer.structuring.origins import Origin
from indexer.structuring.ownmeetings import Meeting
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_BOARDS_OWN = frozenset({Kind.PLAN, Kind.POLICY, Kind.BUDGET, Kind.MINNESANTECKNINGAR, Kind.LISTA})
_OFFICERS = ("tjänsteskrivelse", "tjänsteutlåtande")
_BILAGA = re.compile(r"bilaga\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper, or a § of another body (`origin` is None), with the Dnr of the matter it belongs to."""

    origin: Origin | None
    parent: CaseNumber | None


@dataclass(frozen=True, slots=True)
class _Home:
    """Whose papers these are: the board, and the offices of the municipality that the file speaks of."""

    board: str | None
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    of_sections: Mapping[int, str | None]
    together: bool


def tie(view: View, stretches: Sequence[Stretch], meetings: Mapping[int, Meeting]) -> dict[int, Attachment]:
    """The attachments among the stretches, by index. § of the file's main series are no attachments."""
    main = matters.main_series(stretches, meetings)
    known = tuple({meeting.body for meeting in meetings.values() if meeting.body})
    home = _Home(
        matters.home_board(meetings, main),
        tuple(_offices(stretches)),
        known,
        {index: met.body for index, met in meetings.items()},
        bool(matters.together(main)),
    )
    found: dict[int, Attachment] = {}
    before: tuple[Stretch, Origin] | None = None
    for index, matter in matters.of_attachments(view, stretches, main).items():
        stretch = stretches[index]
        opening = stretches[matter].opening if matter is not None else None
        origin = None
        if stretch.opening is None:
            origin = _of_the_same_sender(_origin(view, stretches, index, matter, home), stretch, before)
            before = (stretch, origin)
        found[index] = Attachment(origin, opening.case if opening else None)
    return found


def _origin(view: View, stretches: Sequence[Stretch], index: int, matter: int | None, home: _Home) -> Origin:
    stretch = stretches[index]
    holder = stretches[matter] if matter is not None else None
    under = stretches[stretch.under] if stretch.under is not None else None
    sources = [*(holder.sources() if holder else ()), *(under.sources() if under and under is not holder else ())]
    source = _source(stretch, sources) or _left_over(stretches, index)
    origin = _adopted(origins.of_paper(view, stretch, source), home)
    if origin.kind is Kind.TJANSTESKRIVELSE and not origin.outside:
        return _officers(origin, sources, home)
    if origin.body is None and source and (name := issuers.outside(source)):
        return replace(origin, body=name, outside=True)
    if origin.body is None and not origin.outside and origin.kind in _BOARDS_OWN:
        place = matter if home.together else stretch.under
        body = home.of_sections.get(place) if place is not None else None
        return replace(origin, body=(bodies.superior(body) or body) if body else home.board)
    if origin.body is None and not origin.outside and origin.kind is Kind.STATISTIK:
        return replace(origin, body=_counted_by((holder, under)) or _usual(home))
    return origin


def _counted_by(matters_of: Sequence[Stretch | None]) -> str | None:
    """Whose figures they are: the office in the title of the matter, or the only one that its text names."""
    for matter in matters_of:
        if matter and matter.opening:
            named = issuers.office(matter.opening.title or "")
            offices = issuers.offices(matter.words)
            if named or len(offices) == 1:
                return named or offices.pop()
    return None


def _left_over(stretches: Sequence[Stretch], index: int) -> str | None:
    """The one entry of a list of sources that no other attachment has, for the one attachment without a title."""
    under = stretches[index].under
    if under is None:
        return None
    siblings = [other for other in stretches if other.under == under]
    entries = [entry for entry in stretches[under].listed() if "§" not in entry and not _is_officers(entry)]
    free = [entry for entry in entries if not any(_source(other, [entry]) for other in siblings)]
    nameless = [other for other in siblings if not any(_source(other, [entry]) for entry in entries)]
    return free[0] if len(free) == 1 and nameless and nameless[0] is stretches[index] else None


def _is_officers(entry: str) -> bool:
    return any(word in entry.casefold() for word in _OFFICERS)


def _source(stretch: Stretch, sources: Sequence[str]) -> str | None:
    """The entry of a list of sources that a paper is: by its title, or by the form that its header names."""
    title = heads.title_of(stretch.content[: origins.HEAD])
    words = [piece.word.casefold() for piece in stretch.furniture if piece.word]
    for entry in sources:
        if (title and heads.alike(title, entry)) or any(entry.casefold().startswith(word) for word in words):
            return entry
    return None


def _adopted(origin: Origin, home: _Home) -> Origin:
    """A paper that a body adopted is that body's: "Antagen av KS 2031-04-01 § 7"."""
    by = origin.adopted_by
    if by is None:
        return origin
    return replace(
        origin,
        body=by if bodies.named(by) else bodies.of_short_form(by, (*home.bodies, *((home.board,) if home.board else ()))) or origin.body,
    )


def _officers(origin: Origin, sources: Sequence[str], home: _Home) -> Origin:
    """An officer's paper: a board named in it is whom it is addressed to; its day is the latest among the sources."""
    entries = [entry for entry in sources if any(word in entry.casefold() for word in _OFFICERS) and "§" not in entry]
    dated = sorted((day, entry) for entry in entries if (day := origins.day_in(entry)))
    own = origin.body if origin.body and issuers.is_office(origin.body) else None
    named = issuers.office(dated[-1][1]) if dated else next((name for entry in entries if (name := issuers.office(entry))), None)
    return replace(origin, body=own or named or _usual(home), date=origin.date or (dated[-1][0] if dated else None))


def _of_the_same_sender(origin: Origin, stretch: Stretch, before: tuple[Stretch, Origin] | None) -> Origin:
    """An appendix comes from where the paper before comes from, and so does what has the same letterhead."""
    if before and origin.kind is Kind.LISTA and before[1].kind in (Kind.KALLELSE, Kind.KUNGORELSE):
        return replace(origin, body=origin.body or before[1].body, date=origin.date or before[1].date)
    if before is None or not before[1].outside or origin.outside or not stretch.content:
        return origin
    first = stretch.content[0].text
    letterhead = stretch.furniture and before[0].furniture and _head(stretch) == _head(before[0])
    registry = origin.case.registry if origin.case else None
    if _BILAGA.match(first) or letterhead or (registry and before[1].body and registry == bodies.initials(before[1].body)):
        return replace(origin, body=before[1].body, outside=True, municipality=None)
    return origin


def _head(stretch: Stretch) -> int:
    """A mark of the letterhead's words: the same on papers of one sender."""
    return stretch.furniture[0].span.end - stretch.furniture[0].span.start


def _usual(home: _Home) -> str | None:
    """The office that serves the home board by its name, else the only one that the file speaks of."""
    if home.board:
        stem = re.sub(r"(?:nämnden|nämnd|n|s)$", "", home.board.casefold())
        serving = [name for name in home.offices if name.casefold().startswith(stem[:12])]
        if serving:
            return serving[0]
    return home.offices[0] if len(home.offices) == 1 else None


def _offices(stretches: Sequence[Stretch]) -> list[str]:
    """Offices named in heads and lists of sources, most frequent first."""
    counts = Counter(
        name
        for stretch in stretches
        for text in (*(line.text for line in stretch.content[:8]), *stretch.sources())
        if (name := issuers.office(text)) and "förvaltning" in name.casefold()
    )
    return [name for name, _ in counts.most_common()]
