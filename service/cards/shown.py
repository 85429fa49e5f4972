"""Cards as the plain values that the JSON API and `--json` give."""

from collections.abc import Sequence

from service.cards.parts import member
from service.cards.records import Act, Ballot, Bound, Card
from service.changes.shown import point
from service.minuted.section import Quoted
from service.shown import countable


def told(cards: Sequence[Card]) -> dict[str, object]:
    """The cards as the API and `--json` show them."""
    return {"cards": [_card(card) for card in cards]}


def _card(card: Card) -> dict[str, object]:
    return {
        "reference": card.reference,
        "title": card.title,
        "municipality": card.municipality,
        "body": card.body,
        "date": card.date,
        "section": card.number,
        "case": card.case,
        "kind": card.kind,
        "status": card.status,
        "outcome": card.outcome,
        "maturity": card.maturity,
        "cautions": list(card.cautions),
        "points": [point(each, card.file) for each in card.points],
        "moved": [_quoted(each, card.file) for each in card.moved],
        "votes": [_ballot(each, card.file) for each in card.ballots],
        "acts": [_act(each, card.file) for each in card.acts],
        "notes": [_quoted(each, card.file) for each in card.notes],
        "basis": [each.text for each in card.basis],
        "recipients": [each.text for each in card.recipients],
        "approved": card.approved,
        "notice_up": card.notice_up,
        "notice_down": card.notice_down,
        "replaces": [_bound(each, card.file) for each in card.replaces],
        "replaced_by": [_bound(each, each.file or card.file) for each in card.replaced_by],
        "settled": card.settled,
        "file": card.file,
        "document": card.document_id,
        "section_id": card.section_id,
        "page": card.pages[0],
        "lines": countable(card.file, card.lines),
        "url": card.url,
    }


def _quoted(quoted: Quoted, file: str) -> dict[str, object]:
    return {"text": quoted.text, "page": quoted.page, "lines": countable(file, quoted.lines)}


def _ballot(ballot: Ballot, file: str) -> dict[str, object]:
    counts = {"yes": ballot.yes, "no": ballot.no, "abstained": ballot.abstained, "shares": list(ballot.shares)}
    return {**counts, "quote": _quoted(ballot.quoted, file)}


def _act(act: Act, file: str) -> dict[str, object]:
    return {
        "kind": str(act.kind),
        "members": [{"name": one.name, "party": one.party, "shown": member(one)} for one in act.members],
        "quote": _quoted(act.quoted, file),
    }


def _bound(bound: Bound, file: str) -> dict[str, object]:
    return {
        "kind": str(bound.kind),
        "reference": bound.reference,
        "file": bound.file,
        "section_id": bound.section_id,
        "quote": _quoted(bound.quoted, file),
    }
