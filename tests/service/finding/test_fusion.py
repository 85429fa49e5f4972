from indexer.index import Scored
from service.finding.fusion import fuse, in_order, ranks


def test_the_best_lexical_score_is_one() -> None:
    fused = fuse([Scored("a", 8.0), Scored("b", 2.0)], [], nearest_weight=0.1, steepness=10)

    assert fused == {"a": 1.0, "b": 0.25}


def test_a_neighbour_adds_by_its_rank_alone() -> None:
    fused = fuse([Scored("a", 8.0)], [Scored("b", 0.99), Scored("a", 0.98)], nearest_weight=0.11, steepness=10)

    assert round(fused["b"], 3) == 0.1
    assert round(fused["a"], 3) == 1.092


def test_without_any_words_found_the_neighbours_stand_alone() -> None:
    assert list(fuse([], [Scored("a", 0.5)], nearest_weight=0.1, steepness=10)) == ["a"]


def test_ties_are_ordered_by_id() -> None:
    assert [scored.id for scored in in_order({"b": 1.0, "a": 1.0, "c": 2.0})] == ["c", "a", "b"]


def test_ranks_count_from_one() -> None:
    assert ranks([Scored("x", 3.0), Scored("y", 1.0)]) == {"x": 1, "y": 2}
