"""How far the minutes of each body reach, and how sure that makes a silence.

A body whose minutes end before it could have acted says nothing by its silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Kind
from service.openends.records import Sureness
from service.registers.entries import Entry
from service.registers.threads import is_draft

FEWEST_MEETINGS = 2
"""Later meetings whose minutes must be here: between few there may be many that are not."""

LONG_YEARS = 1
"""After so many years of minutes without it, an answer or decision is most likely not there: the law asks for a motion within one."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The days of the minutes of each body in order, by municipality and body; drafts and extracts of single § are none."""

    days: Mapping[tuple[str | None, str], tuple[str, ...]]

    def of(self, municipality: str | None, body: str | None) -> tuple[str, ...]:
        """The days of one body's minutes."""
        return self.days.get((municipality, body.casefold()), ()) if body else ()

    def held(self, municipality: str | None, body: str | None, day: str | None) -> bool:
        """Whether there are minutes of the body of that day or later."""
        own = self.of(municipality, body)
        return day is not None and bool(own) and own[-1] >= day


def reaches(entries: Iterable[Entry]) -> Reach:
    """How far the minutes of these entries reach."""
    days: dict[tuple[str | None, str], set[str]] = {}
    for entry in entries:
        if entry.body and entry.date and entry.kind is Kind.PROTOKOLL and not is_draft(entry):
            days.setdefault((entry.municipality, entry.body.casefold()), set()).add(entry.date)
    return Reach({key: tuple(sorted(own)) for key, own in days.items()})


def sureness(since: str | None, days: Sequence[str], due: str | None = None) -> Sureness:
    """How sure a silence is: several meetings, of which one past the day it was due or a year on; a later meeting; none.

    Minutes of before the day it was due could not have told of it.
    """
    later = [day for day in days if since is not None and day > max(since, due or "")]
    if since is None or not later:
        return Sureness.UNKNOWN
    long = due or f"{int(since[:4]) + LONG_YEARS}{since[4:]}"
    several = sum(day > since for day in days) >= FEWEST_MEETINGS
    return Sureness.PROBABLE if later[-1] > long and several else Sureness.POSSIBLE


def silence(what: str, body: str | None, days: Sequence[str], since: str | None, due: str | None = None) -> str:
    """Why something is thought to be open: "Ett svar finns inte i kommunfullmäktiges 4 senare protokoll, som når …" """
    name = small(body) if body else "det organ som ska besluta"
    later = [day for day in days if since is None or day > since]
    if not later:
        return f"Senare protokoll från {name} finns inte här."
    if body and due and later[-1] <= due:
        return f"{genitive(body)} protokoll når här till och med {later[-1]}, före den dag då det skulle vara klart."
    if len(later) == 1:
        return f"{what} finns inte i {genitive(name)} protokoll {later[0]}, det enda senare som finns här."
    return f"{what} finns inte i {genitive(name)} {len(later)} senare protokoll, som når till och med {later[-1]}."


def noticed(steps: Sequence[Entry], reach: Reach, today: str) -> str | None:
    """What is known of the meeting that a matter was last on the agenda of; None where its minutes are here."""
    notice = next((step for step in reversed(steps) if is_draft(step)), None)
    if notice is None or not notice.body or not notice.date or reach.held(notice.municipality, notice.body, notice.date):
        return None
    agenda = f"På dagordningen till {small(notice.body)} {notice.date}."
    return f"{agenda} Sammanträdet har hållits, protokollet saknas här." if notice.date < today else agenda


def small(body: str) -> str:
    """The name of a body within a sentence."""
    return body if body.isupper() else body[0].lower() + body[1:]


def genitive(name: str) -> str:
    """ "kommunfullmäktiges", "nämndens"."""
    return name if name.endswith("s") else f"{name}s"
