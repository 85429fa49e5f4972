"""A mistyped word finds its neighbours; a known word has none."""

import time

import pytest

from indexer.language.slips import near


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("beslutt", "beslut"), ("skolskjust", "skolskjuts"), ("budgteen", "budgeten"), ("kommunfulmäktige", "kommunfullmäktige")],
)
def test_a_mistyped_word_leads_to_what_was_meant(typed: str, meant: str) -> None:
    assert meant in near(typed)


@pytest.mark.parametrize("word", ["beslut", "kommunens", "skolskjutsavgift", "bad", "2024", "x" * 200, ""])
def test_known_short_and_endless_words_have_no_neighbours(word: str) -> None:
    assert near(word) == ()


def test_looking_is_quick() -> None:
    started = time.process_time()
    near("qwertyuiopasdfghjklzxcvbnm")
    assert time.process_time() - started < 0.5
