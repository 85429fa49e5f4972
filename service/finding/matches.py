"""Everything that bears on a question, grouped by matter: what is counted, restricted and leafed through on a page of hits.

The ranked hits answer a question; here one search tells how much more there is. The words decide alone, and what holds too few
of them is no match: a passage is one where its score is at least `SHARE` of the best.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.documents import Kind, Passage, Status
from indexer.index import Access, Filters, Index
from service.finding.relatedness import related
from service.records import Question
from service.retrieval import lightened, question_terms

MOST = 600
"""Passages counted; of a question of usual words there are more, and the page says so."""

SHARE = 0.5
"""Part of the best score that a match has: in questions of three words that say something, some two of them."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Passages of one matter, best first; of one § where it has no Dnr."""

    passages: tuple[Passage, ...]

    @property
    def sections(self) -> tuple[Passage, ...]:
        """The best passage of each §: decisions before what led to them, minutes before copies of them."""
        best: dict[str, Passage] = {}
        for passage in self.passages:
            best.setdefault(passage.section_id, passage)
        return tuple(sorted(best.values(), key=lambda one: (one.status is not Status.BESLUT, one.kind is not Kind.PROTOKOLL)))

    @property
    def last_day(self) -> str:
        """The day of its latest paper; empty where none is dated."""
        return max((passage.date or "" for passage in self.passages), default="")


@dataclass(frozen=True, slots=True)
class Matches:
    """Matters, best first; `capped` is whether there are more than are counted."""

    matters: tuple[Matter, ...]
    capped: bool = False


def matches(question: Question, index: Index, access: Access) -> Matches:
    """What bears on the question, whatever the caller restricts it to; where it names municipalities, theirs alone."""
    filters = Filters() if question.filters.municipalities else Filters(municipalities=question.municipalities)
    found = index.lexical(lightened(question_terms(question), filters.municipalities), filters, access, MOST)
    ids = [scored.id for scored in found if scored.score >= SHARE * found[0].score]
    return Matches(tuple(map(Matter, grouped(index.passages(ids, access)))), capped=len(ids) == MOST)


def grouped(passages: Iterable[Passage]) -> list[tuple[Passage, ...]]:
    """The passages by matter, in the order of the best of each."""
    groups: list[list[Passage]] = []
    by_case: dict[tuple[str | None, ...], list[int]] = {}
    for passage in passages:
        among = by_case.setdefault(_key(passage), [])
        at = next((at for at in among if _is_one(passage, groups[at])), None)
        if at is None:
            among.append(len(groups))
            groups.append([passage])
        else:
            groups[at].append(passage)
    return [tuple(group) for group in groups]


def in_order_of(matters: Iterable[Matter], first: Sequence[Passage]) -> tuple[Matter, ...]:
    """The same matters, those of the passages given first, in their order; within a matter these passages stand first too."""
    places = {passage.id: place for place, passage in reversed(list(enumerate(first)))}
    far = len(places)
    ordered = [replace(each, passages=tuple(sorted(each.passages, key=lambda one: places.get(one.id, far)))) for each in matters]
    return tuple(sorted(ordered, key=lambda each: places.get(each.passages[0].id, far)))


def _key(passage: Passage) -> tuple[str | None, ...]:
    if passage.case_key:
        return ("matter", passage.municipality, passage.case_key)
    return ("section", passage.section_id)


def _is_one(passage: Passage, group: Sequence[Passage]) -> bool:
    """Whether a passage of the same Dnr is of the same matter: lists and reports of every meeting share a number."""
    return any(passage.section_id == other.section_id for other in group) or related(passage.title, group[0].title)
