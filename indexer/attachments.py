"""To which matter an attachment belongs, and what that matter says of it: its day, its author, its name.

In order of trust: the attachment's own Dnr, its title among the matter's sources, the place it stands at.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer import bodies, dates, issuers, origins, papers
from indexer.documents import CaseNumber, Kind
from indexer.meetings import Meeting
from indexer.openings import View
from indexer.origins import Origin
from indexer.stretches import Stretch

_BOARDS_OWN = frozenset({Kind.PLAN, Kind.POLICY, Kind.BUDGET, Kind.LISTA, Kind.MINNESANTECKNINGAR})
_OFFICERS = ("tjänsteskrivelse", "tjänsteutlåtande")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper, or a § of another body, with the matter it belongs to."""

    origin: Origin | None
    matter: int | None
    parent: CaseNumber | None


def tie(view: View, stretches: Sequence[Stretch], meetings: Mapping[int, Meeting]) -> dict[int, Attachment]:
    """The attachments among the stretches, by index. § of the file's main series are no attachments."""
    main = _main(stretches, meetings)
    home = _home(meetings, main)
    offices = _offices(stretches)
    gathered = _gathered(stretches, main)
    found: dict[int, Attachment] = {}
    last: int | None = None
    for index, stretch in enumerate(stretches):
        if index in main:
            last = None if index in gathered else index
            continue
        place = last if last is not None else _under(stretches, index, main, gathered)
        matter = _matter(view, stretches, index, main, place)
        last = matter if matter is not None else last
        origin = None if stretch.opening else _origin(view, stretches, index, matter, home, offices)
        opening = stretches[matter].opening if matter is not None else None
        found[index] = Attachment(origin, matter, opening.case if opening else None)
    return found


def _main(stretches: Sequence[Stretch], meetings: Mapping[int, Meeting]) -> frozenset[int]:
    """The § of the series that most § belong to: of one body, or drafts of one meeting."""
    series = {index: (stretch.opening.mark, meetings[index].body) for index, stretch in enumerate(stretches) if stretch.opening}
    if not series:
        return frozenset()
    most, _ = Counter(series.values()).most_common(1)[0]
    return frozenset(index for index, one in series.items() if one == most)


def _gathered(stretches: Sequence[Stretch], main: frozenset[int]) -> frozenset[int]:
    """§ under which the attachments of all stand: the last of a row of § that have none of their own."""
    ordered = sorted(main)
    bare = [index for index in ordered if index + 1 in main]
    return frozenset({ordered[-1]}) if ordered and len(bare) >= max(3, len(ordered) - 2) else frozenset()


def _under(stretches: Sequence[Stretch], index: int, main: frozenset[int], gathered: frozenset[int]) -> int | None:
    before = [one for one in main if one < index]
    return max(before) if before and max(before) not in gathered else None


def _matter(view: View, stretches: Sequence[Stretch], index: int, main: frozenset[int], place: int | None) -> int | None:
    stretch = stretches[index]
    key = _key(view, stretch)
    if key:
        same = [one for one in main if (opening := stretches[one].opening) and opening.case and opening.case.key == key]
        if len(same) == 1:
            return same[0]
    number = stretch.opening.number if stretch.opening else None
    if place is None or number:
        citing = [one for one in main if number and re.search(rf"{number}(?!\d)", " ".join(stretches[one].sources()))]
        if len(citing) == 1:
            return citing[0]
    if place is None:
        title = _title(stretch)
        alike = [one for one in main if title and _is_of(stretches[one], title)]
        return alike[0] if len(alike) == 1 else None
    title = _title(stretch)
    if title and not _is_of(stretches[place], title):
        other = [one for one in main if one != place and _is_of(stretches[one], title) and one > place]
        return other[0] if len(other) == 1 and place in _gathered(stretches, main) else place
    return place


def _key(view: View, stretch: Stretch) -> str | None:
    if stretch.opening:
        return stretch.opening.case.key if stretch.opening.case else None
    case = origins.case_of(view, stretch)
    return case.key if case else None


def _title(stretch: Stretch) -> str | None:
    return stretch.opening.title if stretch.opening else papers.title_of(stretch.content[:10])


def _is_of(matter: Stretch, title: str) -> bool:
    names = [matter.opening.title] if matter.opening and matter.opening.title else []
    return any(papers.alike(title, name) for name in [*names, *matter.sources()])


def _origin(view: View, stretches: Sequence[Stretch], index: int, matter: int | None, home: str | None, offices: Sequence[str]) -> Origin:
    """What a paper is; what it leaves out is taken from the list of sources that names it, or from what is usual."""
    stretch = stretches[index]
    holder = next((one for one in reversed(stretches[:index]) if one.opening), None) if matter is None else stretches[matter]
    sources = [*(holder.sources() if holder else []), *_nearest_sources(stretches, index)]
    title = papers.title_of(stretch.content[:10])
    source = next((entry for entry in sources if title and papers.alike(title, entry)), None)
    origin = origins.of_paper(view, stretch, source)
    if origin.kind is Kind.TJANSTESKRIVELSE:
        source = source or _officers_entry(sources)
        day = origin.date or _latest(sources)
        named = issuers.office(source) if source else None
        return replace(origin, body=_office(origin.body) or named or _usual(offices, home), date=day)
    if origin.body is None and not origin.outside and origin.kind in _BOARDS_OWN:
        return replace(origin, body=home)
    if origin.body is None and not origin.outside and holder and holder.opening and holder.opening.title:
        return replace(origin, body=issuers.office(holder.opening.title))
    return origin


def _nearest_sources(stretches: Sequence[Stretch], index: int) -> list[str]:
    under = stretches[index].under
    return stretches[under].sources() if under is not None else []


def _office(name: str | None) -> str | None:
    """A board named in the head of an officer's paper is its addressee, not its author."""
    return name if name and issuers.is_office(name) else None


def _officers_entry(sources: Sequence[str]) -> str | None:
    return next((entry for entry in sources if any(word in entry.casefold() for word in _OFFICERS)), None)


def _latest(sources: Sequence[str]) -> str | None:
    """The day of the latest officer's paper among the sources: the one that is attached."""
    entries = [entry for entry in sources if any(word in entry.casefold() for word in _OFFICERS) and "§" not in entry]
    days = [found.iso for entry in entries for found in dates.dates(entry)[:1] if found.iso]
    return max(days, default=None)


def _usual(offices: Sequence[str], home: str | None) -> str | None:
    """The office that serves the home board by its name, else the only one that the file speaks of."""
    if home:
        stem = re.sub(r"(?:nämnden|nämnd|n|s)$", "", home.casefold())
        serving = [name for name in offices if stem and name.casefold().startswith(stem[:12])]
        if serving:
            return serving[0]
    return offices[0] if len(set(offices)) == 1 else None


def _offices(stretches: Sequence[Stretch]) -> list[str]:
    """Offices named in heads and lists of sources, most frequent first."""
    counts = Counter(
        name
        for stretch in stretches
        for text in [*(line.text for line in stretch.content[:6]), *stretch.sources()]
        if (name := issuers.office(text)) and "förvaltning" in name.casefold()
    )
    return [name for name, _ in counts.most_common()]


def _home(meetings: Mapping[int, Meeting], main: frozenset[int]) -> str | None:
    """The board that the file's matters go to: the main series' own body, or the one its committee belongs to."""
    body = next((meetings[index].body for index in sorted(main) if meetings[index].body), None)
    return (bodies.superior(body) or body) if body else None
