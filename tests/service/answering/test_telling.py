"""What units tell of the kind of thing asked for."""

import pytest

from indexer.documents import Span
from indexer.index import Access, Filters
from service.answering.telling import asked_for
from service.question import understand
from service.sentences import Form, Unit
from tests.service.made import TODAY, index


def told(question: str, text: str) -> dict[str, float]:
    known = index().facets(Filters(), Access.public())
    return dict(asked_for(understand(question, Filters(), known, TODAY))(Unit(Form.SENTENCE, Span(0, len(text))), text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ishallen har 14 rum.", 0.25),
        ("Ishallen har 14 rum, 2 läktare, 3 kiosker, 4 portar och 5 dörrar.", 1.0),
        ("Ishallen kostade 2 500 000 kronor.", 0.25),
        ("Ishallen öppnades den 3 mars 2024.", 0.0),
        ("Se § 12 och 4 kap. samt beslutet 2024-03-03 klockan 9.", 0.0),
        ("1. Ishallen är ny.", 0.0),
    ],
)
def test_only_what_counts_or_measures_is_a_number(text: str, numbers: float) -> None:
    assert told("Hur många rum har ishallen?", text)["number"] == numbers


@pytest.mark.parametrize(
    ("question", "text", "fact"),
    [
        ("Varför stängdes ishallen?", "Ishallen stängdes på grund av mögel.", "reason"),
        ("Varfor stangdes ishallen?", "Taket var ruttet, darfor stangdes ishallen.", "reason"),
        ("Varför deltog hon inte i beslutet?", "Stina Ek anmäler jäv.", "reason"),
        ("Vilket lagrum hänvisas till?", "Det regleras i 4 kap. 1 § socialtjänstlagen.", "reference"),
        ("Vilket diarienummer har ärendet om ishallen?", "Ishallen, dnr 2024/00012.", "reference"),
    ],
)
def test_a_reason_or_a_reference_is_looked_for_where_it_is_asked_for(question: str, text: str, fact: str) -> None:
    assert told(question, text)[fact] == 1.0
    assert told(question, "Ishallen är uppskattad.")[fact] == 0.0
    assert fact not in told("Vem sköter ishallen?", text)
