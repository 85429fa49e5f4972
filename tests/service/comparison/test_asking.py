from datetime import date

import pytest

from indexer.index import Facets, Filters
from service.comparison import asking
from service.question import understand
from service.records import Asks

KNOWN = Facets(municipalities={"Granby": 3, "Älvmo": 2})


@pytest.mark.parametrize(
    ("text", "bare", "kind"),
    [
        ("Hur stort är friskvårdsbidraget i Granby jämfört med Älvmo?", "Hur stort är friskvårdsbidraget", Asks.AMOUNT),
        ("Skiljer sig friskvårdsbidraget mellan Granby och Älvmo?", "friskvårdsbidraget", Asks.DECISION),
        ("Hur har andra kommuner gjort med Torg-Trumpeten?", "Hur har gjort med Torg-Trumpeten", Asks.DECISION),
        ("Vad kostar en båtplats i Granbys kommun respektive i Älvmo kommun?", "Vad kostar en båtplats", Asks.AMOUNT),
        ("När öppnar badet i de olika kommunerna?", "När öppnar badet", Asks.WHEN),
        ("Vem är rektor i Norrtälje och Älvmo?", "Vem är rektor", Asks.WHO),
    ],
)
def test_each_municipality_is_asked_without_names_and_without_comparing(text: str, bare: str, kind: Asks) -> None:
    question = asking.bare(understand(text, Filters(), KNOWN, date(2025, 1, 1)), tuple(KNOWN.municipalities))

    assert (question.text, question.asks) == (bare, kind)


def test_a_question_of_nothing_but_names_keeps_them() -> None:
    assert asking.without_names("Granby och Älvmo", ["Granby", "Älvmo"]) == "Granby och Älvmo"


def test_one_municipality_is_searched_alone() -> None:
    question = asking.for_one(asking.bare(understand("Vad kostar badet?", Filters(), KNOWN, date(2025, 1, 1)), ()), "Älvmo")

    assert question.filters.municipalities == ("Älvmo",) == question.municipalities
