from indexer.index import Access, Filters
from service.extract import Excerpt, excerpts
from service.question import understand
from service.retrieval import retrieve
from service.wanted import wanted
from tests.service.made import BUSES, PASSAGES, TABLE, TODAY, WELLNESS, NoVectors, index


def chosen(text: str, budget: int = 60) -> tuple[Excerpt, ...]:
    made = index()
    question = understand(text, Filters(), made.facets(Filters(), Access.public()), TODAY)
    hits = retrieve(question, made, NoVectors(), Access.public())
    return excerpts(question, wanted(text, made, Access.public()), hits, budget)


def test_the_sentence_that_holds_the_words_is_quoted() -> None:
    first = chosen("Vad är taxan för båtplatser?")[0]

    assert first.passage == BUSES
    assert "1 200 kronor" in first.span.of(first.passage.text)


def test_a_question_about_a_sum_gets_a_sentence_with_a_number() -> None:
    first = chosen("Hur stort är friskvårdsbidraget i Granby?")[0]

    assert first.passage == WELLNESS
    assert "2 500 kronor" in first.span.of(first.passage.text)


def test_a_row_comes_with_its_head() -> None:
    first = chosen("Hur många vuxna och barn besökte badhuset i februari?")[0]

    assert first.passage == TABLE
    assert "280" in first.span.of(TABLE.text)


def test_the_budget_of_words_holds() -> None:
    found = chosen("friskvårdsbidraget höjningen kronor förvaltningen grannkommunerna", budget=15)

    assert sum(len(one.span.of(one.passage.text).split()) for one in found) <= 15 or len(found) == 1


def test_excerpts_are_spans_of_their_passages() -> None:
    for text in ("Hur stort är friskvårdsbidraget?", "båtplatser", "badhuset mars barn"):
        for one in chosen(text):
            assert one.passage in PASSAGES
            assert one.span.of(one.passage.text).strip()


def test_words_that_nobody_has_written_quote_nothing() -> None:
    assert chosen("xyzzy qwrtp") == ()
