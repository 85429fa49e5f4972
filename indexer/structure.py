"""A source → its documents with their sections: a bundle is many documents, an attachment belongs to a matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import attachments, lost, meetings, openings, origins, sections, stretches, whose
from indexer.attachments import Attachment
from indexer.documents import CaseNumber, Document, Given, Kind, Section, Source, Span, Status, content_id
from indexer.furniture import Furniture
from indexer.lines import lines_of
from indexer.meetings import Meeting
from indexer.municipalities import kommun_name
from indexer.openings import View
from indexer.references import case_numbers, section_references
from indexer.stretches import Stretch

_LEAST_FOR_MINUTES = 3
"""So many § in a row are minutes; fewer are extracts from them."""


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
    found = tuple(_document(file, group) for group in _groups(file))
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
        return len(group) == 1 and origins.is_front(before)
    one, other = file.meetings[group[-1]], file.meetings[index]
    opening = file.stretches[index].opening
    return (one.body, one.date) == (other.body, other.date) and opening is not None and before.opening.mark == opening.mark


def _document(file: _File, group: Sequence[int]) -> Document:
    numbered = [index for index in group if file.stretches[index].opening is not None]
    return _minutes(file, group, numbered) if numbered else _paper(file, group[0])


def _minutes(file: _File, group: Sequence[int], numbered: Sequence[int]) -> Document:
    """§ of one meeting: minutes, or extracts from them."""
    meeting = file.meetings[numbered[0]]
    has_front = len(group) > len(numbered)
    kind = Kind.PROTOKOLL if has_front or len(numbered) >= _LEAST_FOR_MINUTES else Kind.PROTOKOLLSUTDRAG
    span = Span(file.stretches[group[0]].span.start, file.stretches[group[-1]].span.end)
    identity = content_id("document", file.source.file, span.start, span.of(file.source.text))
    made = tuple(_section(file, index, identity, kind, meeting.body) for index in group)
    own = [section for section in made if section.number]
    attached = file.attachments.get(numbered[0])
    inherited = meeting.date is not None and not any(file.meetings[index].printed for index in numbered) and not has_front
    title = own[0].title if len(own) == 1 else None
    case = own[0].case if len(own) == 1 else None
    municipality = _municipality(file, numbered[0])
    parent = attached.parent if attached else None
    return _built(
        file, identity, kind, municipality, meeting.body, meeting.date or file.given.date, inherited, title, case, parent, span, made
    )


def _paper(file: _File, index: int) -> Document:
    """A paper without §: a notice with its items, or one section that is the whole."""
    stretch = file.stretches[index]
    attached = file.attachments[index]
    origin = attached.origin or origins.of_paper(file.view, stretch, None)
    identity = content_id("document", file.source.file, stretch.span.start, stretch.span.of(file.source.text))
    if origin.kind is Kind.PROTOKOLL:
        meeting = meetings.front_meeting(file.view, stretch)
        origin = replace(origin, body=meeting.body or origin.body, date=meeting.date or origin.date)
    made = sections.of_notice(file.source, file.view, stretch, identity) if origin.kind in (Kind.KALLELSE, Kind.KUNGORELSE) else ()
    made = made or (sections.whole(file.source, stretch, identity, origin),)
    elsewhere = origin.municipality is not None and origin.municipality != file.municipality
    if elsewhere and origin.municipality:
        origin = replace(origin, body=kommun_name(origin.municipality))
    municipality = None if origin.outside else (origin.municipality or file.municipality)
    inherited = origin.date is not None and origin.date not in origins.days_in(file.view, stretch.span)
    return _built(
        file, identity, origin.kind, municipality, origin.body, origin.date or (file.given.date if len(file.stretches) == 1 else None), inherited,
        origin.title, origin.case, attached.parent, stretch.span, made,
    )  # fmt: skip


def _built(
    file: _File, identity: str, kind: Kind, municipality: str | None, body: str | None, date: str | None, inherited: bool,
    title: str | None, case: CaseNumber | None, parent: CaseNumber | None, span: Span, made: tuple[Section, ...],
) -> Document:  # fmt: skip
    status = made[0].status if len(made) == 1 else Status.INGEN
    return Document(
        identity, kind, municipality, body, date, inherited, title, case, parent, span,
        file.source.page_numbers(span), file.source.lines(span), made, status,
    )  # fmt: skip


def _section(file: _File, index: int, document: str, kind: Kind, body: str | None) -> Section:
    stretch = file.stretches[index]
    if stretch.opening is None:
        return sections.front_page(file.source, stretch, document)
    return sections.numbered(file.source, stretch, document, kind, file.meetings[index].body or body)


def _municipality(file: _File, index: int) -> str | None:
    """The file's own, unless the § came enclosed with a letter from another municipality."""
    before = file.attachments.get(index - 1)
    sender = before.origin if before else None
    if sender and sender.kind is Kind.BREV and sender.municipality and file.stretches[index].under is None:
        return sender.municipality
    return file.municipality


def _gaps(found: Sequence[Document]) -> Iterator[str]:
    """Numbers missing between the § of one document."""
    for document in found:
        numbers = [int(section.number.split()[1]) for section in document.sections if section.number and section.number[0] in "§Ä"]
        missing = [
            str(number) for one, other in zip(numbers, numbers[1:], strict=False) for number in range(one + 1, other) if other - one < 30
        ]
        if missing:
            yield f"{document.body or 'unknown body'} {document.date or ''}: § {', '.join(missing)} not found between the others".replace(
                "  ", " "
            )
