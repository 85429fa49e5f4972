import pytest

from indexer.index import Access
from service.understanding.wanted import met, overlap, tokens_of, wanted, weight
from tests.service.made import index


def words(text: str) -> dict[str, float]:
    return {word.word: word.weight for word in wanted(text, index(), Access.public())}


def test_words_that_only_ask_are_left_out() -> None:
    assert list(words("Hur mycket är friskvårdsbidraget?")) == ["friskvårdsbidraget"]
    assert list(words("Vad är status för friskvårdsbidraget?")) == ["friskvårdsbidraget"]


def test_a_letter_before_a_hyphen_is_no_word() -> None:
    assert list(words("p-avgift och alternativ b")) == ["avgift", "alternativ", "b"]


def test_an_ending_after_a_colon_is_no_word() -> None:
    assert [word.word for word in wanted("KF:s taxa den 14:e", index(), Access.public())] == ["kf", "taxa", "14"]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    found = words("båtplatser kronor")

    assert found["båtplatser"] > found["kronor"]


def test_a_word_that_nobody_has_written_weighs_as_much_as_the_rarest() -> None:
    found = {word.word: word for word in wanted("kronor för båtplatser och simhallsbygge", index(), Access.public())}

    assert not found["simhallsbygge"].found
    assert found["simhallsbygge"].weight == found["båtplatser"].weight > found["kronor"].weight


def test_a_mistyped_word_is_met_by_the_one_that_was_meant() -> None:
    word = wanted("friskvårdsbidragt", index(), Access.public())[0]

    assert word.found
    assert met(word, tokens_of("Friskvårdsbidraget höjs")) == 1.0


def test_without_access_nothing_is_known() -> None:
    assert not any(word.found for word in wanted("båtplatser", index(), Access(frozenset())))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Friskvårdsbidraget höjs", 1.0, 1.0),
        ("friskvardsbidrag", 0.5, 1.0),
        ("ett bidrag", 0.01, 0.7),
        ("taxan höjs", 0.0, 0.0),
    ],
)
def test_a_word_is_met_in_its_forms_damaged_and_in_parts(text: str, least: float, most: float) -> None:
    word = wanted("friskvårdsbidraget", index(), Access.public())[0]

    assert least <= met(word, tokens_of(text)) <= most


def test_overlap_is_at_most_the_whole_weight() -> None:
    found = wanted("friskvårdsbidraget för medarbetare", index(), Access.public())

    assert overlap(found, tokens_of("Friskvårdsbidraget för medarbetare")) == pytest.approx(weight(found))
