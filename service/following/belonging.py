"""Whose papers are whose: which step of a matter an attachment in a bundle belongs to, and where a wrong matter ends.

A bundle's attachments belong to the § before them. An official's letter with the Dnr of another § opens that matter,
even where the heading of its own § was lost in reading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from indexer.documents import CaseNumber, Kind
from service.following.papers import Paper

Known = Callable[[CaseNumber], str | None]
"""The key of the § matter that a number on a letter is of; None where no § has it."""


def parents(papers: Sequence[Paper], known: Known) -> Mapping[str, str | None]:
    """For each paper of a file, by id: the key of the matter that it is attached to."""
    found: dict[str, str | None] = {}
    under: str | None = None
    for paper in papers:
        if paper.section.number is not None:
            under = None
        elif paper.document.kind is Kind.TJANSTESKRIVELSE:
            under = _other_matter(paper, known)
        found[paper.id] = under if under and _follows(paper, under) else _parent(paper)
    return found


def holders(papers: Iterable[Paper], is_step: Callable[[Paper], bool], is_attached: Callable[[Paper], bool]) -> Iterator[tuple[Paper, str]]:
    """Each attachment of a file with the id of the § step before it; those before any step go with the first."""
    step: str | None = None
    early: list[Paper] = []
    for paper in papers:
        if is_step(paper):
            step = paper.id
            yield from ((one, step) for one in early)
            early = []
        elif is_attached(paper):
            if step is None:
                early.append(paper)
            else:
                yield paper, step


def _parent(paper: Paper) -> str | None:
    return paper.document.parent_case.key if paper.document.parent_case else None


def _other_matter(paper: Paper, known: Known) -> str | None:
    own, parent = paper.section.case, paper.document.parent_case
    if own is None or parent is None or own.key is None or (own.year, own.serial) == (parent.year, parent.serial):
        return None
    return known(own)


def _follows(paper: Paper, key: str) -> bool:
    """Whether a paper goes with the letter before it: it has no number of its own, or the same."""
    return paper.key is None or paper.key.split("|")[2:] == key.split("|")[2:]
