import numpy

from eval.fittingworth import NAMES, Read, best_is_right, crossed, fit


def one(number: int, right: int, fact: str = "words") -> Read:
    """Three units; the second has the fact, the third another."""
    facts = numpy.zeros((3, len(NAMES)))
    facts[1, NAMES.index(fact)] = 1.0
    facts[2, NAMES.index("title")] = 1.0
    return Read(f"q{number}", facts, numpy.arange(3) == right)


def test_a_fact_that_tells_gets_weight_and_one_that_misleads_loses_it() -> None:
    weights = dict(zip(NAMES, fit([one(number, 1) for number in range(8)]), strict=True))

    assert weights["words"] > 0.3
    assert weights["title"] < 0
    assert weights["likeness"] == 0


def test_questions_whose_evidence_was_not_read_teach_nothing() -> None:
    assert (fit([one(0, 1), one(1, 5)]) == fit([one(0, 1)])).all()


def test_the_best_unit_is_the_one_worth_most() -> None:
    weights = numpy.array([float(name == "words") for name in NAMES])

    assert best_is_right(one(0, 1), weights)
    assert not best_is_right(one(0, 2), weights)


def test_every_question_is_judged_by_weights_that_did_not_see_it() -> None:
    assert crossed([one(number, 1) for number in range(12)]) == [True] * 12
