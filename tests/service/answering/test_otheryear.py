"""Answers of another year than the question names."""

import pytest

from indexer.documents import Passage
from indexer.index import Access, Filters
from service.answering.otheryear import of_another_year
from service.material import Material
from service.places import files_of
from service.question import understand
from tests.service.made import TODAY, index, passage

BUDGET = passage("Hamnavgiften är 12 kronor.", section="§ 4", case="2024/00045", title="Budget 2025", day="2024-10-28")
PLAN = passage("Dnr 2024/00112\nBeslutad av nämnden. Gäller tills vidare.", case="2024/00112", title="Hamnplan", day="2019-06-18")


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("Vad är hamnavgiften 2024?", BUDGET, "Observera: detta är från 2025, inte 2024."),
        ("Vad är hamnavgiften 2025?", BUDGET, None),
        ("Vad beslutades om hamnavgiften 2024?", BUDGET, None),
        ("Vad är hamnavgiften?", BUDGET, None),
        ("När beslutades hamnplanen 2024?", PLAN, "Observera: detta är från 2019-06-18, inte 2024."),
        ("När beslutades hamnplanen 2019?", PLAN, None),
    ],
)
def test_a_year_that_only_a_dnr_or_the_meeting_has_is_told_of(text: str, quoted: Passage, expected: str | None) -> None:
    made, access = index(quoted), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)

    assert of_another_year(Material(question, (), (), made, access, files_of(made, access), TODAY), [quoted], quoted.text) == expected
