import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.understanding.blocks import BLOCK
from service.understanding.sought import Sought, held, items, places, sought, wish
from tests.service.made import TODAY, index


def asked(text: str) -> frozenset[Sought]:
    return sought(understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Vem är ordförande i kulturnämnden?", {Sought.PERSON}),
        ("vilka ledamoter reserverade sig", {Sought.PERSON}),
        ("Vilka reserverade sig i nämnden?", {Sought.PERSON}),
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
        (Sought.NUMBER, "1000 kronor, 2500:-, 2000 kr, 85477, 3 000 och 9 %", 1.0),
        (Sought.NUMBER, "Se § 12, år 2024, kl 08:30 och 2024-03-04.", 0.0),
    ],
)
def test_what_a_text_holds_of_it_is_counted_up_to_enough(kind: Sought, text: str, share: float) -> None:
    assert held(kind, text) == share


@pytest.mark.parametrize(
    ("text", "proposal", "listed", "latest"),
    [
        ("Vad föreslogs om bryggan?", True, False, False),
        ("vad blev utskottets forslag", True, False, False),
        ("What was proposed?", True, False, False),
        ("Vilka bryggor har rustats?", False, True, False),
        ("Vad kostar en båtplats?", False, False, True),
        ("Vad är avgiften?", False, False, True),
        ("vad ar avgiften", False, False, True),
        ("Vad kostade en båtplats per år?", False, False, False),
        ("Vad kostar en båtplats 2024?", False, False, False),
    ],
)
def test_a_proposal_a_list_and_what_holds_are_told_by_the_question(text: str, proposal: bool, listed: bool, latest: bool) -> None:
    wanted = wish(understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY))

    assert (wanted.proposal, wanted.list, wanted.latest) == (proposal, listed, latest)


def test_the_places_of_a_kind_are_where_it_stands() -> None:
    text = "Badet öppnar snart. ".ljust(BLOCK) + "Badet öppnade den 4 maj 2024."

    assert places(Sought.DATE, text) == 0b10
    assert places(Sought.PERSON, text) == 0


def test_four_items_are_a_list() -> None:
    assert [items(text) for text in ("", "- Norra bryggan\n", "1. Norra\n2. Södra\n3. Västra\n4. Östra\n5. Nya\n")] == [0.0, 0.25, 1.0]
