"""Where a matter stands, in one or two sentences: decided, proposed, put off, and what is not known."""

from collections.abc import Iterable, Sequence

from indexer.documents import Maturity
from service.following import kinds
from service.following.records import Bond, Relation, Step, StepKind

GATHERED = "Under numret samlas skilda saker; varje paragraf står för sig."

_WORDS = {
    StepKind.POSTPONED: "Bordlagt",
    StepKind.REFERRED_BACK: "Återremitterat",
    StepKind.REFERRED: "Remitterat",
    StepKind.DROPPED: "Utgick ur dagordningen",
    StepKind.RECEIVED: "Mottaget för beredning",
    StepKind.TREATED: "Behandlat utan beslut som kan läsas ut",
    StepKind.INFORMATION: "Noterat",
    StepKind.REPORT: "Återrapporterat",
}
_LATER = "Ett senare beslut finns inte i de indexerade handlingarna."


def standing(steps: Sequence[Step], relations: Iterable[Relation]) -> str:
    """The last step that moved the matter, and what has become of it."""
    moving = kinds.moving(steps)
    if not moving:
        return _without_decision(steps)
    last = moving[-1]
    said = [_said(last, moving)]
    if last.maturity == Maturity.OJUSTERAT:
        said.append("Protokollet är ojusterat.")
    said += _changed(steps, relations)
    return " ".join(said)


def _said(last: Step, moving: Sequence[Step]) -> str:
    if last.kind is StepKind.DELEGATED:
        return f"Beslutat på delegation {last.date}, redovisat: {last.by}."
    to = f" till {_small(last.recipient)}" if last.recipient else ""
    if last.kind is StepKind.DECISION:
        ended = f" (utgång: {last.outcome})" if last.outcome else ""
        return f"Beslutat: {last.where}{ended}."
    if last.kind is StepKind.DECISION_AND_PROPOSAL:
        return f"Beslutat i en del och föreslaget{to} i en annan: {last.where}. {_LATER}"
    if last.kind is StepKind.DRAFT:
        return f"Förslag inför {_small(last.body or 'ett sammanträde')} {last.date or ''}; protokollet från sammanträdet finns inte här."
    if last.kind in kinds.PROPOSING:
        decided = [step for step in moving if step.kind in kinds.DECIDING]
        before = f" Dessförinnan beslutat: {decided[-1].where}." if decided else ""
        return f"Förslag{to}: {last.where}. Ett beslut finns inte i de indexerade handlingarna.{before}"
    return f"{_WORDS[last.kind]}: {last.where}." + ("" if last.kind in kinds.TOLD else f" {_LATER}")


def _changed(steps: Sequence[Step], relations: Iterable[Relation]) -> list[str]:
    """What later decisions did to the matter's own."""
    bonds = (Bond.REPLACED_BY, Bond.REPEALED_BY)
    found = [one for one in relations if one.bond in bonds and not one.proposed]
    return [f"{steps[one.step - 1].section or 'Beslutet'} {one.bond} {_place(one)}." for one in found]


def _place(relation: Relation) -> str:
    return " ".join(part for part in (relation.body, relation.date, relation.section) if part)


def _without_decision(steps: Sequence[Step]) -> str:
    if any(step.section for step in steps):
        return f"Redovisat: {[step for step in steps if step.section][-1].where}. Inget beslut i sak finns i de indexerade handlingarna."
    if not steps:
        return "Ärendet står bara i en kallelse; inget protokoll om det finns i de indexerade handlingarna."
    return "Ingen paragraf i ärendet finns i de indexerade handlingarna, bara handlingar till det."


def _small(body: str) -> str:
    return f"{body[0].lower()}{body[1:]}"
