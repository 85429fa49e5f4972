from datetime import date

import pytest

from indexer.documents import Role, Status
from indexer.index import Access, Filters
from service.comparison.asked_for import deciding_day, persons
from service.question import understand
from service.records import Question
from tests.service.made import index, passage

PRESENT = "Beslutande\tKarin Ekdal (S), ordförande\nOlle Björkrud (C), 1:e vice ordförande\nÖvriga\tSiv Almgård, kommundirektör\n"


def asked(text: str) -> Question:
    return understand(text, Filters(), index().facets(Filters(), Access.public()), date(2025, 6, 1))


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Vem är ordförande i kommunstyrelsen?", PRESENT, ["Karin Ekdal (S)"]),
        ("Vem är kommundirektör?", PRESENT, ["Siv Almgård"]),
        ("Vem är ordförande?", "Frågan ställs till nämndens ordförande Karin Ekdal (S) av Olle Björkrud (C).", ["Karin Ekdal (S)"]),
        ("Vem skrev under?", "Siv  Almgård\nkommundirektör\n", ["Siv Almgård"]),
        ("Vem blev ordförande?", "Karin Ekdal (S) väljs till ny ordförande.", ["Karin Ekdal (S)"]),
        ("Vem är ordförande?", "Karin Ekdal (S) och Olle Björkrud (C) justerar tillsammans med ordföranden.", []),
        ("Vilka reserverade sig?", "Reservation\nKarin Ekdal (S) reserverar sig mot beslutet.\n", ["Karin Ekdal (S)"]),
        ("Vilka reserverade sig?", "Karin Ekdal (S) yrkar bifall.\n", []),
        ("Vem justerade?", "Parti\tMandat\tStöd\nAlliansen\t3\t400\n", []),
    ],
)
def test_whose_name_is_asked_for_is_who_holds_the_post_or_did_it(question: str, text: str, expected: list[str]) -> None:
    assert persons(asked(question), text) == expected


@pytest.mark.parametrize(
    ("question", "role", "expected"),
    [
        ("När beslutade kommunerna om taxan?", Role.BESLUT, "2024-03-12"),
        ("När antogs taxan?", Role.BESLUT, "2024-03-12"),
        ("När antogs taxan?", Role.BAKGRUND, None),
        ("När börjar taxan gälla?", Role.BESLUT, None),
    ],
)
def test_when_it_was_decided_is_the_day_of_the_meeting_that_did(question: str, role: Role, expected: str | None) -> None:
    assert deciding_day(asked(question), passage("Taxan antas.", role=role, status=Status.BESLUT)) == expected
