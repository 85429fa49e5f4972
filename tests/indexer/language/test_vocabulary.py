"""The frozen lists hold words, once each, most frequent first."""

import pytest

from indexer.language.vocabulary import DATA, abbreviations, ranks, word_list


def test_the_vocabulary_is_sorted_by_frequency() -> None:
    known = ranks()
    assert known["och"] < known["kommunen"] < known["kommunfullmäktige"]
    assert list(known.values()) == sorted(known.values())


def test_negations_and_directions_are_no_stop_words() -> None:
    assert not word_list("stop_words") & {"inte", "ej", "icke", "utan", "mot", "före", "efter", "ingen"}


@pytest.mark.parametrize("name", ["stop_words", "no_heads", "no_tails", "short_parts", "vocabulary", "compound_tails"])
def test_lists_hold_each_word_once_in_lower_case(name: str) -> None:
    words = (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    assert len(words) == len(set(words))
    assert all(word == word.casefold().strip() and word for word in words)


def test_abbreviations_stand_for_words() -> None:
    assert abbreviations()["kf"] == ("kommunfullmäktige",)
    assert all(words for words in abbreviations().values())


def test_the_lists_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.txt")) < 2_000_000
