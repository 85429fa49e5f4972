"""Which of the words searched for a passage holds, by field: why a hit is there, for `paragraf search --explain`."""

from collections.abc import Mapping

from indexer.documents import Passage
from indexer.swedish import document_tokens
from service.records import Question
from service.retrieval import question_terms


def shared_terms(question: Question, passage: Passage) -> Mapping[str, tuple[str, ...]]:
    """The question's tokens that the passage holds, by field, heaviest first; fields without any are left out."""
    held = {field: frozenset(tokens) for field, tokens in document_tokens(passage.header, passage.text).items()}
    found: dict[str, tuple[str, ...]] = {}
    for term in sorted(question_terms(question), key=lambda each: -each.weight):
        if term.token in held.get(term.field, ()):
            found[term.field] = (*found.get(term.field, ()), term.token)
    return found
