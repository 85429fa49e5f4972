"""What changed on the way of a matter, for a Dnr: its § and the officials' paper are found, set side by side, compared."""

from collections.abc import Iterator, Sequence

from indexer.documents import Kind, Status
from indexer.index import Access, Filters
from service.answering.places import files_of
from service.changes.records import Way
from service.changes.stages import way
from service.errors import NotFound
from service.minuted.finding import entries_of, of_entries, typed_case, with_case
from service.minuted.section import Minuted
from service.registers.entries import Entry
from service.registers.threads import Thread, rank, threads
from service.resources import Resources

MOST_PAPERS = 100
"""Passages of officials' papers of a Dnr that are looked through."""


def changes(dnr: str, municipalities: Sequence[str], resources: Resources, access: Access) -> tuple[Way, ...]:
    """The ways of all matters that the Dnr may mean. Raises BadParameter for what is no Dnr, NotFound where nothing has it."""
    case = typed_case(dnr)
    entries = entries_of(municipalities, resources, access)
    meant = {entry.section_id for entry in with_case(case, entries)}
    if not meant:
        raise NotFound(f"Inget protokoll här har diarienumret {dnr.strip()!r}. Skriv det med diarieserie (KS 2031/00068) eller utan.")
    found = (thread for thread in threads(entries) if any(entry.section_id in meant for entry in thread.entries))
    return tuple(each for thread in found if (each := of_thread(thread, resources, access)))


def of_section(section_id: str, municipality: str, resources: Resources, access: Access) -> Way | None:
    """The way of the matter that a § is of."""
    entries = entries_of((municipality,), resources, access)
    thread = next((one for one in threads(entries) if any(entry.section_id == section_id for entry in one.entries)), None)
    return of_thread(thread, resources, access) if thread else None


def of_thread(thread: Thread, resources: Resources, access: Access) -> Way | None:
    """The way of one matter."""
    papers = [*_proposed_by_officials(thread.entries, resources, access), *of_entries(thread.entries, resources, access)]
    return way(sorted(papers, key=_order))


def _order(one: Minuted) -> tuple[str, int]:
    return one.document.date or "", -1 if one.section.number is None else rank(one.document.body)


def _proposed_by_officials(entries: Sequence[Entry], resources: Resources, access: Access) -> Iterator[Minuted]:
    """The officials' paper of each Dnr that proposes something; none where a Dnr has several."""
    index, files = resources.index, files_of(resources.index, access)
    for key in dict.fromkeys(entry.case_key for entry in entries if entry.case_key):
        chosen = Filters(case_keys=(key,), kinds=(str(Kind.TJANSTESKRIVELSE),))
        ids = {passage.section_id: passage.file for passage in index.passages(index.select(chosen, access, MOST_PAPERS), access)}
        found = [
            Minuted(stored, document, section)
            for section_id, file in ids.items()
            if (stored := files(file))
            for document in stored.documents
            for section in document.sections
            if section.id == section_id and any(point.status is Status.FORSLAG for point in section.points)
        ]
        if len(found) == 1:
            yield found[0]
