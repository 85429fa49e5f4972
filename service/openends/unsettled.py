"""Proposals without a found decision, and matters that were put off and not taken up again."""

from collections.abc import Iterator, Sequence

from indexer import bodies
from indexer.documents import Outcome, Status
from service.openends.initiatives import initiative_of
from service.openends.reach import Reach, noticed, silence, sureness
from service.openends.records import Drawn, EndKind, Mark
from service.registers.entries import Entry
from service.registers.threads import Thread, is_draft, puts_off, rank, settles

_ENDS = (Status.INFORMATION, Status.REMISS)
_PUT_OFF = {Outcome.BORDLAGT: "Bordlagt", Outcome.ATERREMISS: "Återremitterat", Outcome.UTGAR: "Utgick"}


def unsettled(threads: Sequence[Thread], reach: Reach, today: str) -> Iterator[Drawn]:
    """One line for each matter with a Dnr: the last proposal or postponement that nothing has followed."""
    for thread in threads:
        if initiative_of(thread) or not any(entry.case_key for entry in thread.entries):
            continue
        last = next((entry for entry in reversed(thread.entries) if not is_draft(entry)), None)
        proposal = thread.proposal
        if last is not None and puts_off(last):
            yield _put_off(last, reach)
        elif proposal is not None and proposal.outcome is not Outcome.NOTERAT and not _is_decided(thread, proposal):
            yield _proposal(thread, proposal, reach, today)


def _is_decided(thread: Thread, proposal: Entry) -> bool:
    """Whether minutes after the proposal decide the matter, or take note of it: a report may be no more than that."""
    after = thread.entries[thread.entries.index(proposal) + 1 :]
    return any(settles(entry) or (entry.status in _ENDS and not is_draft(entry)) for entry in after)


def _put_off(entry: Entry, reach: Reach) -> Drawn:
    until = reach.of(entry.municipality, entry.body)
    how = _PUT_OFF.get(entry.outcome, "Återremitterat") if entry.outcome else "Återremitterat"
    reason = f"{how} {entry.date}. {silence('Ärendet', entry.body, until, entry.date)}"
    return Drawn(EndKind.PUT_OFF, Mark(entry, entry.decision), sureness(entry.date, until), reason, to=entry.body)


def _proposal(thread: Thread, proposal: Entry, reach: Reach, today: str) -> Drawn:
    to = proposal.body if is_draft(proposal) else proposal.recipient or _above(proposal.body)
    until = reach.of(proposal.municipality, to)
    notice = next((entry for entry in reversed(thread.entries) if is_draft(entry) and entry is not proposal), None)
    said = noticed(thread.entries, reach, today)
    return Drawn(
        EndKind.PROPOSAL,
        Mark(proposal, proposal.decision),
        sureness(proposal.date, until),
        said or silence("Ett beslut", to, until, proposal.date),
        to=to,
        latest=Mark(notice, notice.decision) if notice else None,
    )


def _above(body: str | None) -> str | None:
    """The body that a proposal goes to where the minutes do not name it: a committee's board, the board's council."""
    if body is None:
        return None
    return bodies.superior(body) or ("Kommunfullmäktige" if rank(body) == rank("Kommunstyrelsen") else None)
