"""A question that is nothing but a diarienummer: who types one wants the matter itself."""

import re

from indexer import swedish
from indexer.documents import CaseNumber
from indexer.index import Access, Filters, Index, Term
from service.records import Question
from service.retrieval import is_of_case

LOOKED_AT = 20
"""Passages that name a Dnr: those of its own matter are among the best."""

_ANYWHERE = Filters()

_AROUND = re.compile(r"\W*(?:\b(?:dnr|diarienummer|diarienr|[äa]rende|[äa]rendet|[äa]rendenummer)\b\W*)*", re.IGNORECASE)


def only_case(question: Question) -> CaseNumber | None:
    """The Dnr that the question consists of; None where it says anything more.

    A question that follows another has been made whole and says more.
    """
    if len(question.cases) != 1:
        return None
    case = question.cases[0]
    before, found, after = question.text.partition(case.as_written)
    return case if found and _AROUND.fullmatch(before) and _AROUND.fullmatch(after) else None


def is_held(case: CaseNumber, index: Index, access: Access) -> bool:
    """Whether anything of the matter is indexed."""
    ids = [Term("ids", token) for token in swedish.question_tokens(f"Dnr {case.as_written}")["ids"] if token.startswith("dnr:")]
    found = index.lexical(ids, _ANYWHERE, access, LOOKED_AT) if ids else []
    return any(is_of_case(passage, case) for passage in index.passages([scored.id for scored in found], access))
