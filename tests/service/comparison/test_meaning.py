import pytest

from indexer.documents import Role, Status
from indexer.index import Access
from service.compare import Wish, compare
from service.comparison.records import Cell, Column
from tests.service.made import TODAY, passage, resources


def cell(question: str, text: str, title: str, column: Column = Column.AMOUNT) -> Cell:
    """The cell of a municipality whose one § holds the text."""
    own = passage(text, municipality="Sjöbacka", title=title, role=Role.BESLUT, status=Status.BESLUT, file="sjobacka.txt")
    found = compare(question, Wish(("Sjöbacka",), (column,)), resources(own), Access.public(), TODAY).rows[0].cell(column)
    assert found and found.value
    return found


BUDGET = "Budget 2025 för Sjöbacka"


@pytest.mark.parametrize(
    ("question", "text", "title", "aside"),
    [
        ("Hur stor är budgeten 2025?", "Budgeten för 2025 är 80 mnkr.\n", BUDGET, None),
        ("Hur stor är budgeten 2026?", "Budgeten för 2025 är 80 mnkr.\n", "Budget 2025, plan 2026", "avser 2025"),
        ("Hur stor är budgeten 2025?", "I budgeten för 2025 ingår räntor, men lånetaket höjs till 90 mnkr.\n", BUDGET, "avser annat"),
        ("Hur stor är budgeten 2025?", "Budgeten fastställs, och skattesatsen för 2025 är 22,10 kronor.\n", BUDGET, "avser annat"),
        ("Vad kostar simskolan?", "Avgiften är 450 kronor per termin.\n", "Simskolan", None),
        ("Vad kostar vatten?", "Avgiften för vatten och avlopp höjs till 450 kronor.\n", "Taxa för vatten", None),
    ],
)
def test_a_figure_is_of_what_is_asked_for_where_its_own_words_or_a_price_and_its_matter_say_so(
    question: str, text: str, title: str, aside: str | None
) -> None:
    assert (value := cell(question, text, title).value) and value.aside == aside


@pytest.mark.parametrize(("question", "told"), [("Vad kostar simskolan?", "430 kr"), ("Vad kostade simskolan 2024?", "410 kr")])
def test_of_a_table_with_a_column_each_year_the_one_asked_for_is_told_else_the_latest(question: str, told: str) -> None:
    text = "Simskolan fastställer taxan enligt tabellen.\n\nTaxa\t2024\t2025\nSimskolan\t410 kr\t430 kr\nLån av dräkt\t20 kr\t25 kr\n"

    assert cell(question, text, "Taxa för simskolan").text == told
