"""Motions and medborgarförslag that nobody has answered, as far as minutes reach: where each came in, and its last step.

One that was never seen to come in is known by the title of what was made of it ("Svar på medborgarförslag om …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Span, Status
from service.openends.reach import Reach, noticed, silence, small, sureness
from service.openends.records import Drawn, EndKind, Mark, Sureness
from service.registers.entries import Entry, Initiative
from service.registers.threads import Thread, is_draft, puts_off, rank, settles

COUNCIL = "Kommunfullmäktige"

_NAMED = re.compile(
    r"^(?:\w+\s+){0,4}?(?P<kind>motion|medborgarförslag)(?:en|et)?"
    r"(?:\s*$|\s*[-–:,(”\"'/]|\s+(?:om|från|av|ang|angående|gällande|rörande|avseende|att|med|nr|väckt|inlämnad|inkommen)\b)",
    re.IGNORECASE,
)
"""A title of one: "Svar på motion om …", "Motion – …"; not "Motion och hälsa"."""

_KINDS = {Initiative.MOTION: EndKind.MOTION, Initiative.MEDBORGARFORSLAG: EndKind.MEDBORGARFORSLAG}


@dataclass(frozen=True, slots=True)
class _Came:
    """An initiative: where it is first seen, and the § of its matter."""

    kind: Initiative
    entry: Entry
    span: Span
    words: Span | None
    steps: tuple[Entry, ...]


def initiatives(threads: Sequence[Thread], reach: Reach, today: str) -> Iterator[Drawn]:
    """The initiatives without an answer."""
    for came in _all(threads):
        if not any(_answers(step, came) for step in came.steps):
            yield _open(came, reach, today)


def initiative_of(thread: Thread) -> Initiative | None:
    """What a matter is an answer to, by the titles of its §."""
    named = (_NAMED.search(entry.title or "") for entry in thread.entries)
    return next((Initiative(match["kind"].casefold()) for match in named if match), None)


def _all(threads: Sequence[Thread]) -> Iterator[_Came]:
    """Each initiative once: those that were seen to come in, then those known by a title."""
    seen: set[tuple[str | None, str | None]] = set()
    of_case = _by_case(threads)
    for thread in threads:
        for entry in thread.entries:
            for motion in entry.motions:
                key = (entry.municipality, motion.case_key)
                if motion.case_key and key not in seen:
                    seen.add(key)
                    steps = tuple(of_case[key].entries) if key in of_case else (entry,)
                    yield _Came(motion.kind, entry, motion.span, motion.words, steps)
    for thread in threads:
        kind = initiative_of(thread)
        keys = {(entry.municipality, entry.case_key) for entry in thread.entries if entry.case_key}
        if kind and keys and not keys & seen:
            first = next((entry for entry in thread.entries if not is_draft(entry)), thread.entries[0])
            yield _Came(kind, first, first.decision, None, thread.entries)


def _by_case(threads: Sequence[Thread]) -> dict[tuple[str | None, str | None], Thread]:
    """The matter of each Dnr that is of an initiative."""
    found: dict[tuple[str | None, str | None], Thread] = {}
    for thread in threads:
        if initiative_of(thread):
            found |= {(entry.municipality, entry.case_key): thread for entry in thread.entries if entry.case_key}
    return found


def _answers(step: Entry, came: _Came) -> bool:
    """Whether a § answers: the council's for a motion, any body's for a medborgarförslag; what sends it on does not."""
    return settles(step) and not step.motions and (came.kind is Initiative.MEDBORGARFORSLAG or rank(step.body) == rank(COUNCIL))


def _open(came: _Came, reach: Reach, today: str) -> Drawn:
    last = next((step for step in reversed(came.steps) if step.section_id != came.entry.section_id), None)
    until = reach.of(came.entry.municipality, COUNCIL)
    sure = sureness(came.entry.date, until)
    if came.kind is Initiative.MEDBORGARFORSLAG and sure is Sureness.PROBABLE:
        # the council may have left the answer to a board
        sure = Sureness.POSSIBLE
    return Drawn(
        kind=_KINDS[came.kind],
        shown=Mark(came.entry, came.span),
        words=came.words,
        to=COUNCIL,
        sureness=sure,
        reason=noticed(came.steps, reach, today)
        or " ".join((*_step(last or came.entry), silence("Ett svar", COUNCIL, until, came.entry.date))),
        latest=Mark(last, last.decision) if last else None,
    )


def _step(entry: Entry) -> Iterator[str]:
    """What the last step did, where that is no answer."""
    where = f"{small(entry.body or 'sammanträdet')} {entry.date or ''} {entry.number or ''}".strip()
    if puts_off(entry):
        yield f"Uppskjutet av {where}."
    elif entry.status is Status.FORSLAG:
        yield f"Förslag till svar finns från {where}."
