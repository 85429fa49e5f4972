"""The answer to a question that asks for all records of a kind: counted, listed, each line cited, and what was searched.

The list is complete or says what is lacking; of a long one the text shows the first lines and the record all of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.index import Access, FileRecord, Filters, Held, Index
from service.coverage import minutes_sentence, sentence
from service.records import Answer, Citation, Claim, Coverage, Hit, Listed, Listing, Question, Timing
from service.registers.citedlines import CitedLine, cited_lines, where
from service.registers.entries import MINUTES, Entry
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry, inquiry
from service.registers.listings import drawn
from service.registers.listlines import Drawn
from service.registers.listwords import of_language
from service.registers.ofcase import files_of_case, of_case, speaks_of
from service.resources import Resources

MODE = "listing"

TEXT_WORDS = 80
"""Words of the text, as of every answer; the rest of the list stands beside it."""

MOST_LINES = 500
"""Lines of one list; what is beyond is counted."""

PART_WORDS = 5
"""Words of "; 12 av 31 visas"."""


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
    index = resources.index
    asked = inquiry(question, bodies, today)
    if asked is not None and asked.general and asked.filters.municipalities:
        asked = inquiry(question, index.facets(Filters(asked.filters.municipalities), access).bodies, today)
    if asked is None:
        return None
    files = files_of_case(asked.case, index, access) if asked.case else None
    read = resources.ledger.entries(index, access, lambda record: (files is None or record.file in files) and may_hold(asked, record))
    entries = list(read)
    found = drawn(asked, entries)
    if not found.known or (asked.case and not found.lines and _is_untold(asked, entries, index, access)):
        return None
    return _made(asked, found, index, access)


def _is_untold(asked: Inquiry, entries: Sequence[Entry], index: Index, access: Access) -> bool:
    """Whether the records of a matter cannot say that there is none: it has no §, or these speak of what no record holds."""
    own = of_case(asked.case, entries) if asked.case else []
    return not own or speaks_of(asked, own, index, access)


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
    words = of_language(asked.language)
    notes = tuple(words.notes(asked, found, MOST_LINES))
    heading = words.heading(asked, [line.record for line in cited], count)
    claims = _claims(cited, TEXT_WORDS - len(heading.split()) - len(" ".join(notes).split()))
    lines = tuple(Listed(line.what, line.title, line.where, line.citation.key) for line in cited)
    listing = Listing(str(asked.subject), heading, count, lines, len(claims), notes)
    reason = None if cited else words.nothing(asked, found)
    return Made(
        _searched(asked, found),
        listing,
        _text(listing, claims, words.shown),
        claims,
        tuple(line.citation for line in cited),
        reason,
        dropped,
    )


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


def _text(listing: Listing, claims: Sequence[Claim], shown: str) -> str:
    part = f"; {shown.format(len(claims), len(listing.lines))}" if len(claims) < len(listing.lines) else ""
    lines = "; ".join(f"{claim.text} [{claim.citations[0]}]" for claim in claims)
    return " ".join([f"{listing.heading}{part}: {lines}.", *listing.notes])


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
    told = (sentence(searched, question.language), minutes_sentence(searched, question.language))
    searched_in = " ".join(filter(None, told))
    return Answer(
        question=question,
        text=f"{made.reason} {searched_in}" if made.reason else made.text,
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
