"""Stretches → sections with their blocks, decision points and status."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.documents import BlockKind, DecisionPoint, Kind, Section, Source, Span, Status, content_id
from indexer.structuring import agenda, contents, registers, status
from indexer.structuring.agenda import Item
from indexer.structuring.blocks import Part, points_of
from indexer.structuring.origins import Origin
from indexer.structuring.registers import Row
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View


def numbered(source: Source, stretch: Stretch, document: str, kind: Kind, body: str | None, front: str = "") -> Section:
    """A § with a number, or one whose number was lost; `front` is the text of the front page of its minutes."""
    opening = stretch.opening
    if opening is None:
        raise ValueError("a numbered section needs an opening")
    draft = opening.draft
    worth = status.of_section(kind, body, stretch.parts, draft=draft)
    return Section(
        id=content_id(document, opening.number, stretch.span.start),
        number=opening.number,
        title=opening.title,
        case=opening.case,
        status=worth,
        span=stretch.span,
        pages=source.page_numbers(stretch.span),
        lines=source.lines(stretch.span),
        blocks=tuple(part.block for part in stretch.parts),
        points=_points(source.text, stretch.parts, body, worth, draft=draft),
        outcome=status.outcome(stretch.parts),
        maturity=status.maturity(" ".join(stretch.span.of(source.text).split()), front, draft=draft),
    )


def whole(source: Source, stretch: Stretch, document: str, origin: Origin) -> Section:
    """A paper without §, as one section."""
    worth = status.of_paper(origin.kind, stretch.parts, outside=origin.outside)
    deciding = () if origin.kind is Kind.STATISTIK else stretch.parts  # "Beslut:" over figures is what was counted
    return Section(
        id=content_id(document, "whole"),
        number=None,
        title=origin.title,
        case=origin.case,
        status=worth,
        span=stretch.span,
        pages=source.page_numbers(stretch.span),
        lines=source.lines(stretch.span),
        blocks=tuple(part.block for part in stretch.parts),
        points=_points(source.text, deciding, origin.body, worth, draft=not origin.outside),
    )


def front_page(source: Source, stretch: Stretch, document: str) -> Section:
    """The front page of minutes: who was there, who adjusted, when it was posted."""
    return _plain(source, document, "front", None, None, stretch.span)


def of_notice(source: Source, view: View, stretch: Stretch, document: str) -> tuple[Section, ...]:
    """The items of a notice as sections, what stands around them as one without number; () where there are none."""
    return _of_items(source, stretch, document, agenda.items(view, stretch.first, stretch.end))


def of_contents(source: Source, view: View, stretch: Stretch, document: str) -> tuple[Section, ...]:
    """The § that the list of contents of minutes names, where the minutes themselves are not there; () without a list."""
    return _of_items(source, stretch, document, contents.entries(view, stretch.first, stretch.end))


def _of_items(source: Source, stretch: Stretch, document: str, items: Sequence[Item]) -> tuple[Section, ...]:
    if not items:
        return ()
    starts = [item.span.start for item in items]
    ends = [*starts[1:], stretch.span.end]
    made = [
        Section(
            content_id(document, item.number, start),
            item.number,
            item.title or None,
            item.case,
            Status.INGEN,
            _trimmed(source.text, Span(start, end)),
            source.page_numbers(Span(start, end)),
            source.lines(_trimmed(source.text, Span(start, end))),
        )
        for item, start, end in zip(items, starts, ends, strict=True)
    ]
    before = _trimmed(source.text, Span(stretch.span.start, starts[0]))
    return (_plain(source, document, "before", None, None, before), *made) if before.end > before.start else tuple(made)


def of_register(source: Source, view: View, stretch: Stretch, document: str) -> tuple[Section, ...]:
    """The rows of a list of matters, each from its Dnr at the start of a line to the next; () where there are none."""
    rows = registers.rows(source, view, stretch)
    if not rows:
        return ()
    before = _trimmed(source.text, Span(stretch.span.start, rows[0].span.start))
    made = [_plain(source, document, "before", None, None, before)] if before.end > before.start else []
    return (*made, *(of_row(source, row, document) for row in rows))


def of_row(source: Source, row: Row, document: str) -> Section:
    """A row of a list of matters."""
    return replace(_plain(source, document, "row", None, row.title, row.span), case=row.case)


def _plain(source: Source, document: str, part: str, number: str | None, title: str | None, span: Span) -> Section:
    return Section(
        content_id(document, part, span.start), number, title, None, Status.INGEN, span, source.page_numbers(span), source.lines(span)
    )


def _trimmed(text: str, span: Span) -> Span:
    """Without white space at the end."""
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _points(text: str, parts: Sequence[Part], body: str | None, whole: Status, *, draft: bool) -> tuple[DecisionPoint, ...]:
    found: list[DecisionPoint] = []
    for part in parts:
        if part.block.kind not in (BlockKind.BESLUT, BlockKind.FORSLAG):
            continue
        for point in points_of(part, text):
            proposed = draft or part.block.kind is BlockKind.FORSLAG
            named = part.heading.body if part.heading else None
            worth = Status.FORSLAG if proposed else status.of_decision(f"{point.lead} {point.span.of(text)}", named, body)
            # an item of a list that is only noted ("Tackbrev …") is worth what the § is
            decided = whole if worth is Status.BESLUT and whole in (Status.INFORMATION, Status.INGEN) else worth
            found.append(DecisionPoint(point.label, point.span, decided, point.conditions))
    return tuple(found)
