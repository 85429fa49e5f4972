"""Damaged words come back as the one word they were, whole words stay."""

import pytest

from indexer.language.restoration import damaged, lacks_swedish, restored, worn_page

SOUND = "Nämnden beslutar att godkänna redovisningen och överlämna den till fullmäktige. Ärendet gäller återvinningen på gården. " * 3
STRIPPED = SOUND.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("namnden", "nämnden"),
        ("ndmnden", "nämnden"),
        ("némnden", "nämnden"),
        ("néamnden", "nämnden"),
        ("nd&mnden", "nämnden"),
        ("&tgarder", "åtgärder"),
        ("godkénns", "godkänns"),
        ("féreslas", "föreslås"),
        ("uppf6ljning", "uppföljning"),
        ("behdver", "behöver"),
        ("drenden", "ärenden"),
        ("krinkande", "kränkande"),
    ],
)
def test_a_damaged_word_is_the_word_it_was(read: str, meant: str) -> None:
    assert restored(read) == meant


@pytest.mark.parametrize("word", ["kommunen", "nämnden", "individ", "program", "2024", "abc", "xyzzyx", "pa", ""])
def test_a_whole_or_unknown_word_stays(word: str) -> None:
    assert restored(word) is None


@pytest.mark.parametrize(
    ("text", "expected"), [(SOUND, False), (STRIPPED, True), ("Protokoll", False), ("", False), ("12 450 | 13 700 " * 30, False)]
)
def test_damage_is_told_by_missing_letters_in_enough_text(text: str, expected: bool) -> None:
    assert damaged(text) is expected


def test_a_text_with_one_swedish_letter_lacks_none() -> None:
    assert lacks_swedish("skolskjuts")
    assert not lacks_swedish("avgift för skolskjuts")


def test_a_page_read_without_swedish_letters_is_worn_and_an_english_one_is_not() -> None:
    swedish = "Nämnden föreslår att åtgärderna för förskolan genomförs, så att även äldre får hjälp och stöd av förvaltningen. " * 2
    lost = swedish.translate(str.maketrans("åäö", "aao"))
    english = "This communication holds information about the meeting, and about what the audit of the year will tell everybody here. " * 2

    assert [worn_page(text) for text in (swedish, lost, english, "")] == [False, True, False, False]
