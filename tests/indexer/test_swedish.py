"""One analysis for documents and questions: the same word is the same token, noise aside."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.index import FIELDS
from indexer.swedish import document_tokens, held_tokens, question_tokens, text_tokens, words

HEADER = "Ekköpings kommun · Barnnämnden · 2025-03-04 · § 12 · Dnr 2025/00044 · Avgift för lovskola"
SENTENCE = "Nämnden avslår inte ansökan om 2 500 000 kronor till friskvårdsbidraget."


def test_every_field_of_the_index_is_filled() -> None:
    assert tuple(document_tokens(HEADER, SENTENCE)) == FIELDS
    assert tuple(question_tokens(SENTENCE)) == FIELDS


def test_the_header_is_found_in_the_body_fields_too() -> None:
    found = document_tokens(HEADER, "Bifall.")
    assert set(found["header"]) < set(found["stems"])
    assert {"par:12", "dnr:2025/44"} <= set(found["ids"])


@pytest.mark.parametrize(
    ("question", "text", "field"),
    [
        ("beslutet", "Tre beslut fattades.", "stems"),
        ("SKOLAN", "skolor", "stems"),
        ("bidrag", "Friskvårdsbidraget höjs.", "parts"),
        ("friskvårdspeng", "Friskvårdsbidraget höjs.", "parts"),
        ("2 500 000 kronor", "summan 2 500 000 kr", "stems"),
        ("2500000", "summan 2\u00a0500\u00a0000 kr", "exact"),
        ("avslår inte", "avslår inte", "stems"),
        ("nämnden", "Ndmnden samlades", "loose"),
        ("behöver", "beh6ver", "loose"),
        ("dnr 2025/44", "Dnr 2025/00044", "ids"),
        ("1,5 mkr", "1 500 000 kronor", "ids"),
        ("845 677", "Driftkostnad 49 845 677 626 383 74%", "stems"),
        ("kommunfullmäktige", "KF 2025-03-04", "stems"),
    ],
)
def test_a_question_meets_what_it_means(question: str, text: str, field: str) -> None:
    assert set(question_tokens(question)[field]) & set(document_tokens("", text)[field])


@pytest.mark.parametrize("negation", ["inte", "ej", "icke", "utan", "mot"])
def test_negations_are_kept(negation: str) -> None:
    assert question_tokens(f"att {negation} och")["stems"]


def test_words_that_say_nothing_are_dropped_from_all_but_the_exact_field() -> None:
    found = question_tokens("och att det som")
    assert found["exact"] == ("och", "att", "det", "som")
    assert not found["stems"] + found["parts"] + found["loose"]


def test_a_damaged_page_is_searched_as_what_it_was() -> None:
    page = "Ndmnden beslutar att godkinna redovisningen av krinkande behandling och overlamna den till kommunfullmaktige samt revisorerna. "
    assert {"nämnd", "kränk", "överlämn"} <= set(document_tokens("", page)["stems"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("verksamhets-\n   systemet", ["verksamhetssystemet"]),
        ("verksamhets\u00adsystemet", ["verksamhetssystemet"]),
        ("idrotts-\n och fritidsnämnden", ["idrotts", "och", "fritidsnämnden"]),
        ("Barn- och Elevhälsan", ["barn", "och", "elevhälsan"]),
        ("Torg-Trumpeten", ["torg", "trumpeten"]),
        ("2 500 000 kr", ["2500000", "kr"]),
        ("12,5 % av 3 200", ["12,5", "av", "3200"]),
        ("2024-05-06", ["2024", "05", "06"]),
        ("n&mnden", ["n&mnden"]),
        ("Sjö & Skog", ["sjö", "skog"]),
        ("§ 84", ["84"]),
        ("", []),
        ("—…!", []),
    ],
)
def test_words_are_cut_as_written(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@given(st.text(max_size=200))
def test_words_stand_in_order_where_they_say(text: str) -> None:
    found = words(text)
    assert all(word.span.of(text).strip() == word.span.of(text) and word.span.of(text) for word in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@given(st.sampled_from(SENTENCE.split()), st.integers(min_value=1, max_value=5))
def test_a_soft_hyphen_changes_nothing(word: str, at: int) -> None:
    torn = word[:at] + "\u00ad" + word[at:] if len(word) > at and word.isalpha() else word
    assert question_tokens(torn) == question_tokens(word)


@given(st.lists(st.sampled_from(SENTENCE.split()), max_size=8).map(" ".join))
def test_the_way_letters_are_composed_changes_nothing(text: str) -> None:
    assert question_tokens(unicodedata.normalize("NFD", text)) == question_tokens(text)


@given(st.text(max_size=200))
def test_tokens_hold_no_white_space_and_are_never_empty(text: str) -> None:
    for field, found in document_tokens(HEADER, text).items():
        assert all(token and not any(letter.isspace() for letter in token) for token in found), field


@given(st.lists(st.sampled_from(SENTENCE.split()), min_size=1, max_size=12).map(" ".join))
def test_a_question_in_the_words_of_a_passage_finds_all_its_tokens_there(text: str) -> None:
    document, question = document_tokens("", text), question_tokens(text)
    assert all(set(question[field]) <= set(document[field]) for field in ("exact", "stems", "parts", "loose", "ids"))


def test_a_text_alone_has_the_body_tokens_of_a_passage_without_header() -> None:
    text = "Kommunstyrelsens beslut, Dnr 2024/00077 § 12, om friskvardsbidrag"
    whole = document_tokens("", text)

    assert text_tokens(text) == {field: whole[field] for field in ("exact", "stems", "parts", "loose")}


@given(st.text(max_size=200))
@example("namnden beslutar att anta taxan for skolskjuts " * 5)
@example("49 845 677 626 383 Skolan skolan skol-\nskjuts")
def test_what_a_text_holds_are_its_tokens_each_once(text: str) -> None:
    tokens = text_tokens(text)
    assert held_tokens(text) == {field: frozenset(tokens[field]) for field in ("stems", "parts", "loose")}
