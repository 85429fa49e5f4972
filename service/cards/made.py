"""A § made a card: its own words by the parts they stand in. What other § say of it is given by whoever has looked them up."""

from collections.abc import Iterator, Sequence

from indexer.documents import BlockKind, Maturity, Outcome, Page, Span, Status
from indexer.particulars import FactKind, LinkKind
from service.cards.records import Act, Ballot, Bound, Card, Member
from service.minuted import voted
from service.minuted.section import Minuted, first_paragraph, lines_of, paragraphs_of, points
from service.registers.entries import Entry
from service.serving.reference import reference

_CHANGES = (LinkKind.REPLACES, LinkKind.REPEALS, LinkKind.SUPPLEMENTS)
_UNFINISHED = (Outcome.BORDLAGT, Outcome.ATERREMISS, Outcome.UTGAR)
_BY_NAME = (FactKind.JA, FactKind.NEJ)
_KINDS = (FactKind.JA, FactKind.NEJ, FactKind.AVSTOD, FactKind.RESERVATION, FactKind.JAV, FactKind.DELTOG_INTE)
_NOT_FINAL = {
    Maturity.UTKAST: "Utkast: protokollet är inte fört, och här är inget beslutat.",
    Maturity.OJUSTERAT: "Ojusterat: protokollet kan ändras.",
}
_PROPOSAL = "Förslag till ett annat organ, inget beslut."
_PUT_OFF = "Ärendet sköts upp."
_OCR = "Texten är läst maskinellt ur en bild (OCR) och kan innehålla fel."
_CORRECTED = "En person har rättat uppgifter om paragrafen."


def card(
    one: Minuted,
    entry: Entry | None,
    replaces: Sequence[Bound] = (),
    replaced_by: Sequence[Bound] = (),
    settled: str | None = None,
) -> Card:
    """The card of a §. `entry` tells what the front page of the minutes says of its members."""
    section, document = one.section, one.document
    return Card(
        reference=reference(document, section, file=one.stored.record.file),
        title=section.title,
        municipality=one.municipality,
        body=document.body,
        date=document.date,
        number=section.number,
        case=one.case,
        kind=str(document.kind),
        status=str(section.status),
        outcome=str(section.outcome) if section.outcome else None,
        maturity=str(section.maturity) if section.maturity else None,
        cautions=tuple(_cautions(one)),
        points=points(one),
        moved=paragraphs_of(one, BlockKind.YRKANDE),
        ballots=tuple(_ballots(one)),
        acts=tuple(_acts(one, entry)),
        notes=paragraphs_of(one, BlockKind.PROTOKOLLSANTECKNING),
        basis=lines_of(one, BlockKind.BESLUTSUNDERLAG),
        recipients=lines_of(one, BlockKind.EXPEDIERING),
        approved=document.approval.date if document.approval and not one.is_draft else None,
        notice_up=document.notice.up if document.notice else None,
        notice_down=document.notice.down if document.notice else None,
        replaces=tuple(replaces),
        replaced_by=tuple(replaced_by),
        settled=settled,
        file=one.stored.record.file,
        document_id=document.id,
        section_id=section.id,
        pages=section.pages,
        lines=section.lines,
        url=one.stored.record.given.url,
    )


def bonds(one: Minuted) -> Iterator[tuple[Bound, str | None, str | None]]:
    """What the decision changes, as it says: with the number and day of the § where it names one."""
    for link in one.section.links:
        if link.kind in _CHANGES and not link.proposed:
            yield Bound(link.kind, one.quoted(point_around(one, link.span))), link.number, link.date


def point_around(one: Minuted, span: Span) -> Span:
    """The point that a place stands in: by itself it says too little."""
    held = (point.span for point in one.section.points if point.span.holds(span))
    return first_paragraph(one, next(held, span))


def _cautions(one: Minuted) -> Iterator[str]:
    """What a reader must know before relying on the card."""
    section = one.section
    if section.maturity in _NOT_FINAL:
        yield _NOT_FINAL[section.maturity]
    elif section.status is Status.FORSLAG:
        yield _PROPOSAL
    if section.outcome in _UNFINISHED or section.status is Status.ATERREMISS:
        yield _PUT_OFF
    if any(page.ocr for page in _pages(one)):
        yield _OCR
    if section.corrected:
        yield _CORRECTED


def _pages(one: Minuted) -> Iterator[Page]:
    first, last = one.section.pages
    return (page for page in one.stored.source.pages if first <= page.number <= last)


def _ballots(one: Minuted) -> Iterator[Ballot]:
    section = one.section
    told = voted.spans(one.stored.source.text, section.span, section.votes)
    for vote, span in zip(section.votes, told, strict=True):
        yield Ballot(one.quoted(span), vote.yes, vote.no, vote.abstained, vote.shares)


def _acts(one: Minuted, entry: Entry | None) -> Iterator[Act]:
    """What members did, those of one kind and place together, in the order of the text."""
    found: dict[tuple[FactKind, Span], list[Member]] = {}
    for act in entry.acts if entry else ():
        found.setdefault((act.kind, act.span), []).extend([Member(act.person, act.party)] if act.person or act.party else [])
    for fact in one.section.facts:
        if fact.kind in _BY_NAME and fact.person:
            name = one.quoted(fact.person).text
            found.setdefault((fact.kind, fact.span), []).append(Member(name, fact.party))
    for (kind, span), members in sorted(found.items(), key=lambda each: (_KINDS.index(each[0][0]), each[0][1])):
        yield Act(kind, tuple(members), one.quoted(span))
