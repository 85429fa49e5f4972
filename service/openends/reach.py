"""How far the minutes of each body reach, and how sure that makes a silence.

A body whose minutes end before it could have acted says nothing by its silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.openends.records import Sureness
from service.registers.entries import Entry
from service.registers.threads import is_draft

LONG_YEARS = 1
"""After so many years of minutes without it, an answer or decision is most likely not there: the law asks for a motion within one."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The last day of minutes of each body, by municipality and body; drafts are none."""

    days: Mapping[tuple[str | None, str], str]

    def of(self, municipality: str | None, body: str | None) -> str | None:
        """The last day of one body's minutes."""
        return self.days.get((municipality, body.casefold())) if body else None

    def held(self, municipality: str | None, body: str | None, day: str | None) -> bool:
        """Whether minutes of the body reach that day."""
        last = self.of(municipality, body)
        return day is not None and last is not None and last >= day


def reaches(entries: Iterable[Entry]) -> Reach:
    """How far the minutes of these entries reach."""
    days: dict[tuple[str | None, str], str] = {}
    for entry in entries:
        if entry.body and entry.date and not is_draft(entry):
            key = (entry.municipality, entry.body.casefold())
            days[key] = max(entry.date, days.get(key, ""))
    return Reach(days)


def sureness(since: str | None, last: str | None, due: str | None = None) -> Sureness:
    """How sure a silence is: minutes that reach past the day it was due, or a year on; later ones; none."""
    if since is None or last is None or last <= since:
        return Sureness.UNKNOWN
    long = due or f"{int(since[:4]) + LONG_YEARS}{since[4:]}"
    return Sureness.PROBABLE if last > long else Sureness.POSSIBLE


def silence(what: str, body: str | None, last: str | None, since: str | None) -> str:
    """Why something is thought to be open: "Inget svar i kommunfullmäktiges protokoll, som finns till och med 2031-06-02." """
    name = small(body) if body else "det organ som ska besluta"
    if last is None or (since is not None and last <= since):
        return f"Senare protokoll från {name} finns inte här."
    return f"{what} finns inte i {genitive(name)} protokoll, som når till och med {last}."


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
