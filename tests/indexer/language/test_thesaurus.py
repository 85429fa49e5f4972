"""Words that mean the same are found by any of their forms."""

import pytest

from indexer.language.thesaurus import FILE, synonyms
from indexer.swedish import official_words, question_tokens, synonym_tokens


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("simhallen", "badhus"), ("hemsidan", "webbplats"), ("socialbidrag", "försörjningsstöd"), ("soptippen", "återvinningscentral")],
)
def test_a_word_in_any_form_leads_to_its_synonyms(asked: str, meant: str) -> None:
    assert meant in synonyms([asked])


def test_a_phrase_leads_to_the_synonyms_of_the_whole() -> None:
    assert "försörjningsstöd" in synonyms(["ekonomiskt", "bistånd"])


def test_the_words_asked_with_are_not_given_again() -> None:
    found, asked = synonym_tokens("badhuset eller simhallen"), question_tokens("badhuset eller simhallen")
    assert not set(found.get("stems", ())) & set(asked["stems"])


def test_every_group_has_two_members_or_more() -> None:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if len({member.strip() for member in line.split(",")}) < 2] == []


@pytest.mark.parametrize(
    ("asked", "official"),
    [
        ("Vad kostar dagis?", ("förskola",)),
        ("Vilka rondeller byggs?", ("cirkulationsplats",)),
        ("Vad kostar förskolan?", ()),
        ("Är dagis en förskola?", ()),
        ("Vad gäller badhuset?", ()),
    ],
)
def test_an_everyday_word_leads_to_the_word_of_minutes(asked: str, official: tuple[str, ...]) -> None:
    assert official_words(asked) == official


def test_a_group_with_a_marked_member_has_an_unmarked_one() -> None:
    groups = [line.split(",") for line in FILE.read_text(encoding="utf-8").splitlines() if "*" in line and not line.startswith("#")]
    assert [group for group in groups if all(member.strip().endswith("*") for member in group)] == []


def test_no_synonym_of_several_members_is_the_same_word_twice() -> None:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(set(lines))
