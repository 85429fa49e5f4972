"""A source → its documents with their sections: a bundle is many documents, an attachment belongs to a matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.documents import Document, Given, Kind, Section, Source, Span, Status, content_id
from indexer.municipalities import kommun_name
from indexer.references import case_numbers, section_references
from indexer.structuring import attachments, lost, meetings, openings, origins, registers, sections, senders, stretches, whose
from indexer.structuring.attachments import Attachment
from indexer.structuring.furniture import Furniture
from indexer.structuring.lines import lines_of
from indexer.structuring.origins import Origin
from indexer.structuring.ownmeetings import Meeting
from indexer.structuring.registers import Row
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_LEAST_FOR_MINUTES = 3
"""So many § in a row are minutes; fewer are extracts from them."""

_HEADLESS = frozenset({Kind.ANNAT, Kind.RAPPORT, Kind.REVISIONSRAPPORT})
"""Papers that may have lost their cover, and with it who wrote them."""

_FAR_APART = 30
"""Numbers farther apart are of two meetings, and nothing is missing between them."""


@dataclass(frozen=True, slots=True)
class _File:
    """All that is known of a file before its documents are built."""

    source: Source
    view: View
    stretches: tuple[Stretch, ...]
    meetings: dict[int, Meeting]
    attachments: dict[int, Attachment]
    municipality: str | None
    given: Given


def documents(source: Source, furniture: Sequence[Furniture], given: Given) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents of a source in order, and what a person should know about them."""
    lines = lines_of(source)
    if not lines:
        return (), ("no text to read",)
    municipality = given.municipality or whose.of_file(source.text)
    view = View.of(source.text, lines, (piece.span for piece in furniture), case_numbers(source.text, municipality))
    cut = tuple(stretches.cut(view, furniture, lost.with_lost(view, openings.find(view))))
    met = meetings.of_sections(view, cut, section_references(source.text))
    file = _File(source, view, cut, met, attachments.tie(view, cut, met), municipality, given)
    found = tuple(document for group in _groups(file) for document in _documents(file, group))
    return found, tuple(_gaps(found))


