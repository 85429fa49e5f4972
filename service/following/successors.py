"""The later decision that says it replaces or repeals a §: what a reader of the older one must be told."""

from collections.abc import Iterator

from indexer.documents import Passage, Role, Status
from indexer.index import Filters
from indexer.particulars import LinkKind
from service.following.library import MINUTED, Library
from service.following.papers import Paper
from service.following.references import named

ENDING = (LinkKind.REPLACES, LinkKind.REPEALS)

MOST_NAMING = 20
"""Passages that name the day and § of a decision, of which one may end it."""


def successor(passage: Passage, library: Library) -> Passage | None:
    """What the last indexed § decides that ends what the passage's § decided; None where there is none."""
    if passage.municipality is None or passage.date is None or passage.section is None or passage.status is not Status.BESLUT:
        return None
    paper = next(library.of_passages((passage,)), None)
    if paper is None or not paper.is_minuted:
        return None
    last = max(_ending(passage, paper, library), key=lambda one: one.date or "", default=None)
    return _deciding(last, library) if last else None


def _deciding(naming: Passage, library: Library) -> Passage:
    """Where the § decides: the older one is often named in its background."""
    filters = Filters(section_ids=(naming.section_id,), roles=(str(Role.BESLUT),))
    found = library.index.passages(library.index.select(filters, library.access, MOST_NAMING), library.access)
    return min(found, key=lambda one: one.ordinal, default=naming)


def _ending(passage: Passage, paper: Paper, library: Library) -> Iterator[Passage]:
    number = (passage.section or "").removeprefix("§").replace(" ", "").casefold()
    filters = Filters(municipalities=(passage.municipality or "",), kinds=MINUTED, date_from=passage.date)
    for other in library.mentioning((f"par:{number}", f"date:{passage.date}"), filters, MOST_NAMING):
        later = (other.date or "") > (passage.date or "")
        if later and other.status is Status.BESLUT and _ends(next(library.of_passages((other,)), None), paper, library):
            yield other


def _ends(other: Paper | None, paper: Paper, library: Library) -> bool:
    """Whether a § decides to end the other. Most say nothing of the kind, and are not looked into further."""
    if other is None or not other.is_minuted or other.is_draft:
        return False
    number = paper.section.number
    if not any(link.kind in ENDING and link.number == number and not link.proposed for link in other.section.links):
        return False
    return any(
        one.kind in ENDING and not one.proposed and one.found is not None and one.found.meeting == paper.meeting
        for one in named(other, library)
    )
