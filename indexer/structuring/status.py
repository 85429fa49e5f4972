"""What a § or paper is worth: from the deciding body, the form of paper and the place in it, never the verb alone.

A committee's text that goes on to its board is a proposal however it is worded; a board that "föreslår
kommunfullmäktige" has proposed; what only lies on the table ("läggs till handlingarna") is information.
"""

import re
from collections.abc import Sequence

from indexer import bodies
from indexer.damage import any_of, compiled
from indexer.deciding import DECIDES, names_who
from indexer.documents import BlockKind, Document, Kind, Maturity, Outcome, Role, Section, Status
from indexer.structuring.blocks import Part

MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
PAPERS = frozenset(
    {
        Kind.KALLELSE,
        Kind.KUNGORELSE,
        Kind.LISTA,
        Kind.STATISTIK,
        Kind.PLAN,
        Kind.POLICY,
        Kind.BUDGET,
        Kind.RAPPORT,
        Kind.REVISIONSRAPPORT,
        Kind.AVTAL,
    }
)
"""Papers that decide nothing, whatever headings they hold."""

_REFERRED = compiled(rf"\b(?:{any_of('återremitteras', 'återremittera', 'återremitterar', 'återremitterades')})\b")
_SENT_OUT = compiled(r"\b(?:remitteras|remittera|remitterar)\b")
_OPEN = compiled(rf"{any_of('ärendet lämnas öppet', 'lämnar ärendet öppet', 'lämnas utan eget förslag', 'avstår från att lämna förslag')}")
_PROPOSES = compiled(
    rf"\b(?:{any_of('föreslår', 'föreslås', 'föreslå', 'föreslog', 'hemställer', 'rekommenderas', 'tillstyrker', 'tillstyrks')})\b"
)
_NOTED = (
    "till handlingarna",
    "tagit del av",
    "tar del av",
    "noteras",
    "noterar",
    "tas emot",
    "mottagits",
    "är mottagen",
    "är mottaget",
    "till protokollet",
    "tackar för",
)
_ONLY_TAKEN_NOTE = compiled(any_of(*_NOTED))
_NEXT_BODY = compiled(
    rf"\b(?:{any_of('nämnden', 'styrelsen', 'kommunstyrelsen', 'kommunfullmäktige', 'fullmäktige', '*nämnden', '*styrelsen')})\b"
)
_OWN = compiled(
    rf"\b(?:{any_of('arbetsutskottet', 'utskottet', '*utskottet', 'presidiet')})\s+(?:{any_of('beslutar', 'beslutade', 'beslutar att')})\b"
)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_RESOLVES = compiled(r"\bbeslutar\b")

_OUTCOMES: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    (Outcome.ATERREMISS, ("återremitteras", "återremittera ärendet", "återremitterar")),
    (Outcome.BORDLAGT, ("bordläggs", "bordlägga", "bordlägger", "bordlades")),
    (Outcome.UTGAR, ("utgår", "ärendet utgår", "dras tillbaka")),
    (Outcome.DELVIS_BIFALL, ("delvis bifall", "bifalls delvis", "delvis bifalls")),
    (Outcome.BESVARAD, ("anses besvarad", "anses besvarat", "är besvarad", "besvarad", "besvarat")),
    (Outcome.AVSLAG, ("avslås", "avslå", "avslår", "avslogs")),
    (Outcome.BIFALL, ("bifalls", "bifalla", "bifaller", "bifall till motionen")),
    (Outcome.ANTAGET, ("antas", "anta", "antar", "antogs")),
    (Outcome.GODKANT, ("godkänns", "godkänna", "godkänner", "godkändes", "fastställs", "fastställer", "fastställa")),
    (Outcome.NOTERAT, ("till handlingarna", "tar del av", "tagit del av", "noteras", "tas emot")),
)
_ENDINGS = tuple((outcome, compiled(rf"\b(?:{any_of(*words)})\b")) for outcome, words in _OUTCOMES)
_NOT_YET = compiled(rf"\b(?:{any_of('ojusterat', 'ej justerat', 'inte justerat')})\b")
_ADJUSTED = compiled(
    any_of("protokollet är justerat", "protokollet har justerats", "anslag/bevis", "bevis om anslag", "justerat protokoll")
)
_SIGNED = compiled(r"\bparagrafen\s+\S{1,2}\s+digitalt\s+justerad\b")
"""What stands at the foot of an extract."""
_AT_ONCE = compiled(rf"{any_of('omedelbart justerad', 'omedelbar justering', 'justeras omedelbart', 'förklaras omedelbart justerad')}")


def of_section(kind: Kind, body: str | None, parts: Sequence[Part], *, draft: bool = False) -> Status:
    """The status of a § (or of a whole paper) from its blocks."""
    decisions = [part for part in parts if part.block.kind is BlockKind.BESLUT]
    proposals = [part for part in parts if part.block.kind is BlockKind.FORSLAG]
    if kind in PAPERS:
        return Status.INGEN
    if kind is Kind.REMISS:
        return Status.REMISS
    if draft or kind is Kind.TJANSTESKRIVELSE:
        return Status.FORSLAG if proposals or decisions else Status.INGEN
    if decisions:
        statuses = {of_decision(part.words(), part.heading.body if part.heading else None, body) for part in decisions}
        return next(status for status in _WEIGHT if status in statuses)
    if proposals:
        return Status.FORSLAG
    return _without_heading(parts, body)