def _groups(file: _File) -> list[list[int]]:
    """Stretches that are one document: § of one meeting in a row, with the front page before them."""
    groups: list[list[int]] = []
    for index, stretch in enumerate(file.stretches):
        if groups and stretch.opening is not None and _continues(file, groups[-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _continues(file: _File, group: Sequence[int], index: int) -> bool:
    before = file.stretches[group[-1]]
    if before.opening is None:
        return len(group) == 1 and meetings.is_front_of(file.view, before, file.stretches[index])
    one, other = file.meetings[group[-1]], file.meetings[index]
    opening = file.stretches[index].opening
    return (one.body, one.date) == (other.body, other.date) and opening is not None and before.opening.mark == opening.mark


def _documents(file: _File, group: Sequence[int]) -> Iterator[Document]:
    numbered = [index for index in group if file.stretches[index].opening is not None]
    if numbered:
        yield _minutes(file, group, numbered)
        return
    paper = _paper(file, group[0])
    rows = registers.handed_in(file.source, file.view, file.stretches[group[0]]) if paper.kind is Kind.LISTA else ()
    if not rows:
        yield paper
        return
    if paper.span.start < rows[0].span.start:
        # The list holds its papers: it spans them, and says itself only what stands above them.
        yield replace(paper, sections=paper.sections[:1])
    yield from (_handed_in(file, paper, row) for row in rows)


def _handed_in(file: _File, paper: Document, row: Row) -> Document:
    """A paper that stands in a list with others: from no body, of the day it came in."""
    identity = _identity(file, row.span)
    return replace(
        paper,
        id=identity,
        kind=row.kind or Kind.ANNAT,
        body=None,
        date=row.date,
        date_inherited=False,
        title=row.title,
        case=row.case,
        span=row.span,
        pages=file.source.page_numbers(row.span),
        lines=file.source.lines(row.span),
        sections=(sections.of_row(file.source, row, identity),),
        status=Status.INGEN,
    )


def _minutes(file: _File, group: Sequence[int], numbered: Sequence[int]) -> Document:
    """§ of one meeting: minutes, or extracts from them."""
    meeting = file.meetings[numbered[0]]
    has_front = len(group) > len(numbered)
    span = Span(file.stretches[group[0]].span.start, file.stretches[group[-1]].span.end)
    identity = _identity(file, span)
    kind = Kind.PROTOKOLL if has_front or len(numbered) >= _LEAST_FOR_MINUTES else Kind.PROTOKOLLSUTDRAG
    front = file.stretches[group[0]].span.of(file.source.text) if has_front else ""
    made = tuple(_section(file, index, identity, kind, meeting.body, front) for index in group)
    only = next(section for section in made if section.number or section.title) if len(numbered) == 1 else None
    attached = file.attachments.get(numbered[0])
    printed = has_front or any(file.meetings[index].printed for index in numbered)
    return Document(
        id=identity,
        kind=kind,
        municipality=_municipality(file, numbered[0]),
        body=meeting.body,
        date=meeting.date or (file.given.date if attached is None else None),
        date_inherited=meeting.date is not None and not printed,
        title=only.title if only else None,
        case=only.case if only else None,
        parent_case=attached.parent if attached else None,
        span=span,
        pages=file.source.page_numbers(span),
        lines=file.source.lines(span),
        sections=made,
        status=made[0].status if len(made) == 1 else Status.INGEN,
    )


def _paper(file: _File, index: int) -> Document:
    """A paper without §: a notice with its items, a register with its rows, or one section that is the whole."""
    stretch, attached = file.stretches[index], file.attachments[index]
    origin = _placed(file, stretch, attached.origin or origins.of_paper(file.view, stretch, None))
    identity = _identity(file, stretch.span)
    made = _parts(file, stretch, identity, origin)
    return Document(
        id=identity,
        kind=origin.kind,
        municipality=origin.municipality,
        body=origin.body,
        date=origin.date or (file.given.date if len(file.stretches) == 1 else None),
        date_inherited=origin.date is not None and origin.date not in origins.days_in(file.view, stretch.span),
        title=origin.title,
        case=origin.case,
        parent_case=attached.parent,
        span=stretch.span,
        pages=file.source.page_numbers(stretch.span),
        lines=file.source.lines(stretch.span),
        sections=made,
        status=made[0].status if len(made) == 1 else Status.INGEN,
    )


def _placed(file: _File, stretch: Stretch, origin: Origin) -> Origin:
    """With the municipality it is from: the file's own, another that sent it, or none where others did."""
    if origin.kind is Kind.PROTOKOLL:
        meeting = meetings.front_meeting(file.view, stretch)
        origin = replace(origin, body=meeting.body or origin.body, date=meeting.date or origin.date)
    if origin.body is None and not origin.outside and origin.kind in _HEADLESS and origin.title is None:
        name = senders.speaker(stretch.words, file.municipality)
        origin = replace(origin, body=name, outside=name is not None)
    if origin.municipality and origin.municipality != file.municipality:
        return replace(origin, body=kommun_name(origin.municipality))
    return replace(origin, municipality=None if origin.outside else file.municipality)


def _parts(file: _File, stretch: Stretch, identity: str, origin: Origin) -> tuple[Section, ...]:
    made: tuple[Section, ...] = ()
    if origin.kind in (Kind.KALLELSE, Kind.KUNGORELSE):
        made = sections.of_notice(file.source, file.view, stretch, identity)
    elif origin.kind is Kind.PROTOKOLL:
        made = sections.of_contents(file.source, file.view, stretch, identity)
    elif origin.kind is Kind.LISTA:
        made = sections.of_register(file.source, file.view, stretch, identity)
    return made or (sections.whole(file.source, stretch, identity, origin),)


def _identity(file: _File, span: Span) -> str:
    return content_id("document", file.source.file, span.start, span.of(file.source.text))


def _section(file: _File, index: int, document: str, kind: Kind, body: str | None, front: str) -> Section:
    stretch = file.stretches[index]
    if stretch.opening is None:
        return sections.front_page(file.source, stretch, document)
    return sections.numbered(file.source, stretch, document, kind, file.meetings[index].body or body, front)


def _municipality(file: _File, index: int) -> str | None:
    """The file's own, unless the § came enclosed with a letter from another municipality."""
    before = file.attachments.get(index - 1)
    sender = before.origin if before else None
    if sender and sender.kind is Kind.BREV and sender.municipality:
        return sender.municipality
    return file.municipality


def _gaps(found: Sequence[Document]) -> Iterator[str]:
    """Numbers missing between the § of one document."""
    for document in found:
        numbers = [int(section.number.split()[1]) for section in document.sections if section.number and section.number[0] in "§Ä"]
        there = set(numbers)
        missing = [
            str(number)
            for one, other in pairwise(numbers)
            for number in range(one + 1, other)
            if other - one < _FAR_APART and number not in there
        ]
        if missing:
            meeting = " ".join(filter(None, (document.body, document.date))) or "minutes"
            yield f"{meeting}: § {', '.join(missing)} not found between the others"
