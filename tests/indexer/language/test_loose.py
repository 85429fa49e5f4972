"""What OCR damage leaves alike has the same loose form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language.loose import PIECE, folded, pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nämnden", "namnden"),
        ("över", "6ver"),
        ("åtgärd", "&tgard"),
        ("nämnd", "n&mnd"),
        ("löpande", "l0pande"),
        ("lagd", "1agd"),
        ("idé", "ide"),
    ],
)
def test_damage_folds_away(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("number", ["2024", "12,5", "100461"])
def test_numbers_stay_numbers(number: str) -> None:
    assert pieces(number) == (number,)


def test_a_damaged_word_shares_most_pieces_with_the_word_that_was_meant() -> None:
    meant, read = set(pieces("utbildningsnämnden")), set(pieces("utbildningsndmnden"))
    assert len(meant & read) > len(meant) / 2


@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=1, max_size=40))
def test_pieces_of_a_word_overlap_and_make_it_up(word: str) -> None:
    found = pieces(word)
    assert found[0] + "".join(piece[-1] for piece in found[1:]) == folded(word)
    assert all(len(piece) == PIECE for piece in found) or found == (folded(word),)
