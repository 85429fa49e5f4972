import pytest

from indexer import bodies


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Barn- och skolnämnden", "Barn- och skolnämnden"),
        ("BARN- OCH SKOLNÄMNDEN", "Barn- och skolnämnden"),
        ("Barn- och Skolnämnden", "Barn- och skolnämnden"),
        ("Barn- och skolnämndens arbetsutskott", "Barn- och skolnämndens arbetsutskott"),
        ("Miljö-, bygg- och räddningsnämnden", "Miljö-, bygg- och räddningsnämnden"),
        ("Norra-Södra stadsdelsnämnd", "Norra-Södra stadsdelsnämnd"),
        ("Kommunfullmäktiges presidium", "Kommunfullmäktiges presidium"),
        ("Tekniska nämnden", "Tekniska nämnden"),
        ("TEKNISKA NÄMNDENS ARBETSUTSKOTT", "Tekniska nämndens arbetsutskott"),
        ("Kommunstyrelsens tekniska utskott", "Kommunstyrelsens tekniska utskott"),
        ("Plan- och byggutskottet", "Plan- och byggutskottet"),
        ("Allmänna utskottet", "Allmänna utskottet"),
        ("Barn & skolnämnden", "Barn & skolnämnden"),
        ("Skogsbackens stadsdelsnämnd", "Skogsbackens stadsdelsnämnd"),
        ("Gemensamma räddningsnämnden", "Gemensamma räddningsnämnden"),
        ("Nämnden för arbete och lärande", "Nämnden för arbete och lärande"),
        ("Nämnden för personer med funktionsnedsättning", "Nämnden för personer med funktionsnedsättning"),
        ("Kommunala pensionärsrådet", "Kommunala pensionärsrådet"),
        ("Kommunalrådet", None),
        ("Nämnden för att besluta", None),
        ("Den nya nämnden", None),
        ("Tekniska nämndens beslut", None),
        ("Barn- och skolnd&mnden", "Barn- och skolnämnden"),
        ("Kommunfullméktige", "Kommunfullmäktige"),
        ("Barn- och skolnämndens beslut", None),
        ("nämnden", None),
        ("Länsstyrelsen", None),
        ("Kommunstyrelsen har svarat", None),
    ],
)
def test_a_line_is_a_body_when_it_says_nothing_else(line: str, name: str | None) -> None:
    assert bodies.alone(line) == name


def test_bodies_in_running_text_are_given_in_the_nominative_with_their_place() -> None:
    text = "Efter kommunstyrelsens beslut gick ärendet till barn- och skolnämnden."

    assert [(name, span.of(text)) for name, span in bodies.named(text)] == [
        ("Kommunstyrelsen", "kommunstyrelsens"),
        ("Barn- och skolnämnden", "barn- och skolnämnden"),
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kultur- och stadsmiljönämnden", "KSN"),
        ("Omsorgsnämnden", "ON"),
        ("Kommunstyrelsens arbetsutskott", "KSAU"),
        ("Sveriges Kommuner och Regioner", "SKR"),
    ],
)
def test_initials_are_those_a_municipality_would_use(name: str, short: str) -> None:
    assert bodies.initials(name) == short


def test_an_abbreviation_stands_for_the_only_body_it_fits() -> None:
    known = ("Barn- och skolnämnden", "Bygg- och servicenämnden", "Omsorgsnämnden")

    assert bodies.of_short_form("KF", known) == "Kommunfullmäktige"
    assert bodies.of_short_form("ON", known) == "Omsorgsnämnden"
    assert bodies.of_short_form("BSN", known) is None


def test_a_committee_belongs_to_its_board() -> None:
    assert bodies.superior("Barn- och skolnämndens arbetsutskott") == "Barn- och skolnämnden"
    assert bodies.superior("Kommunstyrelsen") is None
    assert bodies.is_committee("Kommunstyrelsens arbetsutskott")
    assert not bodies.is_committee("Kommunstyrelsen")
