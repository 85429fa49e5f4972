"""Numbers that count what is asked for, in invented sentences."""

import pytest

from indexer.index import Access, Facets, Filters
from service.answering import counted
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage


def counts(question: str, text: str) -> list[str]:
    understood = understand(question, Filters(), Facets(), TODAY)
    thing = counted.thing(understood, wanted(understood.searched, index(), Access.public()))
    return [span.of(text) for span in counted.numbers(thing, text)] if thing else []


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hur många avdelningar får förskolan?", "58 mnkr anvisas för sex avdelningar.", ["sex avdelningar"]),
        ("Hur många lägenheter byggs?", "På tomten byggs 30 hyreslägenheter 2031.", ["30 hyreslägenheter"]),
        ("Hur många båtplatser finns?", "Det finns 12–16 nya båtplatser.", ["12–16 nya båtplatser"]),
        ("Hur många båtplatser finns?", "Båtplatser kostar 1 200 kronor.", []),
        ("Hur många båtplatser finns?", "Den 12 maj öppnar båtplatserna, § 4 båtplatser.", []),
        ("How many berths are there?", "Avgiften är 12 kronor.", []),
        ("Hur hög är avgiften?", "12 avgifter", []),
    ],
)
def test_a_number_counts_the_thing_that_stands_beside_it(question: str, text: str, expected: list[str]) -> None:
    assert counts(question, text) == expected


BERTHS = passage("Båtplatser och fiskare vid bryggan, besök och gäster räknas varje år.\n", title="Hamnen")


@pytest.mark.parametrize(
    ("question", "said", "expected"),
    [
        ("Hur många båtplatser finns?", ["Hamnen har 40 båtplatser."], True),
        ("Hur många båtplatser finns?", ["Båtplatser: 40"], True),
        ("Hur många båtplatser finns?", ["Hamnen har två båtplatser."], True),
        ("Hur många båtplatser finns?", ["Båtplatserna rustas.", "Piren är 12 meter."], False),
        ("Hur många båtplatser finns?", ["En båtplats kostar 1 200 kronor."], False),
        ("Hur många gäster finns?", ["Kostnad per gäst 12 14 16"], False),
        ("Hur många kronor kostar båtplatserna?", ["De kostar 1 200 kronor."], True),
        ("Hur många fasta gäster finns?", ["Gäster: 12"], True),
        ("Hur många båtplatsägare finns?", ["Det finns 12 fiskare."], True),
        ("Hur många båtplatsägare finns?", ["Bryggan rustas."], False),
    ],
)
def test_how_many_is_told_where_a_number_stands_with_the_thing(question: str, said: list[str], expected: bool) -> None:
    understood = understand(question, Filters(), Facets(), TODAY)

    assert counted.is_told(understood, wanted(understood.searched, index(BERTHS), Access.public()), said) is expected
