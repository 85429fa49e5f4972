"""The first hits in the reranker's order; the order as it was where it fails, and where a reference has settled it."""

from collections.abc import Sequence
from datetime import date

import pytest

from indexer.index import Access, Facets, Filters
from service.errors import RerankerProblem
from service.finding.reranking import PLACED, Reranking, find, outcome, reranked
from service.question import understand
from service.records import Hit, Question
from service.resources import Resources
from tests.service.made import NoVectors, index, passage

TEXTS = ("Avgiften är 40 kronor.", "Avgiften höjs i augusti.", "Nämnden lägger avgiften till handlingarna.", "Avgiften")
HITS = [Hit(passage(text, section=f"§ {at}", start=at), 1.0 / at, at, {"lexical": at}) for at, text in enumerate(TEXTS, 1)]


class ByLength:
    """The longest text first; a made-up reranker."""

    hits = 3

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [float(len(text)) for text in texts]


class Broken:
    hits = 3

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        raise RerankerProblem("no memory")


def asked(text: str = "Vad är avgiften?") -> Question:
    return understand(text, Filters(), Facets(), date(2025, 1, 1))


def order(hits: Sequence[Hit]) -> list[str | None]:
    return [hit.passage.section for hit in hits]


def test_only_the_first_hits_are_ordered_anew_and_each_says_its_place() -> None:
    hits = reranked(asked(), HITS, ByLength())
    assert order(hits) == ["§ 3", "§ 2", "§ 1", "§ 4"]
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]
    assert [hit.ranks.get(PLACED) for hit in hits] == [1, 2, 3, None]
    assert hits[0].ranks["lexical"] == 3


@pytest.mark.parametrize(
    ("question", "reranker", "hits", "expected"),
    [
        (asked(), None, HITS, Reranking.OFF),
        (asked(), ByLength(), HITS, Reranking.DONE),
        (asked(), Broken(), HITS, Reranking.FAILED),
        (asked("Vad står i § 2?"), ByLength(), HITS, Reranking.NOT_NEEDED),
        (asked("Vad hände med dnr KS 2024/12?"), ByLength(), HITS, Reranking.NOT_NEEDED),
        (asked(), ByLength(), HITS[:1], Reranking.NOT_NEEDED),
    ],
    ids=["none is set", "it answers", "it fails", "a § is asked for", "a Dnr is asked for", "nothing to order"],
)
def test_what_became_of_it_is_known_and_else_the_order_stays(
    question: Question, reranker: ByLength | Broken | None, hits: list[Hit], expected: Reranking
) -> None:
    found = reranked(question, hits, reranker)
    assert outcome(question, found, reranker) is expected
    if expected is not Reranking.DONE:
        assert found == hits


def test_a_short_list_is_the_best_of_all_that_were_ordered() -> None:
    resources = Resources(index(*(hit.passage for hit in HITS[:3])), NoVectors(), reranker=ByLength())
    assert order(find(asked(), resources, Access.public(), limit=1)) == ["§ 3"]
