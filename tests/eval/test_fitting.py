import numpy
import pytest

from eval.fitting import NAMES, Pool, crossed, fit
from eval.questions import GoldQuestion
from indexer.index import Access, Filters
from service.finding.ranking import WORDS
from service.question import understand
from service.retrieval import Candidates
from tests.service.made import TODAY, index


def pool(number: int, right: int) -> Pool:
    """Two candidates that the words cannot tell apart; the one with a date is right where `right` is 1."""
    gold = GoldQuestion(
        id=f"q{number}", question="När öppnar badet?", kind="when", municipality=None, answer="", must_include=(), evidence=()
    )
    facts = numpy.array([[float(name == WORDS), float(name == WORDS)] for name in NAMES]).T
    facts[1, NAMES.index("sought")] = 1.0
    understood = understand(gold.question, Filters(), index().facets(Filters(), Access.public()), TODAY)
    return Pool(gold, understood, Candidates((), {}, {}, True), facts, numpy.zeros(2), numpy.arange(2) == right)


def test_a_fact_that_tells_gets_weight_and_one_that_does_not_gets_none() -> None:
    weights = fit([pool(number, 1) for number in range(8)])

    assert weights["sought"] > 0.05
    assert weights["list"] == 0.0
    assert weights[WORDS] == pytest.approx(1.0)


def test_a_fact_of_wrong_passages_counts_against_them() -> None:
    assert fit([pool(number, 0) for number in range(8)])["sought"] < -0.05


def test_questions_that_nothing_was_found_for_teach_nothing() -> None:
    assert fit([pool(0, 1), pool(1, 5)]) == fit([pool(0, 1)])


def test_every_question_is_ranked_by_weights_that_did_not_see_it() -> None:
    assert crossed([pool(number, 1) for number in range(12)]) == [0.0] * 12
