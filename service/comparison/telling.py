"""A comparison told as an answer: what each municipality's papers say in turn, and whose say nothing."""

from collections.abc import Iterator

from indexer.index import Filters
from service.answering import wording
from service.answering.drafting import Draft
from service.comparison.records import Comparison, Empty, Row, Voice
from service.records import Asks, Citation, Claim, Question

MOST_TOLD = 4
"""Municipalities told of in one answer; more are for a table."""

ANSWER_WORDS = 66
"""Words of them all: the openings are counted apart."""


def is_for(question: Question) -> bool:
    """Whether a question sets a few municipalities side by side, and the caller has restricted nothing."""
    return question.asks is Asks.COMPARISON and 1 < len(question.municipalities) <= MOST_TOLD and question.filters == Filters()


def told(compared: Comparison, question: Question) -> Draft | None:
    """The rows as claims with their citations; None where no municipality's papers answer."""
    telling = [row for row in compared.rows if row.cells]
    if not telling:
        return None
    citations = {each.key: each for row in telling for each in row.cells[0].citations}
    silent = [row.municipality for row in compared.rows if row.empty in (Empty.NOTHING_FOUND, Empty.NOT_INDEXED)]
    parts = [f"({row.municipality}: {row.left_out})" for row in telling if row.left_out]
    said = [wording.silent(silent, question.language)] if silent else []
    return Draft(tuple(_claims(telling, question.language)), tuple(citations.values()), " ".join((*parts, *said)) or None)


def _claims(rows: list[Row], language: str) -> Iterator[Claim]:
    for row in rows:
        answer = row.cells[0]
        opening = ", ".join(filter(None, (_label(row, language), row.municipality, _place(answer.citations[0]))))
        yield Claim(f"{opening}: {answer.text}", tuple(each.key for each in answer.citations), verified=False)


def _label(row: Row, language: str) -> str | None:
    """Whose words they are worth."""
    answer = row.cells[0]
    if answer.voice is Voice.OTHER:
        return "At second hand" if language == "en" else "I andra hand"
    return {"beslut": ("Beslut", "Decision"), "förslag": ("Förslag", "Proposal")}.get(answer.status, (None, None))[language == "en"]


def _place(cited: Citation) -> str:
    place = " ".join(part for part in (cited.body, cited.date, cited.section) if part)
    return f"{place} ({wording.case(cited.case)})" if cited.case else place
