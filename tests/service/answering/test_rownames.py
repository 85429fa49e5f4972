import pytest

from indexer.index import Access
from service.answering.rownames import named
from service.understanding.wanted import wanted
from tests.service.fake_index import FakeIndex
from tests.service.readings import indexed

TEXT = "GRANBY KOMMUN\nPROTOKOLL\nKommunstyrelsen\n2024-10-08\n\n§ 61\nTaxa\n\nKommunstyrelsens beslut\nTaxan antas.\n"


@pytest.fixture(scope="module")
def index() -> FakeIndex:
    return indexed(("Granby", TEXT))


@pytest.mark.parametrize(
    ("question", "name", "words", "known"),
    [
        ("Vad kostar båtplats?", "Båtplats", {"båtplats"}, 1.0),
        ("Vad blev årsresultatet?", "Resultat", set(), 0.0),
        ("Vilket årsresultat väntas?", "Resultat", {"årsresultat"}, 1.0),
        ("Hur många öppenvårdsinsatser?", "Insatser", set(), 0.0),
        ("Hur stor är kulturskoleavgiften?", "Kulturskola", {"kulturskoleavgiften"}, 1.0),
        ("Hur mycket kuratorstid?", "Kurator", {"kuratorstid"}, 1.0),
        ("Vad blev valet?", "Språkval", set(), 0.0),
        ("Vilket pris har lunchen?", "Måltidspris lunch/middag (kr)", {"lunchen"}, 0.75),
        ("Andel i Norra Lunda?", "Norralundaskolan", {"norra", "lunda"}, 1.0),
        ("Hur stor är den samlade budgeten?", "Totalt", {"samlade"}, 1.0),
        ("Hur stor är budgeten?", "Totalt", set(), 0.0),
        ("Påslag för politikerarvoden?", "Påslag arvoden politiker (%)", {"påslag", "politikerarvoden"}, 1.0),
        ("Kostar 4 000 kronor?", "4 000", {"4000"}, 1.0),
    ],
)
def test_what_a_question_says_of_a_rows_name(index: FakeIndex, question: str, name: str, words: set[str], known: float) -> None:
    found = named(name, wanted(question, index, Access.public()))

    assert ({word.word.casefold() for word in found.words}, found.known) == (words, known)
