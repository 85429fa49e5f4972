"""Meetings that are known only because other minutes name a § of theirs, between the first and the last minutes held of the municipality.

What is older or younger than these belongs to no gap in what is held. A body that nothing is held of is not guessed. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.index import FileRecord, Held
from indexer.links import is_body
from service.holdings.meetings import WHOLE_DAY, Missing
from service.registers.entries import Entry

REFERENCE = "hänvisning"


def named(entries: Iterable[Entry], records: Sequence[FileRecord]) -> tuple[Missing, ...]:
    """Each meeting once, with the file that names it."""
    towns = _towns(records)
    found: dict[tuple[str, str, str], Missing] = {}
    for entry in entries:
        town = towns.get(entry.municipality or "")
        for body, day in town.lacking(entry) if town else ():
            meeting = (entry.municipality or "", body, day)
            found.setdefault(meeting, Missing(*meeting, REFERENCE, entry.file))
    return tuple(found.values())


@dataclass(slots=True)
class _Town:
    """What is held of a municipality; `meant` keeps which body a name stands for."""

    bodies: set[str] = field(default_factory=set)
    minutes: set[tuple[str, str]] = field(default_factory=set)
    meant: dict[str, str | None] = field(default_factory=dict)
    first: str = "9"
    last: str = ""

    def hold(self, paper: Held) -> None:
        if paper.body:
            self.bodies.add(paper.body)
        if paper.body and paper.date and paper.is_minutes:
            self.minutes.add((paper.body, paper.date))
            self.first, self.last = min(self.first, paper.date), max(self.last, paper.date)

    def lacking(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """The meetings before its own that a § names by body and whole day, and whose minutes are not held."""
        for cited in entry.cites:
            if len(cited.date) == WHOLE_DAY and self.first <= cited.date <= self.last and cited.date < (entry.date or ""):
                body = self._body(cited.body) if cited.body else None
                if body and (body, cited.date) not in self.minutes:
                    yield body, cited.date

    def _body(self, written: str) -> str | None:
        """The one body that is meant; None where none or several can be."""
        if written not in self.meant:
            fitting = [body for body in self.bodies if is_body(written, body)]
            self.meant[written] = fitting[0] if len(fitting) == 1 else None
        return self.meant[written]


def _towns(records: Sequence[FileRecord]) -> dict[str, _Town]:
    towns: dict[str, _Town] = defaultdict(_Town)
    for paper in (paper for record in records for paper in record.held if paper.municipality):
        towns[paper.municipality or ""].hold(paper)
    return towns
