import pytest

from service.records import Asks
from service.understanding.kinds import asks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad beslutade nämnden om båtplatser, och när?", Asks.DECISION),
        ("Vad föreslog utskottet om taxan?", Asks.DECISION),
        ("vad sa nämnden om taxan", Asks.DECISION),
        ("Vad kommunstyrelsen i Granby sa om taxan", Asks.DECISION),
        ("vad som hände med bryggan", Asks.STATUS),
        ("Hur mycket kostar en båtplats?", Asks.AMOUNT),
        ("hur manga elever gick pa skolan", Asks.AMOUNT),
        ("När öppnar badhuset igen?", Asks.WHEN),
        ("Mellan vilka datum är badhuset stängt?", Asks.WHEN),
        ("Vem reserverade sig mot budgeten?", Asks.WHO),
        ("Vilka kommuner ingår i samarbetet?", Asks.LIST),
        ("Är taxan slutligt beslutad?", Asks.STATUS),
        ("Har nämnden antagit planen?", Asks.STATUS),
        ("Bifölls motionen om bryggan?", Asks.STATUS),
        ("Har ansökan om bidrag avslagits?", Asks.STATUS),
        ("Vad är status för bryggan?", Asks.STATUS),
        ("Hur gick det för motionen om bryggan?", Asks.STATUS),
        ("Hur gick det för eleverna i nian?", Asks.FACT),
        ("Gick motionen om bryggan igenom?", Asks.STATUS),
        ("Är bokslutet färdigbehandlat?", Asks.STATUS),
        ("Bryggan, vad är det för beslut?", Asks.DECISION),
        ("Vad var den längsta väntetiden bland ej verkställda beslut?", Asks.FACT),
        ("Tidplanen för bryggan: när byggs den?", Asks.TIMELINE),
        ("Vilken är tidplanen för bryggan?", Asks.TIMELINE),
        ("Vem tog fram tidplanen för bryggan?", Asks.WHO),
        ("När byggs bryggan enligt tidplanen?", Asks.WHEN),
        ("Vad beslutade nämnden om tidplanen?", Asks.DECISION),
        ("Vilka steg har frågan om bryggan tagit?", Asks.TIMELINE),
        ("När behandlades frågan om bryggan?", Asks.TIMELINE),
        ("Hur har ärendet om bryggan gått?", Asks.TIMELINE),
        ("Hur utreddes bryggan, steg för steg?", Asks.TIMELINE),
        ("Hur är läget med bryggan?", Asks.STATUS),
        ("Vad händer med bryggan vid Norrviken?", Asks.STATUS),
        ("What happened to the boathouse?", Asks.STATUS),
        ("Följ ärendet om badhuset", Asks.TIMELINE),
        ("Vad hände med badhuset, hela vägen?", Asks.TIMELINE),
        ("Jämför avgifterna i kommunerna", Asks.COMPARISON),
        ("Varför stängdes badhuset?", Asks.FACT),
        ("Varför deltog hon inte i beslutet?", Asks.FACT),
        ("Hur föll rösterna om badhuset?", Asks.FACT),
        ("Stängdes badhuset?", Asks.FACT),
        ("friskvårdsbidraget i Granby", Asks.DECISION),
        ("nya badhuset", Asks.DECISION),
        ("badhuset + avgift + 2024 + barn", Asks.AMOUNT),
        ("badhuset, gamla - Granby & Älvmo 2024", Asks.DECISION),
        ("parkeringstillstånd för boende i kvarteren norr om torget", Asks.FACT),
        ("How much is the fee?", Asks.AMOUNT),
        ("When was the plan adopted?", Asks.WHEN),
    ],
)
def test_the_kind_is_read_from_the_question(text: str, expected: Asks) -> None:
    assert asks(text) == expected


def test_a_short_question_with_a_reference_asks_what_stands_there() -> None:
    assert asks("Vad är dnr 2024/00012?", references_named=True) == Asks.REFERENCE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vilka reserverade sig i ärende 2024/00012?", Asks.WHO),
        ("Hur mycket kostar det enligt § 12?", Asks.AMOUNT),
        ("När ska det vara klart enligt dnr 2024/00012?", Asks.WHEN),
        ("Vilka beslut fattades i § 12?", Asks.REFERENCE),
        ("Vad hände med ärendet 2024/00012, hela vägen?", Asks.TIMELINE),
        ("Vilken väg gick dnr 2024/00012?", Asks.TIMELINE),
    ],
)
def test_one_thing_asked_of_a_reference_is_not_all_that_stands_there(text: str, expected: Asks) -> None:
    assert asks(text, references_named=True) == expected


def test_one_thing_that_two_municipalities_share_is_not_compared() -> None:
    assert asks("Är det klart att Granby och Älvmo ska ha en gemensam brygga?", compared=True) == Asks.STATUS
    assert asks("Vad kostar en brygga i Granby och Älvmo?", compared=True) == Asks.COMPARISON
