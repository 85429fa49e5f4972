"""How far a matter reaches: the § and papers of its Dnr, and the other Dnr that it went under before or after.

Another Dnr belongs to it where a § of the one names a § of the other on the way to it, or mentions its number, and both titles
name one thing. A title alone is enough only where exactly one § of the body that a proposal went to has it; that is inferred.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from indexer import references as found_in
from indexer.documents import Outcome, Status
from indexer.index import Filters
from indexer.particulars import LinkKind
from service.following import titles
from service.following.library import MINUTED, Library
from service.following.papers import Paper
from service.following.recipients import recipient
from service.following.records import Basis, Number
from service.following.references import Named, named
from service.understanding.wanted import tokens_of

MOST_NUMBERS = 5
"""Dnr that one matter may go by; more are a misreading."""

MOST_REFERENCED = 12
"""§ of a matter for which others that name them are looked up."""

FOLLOWED_DAYS = 366
"""A proposal and what its title alone ties it to are no farther apart."""

ON_THE_WAY = (Status.FORSLAG, Status.REMISS, Status.ATERREMISS)


@dataclass(frozen=True, slots=True)
class Tie:
    """Why a § is of the matter, and which other § says so."""

    basis: Basis
    by: str | None


@dataclass(frozen=True, slots=True)
class Extent:
    """All papers of a matter, each once, the Dnr it goes by, what its § name, and the § of other matters that name one of them.

    `unnumbered` are the § without Dnr that belong to it, by id.
    """

    numbers: tuple[Number, ...]
    papers: tuple[Paper, ...]
    names: tuple[Named, ...]
    named_by: tuple[Named, ...]
    collecting: bool
    unnumbered: Mapping[str, Tie] = field(default_factory=dict)

    def tie(self, paper: Paper) -> Tie | None:
        """What makes a § one of the matter's own; None for what only accompanies it."""
        number = next((number for number in self.numbers if number.key == paper.key), None)
        return Tie(number.basis, number.by) if number else self.unnumbered.get(paper.id)


@dataclass(slots=True)
class _Reached:
    """What of a matter is known on the way to all of it: Dnr by key, papers by id, what each § names, and who names them."""

    numbers: dict[str, Number]
    papers: dict[str, Paper]
    names: dict[str, list[Named]] = field(default_factory=dict)
    named_by: dict[tuple[str, int], Named] = field(default_factory=dict)

    def take(self, found: Iterable[Number], library: Library) -> Iterator[str]:
        """The keys of Dnr that are new, each taken in with its papers."""
        for number in found:
            if number.key not in self.numbers and len(self.numbers) < MOST_NUMBERS:
                self.numbers[number.key] = number
                self.papers |= {paper.id: paper for paper in library.of_case(number.key) if paper.id not in self.papers}
                yield number.key


def extent(key: str, shown: str, library: Library) -> Extent:
    """The matter with a key, as far as it is indexed."""
    reached = _Reached({key: Number(shown, key, Basis.CASE)}, {paper.id: paper for paper in library.of_case(key)})
    if titles.is_collecting([paper.title for paper in _sections(reached.papers.values(), key)]):
        return Extent(tuple(reached.numbers.values()), tuple(reached.papers.values()), (), (), collecting=True)
    pending = [key]
    while pending:
        more = _from(pending.pop(), reached, library)
        if not more and not pending:
            own = [paper for paper in reached.papers.values() if paper.key in reached.numbers]
            more = [*_by_title(own, reached.names, library)]
        pending += reached.take(more, library)
    return _whole(reached)


def _from(key: str, reached: _Reached, library: Library) -> list[Number]:
    """The Dnr that the § of one lead to; what these name, and who names them, is kept."""
    own = _sections(reached.papers.values(), key)
    reached.names |= {paper.id: named(paper, library) for paper in own}
    back = [one for paper in own[:MOST_REFERENCED] for one in _naming(paper, library)]
    reached.named_by |= {(one.source.id, one.span.start): one for one in back}
    told = [one for paper in own for one in reached.names[paper.id]]
    return [*_joined(told, back), *_attached(list(reached.papers.values()), key, library), *_mentioned(own, library)]


def _whole(reached: _Reached) -> Extent:
    told = [one for found in reached.names.values() for one in found]
    unnumbered = _unnumbered(told, set(reached.numbers))
    papers = reached.papers | {one.found.id: one.found for one in told if one.found and one.found.id in unnumbered}
    outside = tuple(one for one in reached.named_by.values() if one.source.key not in reached.numbers)
    numbers = tuple(reached.numbers.values())
    return Extent(numbers, tuple(papers.values()), tuple(told), outside, collecting=False, unnumbered=unnumbered)


def _unnumbered(names: Iterable[Named], keys: Collection[str | None]) -> dict[str, Tie]:
    """The § without Dnr that prepared one of the matter's: named by it, and attached to the matter or of the same title."""
    return {
        one.found.id: Tie(Basis.REFERENCE, one.source.where)
        for one in names
        if one.found and one.found.key is None and (_prepares(one) or (one.found.parent in keys and _is_on_its_way(one.found)))
    }


def _sections(papers: Iterable[Paper], key: str) -> list[Paper]:
    """The § of minutes with the Dnr, by day."""
    return sorted((paper for paper in papers if paper.is_minuted and paper.key == key), key=lambda paper: paper.date or "")


def _joined(names: Iterable[Named], back: Iterable[Named]) -> Iterator[Number]:
    """The Dnr of § that prepared one of these, and of those that these prepared."""
    for one in names:
        if one.found and one.found.key and _prepares(one):
            yield _number(one.found, Basis.REFERENCE, one.source.where)
    for one in back:
        if one.source.key and _prepares(one):
            yield _number(one.source, Basis.REFERENCE, one.source.where)


