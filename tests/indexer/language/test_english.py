"""English questions become Swedish words; what is no English word stays."""

import pytest

from indexer.language.english import in_swedish


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("What is the fee for childcare?", "avgift barnomsorg?"),
        ("When was the building permit granted?", "bygglov bevilja?"),
        ("Dnr KS 2024/12 § 84: the wellness allowance", "Dnr KS 2024/12 § 84: friskvårdsbidrag"),
        ("minutes from Ekköping", "protokoll Ekköping"),
        ("after-school care", "fritidshem"),
        ("the children's rights", "barns rättigheter"),
        ("in May 2024", "maj 2024"),
        ("Vad kostar dagis?", "Vad kostar dagis?"),
        ("", ""),
    ],
)
def test_known_words_and_phrases_are_put_into_swedish(english: str, swedish: str) -> None:
    assert in_swedish(english).text == swedish


def test_less_usual_meanings_are_kept_apart() -> None:
    found = in_swedish("the fee")

    assert found.text == "avgift"
    assert "taxa" in found.also
