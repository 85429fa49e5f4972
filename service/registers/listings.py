"""All records that an inquiry asks for, out of the entries of the minutes: what each line says, and what is lacking.

One § that stands in several files, as minutes and as extracts of these, is one line. What a record does not say (whose
decision, which day) is never guessed: such records are counted apart.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.documents import Maturity, Outcome, Status
from indexer.particulars import FactKind
from service.registers.copies import each_once
from service.registers.delegations import delegated
from service.registers.entries import Act, Entry
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry
from service.registers.listlines import DECIDED, Drawn, Line, in_order
from service.registers.ofcase import of_case
from service.registers.openmotions import open_motions
from service.understanding.kinds import fold
from service.understanding.wanted import tokens_of

ACT_OF: Mapping[Subject, FactKind] = {
    Subject.JAV: FactKind.JAV,
    Subject.RESERVATIONS: FactKind.RESERVATION,
    Subject.STAYED_OUT: FactKind.DELTOG_INTE,
    Subject.ABSTAINED: FactKind.AVSTOD,
}

UNNAMED = {"sv": "namn anges inte", "en": "no name is given"}
_MEMBERS = {"sv": "ledamöterna från", "en": "the members of"}


def drawn(inquiry: Inquiry, entries: Iterable[Entry]) -> Drawn:
    """The lines that answer, in order of municipality, day, body and §."""
    kept = each_once(entry for entry in entries if _is_of(inquiry, entry))
    if inquiry.case:
        kept = of_case(inquiry.case, kept)
        if not _is_named_so(inquiry.about, kept):
            return Drawn((), 0, known=False)
        inquiry = replace(inquiry, about=())
    if inquiry.subject is Subject.MOVED:
        return _moved(inquiry, kept)
    if inquiry.subject in ACT_OF:
        return _acts(inquiry, kept)
    if inquiry.subject is Subject.DELEGATED:
        return delegated(inquiry, kept)
    if inquiry.subject is Subject.OPEN_MOTIONS:
        return open_motions(inquiry, kept)
    if inquiry.subject is Subject.OUTCOMES:
        return _outcomes(inquiry, kept)
    held = [entry for entry in kept if inquiry.time.holds(entry.date)]
    lines = in_order(line for entry in held for line in _LINES[inquiry.subject](entry))
    proposals = sum(entry.status is Status.FORSLAG and entry.maturity is not Maturity.UTKAST for entry in held)
    return Drawn(lines, len(held), {"beslut": proposals} if proposals and inquiry.subject is Subject.DECISIONS else {})


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


def _acts(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    kind = ACT_OF[inquiry.subject]
    own = [(entry, [act for act in entry.acts if act.kind is kind]) for entry in entries]
    known = not inquiry.about or any(_names(inquiry.about, act.person) for _, acts in own for act in acts)
    held = [(entry, acts) for entry, acts in own if inquiry.time.holds(entry.date)]
    lines = []
    for entry, acts in held:
        wanted = [act for act in acts if _is_whose(inquiry, act)]
        if wanted:
            named = [_who(act, inquiry.language) for act in wanted if act.person or act.party]
            who = ", ".join(named) or UNNAMED[inquiry.language]
            lines.append(Line(entry, wanted[0].section_id, wanted[0].span, who, counts=max(1, len(named))))
    unnamed = sum(entry.abstained for entry, acts in held if not acts) if kind is FactKind.AVSTOD and not inquiry.about else 0
    return Drawn(in_order(lines), len(held), {"namn": unnamed} if unnamed else {}, known)


def _is_whose(inquiry: Inquiry, act: Act) -> bool:
    return (not inquiry.parties or act.party in inquiry.parties) and (not inquiry.about or _names(inquiry.about, act.person))


def _names(words: Sequence[str], person: str | None) -> bool:
    """Whether the words are a person's name: first and last, for a single word may mean anything."""
    return person is not None and len(words) > 1 and set(words) <= set(re.findall(r"[\w-]+", fold(person)))


def _who(act: Act, language: str) -> str:
    """ "Anna Ek (S)", or the party whose members acted together."""
    if act.person is None:
        return f"{_MEMBERS[language]} {act.party}"
    return f"{act.person} ({act.party})" if act.party else act.person


def _moved(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """What was moved that should become of a matter, by whom."""
    known = not inquiry.about or any(_names(inquiry.about, name) for entry in entries for one in entry.moved for name, _ in one.people)
    held = [entry for entry in entries if inquiry.time.holds(entry.date)]
    lines = []
    for entry in held:
        for one in entry.moved:
            people = [(name, party) for name, party in one.people if _is_mover(inquiry, name, party)]
            if people and (not inquiry.outcomes or set(inquiry.outcomes) & set(one.outcomes)):
                who = ", ".join(f"{name} ({party})" if party else name for name, party in people)
                lines.append(Line(entry, entry.section_id, one.span, who))
    return Drawn(in_order(lines), len(held), known=known)


def _is_mover(inquiry: Inquiry, name: str, party: str | None) -> bool:
    return (not inquiry.parties or party in inquiry.parties) and (not inquiry.about or _names(inquiry.about, name))


def _is_named_so(words: Sequence[str], entries: Sequence[Entry]) -> bool:
    """Whether the words beside a Dnr stand in the titles of its §: a wrong premise is told otherwise."""
    titles = " ".join(entry.title or "" for entry in entries)
    return tokens_of(" ".join(words)).stems <= tokens_of(fold(titles)).stems | tokens_of(titles).stems


def _outcomes(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """§ that ended so, of one kind of matter or of the one matter that is named."""
    of_matter = [entry for entry in entries if _is_matter(inquiry, entry)]
    held = [entry for entry in of_matter if inquiry.time.holds(entry.date)]
    lines = [Line(entry, entry.section_id, entry.decision) for entry in held if _ended(inquiry.outcomes, entry)]
    return Drawn(in_order(lines), len(held), known=bool(of_matter) or not inquiry.about)


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