def _attached(papers: Iterable[Paper], key: str, library: Library) -> Iterator[Number]:
    """The Dnr of a § of another body that is attached to this matter, or of the matter that one of this Dnr is attached to."""
    for paper in papers:
        parent = paper.document.parent_case
        if not (paper.is_minuted and paper.key and paper.parent and paper.key != paper.parent and _is_on_its_way(paper)):
            continue
        other = paper.key if paper.parent == key else paper.parent
        holding = _sections(library.of_case(paper.parent), paper.parent)
        if parent and any(titles.names_one_thing(one.title, paper.title) for one in holding):
            case = paper.section.case if other == paper.key else parent
            yield Number(found_in.shown(case or parent), other, Basis.ATTACHED, holding[0].where)


def _number(paper: Paper, basis: Basis, by: str) -> Number:
    case = paper.section.case
    return Number(found_in.shown(case) if case else "", paper.key or "", basis, by)


def _prepares(one: Named) -> bool:
    """Whether a § named is an earlier stage of the same matter, and no decision of its own."""
    earlier, later = one.found, one.source
    return (
        earlier is not None
        and one.kind is LinkKind.REFERENCE
        and one.of_matter
        and (earlier.date or "") <= (later.date or "")
        and _is_on_its_way(earlier)
        and not titles.gathers(later.title)
        and titles.names_one_thing(earlier.title, later.title)
    )


def _is_on_its_way(paper: Paper) -> bool:
    return paper.section.status in ON_THE_WAY or paper.section.outcome in (Outcome.BORDLAGT, Outcome.ATERREMISS)


def _naming(paper: Paper, library: Library) -> Iterator[Named]:
    """Where § of other Dnr name this one, each place once."""
    if paper.municipality is None or paper.date is None or paper.section.number is None or paper.is_draft:
        return
    tokens = (f"par:{paper.section.number.removeprefix('§').replace(' ', '').casefold()}", f"date:{paper.date}")
    filters = Filters(municipalities=(paper.municipality,), kinds=MINUTED, date_from=paper.date)
    for other in library.of_passages(library.mentioning(tokens, filters)):
        if other.is_minuted and other.key != paper.key:
            yield from (one for one in named(other, library) if one.found and one.found.meeting == paper.meeting)


def _mentioned(own: Sequence[Paper], library: Library) -> Iterator[Number]:
    """The Dnr of other § whose text mentions this Dnr, where both titles name one thing."""
    for case, municipality in {(paper.section.case, paper.municipality) for paper in own[:1]}:
        if case is None or municipality is None:
            continue
        for other in mentions(case.key or "", municipality, library):
            if other.is_minuted and other.key and any(titles.names_one_thing(other.title, paper.title) for paper in own):
                yield _number(other, Basis.MENTION, other.where)


def mentions(key: str, municipality: str, library: Library) -> Iterator[Paper]:
    """§ of minutes and reports of delegated decisions, with another Dnr or none, whose text mentions the Dnr with this key."""
    _, registry, year, serial = key.split("|")
    token = f"dnr:{registry}/{year}/{serial}" if registry else f"dnr:{year}/{serial}"
    for paper in library.of_passages(library.mentioning((token,), Filters(municipalities=(municipality,)))):
        text = paper.section.span.of(paper.stored.source.text)
        if (
            (paper.is_minuted or paper.section.delegated)
            and paper.key != key
            and key in (case.key for case in found_in.case_numbers(text, municipality))
        ):
            yield paper


def _by_title(own: Sequence[Paper], names: dict[str, list[Named]], library: Library) -> Iterator[Number]:
    """The Dnr under which the body that a proposal went to took it up, or that of the proposal which a body took up: by the title alone."""
    minuted = sorted((paper for paper in own if paper.is_minuted and not paper.is_draft and paper.date), key=lambda paper: paper.date or "")
    if not minuted or titles.gathers(minuted[0].title):
        return
    first, last = minuted[0], minuted[-1]
    onward = recipient(last) if last.section.status is Status.FORSLAG else None
    if onward and not any(paper.body == onward and (paper.date or "") >= (last.date or "") for paper in minuted):
        later = _with_title(last, library, onward, forward=True)
        yield from _only(one for one in later if not any(told.of_matter for told in named(one, library)))
    elif first.body and not any(one.of_matter for one in names.get(first.id, ())):
        earlier = _with_title(first, library, None, forward=False)
        yield from _only(one for one in earlier if one.section.status is Status.FORSLAG and recipient(one) == first.body)


def _with_title(paper: Paper, library: Library, body: str | None, *, forward: bool) -> Iterator[Paper]:
    """§ of other Dnr in the municipality with the same title, within a year after or before."""
    day = date.fromisoformat(paper.date or "")
    until = (day + timedelta(days=FOLLOWED_DAYS * (1 if forward else -1))).isoformat()
    first, last = (paper.date, until) if forward else (until, paper.date)
    own = (paper.municipality,) if paper.municipality else ()
    filters = Filters(municipalities=own, bodies=(body,) if body else (), kinds=MINUTED, date_from=first, date_to=last)
    for other in library.of_passages(library.titled(sorted(tokens_of(paper.title or "").stems), filters)):
        if other.is_minuted and not other.is_draft and other.key != paper.key and titles.is_the_same(other.title, paper.title):
            yield other


def _only(papers: Iterable[Paper]) -> Iterator[Number]:
    """The one Dnr of the papers; nothing where there are several, or one has none."""
    found = {paper.key: paper for paper in papers}
    if len(found) == 1:
        yield from (_number(paper, Basis.TITLE, paper.where) for paper in found.values() if paper.key)
