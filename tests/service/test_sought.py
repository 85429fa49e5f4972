import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.sought import Sought, held, rows, sought
from tests.service.made import TODAY, index


def asked(text: str) -> frozenset[Sought]:
    return sought(understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Vem är ordförande i kulturnämnden?", {Sought.PERSON}),
        ("vilka ledamoter reserverade sig", {Sought.PERSON}),
        ("När öppnar badhuset?", {Sought.DATE}),
        ("Sista dag att söka bidraget", {Sought.DATE}),
        ("Hur många båtplatser finns det, och från när?", {Sought.NUMBER, Sought.DATE}),
        ("Driftskostnaden för ishallen", {Sought.NUMBER}),
        ("How much does a boat place cost?", {Sought.NUMBER}),
        ("Vad gäller för båtplatser?", set()),
    ],
)
def test_what_would_answer_is_told_by_the_question(question: str, kinds: set[Sought]) -> None:
    assert asked(question) == kinds


@pytest.mark.parametrize(
    ("kind", "text", "share"),
    [
        (Sought.PERSON, "Ordförande Anna Granlund och Per-Olof Sjöberg deltog.", 1.0),
        (Sought.PERSON, "Nämnden beslutar enligt förslaget.", 0.0),
        (Sought.DATE, "Planen gäller från den 1 mars.", 1.0),
        (Sought.DATE, "Antagen hösten 2023.", 1.0),
        (Sought.DATE, "Planen gäller tills vidare.", 0.0),
        (Sought.NUMBER, "12 340 35,5 7 1,2 88 % 4", 1.0),
        (Sought.NUMBER, "Se § 12 och 2024-03-04.", 0.0),
    ],
)
def test_what_a_text_holds_of_it_is_counted_up_to_enough(kind: Sought, text: str, share: float) -> None:
    assert held(kind, text) == share


def test_four_rows_are_a_table() -> None:
    row = "Bryggor\t12\t300\n"

    assert [rows(""), rows(row), rows(row * 4), rows(row * 9)] == [0.0, 0.25, 1.0, 1.0]
