"""What an answer is made from: the question and its words, the hits, and the index and files to look further in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.index import Access, Index
from service.places import Files
from service.records import Hit, Question
from service.understanding.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Material:
    """One question's; nothing in it is changed."""

    question: Question
    words: Sequence[Wanted]
    hits: Sequence[Hit]
    index: Index
    access: Access
    files: Files
    today: date
