"""A matter's way through bodies and years: from a Dnr to its steps, its gaps, and what it changed.

A number that fits several matters is offered as a choice, never chosen from. What is shown is quoted from files that the reader may see.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indexer.index import Access, Filters, Index
from service.errors import BadParameter, NotFound
from service.following import numbers, standing
from service.following.extent import Extent, extent
from service.following.gaps import gaps
from service.following.library import Library
from service.following.mentioned import delegated, initiatives, listed
from service.following.numbers import Meant, Typed
from service.following.orders import orders
from service.following.records import Basis, Candidate, Case, Choice, Number, Step
from service.following.relations import relations
from service.following.steps import Told, numbered, told
from service.understanding.restricting import filters


def follow(dnr: str, municipality: str | None, index: Index, access: Access, today: date) -> Case | Choice:
    """The matter with a Dnr, or those that the Dnr may mean. Raises BadParameter for what is no Dnr, and NotFound."""
    number = numbers.typed(dnr, today)
    if municipality:
        municipality = filters(index.facets(Filters(), access), municipalities=(municipality,)).municipalities[0]
    library = Library(index, access)
    fitting = numbers.meant(number, municipality, library)
    if not fitting:
        raise NotFound(_not_found(number, municipality, numbers.nearest(number, municipality, library)))
    if len(fitting) > 1 or len(number.pairs) > 1:
        return Choice(number.as_written, tuple(one.candidate for one in fitting[: numbers.MOST_OFFERED]))
    return _case(number, fitting[0], library, today)


def near(dnr: str, municipality: str | None, index: Index, access: Access, today: date) -> tuple[Candidate, ...]:
    """The matters whose numbers are nearest to one that is nowhere; none for what is no Dnr."""
    try:
        return numbers.nearest(numbers.typed(dnr, today), municipality, Library(index, access))
    except BadParameter:
        return ()


def _case(number: Typed, meant: Meant, library: Library, today: date) -> Case:
    candidate = meant.candidate
    matter = extent(meant.key, candidate.case, library)
    found = told(matter)
    found, mentioned = _with_mentions(matter, found, candidate, meant.key, library)
    steps = numbered(found)
    related = () if matter.collecting else relations(matter, found)
    return Case(
        asked=number.as_written,
        case=candidate.case,
        municipality=candidate.municipality,
        title=_title(steps) or candidate.title,
        numbers=(*matter.numbers, *mentioned),
        collecting=matter.collecting,
        standing=standing.GATHERED if matter.collecting else standing.standing(steps, related),
        steps=steps,
        gaps=() if matter.collecting else gaps(matter, found, library, today),
        relations=related,
        orders=() if matter.collecting else orders(found),
        read_as=None if meant.strict else f"{number.as_written} lästes som {candidate.case}, det enda nummer som det kan avse här.",
    )


def _title(steps: Sequence[Step]) -> str | None:
    """What most of the § of the Dnr are called; the first of those that are as many."""
    sections = [step for step in steps if step.section and step.held and step.title]
    own = [step for step in sections if step.basis is Basis.CASE]
    counted = Counter(step.title for step in own or sections)
    return counted.most_common(1)[0][0] if counted else next((step.title for step in steps if step.title), None)


def _with_mentions(
    matter: Extent, found: list[Told], candidate: Candidate, key: str, library: Library
) -> tuple[list[Told], tuple[Number, ...]]:
    """The steps with those that only other papers tell of, all in order."""
    if matter.collecting:
        return found, ()
    sections = [one.paper for one in found if one.paper.is_minuted]
    told_of = [step for step, _ in listed(key, candidate.case, candidate.municipality or "", library)]
    more = [*initiatives(sections, found), *delegated(sections, found), *told_of]
    everything = sorted([*found, *more], key=lambda one: (one.day, one.rank))
    return [replace(one, step=replace(one.step, number=at)) for at, one in enumerate(everything, 1)], ()


def _not_found(number: Typed, municipality: str | None, near: tuple[Candidate, ...]) -> str:
    where = f" från {municipality}" if municipality else ""
    said = f"Diarienumret {number.as_written!r} finns inte i de indexerade handlingarna{where}."
    if not near:
        return f"{said} Inget liknande nummer finns heller. Sök på ord ur ärendets rubrik i stället."
    listed = "; ".join(
        " ".join(part for part in (one.municipality, one.case, f"({one.title})" if one.title else None) if part) for one in near
    )
    return f"{said} Närmast är: {listed}."
