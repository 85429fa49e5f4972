"""The hits of a page: matters with their places, what they can be restricted to, and the way to the other pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Passage
from indexer.index import Access, Filters, Index
from service.errors import BadParameter
from service.finding.facets import Choice, choices, left
from service.finding.matches import Matches, Matter, grouped, in_order_of, matches
from service.pages.addresses import source_url
from service.pages.asking import NAMES, Form, Order
from service.records import Hit, Question
from service.serving.snippets import Piece, question_stems, snippet

A_PAGE = 20
"""Matters on a page."""

HEADING = 40
"""Characters before a title in its heading: a § number, a Dnr."""

AT_ONCE = 2
"""Further § of a matter that are shown without unfolding."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a list, and the address of its lines."""

    passage: Passage
    url: str


@dataclass(frozen=True, slots=True)
class ShownMatter:
    """A matter with its best place and the part of it that bears on the question, a few more places, and those to unfold."""

    head: Place
    pieces: tuple[Piece, ...]
    more: tuple[Place, ...]
    rest: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ShownHits:
    """One page of hits. `near` is whether nothing holds enough of the question's words, so that these only come nearest;
    `facets` are the choices by the name of their parameter."""

    matters: tuple[ShownMatter, ...]
    first: int
    total: int
    capped: bool
    near: bool
    page: int
    pages: int
    facets: Mapping[str, tuple[Choice, ...]]

    @property
    def last(self) -> int:
        """The number of the last one shown."""
        return self.first + len(self.matters) - 1


def shown_hits(form: Form, question: Question, hits: Sequence[Hit], index: Index, access: Access) -> ShownHits:
    """The page of hits that the form asks for. Raises BadParameter for a page beyond the last."""
    best = [hit.passage for hit in hits]
    found = matches(question, index, access)
    matters = left(found.matters, question.filters)
    near = bool(found.matters) and not matters
    ordered = _in_order(tuple(map(Matter, grouped(best))) if near else in_order_of(matters, best), form.order)
    pages = max(1, -(-len(ordered) // A_PAGE))
    if form.page > pages:
        raise BadParameter(f"sida={form.page} finns inte: träffarna fyller {pages} {'sida' if pages == 1 else 'sidor'}.")
    start = (form.page - 1) * A_PAGE
    stems = question_stems(question.searched)
    return ShownHits(
        matters=tuple(_shown(each, stems) for each in ordered[start : start + A_PAGE]),
        first=start + 1,
        total=len(ordered),
        capped=found.capped,
        near=near,
        page=form.page,
        pages=pages,
        facets=_facets(found, question.filters),
    )


def _below_title(passage: Passage) -> str:
    """The text below its title, which is then not said twice."""
    flat = " ".join(passage.text.split())
    at = flat.find(passage.title, 0, HEADING + len(passage.title)) if passage.title else -1
    rest = flat[at + len(passage.title or "") :].lstrip(" .:") if at >= 0 else flat
    rest = rest.removeprefix(f"Dnr {passage.case} ")
    return rest if len(rest) > HEADING else flat


def _in_order(matters: Sequence[Matter], order: Order) -> Sequence[Matter]:
    if order is Order.BEST:
        return matters
    newest_first = order is Order.NEWEST
    # what is undated stands last either way
    return sorted(matters, key=lambda each: each.last_day or ("" if newest_first else "9"), reverse=newest_first)


def _shown(matter: Matter, stems: frozenset[str]) -> ShownMatter:
    head, *others = (Place(passage, source_url(passage.file, passage.lines)) for passage in matter.sections)
    return ShownMatter(head, snippet(_below_title(head.passage), stems), tuple(others[:AT_ONCE]), tuple(others[AT_ONCE:]))


def _facets(found: Matches, filters: Filters) -> Mapping[str, tuple[Choice, ...]]:
    counted = choices(found.matters, filters)
    return {name: counted[facet] for facet, name in NAMES.items()}
