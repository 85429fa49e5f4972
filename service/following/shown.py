"""A matter's way as the plain values that the JSON API and `--json` give.

Lines are None where a file has no lines of its own (only text files do).
"""

from dataclasses import asdict

from service.following.records import Attachment, Candidate, Case, Choice, Cited, Gap, Number, Order, Point, Relation, Step
from service.shown import LINED


def followed(found: Case | Choice) -> dict[str, object]:
    """The matter; or, where the Dnr fits several, the candidates and nothing else."""
    if isinstance(found, Choice):
        return {**_EMPTY, "asked": found.asked, "candidates": [candidate(one) for one in found.candidates]}
    return {
        "asked": found.asked,
        "read_as": found.read_as,
        "case": found.case,
        "municipality": found.municipality,
        "title": found.title,
        "standing": found.standing,
        "collecting": found.collecting,
        "numbers": [number(one) for one in found.numbers],
        "steps": [step(one) for one in found.steps],
        "gaps": [gap(one) for one in found.gaps],
        "relations": [relation(one) for one in found.relations],
        "orders": [order(one) for one in found.orders],
        "candidates": [],
    }


_EMPTY: dict[str, object] = {
    "asked": "",
    "read_as": None,
    "case": None,
    "municipality": None,
    "title": None,
    "standing": None,
    "collecting": False,
    "numbers": [],
    "steps": [],
    "gaps": [],
    "relations": [],
    "orders": [],
    "candidates": [],
}


def candidate(one: Candidate) -> dict[str, object]:
    """A matter that the Dnr may mean."""
    return asdict(one)


def number(one: Number) -> dict[str, object]:
    """A Dnr that the matter goes by."""
    return {"case": one.case, "basis": str(one.basis), "by": one.by}


def step(one: Step) -> dict[str, object]:
    """One step with all that is quoted of it."""
    return {
        "number": one.number,
        "kind": str(one.kind),
        "municipality": one.municipality,
        "body": one.body,
        "date": one.date,
        "section": one.section,
        "title": one.title,
        "case": one.case,
        "status": one.status,
        "outcome": one.outcome,
        "maturity": one.maturity,
        "held": one.held,
        "inferred": one.inferred,
        "basis": str(one.basis),
        "by": one.by,
        "recipient": one.recipient,
        "points": [point(each) for each in one.points],
        "votes": [cited(each) for each in one.votes],
        "demands": [cited(each) for each in one.demands],
        "reservations": [cited(each) for each in one.reservations],
        "attachments": [attachment(each) for each in one.attachments],
        "copies": [cited(each) for each in one.copies],
        "citation": cited(one.citation),
    }


def point(one: Point) -> dict[str, object]:
    """A decision point."""
    return {"label": one.label, "status": one.status, "text": one.text, "citation": cited(one.citation)}


def attachment(one: Attachment) -> dict[str, object]:
    """A paper that belongs to a step."""
    return {
        "title": one.title,
        "kind": one.kind,
        "case": one.case,
        "issuer": one.issuer,
        "date": one.date,
        "citation": cited(one.citation),
    }


def gap(one: Gap) -> dict[str, object]:
    """Something that is lacking."""
    return {
        "missing": str(one.missing),
        "body": one.body,
        "date": one.date,
        "section": one.section,
        "text": one.text,
        "citation": cited(one.citation) if one.citation else None,
    }


def relation(one: Relation) -> dict[str, object]:
    """Another decision that a step changes, or that changes a step."""
    return {
        "bond": str(one.bond),
        "body": one.body,
        "date": one.date,
        "section": one.section,
        "case": one.case,
        "title": one.title,
        "held": one.held,
        "proposed": one.proposed,
        "step": one.step,
        "citation": cited(one.citation),
    }


def order(one: Order) -> dict[str, object]:
    """Something that was ordered."""
    return {
        "text": one.text,
        "deadline": one.deadline,
        "step": one.step,
        "reported": one.reported,
        "sure": one.sure,
        "citation": cited(one.citation),
    }


def cited(one: Cited) -> dict[str, object]:
    """Where something stands."""
    lined = one.file.casefold().endswith(LINED)
    return {
        "file": one.file,
        "section_id": one.section_id,
        "page": one.page,
        "lines": list(one.lines) if lined else None,
        "quote": one.quote,
    }
