import pytest

from indexer.index import Access, Filters
from service.question import understand
from service.refusal import Fit, fit, reason
from service.retrieval import retrieve
from service.wanted import wanted
from tests.service.made import TODAY, NoVectors, index

FITS = Fit(1.0, 1.0, ())


def why(text: str, found: Fit = FITS) -> str | None:
    made = index()
    question = understand(text, Filters(), made.facets(Filters(), Access.public()), TODAY)
    return reason(question, retrieve(question, made, NoVectors(), Access.public()), found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad är dnr 2019/00444?", "Dnr 2019/00444 finns inte i de indexerade handlingarna."),
        ("What is dnr 2019/00444 about, and who decided it?", "Dnr 2019/00444 is not in the indexed documents."),
        ("Vad är friskvårdsbidraget i Norrtälje kommun?", "Inga handlingar från Norrtälje är indexerade."),
        ("xyzzy qwrtp", "De indexerade handlingarna svarar inte på frågan."),
    ],
)
def test_a_refusal_names_what_is_missing(text: str, expected: str) -> None:
    assert why(text) == expected


def test_what_fits_is_not_refused() -> None:
    assert why("Vad är friskvårdsbidraget i Granby?") is None
    assert why("dnr 2024/77") is None


@pytest.mark.parametrize("found", [Fit(0.1, 1.0, ()), Fit(1.0, 0.0, ())])
def test_too_little_of_the_question_is_no_answer(found: Fit) -> None:
    assert why("Vad är friskvårdsbidraget i Granby?", found) == "De indexerade handlingarna svarar inte på frågan."


def test_the_fit_names_the_words_that_nobody_wrote() -> None:
    made = index()
    text = "friskvårdsbidraget för brandmän"
    question = understand(text, Filters(), made.facets(Filters(), Access.public()), TODAY)
    hits = retrieve(question, made, NoVectors(), Access.public())
    found = fit(wanted(text, made, Access.public()), hits, "Friskvårdsbidraget höjs.")

    assert found.missing == ("brandmän",)
    assert 0 < found.excerpt <= found.passage < 1
