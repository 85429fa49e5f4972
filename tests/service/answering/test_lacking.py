import pytest

from indexer.index import Access, Filters
from service.answering.lacking import Lack, asks_how_many, lacking, names, unmeasured
from service.question import understand
from tests.service.made import TODAY, index


@pytest.mark.parametrize(
    ("text", "quotes", "lack"),
    [
        ("Vad kostar en båtplats?", "Taxan för båtplatser höjs.", Lack.SUM),
        ("Vad kostar en båtplats?", "Taxan är 1 200 kronor.", None),
        ("Vad kostar en båtplats?", "Båtplatser är avgiftsfria.", None),
        ("Vad kostar avgiftsfria båtplatser kommunen?", "Båtplatser är avgiftsfria.", Lack.SUM),
        ("Vad kostar en båtplats?", "Rabatten är 40 %.", Lack.SUM),
        ("Vad har bryggan kostat?", "Kommunen har lagt ut en miljon kronor på bryggan.", None),
        ("Vilket timarvode får juristen?", "Juristen har hyrts in.", Lack.SUM),
        ("Vilket maxbelopp gäller för cyklar?", "Kommunen fastställer ett maxbelopp.", Lack.SUM),
        ("Vilka steg har ärendet om nya avgifter tagit?", "Nämnden tillstyrkte i maj.", None),
        ("Vad blir nytt med de nya avgifterna?", "Bryggan öppnas för alla.", None),
        ("Vilken kommun samarbetar Granby med om bryggan?", "Granby samarbetar med en jämförbar kommun.", Lack.MUNICIPALITY),
        ("Vilken kommun samarbetar Granby med om bryggan?", "Granby samarbetar med Norrköping.", None),
        ("Vilken kommun har en brygga?", "Bryggan rustas.", None),
        ("Vad ska gruppen göra och vem ska den rapportera till?", "Gruppen ska besluta om en plan.", None),
        ("Vilken månadslön har chefen?", "Chefen har en lön.", Lack.SUM),
        ("Hur stor är avgiften?", "Avgiften höjs med 3 %.", None),
        ("Varför höjs avgiften för båtplatser?", "Bryggorna behöver rustas.", None),
        ("What did the board propose about mooring fees?", "Taxan lämnas oförändrad.", None),
        ("Hur delas kostnaderna för bryggan?", "Parterna delar lika.", None),
        ("What did the new bridge cost?", "Bron invigs i maj.", Lack.SUM),
        ("Är avgiftsfria båtplatser ett förslag?", "Alla ska få en båtplats utan kostnad.", None),
        ("Vem reserverade sig?", "Flera reserverade sig.", Lack.NAME),
        ("Vem reserverade sig?", "Stina Ek (S) reserverade sig.", None),
        ("Vem beslutade om bryggans öppettider?", "Bryggan är öppen alla dagar.", None),
        ("Vilka partier reserverade sig, och vem?", "Ledamöterna (S) och (M) reserverade sig.", None),
        ("Vilka ledamöter var närvarande?", "Stina Ek skrev rapporten.", Lack.NAME),
        ("Vilka ledamöter var närvarande?", "Beslutande: Stina Ek och Bo Alm.", None),
        ("När öppnar badhuset?", "Badhuset öppnar snart.", Lack.TIME),
        ("När öppnar badhuset?", "Badhuset öppnar den 3 maj.", None),
        ("När träder taxan i kraft?", "Svar lämnas senast den 3 maj.", Lack.TIME),
        ("När träder taxan i kraft?", "Taxan gäller från den 3 maj.", None),
        ("Hur gammal är bryggan?", "Bryggan är av trä.", Lack.AGE),
        ("Hur gammal är bryggan?", "Bryggan är 40 år.", None),
        ("Hur många röstade nej till planen?", "Planen kostar 9 mnkr.", Lack.VOTES),
        ("Hur många röstade nej till planen?", "Med 9 ja-röster mot 4 nej-röster antas planen.", None),
        ("Vilka ledamöter röstade nej?", "Med 9 ja-röster mot 4 nej-röster antas planen.", Lack.VOTES),
        ("Vilka ledamöter röstade nej?", "Följande röstar nej: Stina Ek och Bo Alm.", None),
        ("Vad beslutades om planen?", "Planen antas.", None),
        ("Vilka reserverade sig?", "Moderaternas grupp reserverar sig mot beslutet.", None),
        ("Vem reserverade sig?", "Stina Ek (S) talar om bryggan.", Lack.NAME),
        ("Vem anmälde jäv?", "Stina Ek (S) anmäler jäv.", None),
    ],
)
def test_what_is_asked_for_and_not_held_is_named(text: str, quotes: str, lack: Lack | None) -> None:
    question = understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY)

    assert lacking(question, quotes) is lack


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("Hur mycket har kommunen lagt ut på bryggan?", "Hur mycket har lagts ut?", True),
        ("Hur mycket har kommunen lagt ut på bryggan?", "300 kronor", False),
        ("Hur mycket har kommunen lagt ut på bryggan?", "En halv miljon.", False),
        ("Hur mycket får kommunen betala för bryggan?", "Bryggan är gratis.", False),
        ("Hur mycket högre blir taxan?", "Taxan ändras.", False),
        ("Vad står i protokollet?", "Bryggan rustas.", False),
    ],
)
def test_how_much_needs_some_number(text: str, quotes: str, expected: bool) -> None:
    assert unmeasured(understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY), quotes) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hur många broddar delas ut?", True), ("How many berths are there?", True), ("Vad kostar broddarna?", False)],
)
def test_how_many_is_told_from_how_much(text: str, expected: bool) -> None:
    assert asks_how_many(understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stina Ek och Bo-Erik Alm yrkade bifall.", ["Stina Ek", "Bo-Erik Alm"]),
        ("Enhetschef Mars och september.", []),
        ("Punkten Anmälan av Region Dalarna.", []),
        ("Ordförande Stina Ek. Hur det gick", ["Stina Ek"]),
        ("Kommunstyrelsens Arbetsutskott", []),
    ],
)
def test_names_are_told_from_titles_and_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected
