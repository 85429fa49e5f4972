"""A board is known by what it does, whatever it is called."""

import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.retrieval import BOARD_BONUS, BODY_BONUS, bonus
from service.understanding.boards import of_same_task
from tests.service.made import TODAY, index, passage

KNOWN = ("Byggnadsnämnden", "Familje- och lärandenämnden", "Kommunstyrelsen", "Kultur- och fritidsnämnden", "Vård- och omsorgsnämnden")


@pytest.mark.parametrize(
    ("text", "boards"),
    [
        ("Vad beslutade socialnämnden om hemtjänst?", ("Familje- och lärandenämnden", "Vård- och omsorgsnämnden")),
        ("vad sa barn- och utbildningsnämnden?", ("Familje- och lärandenämnden",)),
        ("Vad sa miljönämnden?", ("Byggnadsnämnden",)),
        ("Vad sa fritidsnämnden?", ("Kultur- och fritidsnämnden",)),
        ("Vad sa byggnadsnämnden?", ()),
        ("Vad sa kommunstyrelsen om kulturen?", ()),
        ("Vad kostar omsorgen?", ()),
    ],
)
def test_boards_with_the_same_task_are_those_whose_names_say_so(text: str, boards: tuple[str, ...]) -> None:
    assert of_same_task(text, KNOWN) == boards


def test_such_a_board_is_preferred_less_than_the_one_named() -> None:
    bodies = ("Socialnämnden", "Omsorgsnämnden", "Byggnadsnämnden")
    known = [passage("Hemtjänsten.", body=body, section=body) for body in bodies]
    question = understand("Vad sa socialnämnden?", Filters(), index(*known).facets(Filters(), Access.public()), TODAY)

    assert [bonus(question, each) for each in known] == [BODY_BONUS, BOARD_BONUS, 0.0]
