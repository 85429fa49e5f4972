"""All records that an inquiry asks for, out of the entries of the minutes: what each line says, and what is lacking.

One § that stands in several files, as minutes and as extracts of these, is one line. What a record does not say (whose
decision, which day) is never guessed: such records are counted apart.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indexer.documents import Kind, Maturity, Outcome, Span, Status
from indexer.particulars import FactKind
from service.entries import Act, Entry, Motion, Reported
from service.inquiries import Inquiry, Subject
from service.kinds import fold
from service.wanted import tokens_of

ACT_OF: Mapping[Subject, FactKind] = {
    Subject.JAV: FactKind.JAV,
    Subject.RESERVATIONS: FactKind.RESERVATION,
    Subject.STAYED_OUT: FactKind.DELTOG_INTE,
    Subject.ABSTAINED: FactKind.AVSTOD,
}

DECIDED = (Status.BESLUT, Status.REMISS, Status.ATERREMISS)
"""What a body decides itself; a proposal to another body is none of these."""

UNNAMED = "namn anges inte"

OFFICES = re.compile(r"\w*(?:chef|handlaggar|ordforande|rektor|direktor|utskott|sekreterare|inspektor|delegat)\w*")

ANSWERS = (Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG, Outcome.BESVARAD)


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be: its entry, the § and span to quote, and how many it counts for. What it says is `words` of the file,
    else the title of the §; `who` is said of it: names, a delegate with the day."""

    entry: Entry
    section_id: str
    span: Span
    who: str | None = None
    words: Span | None = None
    counts: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """All lines in order, how many § were looked through, and for each kind of gap how many records it keeps out.

    `known` is False where the matter or name that the question speaks of is in no record at all; `until` is the last day
    of the minutes where the answer depends on how far they reach.
    """

    lines: tuple[Line, ...]
    searched: int
    lacking: Mapping[str, int] = field(default_factory=dict)
    known: bool = True
    until: str | None = None


def drawn(inquiry: Inquiry, entries: Iterable[Entry]) -> Drawn:
    """The lines that answer, in order of municipality, day, body and §."""
    kept = _each_once(entry for entry in entries if _is_of(inquiry, entry))
    if inquiry.subject in ACT_OF:
        return _acts(inquiry, kept)
    if inquiry.subject is Subject.DELEGATED:
        return _delegated(inquiry, kept)
    if inquiry.subject is Subject.OPEN_MOTIONS:
        return _open_motions(inquiry, kept)
    if inquiry.subject is Subject.OUTCOMES:
        return _outcomes(inquiry, kept)
    held = [entry for entry in kept if inquiry.time.holds(entry.date)]
    return Drawn(tuple(_in_order(line for entry in held for line in _LINES[inquiry.subject](entry))), len(held))


def _is_of(inquiry: Inquiry, entry: Entry) -> bool:
    """Whether the entry is of the municipalities, bodies and files asked for; its time is looked at later."""
    wanted = inquiry.filters
    fields: tuple[tuple[Sequence[str], str | None], ...] = (
        (wanted.municipalities, entry.municipality),
        (wanted.bodies, entry.body),
        (wanted.kinds, entry.kind),
        (wanted.statuses, entry.status),
        (wanted.case_keys, entry.case_key),
        (wanted.sections, entry.number),
        (wanted.files, entry.file),
        (wanted.document_ids, entry.document_id),
        (wanted.section_ids, entry.section_id),
    )
    if any(values and value not in values for values, value in fields):
        return False
    dated = entry.date or ""
    return (wanted.date_from or "") <= dated and (wanted.date_to is None or "" < dated <= wanted.date_to)


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    """Each § once: the minutes before an extract of them, final ones before a draft."""
    best: dict[tuple[str | None, ...], Entry] = {}
    for entry in entries:
        key = entry.meeting if entry.number and entry.date and entry.body else (entry.section_id,)
        if key not in best or _worth(entry) > _worth(best[key]):
            best[key] = entry
    return list(best.values())


