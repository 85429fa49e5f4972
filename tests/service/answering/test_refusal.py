import pytest

from indexer.documents import Span
from indexer.index import Access, Filters
from service.answering.refusal import Fit, Gist, fit, gist_met, is_another_matter, is_too_little, nearest, reason
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from service.retrieval import retrieve
from service.understanding.gist import gist, telling
from service.understanding.wanted import wanted
from tests.service.made import PASSAGES, TODAY, NoVectors, index, passage


def material(text: str) -> Material:
    made, access = index(), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    hits = retrieve(question, made, NoVectors(), access)
    return Material(question, wanted(question.searched, made, access), hits, made, access, files_of(made, access), TODAY)


def excerpt(text: str) -> Excerpt:
    return Excerpt(passage(text, title="Friskvårdsbidrag"), Span(0, len(text)), None, 1.0)


@pytest.mark.parametrize("found", [Fit(0.1, 1.0, ()), Fit(0.6, 0.0, ()), Fit(0.4, 0.2, ())])
def test_too_little_of_the_question_is_no_answer(found: Fit) -> None:
    assert is_too_little(found)


@pytest.mark.parametrize("found", [Fit(0.5, 0.4, ()), Fit(0.8, 0.0, ())])
def test_enough_of_the_question_in_the_passage_may_be_an_answer(found: Fit) -> None:
    assert not is_too_little(found)


@pytest.mark.parametrize(
    ("found", "matter", "another"),
    [
        (Fit(0.5, 0.5, ()), Gist(place=0.0), True),
        (Fit(0.5, 0.5, ()), Gist(place=0.5, lacking=0.5, unheard=True), True),
        (Fit(0.5, 0.5, ()), Gist(place=0.5, lacking=0.5), False),
        (Fit(0.5, 0.5, ()), Gist(), False),
        (Fit(0.7, 0.5, ()), Gist(place=0.0), False),
        (Fit(0.7, 0.5, ()), Gist(place=0.3, lacking=1.0, unheard=True), False),
        (Fit(0.7, 0.4, ()), Gist(place=0.3, lacking=1.0, unheard=True, unknown=True), True),
        (Fit(0.7, 0.6, ()), Gist(place=0.3, lacking=1.0, unheard=True, unknown=True), False),
        (Fit(0.7, 0.4, ()), Gist(place=0.3, lacking=0.5, unheard=True, unknown=True), False),
    ],
)
def test_words_that_any_matter_has_make_no_answer(found: Fit, matter: Gist, another: bool) -> None:
    assert is_another_matter(found, matter, english=False) is another


def test_an_english_word_that_nobody_has_translated_decides_nothing() -> None:
    unheard = Gist(place=0.5, lacking=0.5, unheard=True)

    assert not is_another_matter(Fit(0.5, 0.5, ()), unheard, english=True)


def test_the_gist_of_a_question_is_met_by_place_and_by_quote() -> None:
    asked = material("Hur gick det för friskvårdsbidraget till brandmän?")
    words = gist(asked)
    found = gist_met(words, [excerpt("Bidraget höjs.")])

    assert [word.word for word in words] == ["friskvårdsbidraget", "brandmän"]
    assert (found.lacking, found.unheard) == (0.5, True)
    assert 0 < found.place < 1


def test_a_question_without_any_matter_of_its_own_is_met() -> None:
    assert gist_met((), [excerpt("Bidraget höjs.")]) == Gist()


@pytest.mark.parametrize(
    ("text", "without", "holding"),
    [
        ("Vad kostar friskvårdsbidraget i Granby?", "Friskvårdsbidraget höjs.", "Friskvårdsbidraget är 1 200 kronor."),
        ("Vad kostar friskvårdsbidraget i Granby?", "Massage kostar 400 kronor.", "Friskvårdsbidraget är 1 200 kronor."),
        ("Vem ville höja friskvårdsbidraget i Granby?", "Flera ville höja friskvårdsbidraget.", "Stina Ek ville höja friskvårdsbidraget."),
        ("När höjs friskvårdsbidraget i Granby?", "Friskvårdsbidraget höjs snart.", "Friskvårdsbidraget höjs den 3 maj."),
    ],
)
def test_quotes_without_what_is_asked_for_only_mention_the_matter(text: str, without: str, holding: str) -> None:
    asked = material(text)
    bare = Excerpt(passage(without, title="Bidrag"), Span(0, len(without)), None, 1.0)
    refused = reason(asked, [bare])

    assert refused is not None
    assert refused.startswith("De indexerade handlingarna nämner saken, men inte ")
    assert reason(asked, [excerpt(holding)]) is None


