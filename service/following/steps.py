"""The steps of a matter out of its papers: each § once, its points quoted, its copies and attachments under it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import bodies
from indexer.documents import BlockKind, Kind, Span, Status
from service.following import kinds
from service.following.accompanying import accompanying, belonging, holders_of
from service.following.extent import Extent, Tie
from service.following.papers import Paper
from service.following.quoted import POINT_WORDS, attachments, blocks_of, deciding_span, points, shown
from service.following.recipients import recipient
from service.following.records import Basis, Step, StepKind
from service.minuted import voted


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
    under = holders_of(matter.papers, {copy.id: first.id for first, copies in meetings for copy in (first, *copies)})
    found = {first.id: _of_section(first, copies, matter) for first, copies in meetings}
    attached: dict[str, list[Paper]] = {}
    moved: list[Told] = []
    for paper in belonging(matter):
        kind = None if matter.collecting else kinds.of_paper(paper)
        holder = found.get(under.get(paper.id, "")) or _next_step(paper, list(found.values()))
        if kind:
            moved.append(_of_paper(paper, kind, holder, matter))
        elif holder:
            attached.setdefault(holder.paper.id, []).append(paper)
    steps = [replace(one, step=replace(one.step, attachments=attachments(attached.get(key, ()), one.paper))) for key, one in found.items()]
    if not steps and not moved:
        moved = [_of_paper(paper, StepKind.TREATED, None, matter) for paper in accompanying(matter)]
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
        case=shown(paper),
        status=str(section.status),
        outcome=str(section.outcome) if section.outcome else None,
        maturity=str(section.maturity) if section.maturity else None,
        basis=tie.basis,
        by=tie.by,
        citation=paper.cited(deciding_span(section)),
        recipient=recipient(paper) if proposes else None,
        points=tuple(points(paper)),
        votes=tuple(paper.cited(span, POINT_WORDS) for span in voted.spans(paper.stored.source.text, section.span, section.votes)),
        demands=blocks_of(paper, BlockKind.YRKANDE),
        reservations=blocks_of(paper, BlockKind.RESERVATION),
        copies=tuple(copy.cited(deciding_span(copy.section)) for copy in copies),
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
        case=shown(paper),
        status=str(paper.section.status if paper.section.status is not Status.INGEN else paper.document.status),
        outcome=None,
        maturity=None,
        basis=own.basis if own else Basis.ATTACHED,
        by=own.by if own else holder.paper.where if holder else None,
        citation=paper.cited(deciding_span(paper.section)),
        points=tuple(points(paper)),
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
