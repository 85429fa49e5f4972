"""Words of a question held by a text, or others for the same."""

import pytest

from indexer.index import Access
from service.answering.sameness import held, weight_held
from service.understanding.wanted import tokens_of, wanted
from tests.service.made import index


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("bryggan", "Bryggan rustas.", 1.0),
        ("simhallen", "Badhuset stängs.", 0.6),
        ("simhallen", "Bryggan rustas.", 0.0),
    ],
)
def test_a_word_is_held_by_itself_and_less_by_another_for_the_same(word: str, text: str, expected: float) -> None:
    words = wanted(word, index(), Access.public())

    assert held(words[0], tokens_of(text)) == expected
    assert weight_held(words, tokens_of(text)) == expected * words[0].weight
