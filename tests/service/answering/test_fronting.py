from dataclasses import replace

import pytest

from indexer.documents import Passage, Role, Span, Status
from indexer.index import Access, Filters
from service.answering.fronting import value
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import OTHER, TODAY, index, passage


def in_front(question: str, text: str, *more: Passage) -> str | None:
    return fronted(question, passage(text), *more)


def fronted(question: str, *quoted: Passage) -> str | None:
    filled, access = index(*quoted), Access.public()
    understood = understand(question, Filters(), filled.facets(Filters(), access), TODAY)
    material = Material(understood, wanted(question, filled, access), (), filled, access, files_of(filled, access), TODAY)
    return value(material, [Excerpt(one, Span(0, len(one.text)), None, 1.0) for one in quoted])


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Vad kostar en bryggplats?", "En bryggplats kostar 900 kronor per år.", "900 kronor per år"),
        ("Vad kostar en bryggplats?", "Bryggplatsen kostar högst 900 kronor.", "högst 900 kronor"),
        ("Vad kostar en bryggplats?", "Avgiften för bryggplats höjs från 700 kronor till 900 kronor.", "900 kronor"),
        ("Vad kostar en bryggplats?", "En bryggplats kostar 900 kronor, en båt 400 kronor.", None),
        ("Vad kostar bryggan mer än 900 kronor?", "Bryggan kostar 900 kronor.", None),
        ("När öppnar bryggan?", "Bryggan öppnar den 3 maj 2025.", "3 maj 2025"),
        ("När börjar taxan för bryggan gälla?", "Nämnden behandlade taxan för bryggan den 3 maj 2025.", None),
        ("När börjar taxan för bryggan gälla?", "Taxan för bryggan gäller från den 3 maj 2025.", "3 maj 2025"),
        ("Hur länge är bryggan öppen?", "Bryggan är öppen till den 3 maj 2025.", None),
        ("Vem reserverar sig om bryggan?", "Mot beslutet om bryggan reserverar sig Asta Lundby (C).", "Asta Lundby (C)"),
        ("Vem valdes efter Ove Kvist?", "Asta Lundby (C) väljs efter Ove Kvist (S).", "Asta Lundby (C)"),
        ("Vem entledigas?", "Asta Lundby (C) och Ove Kvist (S) entledigas.", None),
        ("Hur många båtplatser får bryggan?", "Bryggan byggs för 3 mnkr med tolv båtplatser.", "tolv båtplatser"),
        ("Hur många båtplatser får bryggan?", "Bryggan byggs för 3 mnkr.", None),
        ("Hur många kronor kostar bryggan?", "Bryggan kostar 900 kronor.", "900 kronor"),
        ("Vilka regler gäller för bryggan?", "Bryggan öppnar den 3 maj 2025.", None),
    ],
)
def test_the_one_value_asked_for_is_told_as_written(question: str, text: str, said: str | None) -> None:
    assert in_front(question, text) == said


DECISION = replace(
    passage("Kommunstyrelsen beslutar att taxan för bryggan höjs från den 3 maj 2025."), role=Role.BESLUT, status=Status.BESLUT
)


@pytest.mark.parametrize(
    ("question", "quoted", "said"),
    [
        ("När beslutades taxan för bryggan?", DECISION, "2024-03-12"),
        ("När togs beslutet om taxan för bryggan?", DECISION, "2024-03-12"),
        ("Vilket datum antogs taxan för bryggan?", DECISION, "2024-03-12"),
        ("När beslutades att taxan för bryggan ska börja gälla?", DECISION, "3 maj 2025"),
        ("När beslutade fullmäktige om taxan för bryggan?", DECISION, None),
        ("När beslutade styrelsen om taxan för bryggan?", DECISION, "2024-03-12"),
        ("När såldes bastun vid Norrviken?", DECISION, None),
        ("När beslutades taxan för bryggan?", replace(DECISION, status=Status.FORSLAG), None),
        ("När beslutades taxan för bryggan?", passage("Taxan för bryggan beslutades den 7 juni 2021."), "7 juni 2021"),
    ],
)
def test_the_day_of_a_decision_is_that_of_its_meeting(question: str, quoted: Passage, said: str | None) -> None:
    assert fronted(question, quoted) == said


def test_no_day_stands_in_front_of_decisions_of_several_days() -> None:
    other = replace(DECISION, id="other", date="2024-09-01")

    assert fronted("När beslutades taxan för bryggan?", DECISION, other) is None


def test_no_value_stands_in_front_where_several_municipalities_answer() -> None:
    assert in_front("Vad kostar bryggan?", "Bryggan kostar 900 kronor.", OTHER) is None


def test_a_value_in_a_sentence_about_something_else_is_no_answer() -> None:
    assert in_front("Vad kostar bastun vid Norrviken?", "Bryggan kostar 900 kronor.") is None