def _without_heading(parts: Sequence[Part], body: str | None) -> Status:
    """ "Nämnden tar del av informationen.": where no heading says so, a sentence that the body begins may decide."""
    for part in parts:
        if part.block.kind is not BlockKind.TEXT:
            continue
        for sentence in _SENTENCE_END.split(part.words()):
            if names_who(sentence) and (DECIDES.search(sentence) or _ONLY_TAKEN_NOTE.search(sentence) or _RESOLVES.search(sentence)):
                return of_decision(sentence, None, body)
    return Status.INGEN


def of_paper(kind: Kind, parts: Sequence[Part], *, outside: bool) -> Status:
    """The status of a paper without §: what an authority decides is decided, what an officer writes is proposed."""
    headings = {part.heading.kind for part in parts if part.heading}
    if kind is Kind.REMISS:
        return Status.REMISS
    if kind in PAPERS:
        return Status.INGEN
    if kind is Kind.PROTOKOLL or outside:
        return Status.BESLUT if BlockKind.BESLUT in headings else (Status.FORSLAG if BlockKind.FORSLAG in headings else Status.INGEN)
    return Status.FORSLAG if headings & {BlockKind.BESLUT, BlockKind.FORSLAG} else Status.INGEN


_WEIGHT = (Status.ATERREMISS, Status.FORSLAG, Status.BESLUT, Status.REMISS, Status.INFORMATION, Status.INGEN)


def of_decision(text: str, named: str | None, body: str | None) -> Status:
    """The status of what stands under a decision heading; `named` is the body in the heading, `body` the meeting's."""
    if _OPEN.search(text):
        return Status.INGEN
    if _REFERRED.search(text):
        return Status.ATERREMISS
    if bodies.is_committee(named) or (named is None and bodies.is_committee(body)):
        return _of_committee(text)
    if _PROPOSES.search(text) and _NEXT_BODY.search(text) and not _starts_with_own_decision(text):
        return Status.FORSLAG
    if _SENT_OUT.search(text) and not DECIDES.search(text):
        return Status.REMISS
    if _ONLY_TAKEN_NOTE.search(text) and not DECIDES.search(text):
        return Status.INFORMATION
    return Status.BESLUT if text.strip() else Status.INGEN


def _of_committee(text: str) -> Status:
    """A committee proposes where it speaks of another body; else, or in its own name, it decides what is its own."""
    if _PROPOSES.search(text) or (_NEXT_BODY.search(text) and not _OWN.search(text)):
        return Status.FORSLAG
    if _ONLY_TAKEN_NOTE.search(text) and not DECIDES.search(text):
        return Status.INFORMATION
    return Status.BESLUT if text.strip() else Status.INGEN


def _starts_with_own_decision(text: str) -> bool:
    """ "Kommunstyrelsen godkänner ... och föreslår kommunfullmäktige ..." decides first; the rest is a point of its own."""
    proposal, decision = _PROPOSES.search(text), DECIDES.search(text)
    return bool(proposal and decision and decision.start() < proposal.start() and "." in text[decision.end() : proposal.start()])


def outcome(parts: Sequence[Part]) -> Outcome | None:
    """How the matter ended, as its decision (or else its proposal) words it; None where it says more than one thing."""
    for kind in (BlockKind.BESLUT, BlockKind.FORSLAG):
        words = " ".join(part.words() for part in parts if part.block.kind is kind)
        if words:
            return next((ending for ending, pattern in _ENDINGS if pattern.search(words)), None)
    return None


def maturity(text: str, front: str = "", *, draft: bool) -> Maturity | None:
    """How final the minutes are, where the § itself says it, or else their front page."""
    if draft:
        return Maturity.UTKAST
    if _AT_ONCE.search(text):
        return Maturity.OMEDELBART_JUSTERAT
    if _NOT_YET.search(front):
        return Maturity.OJUSTERAT
    return Maturity.JUSTERAT if _ADJUSTED.search(front) or _SIGNED.search(text) else None


def role(document: Document, section: Section, block_kind: BlockKind, point_status: Status | None = None) -> Role:
    """Whose words a passage holds: of the decision itself, a proposal, a motion in the debate, the background."""
    if document.kind not in MINUTES and document.kind is not Kind.TJANSTESKRIVELSE:
        return Role.BESLUT if block_kind is BlockKind.BESLUT and section.status is Status.BESLUT else Role.BILAGA
    if block_kind in (BlockKind.BESLUT, BlockKind.FORSLAG):
        return _role_of(point_status or section.status)
    if block_kind in (BlockKind.YRKANDE, BlockKind.RESERVATION, BlockKind.PROTOKOLLSANTECKNING):
        return Role.YRKANDE
    return Role.BAKGRUND


def _role_of(status: Status) -> Role:
    if status is Status.FORSLAG:
        return Role.FORSLAG
    return Role.BAKGRUND if status is Status.INGEN else Role.BESLUT
