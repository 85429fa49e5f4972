"""What a mistyped question may have meant."""

import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.retrieval import retrieve
from service.understanding.spelling import Place, meant
from tests.service.made import TODAY, NoVectors, index, passage

PASSAGES = (
    passage("Skolskjuts beviljas elever vid Fritidsbanken. Bygglovet för Granitvägen gäller.", section="§ 7"),
    passage("Eva Tallgren utses till ordförande. Fritidsbanken öppnar.", section="§ 8"),
)


def offered(text: str) -> str | None:
    made, access = index(*PASSAGES), Access.public()
    known = made.facets(Filters(), access)
    question = understand(text, Filters(), known, TODAY)
    return meant(question, Place(known, made, access, retrieve(question, made, NoVectors(), access)))


@pytest.mark.parametrize(
    ("question", "spelled"),
    [
        ("Vad gäller för skolskjus?", "Vad gäller för skolskjuts?"),
        ("hur mycket kostar bygglovv", "hur mycket kostar bygglov"),
        ("vad säger fritidsbankn", "vad säger fritidsbanken"),
        ("Fritidsbakens öppning", None),  # two slips
        ("vad byggs vid granitvägn", "vad byggs vid Granitvägen"),  # no dictionary has it, the hits do
        ("Vem är Eva Tallgrn?", "Vem är Eva Tallgren?"),
        ("Vad gäller skolskjuts i Grnby?", "Vad gäller skolskjuts i Granby?"),
        ("Vad säger kommunstyrlsen om skolskjuts?", None),  # a small word: put right before
        ("Vad kostar fotografering?", None),  # a word, though nobody wrote it
        ("Vad sa Skolskjus om det?", None),  # a capital: a name, and no name is near
        ("vad gäller i granby", None),
        ("Vad kostar båtplatsuthyrning?", None),  # a compound of known words, and nothing near
        ("vad galler for skolskjuts", None),  # the marks are put right before
        ("vad galler for skolskjus", "vad gäller för skolskjuts"),
        ("KS 2024/00071", None),
    ],
)
def test_a_word_that_nothing_indexed_holds_is_offered_as_one_that_is_near(question: str, spelled: str | None) -> None:
    assert offered(question) == spelled


def test_what_the_vocabulary_lacks_and_the_index_holds_is_not_doubted() -> None:
    made, access = index(passage("Skolskjus beviljas.")), Access.public()
    known = made.facets(Filters(), access)

    assert meant(understand("vad gäller skolskjus", Filters(), known, TODAY), Place(known, made, access)) is None


def test_one_who_may_read_nothing_is_offered_no_word_of_the_hits() -> None:
    made, nobody = index(*PASSAGES), Access(frozenset())
    question = understand("vad byggs vid granitvägn", Filters(), made.facets(Filters(), nobody), TODAY)

    assert meant(question, Place(made.facets(Filters(), nobody), made, nobody, retrieve(question, made, NoVectors(), nobody))) is None
