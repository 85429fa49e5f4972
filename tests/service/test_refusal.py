import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.records import Question
from service.refusal import Fit, fit, reason
from service.retrieval import retrieve
from service.wanted import wanted
from tests.service.made import TODAY, NoVectors, index

FITS = Fit(1.0, 1.0, ())


def understood(text: str) -> Question:
    return understand(text, Filters(), index().facets(Filters(), Access.public()), TODAY)


@pytest.mark.parametrize("found", [Fit(0.1, 1.0, ()), Fit(1.0, 0.0, ()), Fit(0.4, 0.2, ())])
def test_too_little_of_the_question_is_no_answer(found: Fit) -> None:
    assert (
        reason(understood("Varför höjdes friskvårdsbidraget i Granby?"), found, "") == "De indexerade handlingarna svarar inte på frågan."
    )


@pytest.mark.parametrize(
    ("text", "without", "holding"),
    [
        ("Vad kostar en båtplats?", "Taxan för båtplatser höjs.", "Taxan är 1 200 kronor."),
        ("Vilken månadslön har chefen?", "Chefen har en lön.", "Lönen är 52 000 kr."),
        ("Vem reserverade sig?", "Flera reserverade sig.", "Stina Ek (S) reserverade sig."),
        ("När öppnar badhuset?", "Badhuset öppnar snart.", "Badhuset öppnar den 3 maj."),
    ],
)
def test_quotes_without_the_sum_name_or_time_asked_for_only_mention_the_matter(text: str, without: str, holding: str) -> None:
    refused = reason(understood(text), FITS, without)

    assert refused is not None
    assert refused.startswith("De indexerade handlingarna nämner saken, men inte ")
    assert reason(understood(text), FITS, holding) is None


def test_what_stands_under_a_dnr_asked_for_is_the_answer() -> None:
    assert reason(understood("Vad är dnr 2024/77?"), Fit(0.0, 0.0, ()), "") is None


def test_the_fit_names_the_words_that_nobody_wrote() -> None:
    made = index()
    text = "friskvårdsbidraget för brandmän"
    question = understand(text, Filters(), made.facets(Filters(), Access.public()), TODAY)
    hits = retrieve(question, made, NoVectors(), Access.public())
    found = fit(wanted(text, made, Access.public()), hits, "Friskvårdsbidraget höjs.")

    assert found.missing == ("brandmän",)
    assert 0 < found.excerpt <= found.passage < 1
