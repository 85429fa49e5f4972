import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.index import Facets, Filters
from service.errors import BadParameter, BadQuestion
from service.question import MAX_CHARS, bodies_named, initials, understand
from service.records import Asks
from tests.service.made import TODAY

KNOWN = Facets(9, {"Granby": 5, "Älvmo": 3, "Kil": 1}, {"Kommunstyrelsen": 4, "Familje- och utbildningsnämnden": 3})


def test_a_municipality_that_is_indexed_is_named_and_the_filters_stay_the_callers() -> None:
    question = understand("Vad kostar en båtplats i Granbys kommun?", Filters(), KNOWN, TODAY)

    assert question.municipalities == ("Granby",)
    assert question.filters == Filters()


def test_one_that_is_not_is_kept_apart() -> None:
    question = understand("Vad kostar en båtplats i Norrtälje kommun?", Filters(), KNOWN, TODAY)

    assert question.unknown_municipalities == ("Norrtälje",)
    assert question.filters == Filters()


@pytest.mark.parametrize(
    ("text", "expected"), [("vad kostar bygglov i alvmo", ()), ("bygglov i kil", ()), ("bygglov i kil kommun", ("Kil",))]
)
def test_a_short_name_in_small_letters_needs_the_word_kommun(text: str, expected: tuple[str, ...]) -> None:
    assert understand(text, Filters(), KNOWN, TODAY).municipalities == expected


def test_several_municipalities_are_a_comparison() -> None:
    question = understand("Hur gör Granby och Älvmo med skolskjuts?", Filters(), KNOWN, TODAY)

    assert question.asks is Asks.COMPARISON
    assert question.municipalities == ("Granby", "Älvmo")


def test_dnr_and_section_are_found() -> None:
    question = understand("Vad gäller dnr 2024/00012 och § 84?", Filters(), KNOWN, TODAY)

    assert [(case.year, case.serial) for case in question.cases] == [(2024, 12)]
    assert question.sections == ("§ 84",)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kommunfullmäktige", "KF"),
        ("Kommunstyrelsens arbetsutskott", "KSAU"),
        ("Miljö- och byggnadsnämnden", "MBN"),
        ("Familje- och utbildningsnämnden", "FUN"),
    ],
)
def test_a_body_goes_by_its_letters(name: str, letters: str) -> None:
    assert initials(name) == letters
    assert bodies_named(f"Vad sa {letters} i mars?", [name]) == (name,)


@pytest.mark.parametrize("text", ["", "   \n", "?!", "x" * (MAX_CHARS + 1), "ord " * 5000])
def test_a_question_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion):
        understand(text, Filters(), KNOWN, TODAY)


@pytest.mark.parametrize(
    "filters", [Filters(date_from="i fjol"), Filters(date_to="2024-02-30"), Filters(date_from="2025-01-01", date_to="2024-01-01")]
)
def test_a_period_that_is_none_is_refused(filters: Filters) -> None:
    with pytest.raises(BadParameter):
        understand("Vad kostar en båtplats?", filters, KNOWN, TODAY)


@given(st.text(max_size=200))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        question = understand(text, Filters(), KNOWN, TODAY)
    except BadQuestion:
        return

    assert (question.typed or question.text) == " ".join(text.split())


def test_an_english_question_is_searched_in_swedish_words() -> None:
    question = understand("What did the municipal board decide about the fee for childcare in Granby?", Filters(), KNOWN, TODAY)

    assert question.language == "en"
    assert question.text.startswith("What did")
    assert question.searched == "kommunstyrelse besluta avgift barnomsorg Granby?"
    assert (question.municipalities, question.bodies) == (("Granby",), ("Kommunstyrelsen",))


def test_a_swedish_question_is_searched_as_it_stands() -> None:
    question = understand("Vad kostar en båtplats i Granby?", Filters(), KNOWN, TODAY)

    assert question.searched == question.text


def test_a_question_typed_without_swedish_letters_is_searched_with_them_and_shown_as_it_was_typed() -> None:
    question = understand("vilket stod ger namnden for resor?", Filters(), KNOWN, TODAY)

    assert question.text == "vilket stod ger namnden for resor?"
    assert question.searched == "vilket stöd ger nämnden för resor?"
    assert question.meanings == ("stod",)


def test_a_sign_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadQuestion, match="NUL"):
        understand("skol\x00skjuts", Filters(), Facets(), TODAY)


def test_an_everyday_word_is_searched_beside_that_of_the_minutes() -> None:
    question = understand("Vad kostar dagis i Granby?", Filters(), KNOWN, TODAY)

    assert question.text == "Vad kostar dagis i Granby?"
    assert question.searched == "Vad kostar dagis i Granby? förskola"
