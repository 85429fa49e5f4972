"""What kind of step a § or paper is, by its status, its outcome and what its title announces."""

import re
from collections.abc import Sequence

from indexer import bodies
from indexer.documents import Kind, Outcome, Status
from service.following import titles
from service.following.papers import Paper
from service.following.records import Step, StepKind

INITIATIVES = (Kind.MOTION, Kind.MEDBORGARINITIATIV, Kind.INTERPELLATION, Kind.REMISS)

_HANDED_ON = re.compile(
    r"\b(?:överlämna|remitter|till\b.{0,60}\bför beredning|får ställas|ställas och besvaras|anses anmäld)", re.IGNORECASE | re.DOTALL
)
_ENDED = {
    Outcome.BORDLAGT: StepKind.POSTPONED,
    Outcome.ATERREMISS: StepKind.REFERRED_BACK,
    Outcome.UTGAR: StepKind.DROPPED,
}

DECIDING = (StepKind.DECISION, StepKind.DECISION_AND_PROPOSAL)
OPEN = (StepKind.POSTPONED, StepKind.REFERRED_BACK, StepKind.REFERRED, StepKind.RECEIVED)
PROPOSING = (StepKind.COMMITTEE_PROPOSAL, StepKind.PROPOSAL)
TOLD = (StepKind.INFORMATION, StepKind.REPORT)
"""Steps that move nothing, but for the one by which a body takes note of what was proposed to it."""


def moving(steps: Sequence[Step]) -> list[Step]:
    """The § that moved the matter, in order."""
    found: list[Step] = []
    for step in steps:
        noted = step.kind in TOLD and found and found[-1].kind in PROPOSING and found[-1].recipient == step.body
        if step.held and (step.kind is StepKind.DELEGATED or (step.section and (noted or step.kind not in TOLD))):
            found.append(step)
    return found


def of_section(paper: Paper) -> StepKind:
    """The kind of a § of minutes."""
    section = paper.section
    if paper.is_draft:
        return StepKind.DRAFT
    if section.outcome in _ENDED:
        return _ENDED[section.outcome]
    if section.status is Status.ATERREMISS:
        return StepKind.REFERRED_BACK
    if section.outcome is None and titles.initiates(section.title) and _HANDED_ON.search(_decided(paper)):
        return StepKind.RECEIVED
    if section.status is Status.REMISS:
        return StepKind.REFERRED
    if section.status is Status.FORSLAG:
        return StepKind.COMMITTEE_PROPOSAL if bodies.is_committee(paper.body) else StepKind.PROPOSAL
    if section.status is Status.BESLUT:
        proposes = any(point.status is Status.FORSLAG for point in section.points)
        return StepKind.DECISION_AND_PROPOSAL if proposes else StepKind.DECISION
    if section.status is Status.INFORMATION:
        return StepKind.REPORT if titles.reports(section.title) else StepKind.INFORMATION
    return StepKind.TREATED


def of_paper(paper: Paper) -> StepKind | None:
    """The kind of step that a paper without § is; None for one that only accompanies a step."""
    if paper.document.kind in INITIATIVES:
        return StepKind.INITIATIVE
    proposes = Status.FORSLAG in (paper.section.status, paper.document.status) or paper.section.points
    return StepKind.OFFICERS_PROPOSAL if paper.document.kind is Kind.TJANSTESKRIVELSE and proposes else None


def _decided(paper: Paper) -> str:
    spans = [point.span for point in paper.section.points] or [paper.section.span]
    return " ".join(span.of(paper.stored.source.text) for span in spans)
