"""What each municipality's papers have: as each alone would have it, in its own papers only."""

from dataclasses import replace

import pytest

from indexer.index import Access, Filters
from service.comparison import asking
from service.comparison.searching import hits_each
from service.finding.reranking import find
from service.question import understand
from service.records import Question
from tests.service.made import TODAY, passage, resources

PLACES = tuple(f"Ort{number:02}" for number in range(10))
PASSAGES = tuple(
    passage(text, municipality=place, section=f"§ {number}", case=f"2024/{number:05}", file=f"{place}.txt", title="Båtplatser")
    for number, place in enumerate(PLACES)
    for text in (f"Avgiften för en båtplats är {300 + number} kronor.\n", "Hamnen behöver muddras före sommaren.\n")
)


def questions(text: str) -> dict[str, Question]:
    """The question to each of the places."""
    opened = resources(*PASSAGES)
    question = understand(text, Filters(), opened.index.facets(Filters(), Access.public()), TODAY)
    return {place: asking.for_one(asking.bare(question, PLACES), place) for place in PLACES}


@pytest.mark.parametrize("text", ["Vad kostar en båtplats?", "Vad beslutades i § 3 om båtplatser?", "What does a berth cost?"])
def test_each_has_the_hits_that_it_would_have_alone(text: str) -> None:
    opened, asked = resources(*PASSAGES), questions(text)

    found = hits_each(asked, opened, Access.public(), 10)

    assert list(found) == list(PLACES)
    assert found == {place: find(question, opened, Access.public(), 10) for place, question in asked.items()}


def test_no_hit_is_of_another_municipality() -> None:
    found = hits_each(questions("Vad kostar en båtplats?"), resources(*PASSAGES), Access.public(), 10)

    assert all(hits and {hit.passage.municipality for hit in hits} == {place} for place, hits in found.items())


def test_one_that_is_asked_in_other_words_has_hits_for_these() -> None:
    asked = questions("Vad kostar en båtplats?")
    asked["Ort03"] = replace(asked["Ort03"], text="När muddras hamnen?")

    found = hits_each(asked, resources(*PASSAGES), Access.public(), 1)

    assert "muddras" in found["Ort03"][0].passage.text
    assert "båtplats" in found["Ort04"][0].passage.text


def test_who_may_see_nothing_has_no_hits() -> None:
    assert not any(hits_each(questions("Vad kostar en båtplats?"), resources(*PASSAGES), Access(frozenset()), 10).values())
