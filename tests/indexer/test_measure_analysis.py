"""The analysis is as good as docs/swedish.md says, on the tables written by hand."""

from collections.abc import Sequence

from indexer.language import slips
from indexer.language.stems import stem
from indexer.training.measure_analysis import COMPOUNDS, NOUNS, apart, mistyped, split_rightly, table, undone, united


def share(outcomes: Sequence[bool]) -> float:
    return sum(outcomes) / len(outcomes)


def test_the_tables_hold_enough() -> None:
    assert min(len(table(NOUNS)), len(table(COMPOUNDS))) >= 150


def test_forms_of_a_noun_share_a_stem_and_nouns_do_not() -> None:
    nouns = table(NOUNS)

    assert share(united(nouns, stem)) > 0.98
    assert share(apart(nouns, stem)) > 0.999


def test_compounds_are_split_as_a_person_would() -> None:
    assert share(split_rightly(table(COMPOUNDS))) > 0.75


def test_most_slips_are_undone() -> None:
    words = [row[0] for row in table(NOUNS)[::10] if len(row[0]) >= slips.SHORTEST]
    assert share(undone(words, mistyped, slips.near)) > 0.85
