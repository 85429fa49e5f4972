"""The steps of a matter out of its papers: each § once, its points quoted, its copies and attachments under it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer import bodies, references
from indexer.documents import Block, BlockKind, Kind, Section, Span, Status
from service.following import kinds
from service.following.belonging import holders
from service.following.extent import Extent, Tie
from service.following.papers import SUMMONS, Paper
from service.following.recipients import recipient
from service.following.records import Attachment, Basis, Cited, Point, Step, StepKind
from service.understanding.wanted import tokens_of

MOST_POINTS = 40
"""Points quoted of one §; a longer decision is a list."""

POINT_WORDS = 300

_DECIDING_BLOCKS = (BlockKind.BESLUT, BlockKind.FORSLAG)


@dataclass(frozen=True, slots=True)
class Told:
    """A step with the paper that tells it, and where it stands in the order; `day` may be that of the step it belongs to."""

    step: Step
    paper: Paper
    day: str
    rank: int


def told(matter: Extent) -> list[Told]:
    """All steps that stand in papers of their own, in order."""
    meetings = _meetings(matter)
    under = _holders(matter.papers, {copy.id: first.id for first, copies in meetings for copy in (first, *copies)})
    found = {first.id: _of_section(first, copies, matter) for first, copies in meetings}
    attached: dict[str, list[Paper]] = {}
    moved: list[Told] = []
    for paper in _belonging(matter):
        kind = None if matter.collecting else kinds.of_paper(paper)
        holder = found.get(under.get(paper.id, "")) or _next_step(paper, list(found.values()))
        if kind:
            moved.append(_of_paper(paper, kind, holder, matter))
        elif holder:
            attached.setdefault(holder.paper.id, []).append(paper)
    steps = [replace(one, step=replace(one.step, attachments=_attachments(attached.get(key, ()), one.paper))) for key, one in found.items()]
    if not steps and not moved:
        moved = [_of_paper(paper, StepKind.TREATED, None, matter) for paper in _accompanying(matter)]
    return sorted((*steps, *_once(moved)), key=_order)


def numbered(steps: Iterable[Told]) -> tuple[Step, ...]:
    """The steps with their numbers."""
    return tuple(replace(one.step, number=at) for at, one in enumerate(sorted(steps, key=_order), 1))


def rank(body: str | None) -> int:
    """Committees before boards before the council, on one day."""
    if body and "fullmäktige" in body.casefold():
        return 5
    if bodies.is_committee(body):
        return 2
    return 4 if body and "styrelsen" in body.casefold() else 3


def _order(one: Told) -> tuple[str, int, int, str, Span]:
    digits = "".join(filter(str.isdigit, one.step.section or ""))
    return one.day, one.rank, int(digits or 0), one.paper.stored.record.file, one.paper.section.span


def _meetings(matter: Extent) -> list[tuple[Paper, list[Paper]]]:
    """Each § with its copies: the minutes before an extract of them, and before a draft for the same meeting."""
    groups: dict[tuple[str | None, ...], list[Paper]] = {}
    for paper in matter.papers:
        if paper.is_minuted and matter.tie(paper):
            groups.setdefault(paper.meeting, []).append(paper)
    found = [sorted(group, key=_authority) for group in groups.values()]
    drafts = [group[0] for group in found if group[0].is_draft]
    made: list[tuple[Paper, list[Paper]]] = []
    overtaken: set[str] = set()
    for first, *copies in found:
        own = [] if first.is_draft or matter.collecting else [draft for draft in drafts if _same_meeting(draft, first)]
        overtaken |= {draft.id for draft in own}
        made.append((first, [*copies, *own]))
    return [(first, copies) for first, copies in made if first.id not in overtaken]


def _next_step(paper: Paper, steps: Sequence[Told]) -> Told | None:
    """Whom a paper in a file of its own was written for: the first § on its day or later, else the last."""
    ordered = sorted(steps, key=_order)
    return next((one for one in ordered if paper.date and one.day >= paper.date), ordered[-1] if ordered else None)


def _same_meeting(paper: Paper, other: Paper) -> bool:
    return (paper.body, paper.date, paper.key) == (other.body, other.date, other.key)


def _authority(paper: Paper) -> tuple[bool, bool, str, Span]:
    return paper.is_draft, paper.document.kind is not Kind.PROTOKOLL, paper.stored.record.file, paper.section.span


def _accompanying(matter: Extent) -> list[Paper]:
    """Papers without § of the matter, and § of other matters that are attached to it; summons are neither."""
    return [paper for paper in matter.papers if paper.document.kind not in SUMMONS and not (paper.is_minuted and matter.tie(paper))]


def _belonging(matter: Extent) -> Iterator[Paper]:
    """The accompanying papers, without a § that only stands in the bundle by chance, and without the papers that go with it."""
    astray: str | None = None
    for paper in sorted(_accompanying(matter), key=lambda paper: (paper.stored.record.file, paper.section.span)):
        if paper.is_minuted:
            astray = None if _is_tied(paper, matter) else paper.stored.record.file
        elif paper.document.kind is Kind.TJANSTESKRIVELSE or paper.key is not None:
            astray = None
        if astray != paper.stored.record.file:
            yield paper


def _is_tied(paper: Paper, matter: Extent) -> bool:
    """Whether a § in the bundle is an attachment in truth: a step names it, or tells its title among its words."""
    if any(one.found and one.found.meeting == paper.meeting for one in matter.names):
        return True
    title = tokens_of(paper.title or "").stems
    own = (one for one in matter.papers if one.is_minuted and matter.tie(one))
    return bool(title) and any(title <= tokens_of(one.text(one.section.span)).stems for one in own)


def _holders(papers: Sequence[Paper], steps: Mapping[str, str]) -> dict[str, str]:
    """Attachment → the § step that it stands under, by ids."""
    by_file: dict[str, list[Paper]] = {}
    for paper in sorted(papers, key=lambda paper: (paper.stored.record.file, paper.section.span)):
        by_file.setdefault(paper.stored.record.file, []).append(paper)
    found: dict[str, str] = {}
    for own in by_file.values():
        pairs = holders(own, lambda paper: paper.id in steps, lambda paper: paper.id not in steps)
        found |= {paper.id: steps[step] for paper, step in pairs}
    return found


def _of_section(paper: Paper, copies: Sequence[Paper], matter: Extent) -> Told:
    section, tie = paper.section, matter.tie(paper) or Tie(Basis.CASE, None)
    kind = kinds.of_section(paper)
    proposes = kind in (*kinds.PROPOSING, StepKind.DRAFT, StepKind.DECISION_AND_PROPOSAL)
    step = Step(
        number=0,
        kind=kind,
        municipality=paper.municipality,
        body=paper.body,
        date=paper.date,
        section=section.number,
        title=paper.title,
        case=_shown(paper),
        status=str(section.status),
        outcome=str(section.outcome) if section.outcome else None,
        maturity=str(section.maturity) if section.maturity else None,
        basis=tie.basis,
        by=tie.by,
        citation=paper.cited(_deciding_span(section)),
        recipient=recipient(paper) if proposes else None,
        points=tuple(_points(paper)),
        votes=tuple(paper.cited(vote.span) for vote in section.votes),
        demands=_quoted(paper, BlockKind.YRKANDE),
        reservations=_quoted(paper, BlockKind.RESERVATION),
        copies=tuple(copy.cited(_deciding_span(copy.section)) for copy in copies),
    )
    return Told(step, paper, paper.date or "", rank(paper.body))


def _of_paper(paper: Paper, kind: StepKind, holder: Told | None, matter: Extent) -> Told:
    own = matter.tie(paper)
    step = Step(
        number=0,
        kind=kind,
        municipality=paper.municipality,
        body=paper.body,
        date=paper.date,
        section=None,
        title=paper.title,
        case=_shown(paper),
        status=str(paper.section.status if paper.section.status is not Status.INGEN else paper.document.status),
        outcome=None,
        maturity=None,
        basis=own.basis if own else Basis.ATTACHED,
        by=own.by if own else holder.paper.where if holder else None,
        citation=paper.cited(_deciding_span(paper.section)),
        points=tuple(_points(paper)),
    )
    day = paper.date or (holder.day if holder else "")
    return Told(step, paper, day, 0 if kind is StepKind.INITIATIVE else 1)


def _once(papers: Sequence[Told]) -> Iterator[Told]:
    """A paper that is attached to several § once, where it stands first."""
    seen = set()
    for one in sorted(papers, key=_order):
        key = (one.step.kind, one.step.title, one.step.date, one.step.body)
        if key not in seen or one.step.date is None:
            seen.add(key)
            yield one


def _attachments(papers: Iterable[Paper], holder: Paper) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(
            title=paper.title,
            kind=str(paper.document.kind),
            case=_shown(paper) if paper.key != holder.key else None,
            issuer=paper.where if paper.is_minuted else paper.body,
            date=paper.date,
            citation=paper.cited(paper.section.span),
        )
        for paper in papers
    )


def _shown(paper: Paper) -> str | None:
    return references.shown(paper.section.case) if paper.section.case else None


def _points(paper: Paper) -> Iterator[Point]:
    """What a § decides or proposes: its points with their conditions, else its deciding part as one."""
    section = paper.section
    for point in section.points[:MOST_POINTS]:
        end = max([point.span.end, *(one.end for one in point.conditions if one.start >= point.span.start)])
        yield _point(paper, point.label, point.status, Span(point.span.start, end))
    if not section.points and paper.is_minuted:
        for block in _blocks(section, *_DECIDING_BLOCKS)[:1]:
            yield _point(paper, None, section.status, block.span)


def _point(paper: Paper, label: str | None, status: Status, span: Span) -> Point:
    words = paper.text(span).split()
    text = " ".join(words[:POINT_WORDS]) + (" …" if len(words) > POINT_WORDS else "")
    return Point(label, str(status), text, paper.cited(span, POINT_WORDS))


def _blocks(section: Section, *wanted: BlockKind) -> list[Block]:
    return [block for block in section.blocks if block.kind in wanted and block.span.end > block.span.start]


def _quoted(paper: Paper, kind: BlockKind) -> tuple[Cited, ...]:
    """The blocks of a kind, each in the parts that stand together."""
    parts = (part for block in _blocks(paper.section, kind) for part in paper.pieces(block.span))
    return tuple(paper.cited(part, POINT_WORDS) for part in parts)


def _deciding_span(section: Section) -> Span:
    """Where the words stand that a step is cited by: its points, else the part that decides, else how it begins."""
    if section.points:
        return Span(section.points[0].span.start, section.points[-1].span.end)
    return next((block.span for block in _blocks(section, *_DECIDING_BLOCKS)), section.span)
