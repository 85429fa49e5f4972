"""The answer to a question that asks for all records of a kind: counted, listed, each line cited, and what was searched.

The list is complete or says what is lacking; of a long one the text shows the first lines and the record all of them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.documents import Outcome
from indexer.index import Access, FileRecord, Filters, Held, Index
from service.coverage import sentence
from service.records import Answer, Citation, Claim, Coverage, Hit, Listed, Listing, Question, Timing
from service.registers.citedlines import CitedLine, cited_lines, where
from service.registers.entries import MINUTES
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry, inquiry
from service.registers.listings import drawn
from service.registers.listlines import Drawn, Line
from service.resources import Resources

MODE = "listing"

TEXT_WORDS = 80
"""Words of the text, as of every answer; the rest of the list stands beside it."""

MOST_LINES = 500
"""Lines of one list; what is beyond is counted."""

PART_WORDS = 5
"""Words of "; 12 av 31 visas"."""

_NOUNS: Mapping[Subject, tuple[str, str]] = {
    Subject.JAV: ("jävsanmälan", "jävsanmälningar"),
    Subject.RESERVATIONS: ("reservation", "reservationer"),
    Subject.STAYED_OUT: ("ledamot som inte deltog i beslutet", "ledamöter som inte deltog i beslutet"),
    Subject.ABSTAINED: ("ledamot som avstod", "ledamöter som avstod"),
    Subject.VOTES: ("votering", "voteringar"),
    Subject.DECISIONS: ("paragraf med beslut", "paragrafer med beslut"),
    Subject.DELEGATED: ("delegationsbeslut", "delegationsbeslut"),
    Subject.OPEN_MOTIONS: ("obesvarad motion", "obesvarade motioner"),
    Subject.AT_ONCE: ("omedelbart justerad paragraf", "omedelbart justerade paragrafer"),
    Subject.REPLACED: ("beslut som ersätter ett tidigare", "beslut som ersätter tidigare"),
}
_ENDED: Mapping[Outcome, tuple[str, str]] = {
    Outcome.ATERREMISS: ("återremiss", "återremisser"),
    Outcome.BORDLAGT: ("bordläggning", "bordläggningar"),
    Outcome.BIFALL: ("bifall", "bifall"),
    Outcome.AVSLAG: ("avslag", "avslag"),
    Outcome.BESVARAD: ("svar", "svar"),
    Outcome.UTGAR: ("ärende som utgick", "ärenden som utgick"),
}
_LACKING: Mapping[str, tuple[str, str, str]] = {
    "delegat": ("redovisat delegationsbeslut", "redovisade delegationsbeslut", "anges ingen delegat"),
    "dag": ("redovisat delegationsbeslut", "redovisade delegationsbeslut", "anges ingen dag"),
    "namn": ("nedlagd röst", "nedlagda röster", "anges inget namn"),
    "beslut": ("paragraf", "paragrafer", "är beslutet ett förslag till ett annat organ"),
    "senare protokoll": ("motion", "motioner", "når fullmäktiges indexerade protokoll inte så långt fram"),
    "diarienummer": ("motion", "motioner", "anges inget diarienummer att följa"),
}
"""What records lack: the record, several of them, and what is said of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A list with its text and citations, or the reason why there is none; `filters` are what was searched."""

    filters: Filters
    listing: Listing
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    reason: str | None
    dropped: int = 0


def listed(question: Question, bodies: Collection[str], resources: Resources, access: Access, today: date) -> Made | None:
    """The list that the question asks for; None where it asks for none, or for one of a matter that no record names."""
    asked = inquiry(question, bodies, today)
    if asked is None:
        return None
    entries = resources.ledger.entries(resources.index, access, lambda record: may_hold(asked, record))
    found = drawn(asked, entries)
    return _made(asked, found, resources.index, access) if found.known else None


def may_hold(asked: Inquiry, record: FileRecord) -> bool:
    """Whether a file may hold what is asked for, by what its record says of its papers."""
    if asked.filters.files and record.file not in asked.filters.files:
        return False
    return not record.held or any(_may_be(asked, paper, record) for paper in record.held)


def _may_be(asked: Inquiry, paper: Held, record: FileRecord) -> bool:
    municipality = paper.municipality or record.given.municipality
    wanted = asked.filters
    if wanted.municipalities and municipality is not None and municipality not in wanted.municipalities:
        return False
    if wanted.bodies and paper.body is not None and paper.body not in wanted.bodies:
        return False
    if paper.date and _dated_by_meeting(asked) and not asked.time.holds(paper.date):
        return False
    minutes_only = asked.subject is not Subject.DELEGATED
    return paper.kind in MINUTES if minutes_only else not (wanted.kinds and paper.kind not in wanted.kinds)


def _dated_by_meeting(asked: Inquiry) -> bool:
    """Whether papers of other times say nothing: a later one may answer a motion, and tell a delegated decision's day or who a name is."""
    return asked.subject not in (Subject.OPEN_MOTIONS, Subject.DELEGATED) and not asked.about


