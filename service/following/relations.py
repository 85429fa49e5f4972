"""Decisions outside the matter that its steps replace, repeal, add to or name, and those that later do so to them."""

from collections.abc import Iterator, Mapping, Sequence

from indexer import references
from indexer.particulars import LinkKind
from service.following.extent import Extent
from service.following.papers import Paper
from service.following.records import Bond, Relation
from service.following.references import Changed, Named, changes_in_words
from service.following.steps import Told

_BONDS: Mapping[LinkKind, tuple[Bond, Bond]] = {
    LinkKind.REPLACES: (Bond.REPLACES, Bond.REPLACED_BY),
    LinkKind.REPEALS: (Bond.REPEALS, Bond.REPEALED_BY),
    LinkKind.SUPPLEMENTS: (Bond.SUPPLEMENTS, Bond.SUPPLEMENTED_BY),
    LinkKind.REFERENCE: (Bond.NAMES, Bond.NAMED_BY),
}

TITLE_WORDS = 25


def relations(matter: Extent, told: Sequence[Told]) -> tuple[Relation, ...]:
    """Each decision outside once for each bond; one that is changed is not also listed as named."""
    steps = {one.paper.id: at for at, one in enumerate(told, 1)}
    steps |= {paper.id: steps[one.paper.id] for one in told for paper in matter.papers if paper.meeting == one.paper.meeting}
    found: dict[tuple[str | None, ...], Relation] = {}
    for relation in sorted((*_forward(matter, steps), *_backward(matter, steps)), key=lambda one: one.bond in (Bond.NAMES, Bond.NAMED_BY)):
        place = (
            relation.date,
            relation.section,
            relation.body if relation.section is None else None,
            relation.title if relation.section is None else None,
        )
        if relation.bond not in (Bond.NAMES, Bond.NAMED_BY) or place not in found:
            found.setdefault(place, relation)
    return tuple(sorted(found.values(), key=lambda one: (one.step, one.date or "")))


def _forward(matter: Extent, steps: Mapping[str, int]) -> Iterator[Relation]:
    keys = {number.key for number in matter.numbers}
    attached = {paper.id for paper in matter.papers}
    since = min((number.key.split("|")[2] for number in matter.numbers), default="")
    for one in matter.names:
        inside = one.found is not None and (one.found.key in keys or one.found.id in attached)
        is_gap = one.found is None and one.date[:4] >= since
        if one.source.id in steps and not (one.kind is LinkKind.REFERENCE and (inside or is_gap)):
            yield _named(one, steps[one.source.id])
    for paper in matter.papers:
        if paper.id in steps and paper.is_minuted:
            yield from (_in_words(one, steps[paper.id]) for one in changes_in_words(paper))


def _backward(matter: Extent, steps: Mapping[str, int]) -> Iterator[Relation]:
    by_meeting = {paper.meeting: steps[paper.id] for paper in matter.papers if paper.id in steps}
    for one in matter.named_by:
        if one.found is not None and one.found.meeting in by_meeting:
            source = one.source
            yield Relation(
                bond=_BONDS[one.kind][1],
                body=source.body,
                date=source.date,
                section=source.section.number,
                case=_case(source),
                title=source.title,
                held=True,
                proposed=one.proposed,
                step=by_meeting[one.found.meeting],
                citation=source.cited(one.span),
            )


def _named(one: Named, step: int) -> Relation:
    found = one.found
    return Relation(
        bond=_BONDS[one.kind][0],
        body=found.body if found else one.body,
        date=one.date,
        section=one.number,
        case=_case(found) if found else None,
        title=found.title if found else None,
        held=found is not None,
        proposed=one.proposed,
        step=step,
        citation=one.source.cited(one.span),
    )


def _in_words(one: Changed, step: int) -> Relation:
    words = one.source.text(one.span).split()
    return Relation(
        bond=_BONDS[one.kind][0],
        body=None,
        date=one.date,
        section=None,
        case=None,
        title=" ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else ""),
        held=False,
        proposed=one.proposed,
        step=step,
        citation=one.source.cited(one.span),
    )


def _case(paper: Paper) -> str | None:
    return references.shown(paper.section.case) if paper.section.case else None
