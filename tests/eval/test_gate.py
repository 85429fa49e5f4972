"""Floors under measures."""

import pytest

from eval.gate import Floor, below, floor
from indexer.errors import UsageProblem


@pytest.mark.parametrize("written", ["hit@5", "hit@5=", "hit@5=much", "hit@5=80", "precision=0.5", "wrongly_refused=0.1", "=", "hit@5=nan"])
def test_a_floor_that_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(UsageProblem, match="--at-least"):
        floor(written)


def test_what_falls_below_is_named_with_both_figures() -> None:
    assert below({"hit@5": 0.8, "MRR@10": 0.55}, [Floor("hit@5", 0.8), Floor("MRR@10", 0.6)]) == ["MRR@10 is 0.550, below 0.6"]


def test_what_was_not_measured_is_below_any_floor() -> None:
    (sentence,) = below({"hit@5": None}, [Floor("hit@5", 0.0)])
    assert sentence.startswith("hit@5 could not be measured")