def _made(asked: Inquiry, found: Drawn, index: Index, access: Access) -> Made:
    cited, dropped = cited_lines(found.lines[:MOST_LINES], index, access)
    count = sum(line.record.counts for line in cited) + sum(line.counts for line in found.lines[MOST_LINES:])
    notes = _notes(found)
    heading = _heading(asked, [line.record for line in cited], count)
    claims = _claims(cited, TEXT_WORDS - len(heading.split()) - len(" ".join(notes).split()))
    lines = tuple(Listed(line.what, line.title, line.where, line.citation.key) for line in cited)
    listing = Listing(str(asked.subject), heading, count, lines, len(claims), notes)
    reason = None if cited else _nothing(asked, found)
    return Made(_searched(asked, found), listing, _text(listing, claims), claims, tuple(line.citation for line in cited), reason, dropped)


def _notes(found: Drawn) -> tuple[str, ...]:
    """What the list lacks, and how far the minutes reach."""
    notes = list(_lacking(found))
    if found.until:
        notes.append(f"Fullmäktiges protokoll når åtminstone till {found.until}: senare svar syns inte.")
    if len(found.lines) > MOST_LINES:
        notes.append(f"Listan är lång: {MOST_LINES} av {len(found.lines)} rader ges. Begränsa frågan till ett organ eller en tid.")
    return tuple(notes)


def _lacking(found: Drawn) -> Iterator[str]:
    for name, count in found.lacking.items():
        one, many, lacks = _LACKING[name]
        yield f"För {count} {one if count == 1 else many} {lacks}."


def _heading(asked: Inquiry, lines: Sequence[Line], count: int) -> str:
    one, many = _ENDED[asked.outcomes[0]] if asked.outcomes else _NOUNS[asked.subject]
    sections = len({line.entry.section_id for line in lines})
    where = f" i {sections} {'paragraf' if sections == 1 else 'paragrafer'}" if sections not in (0, count) else ""
    return f"{count} {one if count == 1 else many}{where}"


def _claims(lines: Sequence[CitedLine], words: int) -> tuple[Claim, ...]:
    """The first lines, as many as there is room for; never none."""
    texts = [_short(line, before) for line, before in zip(lines, (None, *lines), strict=False)]
    if sum(len(text.split()) + 1 for text in texts) > words:
        words -= PART_WORDS
    claims: list[Claim] = []
    for text, line in zip(texts, lines, strict=True):
        words -= len(text.split()) + 1
        if words < 0 and claims:
            break
        claims.append(Claim(text, (line.citation.key,), verified=True))
    return tuple(claims)


def _short(line: CitedLine, before: CitedLine | None) -> str:
    """The line, of whose place only what is another than in the line before."""
    entry, last = line.record.entry, before.record.entry if before else None
    if last is None or not entry.number or entry.municipality != last.municipality:
        return line.text
    same_meeting = (entry.body, entry.date) == (last.body, last.date)
    return f"{line.what}, {entry.number if same_meeting else where(entry, several=False)}"


def _text(listing: Listing, claims: Sequence[Claim]) -> str:
    part = f"; {len(claims)} av {len(listing.lines)} visas" if len(claims) < len(listing.lines) else ""
    lines = "; ".join(f"{claim.text} [{claim.citations[0]}]" for claim in claims)
    return " ".join([f"{listing.heading}{part}: {lines}.", *listing.notes])


def _nothing(asked: Inquiry, found: Drawn) -> str:
    """Why there is no list: no minutes, a field that the records lack, or nothing of the kind in them."""
    if not found.searched:
        return "Inga protokoll som frågan gäller är indexerade."
    if found.lacking:
        return " ".join(["De indexerade handlingarna svarar inte på frågan.", *_lacking(found)])
    many = (_ENDED[asked.outcomes[0]] if asked.outcomes else _NOUNS[asked.subject])[1]
    return f"Inga {many} som frågan gäller finns i de genomsökta protokollen."


def _searched(asked: Inquiry, found: Drawn) -> Filters:
    """What was looked through: the question's own time narrows it too, unless nothing is of it. Then what there is, is told."""
    filters = asked.filters
    first = max(filter(None, (filters.date_from, asked.time.first)), default=None)
    last = min(filter(None, (filters.date_to, asked.time.last)), default=None)
    if not found.searched or (asked.subject is Subject.DELEGATED and not asked.reported):
        first, last = filters.date_from, filters.date_to
    kinds = filters.kinds or (() if asked.subject is Subject.DELEGATED else tuple(map(str, MINUTES)))
    return replace(filters, kinds=kinds, date_from=first, date_to=last)


def of_list(question: Question, hits: tuple[Hit, ...], made: Made, searched: Coverage, ms: Timing) -> Answer:
    """The list as an answer; the hits stand below it, for who looks for something else."""
    return Answer(
        question=question,
        text=f"{made.reason} {sentence(searched, question.language)}" if made.reason else made.text,
        refused=made.reason is not None,
        reason=made.reason,
        mode=MODE,
        status_note=None,
        claims=made.claims,
        citations=made.citations,
        hits=hits,
        coverage=searched,
        ms=ms,
        dropped_claims=made.dropped,
        listing=made.listing if made.reason is None else None,
    )
