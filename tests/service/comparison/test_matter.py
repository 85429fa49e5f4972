import pytest

from indexer.documents import Role, Status
from indexer.index import Access
from service.compare import Wish, compare
from tests.service.made import TODAY, passage, resources


def kind(question: str, *texts: str, title: str = "Ärenden") -> str | None:
    """The kind of nothing that a municipality's row is, whose minutes hold these decisions and nobody else's are indexed."""
    made = [
        passage(
            text,
            municipality="Sjöbacka",
            section=f"§ {number}",
            case=f"2024/{number:05}",
            title=title,
            role=Role.BESLUT,
            status=Status.BESLUT,
            file=f"sjobacka-{number}.txt",
        )
        for number, text in enumerate(texts, 1)
    ]
    return compare(question, Wish(("Sjöbacka",)), resources(*made), Access.public(), TODAY).rows[0].empty


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # a part of the compound is another matter's
        ("Har kommunen antagit en resepolicy?", "Kommunstyrelsen antar kostpolicyn.\n"),
        ("Vad har beslutats om lekbanken?", "Kommunstyrelsen beslutar att banken säger upp lånet och att lekparken stängs.\n"),
        # the letters of the word stand in several others
        ("Vad har beslutats om höstbelysningen?", "Kommunstyrelsen beslutar att belysningen vid stigen byts.\n"),
        # what there is of many matters names none
        ("Vilken ersättning får brandvakter?", "Kommunstyrelsen beslutar att ersättningen till gode män är 900 kronor.\n"),
        ("Hur mycket får Norra sällskapet i bidrag?", "Kommunstyrelsen beslutar att bidraget till skyttarna är 900 kronor.\n"),
        ("Har kommunen sagt ja till gruvan?", "Kommunstyrelsen beslutar att säga ja till motionen om bänkar.\n"),
    ],
)
def test_papers_without_the_word_that_names_the_matter_are_silent_even_where_nobodys_hold_more(question: str, text: str) -> None:
    assert kind(question, text) == "searched_nothing_found"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Vad har beslutats om höstbelysningen?", "Kommunstyrelsen beslutar att hostbelysninqen tänds i oktober.\n"),
        ("Vilken ersättning får brandvakter?", "Kommunstyrelsen beslutar att ersättningen till brandvakter är 900 kronor.\n"),
        ("Vilken ersättning gäller?", "Kommunstyrelsen beslutar att ersättningen är 900 kronor.\n"),
    ],
)
def test_papers_that_hold_it_answer_though_damaged_or_alone(question: str, text: str) -> None:
    assert kind(question, text) is None
