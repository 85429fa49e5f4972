"""The § of one matter, drawn together over Dnr: those of one number, and those that name one another, where their titles agree.

A Dnr alone draws nothing together (lists of every meeting share one), nor does a reference alone (a budget is named in many).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from indexer import bodies
from indexer.documents import Maturity, Outcome, Status
from service.finding.relatedness import related
from service.registers.copies import each_once
from service.registers.entries import Entry
from service.registers.listlines import DECIDED

_PUT_OFF = (Outcome.BORDLAGT, Outcome.ATERREMISS, Outcome.UTGAR)


@dataclass(frozen=True, slots=True)
class Thread:
    """The § of one matter by day, of one day the committee before the board before the council."""

    entries: tuple[Entry, ...]

    @property
    def settled(self) -> Entry | None:
        """The last § that decided the matter; None where it was only proposed, put off or heard of."""
        return next((entry for entry in reversed(self.entries) if settles(entry)), None)

    @property
    def proposal(self) -> Entry | None:
        """The last § that proposes something to another body, of minutes or, where there are none, of a draft."""
        minuted = [entry for entry in self.entries if entry.status is Status.FORSLAG and not is_draft(entry)]
        return minuted[-1] if minuted else next((one for one in reversed(self.entries) if one.status is Status.FORSLAG), None)


def threads(entries: Sequence[Entry]) -> list[Thread]:
    """All matters of the entries, each § in one of them; copies of one § count once."""
    kept = each_once(entry for entry in entries if entry.number)
    joined = _joined(kept)
    return [Thread(tuple(sorted(one, key=_order))) for one in joined]


def settles(entry: Entry) -> bool:
    """Whether a § decides its matter, and no draft or postponement does."""
    return entry.status is Status.BESLUT and entry.outcome not in _PUT_OFF and not is_draft(entry)


def puts_off(entry: Entry) -> bool:
    """Whether a § leaves its matter to another day."""
    return entry.status in DECIDED and (entry.outcome in _PUT_OFF or entry.status is Status.ATERREMISS) and not is_draft(entry)


def is_draft(entry: Entry) -> bool:
    """Whether the § is of minutes that are not yet held."""
    return entry.maturity is Maturity.UTKAST


def rank(body: str | None) -> int:
    """How far up a body stands: committees prepare for boards, boards for the council."""
    if body is None or bodies.is_committee(body):
        return 0
    if "fullmäktige" in body.casefold():
        return 3
    return 2 if body.casefold().endswith("kommunstyrelsen") else 1


def _order(entry: Entry) -> tuple[str, bool, int, str]:
    return entry.date or "", is_draft(entry), rank(entry.body), entry.number or ""


def _joined(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries that are of one matter, directly or by others between them."""
    above = list(range(len(entries)))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for first, second in _pairs(entries):
        if root(first) != root(second) and related(entries[first].title, entries[second].title):
            above[root(second)] = root(first)
    found: dict[int, list[Entry]] = defaultdict(list)
    for at, entry in enumerate(entries):
        found[root(at)].append(entry)
    yield from found.values()


def _pairs(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Entries of one municipality that share a Dnr, or of which one names the other and does not replace it."""
    of_case: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    of_day: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if entry.case_key:
            of_case[entry.municipality, entry.case_key].append(at)
        if entry.date and entry.number:
            of_day[entry.municipality, entry.date, entry.number].append(at)
    for group in of_case.values():
        yield from combinations(group, 2)
    yield from _by_reference(entries, of_day)


def _by_reference(entries: Sequence[Entry], of_day: Mapping[tuple[str | None, str, str], Sequence[int]]) -> Iterator[tuple[int, int]]:
    for at, entry in enumerate(entries):
        for cited in entry.cites:
            near = of_day.get((entry.municipality, cited.date, cited.number), ())
            named = [one for one in near if cited.may_be(entries[one].body, entries[one].date, entries[one].number)]
            if len(named) == 1 and named[0] != at and cited.changes is None:
                yield named[0], at
