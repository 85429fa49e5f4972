"""The papers of a matter in order: the § of its thread, and the officials' paper that proposed it."""

from collections.abc import Iterator, Sequence

from indexer.documents import Kind, Status
from indexer.index import Access, Index
from service.changes.records import Way
from service.changes.stages import way
from service.following.library import Library
from service.following.papers import Paper
from service.minuted.finding import of_entries
from service.minuted.section import Minuted
from service.registers.entries import Entry
from service.registers.threads import Thread, rank


def of_thread(thread: Thread, index: Index, access: Access) -> Way | None:
    """The way of one matter."""
    papers = [*_proposed_by_officials(thread.entries, index, access), *of_entries(thread.entries, index, access)]
    return way(sorted(papers, key=_order))


def _order(one: Minuted) -> tuple[str, int]:
    return one.document.date or "", -1 if one.section.number is None else rank(one.document.body)


def _proposed_by_officials(entries: Sequence[Entry], index: Index, access: Access) -> Iterator[Minuted]:
    """The officials' paper of each Dnr that proposes something, under that number or attached to its matter; none of several."""
    library = Library(index, access)
    given: set[str] = set()
    for key in dict.fromkeys(entry.case_key for entry in entries if entry.case_key):
        papers = [paper for paper in library.of_case(key) if paper.document.kind is Kind.TJANSTESKRIVELSE and _proposes(paper)]
        # a paper is attached to every board's notice on its way
        each = {(paper.title, paper.date, paper.body): paper for paper in papers}
        for paper in each.values() if len(each) == 1 else ():
            if paper.id not in given:
                given.add(paper.id)
                yield Minuted(paper.stored, paper.document, paper.section)


def _proposes(paper: Paper) -> bool:
    return any(point.status is Status.FORSLAG for point in paper.section.points)