def _worth(entry: Entry) -> tuple[bool, bool]:
    return entry.maturity is not Maturity.UTKAST, entry.kind is Kind.PROTOKOLL


def _acts(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    kind = ACT_OF[inquiry.subject]
    own = [(entry, [act for act in entry.acts if act.kind is kind]) for entry in entries]
    known = not inquiry.about or any(_names(inquiry.about, act.person) for _, acts in own for act in acts)
    held = [(entry, acts) for entry, acts in own if inquiry.time.holds(entry.date)]
    lines = []
    for entry, acts in held:
        wanted = [act for act in acts if _is_whose(inquiry, act)]
        if wanted:
            named = [_who(act) for act in wanted if act.person or act.party]
            lines.append(Line(entry, wanted[0].section_id, wanted[0].span, ", ".join(named) or UNNAMED, counts=max(1, len(named))))
    return Drawn(tuple(_in_order(lines)), len(held), known=known)


def _is_whose(inquiry: Inquiry, act: Act) -> bool:
    return (not inquiry.parties or act.party in inquiry.parties) and (not inquiry.about or _names(inquiry.about, act.person))


def _names(words: Sequence[str], person: str | None) -> bool:
    """Whether the words are a person's name: first and last, for a single word may mean anything."""
    return person is not None and len(words) > 1 and set(words) <= set(re.findall(r"[\w-]+", fold(person)))


def _who(act: Act) -> str:
    """ "Anna Ek (S)", or the party whose members acted together."""
    if act.person is None:
        return f"ledamöterna från {act.party}"
    return f"{act.person} ({act.party})" if act.party else act.person


def _delegated(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """By delegate and day; a decision reported to a committee and to its board is one decision."""
    lines: dict[tuple[str | None, ...], Line] = {}
    lacking = {"delegat": 0, "dag": 0}
    known = not inquiry.about
    for entry in entries:
        for row in entry.delegated:
            day = entry.date if inquiry.reported else row.date
            if inquiry.about and row.delegate is None:
                lacking["delegat"] += day is None or inquiry.time.holds(day)
                continue
            if inquiry.about and not _is_delegate(inquiry.about, row.delegate or ""):
                continue
            known = True
            if inquiry.time.is_set and day is None:
                lacking["dag"] += 1
            elif inquiry.time.holds(day):
                key = (entry.municipality, row.case or f"{entry.section_id}{row.span.start}", row.date)
                lines.setdefault(key, Line(entry, entry.section_id, row.span, _delegate(row), row.text, row.count or 1))
    unknown_office = lacking["delegat"] > 0 and all(OFFICES.fullmatch(word) for word in inquiry.about)
    kept = {name: count for name, count in lacking.items() if count}
    return Drawn(tuple(_in_order(lines.values())), len(entries), kept, known or unknown_office)


def _is_delegate(words: Sequence[str], delegate: str) -> bool:
    """Whether each word names the delegate, in whatever form: "rektorn", "ekonomichefens"."""
    own = re.findall(r"[\w-]+", fold(delegate))
    return all(any(word in (name, f"{name}n", f"{name}en", f"{name}ns", f"{name}ens", f"{name}s") for name in own) for word in words)


def _delegate(row: Reported) -> str | None:
    return ", ".join(part for part in (row.delegate, row.date) if part) or None


def _open_motions(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """Motions that the council received and that no later § of it answers, as far as its minutes reach."""
    answered = {(entry.municipality, entry.case_key) for entry in entries if _answers(entry)}
    reach: dict[str | None, str] = {}
    for entry in entries:
        if _is_council(entry) and entry.date:
            reach[entry.municipality] = max(entry.date, reach.get(entry.municipality, ""))
    lines, lacking = [], {"senare protokoll": 0, "diarienummer": 0}
    for entry, motion in _received(entries):
        if (entry.municipality, motion.case_key) in answered or not inquiry.time.holds(entry.date):
            continue
        if motion.case_key is None:
            lacking["diarienummer"] += 1
        elif inquiry.years and not _reaches(entry.date, inquiry.years, reach.get(entry.municipality)):
            lacking["senare protokoll"] += 1
        else:
            lines.append(Line(entry, entry.section_id, motion.span, words=motion.words))
    kept = {name: count for name, count in lacking.items() if count}
    return Drawn(tuple(_in_order(lines)), len(reach), kept, until=min(reach.values(), default=None))


def _received(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Motion]]:
    """Each motion once, where it was first received."""
    seen = set()
    for entry in sorted(entries, key=lambda entry: entry.date or ""):
        for motion in entry.motions:
            if motion.case_key is None or (entry.municipality, motion.case_key) not in seen:
                seen.add((entry.municipality, motion.case_key))
                yield entry, motion


def _answers(entry: Entry) -> bool:
    return _is_council(entry) and entry.status in DECIDED and entry.outcome in ANSWERS and entry.case_key is not None


def _is_council(entry: Entry) -> bool:
    return entry.body is not None and "fullmäktige" in entry.body.casefold()


def _reaches(received: str | None, years: int, last: str | None) -> bool:
    """Whether minutes are there from so many years after the motion came: else nobody can say that it went unanswered."""
    return received is not None and last is not None and f"{int(received[:4]) + years}{received[4:]}" <= last


def _outcomes(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """§ that ended so, of one kind of matter or of the one matter that is named."""
    of_matter = [entry for entry in entries if _is_matter(inquiry, entry)]
    held = [entry for entry in of_matter if inquiry.time.holds(entry.date)]
    lines = [Line(entry, entry.section_id, entry.decision) for entry in held if _ended(inquiry.outcomes, entry)]
    return Drawn(tuple(_in_order(lines)), len(held), known=bool(of_matter) or not inquiry.about)


def _is_matter(inquiry: Inquiry, entry: Entry) -> bool:
    title = entry.title or ""
    if inquiry.matter and not re.search(rf"\b{inquiry.matter}", title.casefold()):
        return False
    return not inquiry.about or tokens_of(" ".join(inquiry.about)).stems <= tokens_of(fold(title)).stems | tokens_of(title).stems


def _ended(outcomes: Sequence[Outcome], entry: Entry) -> bool:
    if Outcome.ATERREMISS in outcomes and entry.status is Status.ATERREMISS:
        return True
    return entry.outcome in outcomes and entry.status in DECIDED


def _votes(entry: Entry) -> Iterator[Line]:
    return (Line(entry, entry.section_id, span) for span in entry.votes)


def _decisions(entry: Entry) -> Iterator[Line]:
    if entry.status in DECIDED and entry.number and entry.maturity is not Maturity.UTKAST:
        yield Line(entry, entry.section_id, entry.decision)


def _at_once(entry: Entry) -> Iterator[Line]:
    if entry.maturity is Maturity.OMEDELBART_JUSTERAT:
        yield Line(entry, entry.section_id, entry.decision)


def _replaced(entry: Entry) -> Iterator[Line]:
    if entry.status in DECIDED and entry.replaced:
        yield Line(entry, entry.section_id, entry.replaced[0])


_LINES: Mapping[Subject, Callable[[Entry], Iterator[Line]]] = {
    Subject.VOTES: _votes,
    Subject.DECISIONS: _decisions,
    Subject.AT_ONCE: _at_once,
    Subject.REPLACED: _replaced,
}


def _in_order(lines: Iterable[Line]) -> list[Line]:
    return sorted(
        lines,
        key=lambda line: (line.entry.municipality or "", line.entry.date or "", line.entry.body or "", _number(line.entry), line.span),
    )


def _number(entry: Entry) -> int:
    digits = re.search(r"\d+", entry.number or "")
    return int(digits[0]) if digits else 0
