"""The § of one matter by its Dnr, and whether their words speak of what their records lack."""

import re
from collections.abc import Iterable, Mapping, Sequence

from indexer import swedish
from indexer.documents import CaseNumber
from indexer.index import Access, Filters, Index, Term
from service.registers.entries import Entry
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry
from service.registers.moved import speaks_of_moving
from service.retrieval import case_of, is_of_case

MOST_PASSAGES = 400
"""Passages of one matter that are looked at."""

_SPEAKS_OF: Mapping[Subject, re.Pattern[str]] = {
    Subject.JAV: re.compile(r"j[äa]v", re.IGNORECASE),
    Subject.RESERVATIONS: re.compile(r"reserver|reservation", re.IGNORECASE),
    Subject.STAYED_OUT: re.compile(r"\b(?:deltar|deltog|delta)\b", re.IGNORECASE),
    Subject.ABSTAINED: re.compile(r"\bavst[åao]", re.IGNORECASE),
    Subject.VOTES: re.compile(r"votering|omr[öo]stning|ja-r[öo]st", re.IGNORECASE),
}


def files_of_case(case: CaseNumber, index: Index, access: Access) -> frozenset[str]:
    """The files in which a § of the matter stands."""
    ids = [Term("ids", token) for token in swedish.question_tokens(f"Dnr {case.as_written}")["ids"] if token.startswith("dnr:")]
    found = index.lexical(ids, Filters(), access, MOST_PASSAGES) if ids else []
    passages = index.passages([scored.id for scored in found], access)
    return frozenset(passage.file for passage in passages if is_of_case(passage, case))


def of_case(case: CaseNumber, entries: Iterable[Entry]) -> list[Entry]:
    """The § with the very Dnr; where none has it, those whose Dnr it may be."""
    may = [entry for entry in entries if entry.case_key and case.may_match(case_of(entry.case_key))]
    return [entry for entry in may if entry.case_key and case_of(entry.case_key).registry == case.registry] or may


def speaks_of(asked: Inquiry, entries: Sequence[Entry], index: Index, access: Access) -> bool:
    """Whether the words of the § speak of what is asked for, though no record of it was read."""
    chosen = Filters(section_ids=tuple(entry.section_id for entry in entries))
    found = index.passages(index.select(chosen, access, MOST_PASSAGES), access) if entries else []
    if asked.subject is Subject.MOVED:
        return any(speaks_of_moving(passage.text, asked.outcomes) for passage in found)
    return any(_SPEAKS_OF[asked.subject].search(passage.text) for passage in found)
