"""Reasons asked for in invented papers."""

import pytest

from indexer.documents import Span
from service.answering.quoting import quoting
from service.answering.reasons import reason
from service.extract import Excerpt
from tests.service.fake_index import FakeIndex
from tests.service.readings import indexed, material

HEAD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Hamnnämnden
2024-10-08
"""
REPORT = """
§ 81 Dnr 2024/00181
Delårsrapport för hamnen

Hamnnämndens beslut
Rapporten godkänns.

Ärendebeskrivning
Hamnens underskott i delårsrapporten väntas bli stort.
Hamnens underskott beror på dyrare bojar och på färre gästbåtar.
Bryggan stängs på grund av is.
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", HEAD + REPORT))


def given(question: str, filled: FakeIndex) -> list[str]:
    return [one.span.of(one.passage.text) for one in reason(material(question, filled), ())]


WHY = "Hamnens underskott beror på dyrare bojar och på färre gästbåtar."


@pytest.mark.parametrize(
    "question", ["Varför räknar hamnen med underskott i delårsrapporten?", "Vad är orsaken till hamnens underskott i delårsrapporten?"]
)
def test_the_sentence_that_gives_the_reason_for_what_the_question_names_is_found(question: str, filled: FakeIndex) -> None:
    assert given(question, filled) == [WHY]


@pytest.mark.parametrize("question", ["Varför såldes hamnens kran?", "Hur stort är hamnens underskott i delårsrapporten?"])
def test_the_reason_for_something_else_or_where_none_is_asked_for_is_not(question: str, filled: FakeIndex) -> None:
    assert given(question, filled) == []


def test_what_gives_a_reason_already_is_left_as_it_is(filled: FakeIndex) -> None:
    asked = material("Varför räknar hamnen med underskott i delårsrapporten?", filled)
    passage = next(hit.passage for hit in asked.hits if "på grund av is" in hit.passage.text)

    assert reason(asked, [Excerpt(passage, Span(0, len(passage.text)), None, 1.0)]) == ()


def test_the_answer_to_why_holds_the_reason(filled: FakeIndex) -> None:
    found = quoting(material("Varför räknar hamnen med underskott i delårsrapporten?", filled)).excerpts

    assert any(WHY in one.span.of(one.passage.text) for one in found)
