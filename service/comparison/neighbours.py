"""What others' papers say of the municipalities compared: the passages that name each, looked up for all when the first is asked for."""

import re
from collections.abc import Mapping
from threading import Lock

from indexer.index import Access, Filters, Index, Scored, Search
from service import retrieval
from service.records import Hit, Question

NAMING_PASSAGES = 30
"""Passages that hold a municipality's name, its own among them: the best on the matter."""

LEAST_SCORE = 0.3
"""Part of the score of the best passage of all. What told of a neighbour scored 0.44 or more; 0.14 was of another matter."""

MANY = 8
"""Municipalities compared, from which all are looked up when one is: nearly every comparison of many has rows without own answer."""


class Neighbours:
    """Of one comparison; safe to use from several threads. `questions` are what each municipality is asked."""

    def __init__(self, questions: Mapping[str, Question], index: Index, access: Access) -> None:
        self._questions = questions
        self._index = index
        self._access = access
        self._lock = Lock()
        self._found: dict[str, list[Scored]] = {}

    def naming(self, name: str) -> list[Hit]:
        """Passages of others that name the municipality, best first."""
        scores = {scored.id: scored.score for scored in self._on_the_matter(name)}
        passages = self._index.passages(list(scores), self._access)
        whole = re.compile(rf"\b{re.escape(name)}s?\b")
        kept = [passage for passage in passages if passage.municipality != name and whole.search(passage.text)]
        return [Hit(passage, scores[passage.id], rank) for rank, passage in enumerate(kept, 1)]

    def _on_the_matter(self, name: str) -> list[Scored]:
        with self._lock:
            if name not in self._found:
                asked = tuple(self._questions) if len(self._questions) >= MANY else (name,)
                self._found |= self._searched({each: self._questions[each] for each in asked})
            return self._found[name]

    def _searched(self, questions: Mapping[str, Question]) -> dict[str, list[Scored]]:
        """What is found by the words of each question among passages that hold the name, less what any passage of the kind holds."""
        terms = {
            each.searched: tuple(retrieval.question_terms(each)) for each in {one.searched: one for one in questions.values()}.values()
        }
        naming = [Search(terms[each.searched], Filters(), retrieval.naming(name)) for name, each in questions.items()]
        anywhere = [Search(each, Filters()) for each in terms.values()]
        found = self._index.lexical_each([*naming, *anywhere], self._access, NAMING_PASSAGES)
        best = {text: some[0].score if some else 0.0 for text, some in zip(terms, found[len(naming) :], strict=True)}
        return {
            name: [scored for scored in some if scored.score >= LEAST_SCORE * best[question.searched]]
            for (name, question), some in zip(questions.items(), found, strict=False)
        }
