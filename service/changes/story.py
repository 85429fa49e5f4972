"""What changed on the way of a matter, for a Dnr: its § and the officials' paper are found, set side by side, compared."""

from collections.abc import Sequence

from indexer.index import Access
from service.changes.papers import of_thread
from service.changes.records import Way
from service.errors import NotFound
from service.minuted.finding import entries_around, typed_case, with_case
from service.registers.threads import threads
from service.resources import Resources


def changes(dnr: str, municipalities: Sequence[str], resources: Resources, access: Access) -> tuple[Way, ...]:
    """The ways of all matters that the Dnr may mean. Raises BadParameter for what is no Dnr, NotFound where nothing has it."""
    case = typed_case(dnr)
    entries = entries_around(case, municipalities, resources, access)
    meant = {entry.section_id for entry in with_case(case, entries)}
    if not meant:
        raise NotFound(f"Inget protokoll här har diarienumret {dnr.strip()!r}. Skriv det med diarieserie (KS 2031/00068) eller utan.")
    found = (thread for thread in threads(entries) if any(entry.section_id in meant for entry in thread.entries))
    return tuple(each for thread in found if (each := of_thread(thread, resources.index, access)))
