"""Questions typed without å, ä and ö come back as they were meant; what has its marks, or needs none, stays."""

import pytest

from indexer.language.unmarked import remarked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nar beslutade namnden om avgiften", "när beslutade nämnden om avgiften"),
        ("Vad kostar det for foreningar pa kvallar?", "Vad kostar det för föreningar på kvällar?"),
        ("vad star i delarsrapporten", "vad står i delårsrapporten"),
        ("vad tycker samhallsbyggnadsnamnden", "vad tycker samhällsbyggnadsnämnden"),
        ("hur gar det med maltidsprojektet", "hur går det med måltidsprojektet"),
        ("Vad sager KF om ishallen i Amosund?", "Vad säger KF om ishallen i Amosund?"),
        ("nar far man ob-tillagg", "när får man ob-tillägg"),
        ("beslut enligt § 12, dnr 2031/00012 pa sidan 3b", "beslut enligt § 12, dnr 2031/00012 på sidan 3b"),
    ],
)
def test_words_get_their_marks_back(typed: str, meant: str) -> None:
    found = remarked(typed)

    assert found is not None
    assert found.text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Vad kostar en bussbiljett?",
        "Hur många stod i kö for plats?",  # it has marks: whoever typed it can
        "protokoll 2031-04-17",
        "Vad sa ordföranden?",
        "Brandstation Granby",
        "",
    ],
)
def test_a_text_that_has_marks_or_needs_none_is_left_alone(text: str) -> None:
    assert remarked(text) is None


def test_a_word_that_may_be_several_is_read_as_the_most_usual_and_keeps_the_others() -> None:
    found = remarked("vilket stod ges for resor")

    assert found is not None
    assert found.text == "vilket stöd ges för resor"
    assert found.also == ("stod",)


def test_words_in_capitals_are_names_of_something() -> None:
    found = remarked("vad galler for FOR och AR")

    assert found is not None
    assert found.text == "vad gäller för FOR och AR"


def test_a_very_long_word_takes_no_time_and_stays() -> None:
    found = remarked(f"nar {'a' * 5000}")

    assert found is not None
    assert found.text == f"när {'a' * 5000}"
