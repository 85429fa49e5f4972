import pytest

from indexer.documents import Given, Page, Reading, Section, Source
from indexer.reading import of_source

MINUTES = """Kommunstyrelsen                                            SAMMANTRÄDESPROTOKOLL
                                                               2031-03-04

Plats och tid     Granhuset, tisdagen den 4 mars 2031 kl 13.00
Beslutande        Anna Ek (S), ordförande
Justerare         Bo Alm (C)

§ 11 Dnr 2031/00011
Upprop

Kommunstyrelsens beslut
Uppropet godkänns.

§ 12 Dnr 2031/00012
Policy för cyklar

Kommunstyrelsens beslut
{decision}

Ärendebeskrivning
{background}

§ 13 Dnr 2031/00013
Avslutning

Kommunstyrelsens beslut
Mötet avslutas.
"""


def reading(decision: str = "Policyn antas.", background: str = "Cyklarna är många.") -> Reading:
    text = MINUTES.format(decision=decision, background=background)
    return of_source(Source.of("ks.txt", "0" * 64, "text", [Page(1, text)]), Given("Granköping"))


def twelfth(found: Reading) -> Section:
    return next(section for document in found.documents for section in document.sections if section.number == "§ 12")


def told(found: Reading) -> list[tuple[str, str | None, str | None]]:
    numbers = {section.id: section.number for document in found.documents for section in document.sections}
    return [(link.kind.value, link.number, numbers.get(link.section or "")) for link in twelfth(found).links]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Se § 11.", ("hänvisar till", "§ 11", "§ 11")),
        ("Kommunstyrelsen den 4 mars 2031 § 13 sade mer.", ("hänvisar till", "§ 13", "§ 13")),
        ("KS § 13/2031 sade mer.", ("hänvisar till", "§ 13", "§ 13")),
        ("Enligt KS § 13/2029 var det så.", ("hänvisar till", "§ 13", None)),
        ("Enligt § 13 i reglementet är det så.", ("hänvisar till", "§ 13", None)),
        ("Se föregående paragraf.", ("hänvisar till", "§ 11", "§ 11")),
        ("Se nästa paragraf.", ("hänvisar till", "§ 13", "§ 13")),
        ("Det står i samma paragraf.", ("hänvisar till", "§ 12", "§ 12")),
        ("Socialnämnden den 4 mars 2031 § 13 sade nej.", ("hänvisar till", "§ 13", None)),
    ],
)
def test_a_reference_is_resolved_where_exactly_one_section_fits(words: str, expected: tuple[str | None, ...]) -> None:
    assert told(reading(background=words)) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Policyn ersätter den som antogs 2029-06-12 § 58.", ("ersätter", "§ 58", None)),
        ("Kommunstyrelsens beslut 2030-03-09 § 41 upphör att gälla.", ("upphäver", "§ 41", None)),
        ("Riktlinjerna den 9 mars 2030 § 41 upphör från och med den dagen att gälla.", ("upphäver", "§ 41", None)),
        ("Därmed upphävs beslutet i § 11.", ("upphäver", "§ 11", "§ 11")),
        ("Policyn kompletterar beslutet 2030-03-09 § 41.", ("kompletterar", "§ 41", None)),
        ("Policyn ersätter policyn för mopeder.", ("ersätter", None, None)),
    ],
)
def test_a_decision_tells_what_it_changes(words: str, expected: tuple[str | None, ...]) -> None:
    assert told(reading(decision=words)) == [expected]


@pytest.mark.parametrize("words", ["Anna Ek (S) ersätter Bo Alm (C) som kassör.", "Kommunen ersätter skadan."])
def test_replacing_a_person_or_a_damage_changes_no_decision(words: str) -> None:
    assert told(reading(decision=words)) == []


def test_the_background_changes_nothing() -> None:
    assert told(reading(background="Förra policyn ersatte den från 2019, och beslutet upphävs inte.")) == []


def test_no_section_refers_to_its_own_heading() -> None:
    found = reading()
    assert [link for document in found.documents for section in document.sections for link in section.links] == []
