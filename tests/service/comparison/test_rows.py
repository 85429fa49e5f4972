from indexer.documents import Role, Status
from indexer.index import Access
from service.compare import Wish, compare
from service.comparison.records import Row
from tests.service.made import TODAY, passage, resources

PLACES = ",\n".join(f"torgplats {letter} hyrs av en handlare på orten" for letter in "abcdefghijklmnopqrstuvwx")


def row(question: str, text: str) -> Row:
    """The row of a municipality whose one § holds the text."""
    own = passage(text, municipality="Sjöbacka", title="Torgplatser", role=Role.BESLUT, status=Status.BESLUT, file="sjobacka.txt")
    return compare(question, Wish(("Sjöbacka",)), resources(own), Access.public(), TODAY).rows[0]


def test_every_word_of_a_long_answer_stands_in_a_quote() -> None:
    answer = row("Vad har beslutats om torgplatser?", f"Kommunstyrelsen beslutar att\n{PLACES}.\n").cells[0]

    quoted = {word for citation in answer.citations for word in citation.quote.split()}
    assert len(answer.citations) > 1
    assert set(answer.text.replace(" … ", " ").split()) <= quoted


def test_a_value_is_proved_by_the_quote_that_holds_it() -> None:
    found = row("Vad kostar torgplatser?", f"Kommunstyrelsen beslutar att\n{PLACES},\noch att torgplatser kostar 450 kronor.\n")

    value = next(cell for cell in found.cells if cell.column == "Belopp")
    assert all(value.text in citation.quote for citation in value.citations)
