"""Snippets: the richest part of a passage, and every character of it from the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.serving.snippets import WIDTH, question_stems, snippet
from service.serving.unmarked import unmarked


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("Bidraget för friskvård höjs.", "friskvårdens bidrag", ["Bidraget", "friskvård"]),
        ("Nämnden beslutar att avslå förslaget.", "Vad är det som gäller?", []),
        ("Taxa, TAXAN och taxornas", "taxan", ["Taxa", "TAXAN", "taxornas"]),
        ("", "skolskjuts", []),
    ],
)
def test_the_questions_own_words_are_marked_in_any_form(text: str, question: str, marked: list[str]) -> None:
    assert [piece.text for piece in snippet(text, question_stems(question)) if piece.marked] == marked


def test_the_part_that_holds_most_of_the_questions_words_is_shown() -> None:
    text = "Inledning om annat. " * 60 + "Taxan för bygglov antogs. " + "Avslutning om annat. " * 60

    pieces = snippet(text, question_stems("taxa bygglov"))

    assert pieces[0].text == "… "
    assert "Taxan för bygglov antogs." in "".join(piece.text for piece in pieces)


@given(st.text(), st.text(max_size=40))
def test_a_snippet_is_a_part_of_the_text_and_bounded(text: str, question: str) -> None:
    shown = "".join(piece.text for piece in snippet(text, question_stems(question)))

    inner = shown.removeprefix("… ").removesuffix(" …")
    flat = " ".join(unmarked(text).split())
    assert inner in flat or shown in flat
    assert len(inner) <= WIDTH + 4
