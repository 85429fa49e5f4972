"""Questions as people type them, each read as the one that was meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.index import Facets, Filters
from service.question import understand
from service.records import Asks, Question
from service.understanding.plain import plain

KNOWN = Facets(9, {"Norrsele": 5, "Tallmora": 3}, {"Kommunstyrelsen": 4, "Kommunfullmäktige": 2, "Barn- och skolnämnden": 3})
TODAY = date(2026, 1, 1)


def understood(text: str) -> Question:
    return understand(text, Filters(), KNOWN, TODAY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hur mycke e avgiften för en båtplats?", "hur mycket är avgiften för en båtplats?"),
        ("hr mkt kostar en båtplats", "hur mycket kostar en båtplats"),
        ("Hru mycekt kostar en båtplats?", "Hur mycket kostar en båtplats?"),
        ("vad hände me bryggan", "vad hände med bryggan"),
        ("vda hnde med bryggan", "vad hände med bryggan"),
        ("nr beslutade nämnden om bryggan?", "när beslutade nämnden om bryggan?"),
        ("hur föll rösterna nr taxan antogs, å sedan nr gäller den", "hur föll rösterna när taxan antogs, och sedan när gäller den"),
        ("e taxan beslutad", "är taxan beslutad"),
        ("va betalar dom anställda", "vad betalar de anställda"),
        ("va föreslås i dom olika fallen", "vad föreslås i de olika fallen"),
        ("vilke beslut togs om bryggan", "vilket beslut togs om bryggan"),
        ("vlika röstade nej", "vilka röstade nej"),
        ("vemm anmälde jäv", "vem anmälde jäv"),
        ("varfö stängdes badet å kiosken?", "varför stängdes badet och kiosken?"),
        ("va kosta en båtplats", "vad kosta en båtplats"),
        ("va kostarr en båtplats", "vad kostar en båtplats"),
        ("va sa nämnden om bryggan", "vad sa nämnden om bryggan"),
        ("ska det va gratis att bada", "ska det vara gratis att bada"),
        ("har dom beslutat nåt om bryggan?", "har de beslutat något om bryggan?"),
        ("vad fick dom för sånt stöd", "vad fick de för sådant stöd"),
        ("vilka reserverade sej", "vilka reserverade sig"),
        ("kostnader tom augusti 2024", "kostnader till och med augusti 2024"),
        ("Vad kostade bryggan t.o.m. maj 2024?", "Vad kostade bryggan till och med maj 2024?"),
        ("när beslutde komunfullmäktige om bryggan", "när beslutade kommunfullmäktige om bryggan"),
    ],
)
def test_spoken_and_mistyped_small_words_are_put_right(typed: str, read: str) -> None:
    assert plain(typed, KNOWN) == read


@pytest.mark.parametrize(
    "text",
    [
        "Hur hög är va-taxan, och vad ingår i VA?",
        "va taxan norrsele",
        "Vad säger en dom om bryggan?",
        "Vad gäller nr 5 på listan?",
        "Vad sägs i bilaga nr fem?",
        "Vad står i ärende nr KS 12?",
        "va ledningar i Norrsele",
        "Vad sa en dom från hovrätten?",
        "Vad kostar motion nr 5?",
        "Vem bor vid Svarta å?",
        "Vad innebär offert e för kommunen?",
        "Vad beslutade kfn och ksn om e-tjänsten?",
        "Vad sa Hru Mycekt om bryggan?",
        "Har ME/CFS nämnts?",
        "Finns kommitten kvar?",
        "What did the board decide about me and va?",
        "KS 2024/00071",
        "§ 12",
        "dnr 2024/12",
        "Tack",
        "Hej!",
        "bygglov avslag 2024 överklagande",
        "Vad kostar en båtplats?",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left(text: str) -> None:
    assert plain(text, KNOWN) == text


def test_a_name_that_is_indexed_is_no_slip() -> None:
    assert plain("Vad gäller i inomm?", KNOWN) == "Vad gäller i inom?"
    assert plain("Vad gäller i inomm?", Facets(1, {"Inomm": 1}, {})) == "Vad gäller i inomm?"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hej! Jag undrar vad en båtplats kostar. Tack på förhand!", "Vad en båtplats kostar."),
        ("Hejsan, kan ni berätta för mig hur mycket en båtplats kostar?", "Hur mycket en båtplats kostar?"),
        ("God morgon, jag skulle gärna vilja veta vem som är rektor. Mvh Eva Ek", "Vem som är rektor."),
        ("Hallå kommunen! När öppnar badet? Med vänlig hälsning, Eva", "När öppnar badet?"),
        ("Jag har en fråga om bryggan: när byggs den?", "Bryggan: när byggs den?"),
        ("Min fråga är: när öppnar badet?", "När öppnar badet?"),
        ("Vet ni när badet öppnar? Tacksam för svar. /Eva", "När badet öppnar?"),
        ("Hej, jag heter Eva och bor i Norrsele, när öppnar badet?", "I Norrsele, när öppnar badet?"),
        ("Jag bor vid sjön och undrar vad en båtplats kostar", "Jag bor vid sjön, vad en båtplats kostar"),
        ("Hej, mitt namn är Eva. När öppnar badet? Vänligen Eva Ek", "När öppnar badet?"),
        ("skulle vilja ha lite info om när badet öppnar", "När badet öppnar"),
        ("Hej igen, när öppnar badet? Tack så jättemycket!", "När öppnar badet?"),
        ("när öppnar badet undrar jag", "när öppnar badet"),
        ("Could you please tell me when the bath opens? Thanks in advance!", "When the bath opens?"),
    ],
)
def test_what_is_written_around_a_question_is_taken_away(typed: str, read: str) -> None:
    assert plain(typed, KNOWN).casefold() == read.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Vad kostar projektet Hej Norrsele?",
        "Vem tackade nej till uppdraget?",
        "Hej-projektet i Norrsele",
        "Kan nämnden säga nej till bryggan?",
    ],
)
def test_a_courtesy_that_the_question_is_about_stays(text: str) -> None:
    assert plain(text, KNOWN) == text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("VAD KOSTAR EN BÅTPLATS I TALLMORA?", "Vad kostar en båtplats i Tallmora?"),
        ("VAD BESLUTADE KS OM VA I TALLMORAS KOMMUN", "Vad beslutade KS om VA i Tallmoras kommun"),
        ("VAD GÄLLER DNR KS 2024/00071?", "Vad gäller DNR KS 2024/00071?"),
        ("HÖJS VA-TAXAN FÖR E-TJÄNSTER I TALLMORA?", "Höjs VA-taxan för e-tjänster i Tallmora?"),
        ("VAD GÄLLER KS520-24 OCH 2024-KS-12?", "Vad gäller KS520-24 och 2024-KS-12?"),
        ("VAD SA BSN OM SKOLAN", "Vad sa BSN om skolan"),
        ("KSAU", "KSAU"),
    ],
)
def test_a_question_in_capitals_keeps_those_of_names_and_abbreviations(typed: str, read: str) -> None:
    assert plain(typed, KNOWN) == read


PLAIN = "Hur mycket kostar en båtplats i Tallmora 2025?"
DECIDED = "Vad beslutade kommunstyrelsen om bryggan i Norrsele hösten 2024?"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hur mycke kostar en båtplats i tallmora 2025....", PLAIN),
        ("HUR MYCKET KOSTAR EN BÅTPLATS I TALLMORA 2025???", PLAIN),
        ("Hej! Jag undrar hur mycket en båtplats kostar i Tallmora 2025. Mvh Eva", PLAIN),
        ("hur mkt kostar nån båtplats i tallmora 2025 …", PLAIN),
        ("hur mycke kostar en batplats i tallmora 2025", PLAIN),
        ("båtplats kostnad tallmora 2025", PLAIN),
        ("va beslutade ks om bryggan i norrsele hösten 2024", DECIDED),
        ("VAD BESLUTADE KS OM BRYGGAN I NORRSELE HÖSTEN 2024", DECIDED),
        ("Vad beslutade kommunstyrelsen om bryggan i Norrsele hösten 2024, och när?", DECIDED),
        ("Hejsan! Vet ni vad kommunstyrelsen beslutade om bryggan i Norrsele hösten 2024? Och när?", DECIDED),
        ("va sa kommunstyrelsen om bryggan i norrsele hösten 2024", DECIDED),
        ("bryggan norrsele kommunstyrelsen beslut hösten 2024", DECIDED),
    ],
)
def test_a_question_typed_in_haste_is_understood_as_the_plain_one(typed: str, meant: str) -> None:
    one, other = understood(typed), understood(meant)

    assert (one.asks, one.language, one.periods) == (other.asks, "sv", other.periods)
    assert (one.municipalities, one.bodies) == (other.municipalities, other.bodies)


def test_what_was_typed_is_kept_where_it_was_read_otherwise() -> None:
    assert (understood("vda gäller").text, understood("vda gäller").typed) == ("vad gäller", "vda gäller")
    assert understood("vad gäller").typed == ""


def test_one_typed_without_marks_gets_them_with_its_slips_put_right() -> None:
    question = understood("hur mnga batplatser har namnden")

    assert question.searched == "hur många båtplatser har nämnden"
    assert question.asks is Asks.AMOUNT


@given(st.text(max_size=80))
def test_reading_twice_changes_nothing_more(text: str) -> None:
    once = plain(" ".join(text.split()), KNOWN)

    assert plain(once, KNOWN) == once


def test_a_text_of_nothing_but_courtesies_takes_no_time() -> None:
    assert plain(". " * 1000, KNOWN)
    assert len(plain("hej " * 500, KNOWN)) <= 2000


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Höjs taxan i Tallmora, va?", "Höjs taxan i Tallmora?"),
        ("Är bryggan klar, eller hur?", "Är bryggan klar?"),
        ("Är bryggan klar eller?", "Är bryggan klar?"),
        ("Är taxan antagen eller inte?", "Är taxan antagen?"),
        ("Vad kostar va?", "Vad kostar va?"),
        ("Är taxan antagen eller avslagen?", "Är taxan antagen eller avslagen?"),
    ],
)
def test_what_only_asks_for_a_yes_is_left_out(typed: str, meant: str) -> None:
    assert plain(typed, KNOWN) == meant
