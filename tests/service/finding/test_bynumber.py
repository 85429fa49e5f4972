"""A question that is nothing but a Dnr."""

import pytest

from indexer.index import Access, Facets, Filters
from service.finding.bynumber import is_held, only_case
from service.question import understand
from tests.service.made import TODAY, WELLNESS, index


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2024/00077", True),
        ("Dnr KS 2024/00077", True),
        ("Ärende dnr 2024/77?", True),
        ("diarienummer: 2024/00077", True),
        ("Vad beslutades i 2024/00077?", False),
        ("2024/00077 och 2024/00081", False),
        ("friskvård", False),
    ],
)
def test_a_number_and_nothing_more_is_told_from_a_question(text: str, is_one: bool) -> None:
    assert bool(only_case(understand(text, Filters(), Facets(), TODAY))) is is_one


@pytest.mark.parametrize(("text", "held"), [("dnr 2024/77", True), ("2024/00078", False)])
def test_a_number_is_looked_up_before_it_leads_anywhere(text: str, held: bool) -> None:
    case = only_case(understand(text, Filters(), Facets(), TODAY))

    assert case
    assert is_held(case, index(WELLNESS), Access.public()) is held
