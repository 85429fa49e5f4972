"""Names of a question's own that the places quoted must hold, in invented papers."""

import pytest

from indexer.index import Access, Filters
from service.answering.named import is_elsewhere
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage

PAPERS = passage(
    "Eleverna på Strandskolan och Ängsskolan svarade på ROS-enkäten, skriver Stina Ek till Region Sjödalen.\n", title="Enkäter"
)


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Hur många elever går på Strandskolan?", "Ängsskolan har 200 elever.", True),
        ("Hur många elever går på Strandskolan?", "Strandskolan har 200 elever.", False),
        ("Hur många elever svarade på ROS-enkäten?", "På enkäten svarade 200 elever.", True),
        ("Hur många elever svarade på ROS-enkäten?", "På enkäten ROS svarade 200 elever.", False),
        ("Hur många elever har skolan enligt Ek?", "Skolan har 200 elever.", False),
        ("Hur många elever har skolorna i Region Sjödalen?", "Skolorna har 200 elever.", False),
        ("Hur många elever går på Solskolan?", "Skolan har 200 elever.", False),
        ("Vad beslutade KS om skolan?", "Skolan byggs om.", False),
        ("Varför fick SD inget stöd till enkäten?", "Sverigedemokraterna får inget stöd till enkäten.", False),
        ("Varför fick KD inget stöd till enkäten?", "Sverigedemokraterna får inget stöd till enkäten.", True),
    ],
)
def test_another_of_the_same_kind_is_no_answer(text: str, place: str, expected: bool) -> None:
    made, access = index(PAPERS), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    asked = Material(question, wanted(question.searched, made, access), (), made, access, files_of(made, access), TODAY)

    assert is_elsewhere(asked, [place]) is expected