def test_what_stands_under_a_dnr_asked_for_is_the_answer() -> None:
    assert reason(material("Vad är dnr 2024/77?"), [excerpt("Helt andra ord.")]) is None


@pytest.mark.parametrize("text", ["Vad är klockan?", "Vilket väder blir det i morgon?", "xyzzy qwrtp"])
def test_what_is_no_matter_of_a_municipality_is_refused(text: str) -> None:
    assert reason(material(text), [excerpt("Avgiften höjs.")]) == "De indexerade handlingarna svarar inte på frågan."


def test_the_fit_names_the_words_that_nobody_wrote() -> None:
    asked = material("friskvårdsbidraget för brandmän")
    found = fit(asked.words, asked.hits, "Friskvårdsbidraget höjs.")

    assert asked.hits[0].passage in PASSAGES
    assert found.missing == ("brandmän",)
    assert 0 < found.excerpt <= found.passage < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hur högt var friskvårdsbidraget i Granby 1998?",
            "Närmast: Kommunstyrelsen 2024-03-12 § 31 (Dnr 2024/00077), Friskvårdsbidrag för medarbetare.",
        ),
        ("Vilket väder blir det i morgon?", None),
    ],
)
def test_who_is_refused_is_told_the_nearest_place_there_is(text: str, expected: str | None) -> None:
    assert nearest(material(text)) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hur föll rösterna om friskvårdsbidraget?", ["rösterna", "friskvårdsbidraget"]),
        ("Varför gick ishallen minus?", ["ishallen"]),
        ("Varför lade Granby ner badhuset?", ["lade", "granby", "ner", "badhuset"]),
    ],
)
def test_a_verb_of_any_question_counts_only_where_minutes_have_it_or_a_particle_gives_it_sense(text: str, kept: list[str]) -> None:
    assert [word.word for word in telling(material(text).words)] == kept


@pytest.mark.parametrize(
    ("quote", "refused"),
    [
        ("Friskvårdsbidraget lämnas ut varje år. Förvaltningen har ett underskott på 300 kronor.", True),
        ("Friskvårdsbidraget kostar 300 kronor.", False),
    ],
)
def test_a_sum_in_a_sentence_of_something_else_is_not_what_a_thing_costs(quote: str, refused: bool) -> None:
    quoted = passage(quote, title="Personalfrågor")
    found = reason(material("Vad kostade friskvårdsbidraget?"), [Excerpt(quoted, Span(0, len(quote)), None, 1.0)])

    assert (found == "De indexerade handlingarna nämner saken, men inte beloppet.") is refused


@pytest.mark.parametrize(
    ("quote", "refused"),
    [
        ("Friskvårdsbidraget gavs till brandmän. Det var 14 av dem som fick det.", False),
        ("Friskvårdsbidraget gavs till brandmän. Frågan bereds. Rummet rymmer 14 personer.", True),
    ],
)
def test_a_number_may_stand_in_the_sentence_after_its_thing(quote: str, refused: bool) -> None:
    found = reason(material("Hur många friskvårdsbidrag gavs i Granby?"), [excerpt(quote)])

    assert (found == "De indexerade handlingarna nämner saken, men inte antalet.") is refused


def test_a_decision_of_the_municipality_asked_about_is_no_answer_on_a_matter_that_no_paper_names() -> None:
    found = excerpt("Kommunstyrelsen i Granby beslutar att årets friskvårdsbidrag för 2024 gäller, ett beslut för varje år.")

    assert (
        reason(material("Vilket beslut har kommunstyrelsen i Granby beslutat om vindkraft, år 2024?"), (found,))
        == "De indexerade handlingarna svarar inte på frågan."
    )
