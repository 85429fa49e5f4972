"""The papers of a matter in order: the § of its thread, and the officials' paper that proposed it."""

from collections.abc import Iterator, Sequence

from indexer.documents import Kind, Status
from indexer.index import Access, Filters, Index
from service.changes.records import Way
from service.changes.stages import way
from service.minuted.finding import of_entries
from service.minuted.section import Minuted
from service.places import files_of
from service.registers.entries import Entry
from service.registers.threads import Thread, rank

MOST_PAPERS = 100
"""Passages of officials' papers of a Dnr that are looked through."""


def of_thread(thread: Thread, index: Index, access: Access) -> Way | None:
    """The way of one matter."""
    papers = [*_proposed_by_officials(thread.entries, index, access), *of_entries(thread.entries, index, access)]
    return way(sorted(papers, key=_order))


def _order(one: Minuted) -> tuple[str, int]:
    return one.document.date or "", -1 if one.section.number is None else rank(one.document.body)


def _proposed_by_officials(entries: Sequence[Entry], index: Index, access: Access) -> Iterator[Minuted]:
    """The officials' paper of each Dnr that proposes something; none where a Dnr has several."""
    files = files_of(index, access)
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
