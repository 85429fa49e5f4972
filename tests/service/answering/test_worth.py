import pytest

from indexer.documents import Role
from indexer.index import Access, Filters
from service.answering.worth import WEIGHTS, Piece, introduces, pieces, says_something
from service.question import understand
from service.records import Hit
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage


def of(question: str, *texts: str, role: Role = Role.BAKGRUND, title: str | None = None) -> list[Piece]:
    """The pieces of passages found in this order, each as good as the first."""
    made, access = index(), Access.public()
    understood = understand(question, Filters(), made.facets(Filters(), access), TODAY)
    hits = [Hit(passage(text, role=role, title=title), 1.0, rank) for rank, text in enumerate(texts, 1)]
    return pieces(understood, wanted(understood.searched, made, access), hits)


def best(found: list[Piece]) -> str:
    return max(found, key=lambda piece: piece.worth).text


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Vad kostar en båtplats?", "Båtplatser finns vid bryggan. En båtplats kostar 900 kronor.", "En båtplats kostar 900 kronor."),
        ("När öppnar simhallen?", "Simhallen är uppskattad. Simhallen öppnar den 4 mars 2025.", "Simhallen öppnar den 4 mars 2025."),
        ("Vem leder badhuset?", "Badhuset leds väl. Badhuset leds av Stina Ek.", "Badhuset leds av Stina Ek."),
    ],
)
def test_the_unit_with_what_is_asked_for_is_worth_most(question: str, text: str, answer: str) -> None:
    assert best(of(question, text)) == answer


def test_words_above_count_for_what_stands_below_them() -> None:
    text = "Ridhuset:\nTaket byts under våren 2025.\n\nIshallen:\nTaket byts under hösten 2026."

    assert best(of("När byts taket på ishallen?", text)) == "Taket byts under hösten 2026."


def test_what_ends_in_the_middle_opens_what_stands_below_it() -> None:
    text = "Föreningen yrkar att\n- taket på ishallen byts\n- golvet slipas\n\nRidhuset är stängt."

    assert [introduces(piece.unit, piece.text) for piece in of("Vad yrkar föreningen?", text)] == [True, False, False, False]


def test_a_number_of_its_own_makes_a_unit_no_title() -> None:
    found = of("När är taxan för ishallen reviderad?", "Taxa för ishallen.\n\nTaxa för ishallen 2031-02-23.", title="Taxa för ishallen")

    assert [piece.facts["title"] for piece in found] == [1.0, 0.0]


def test_a_passage_that_names_other_years_than_asked_about_is_worth_less() -> None:
    (asked, other) = of("Hur många besökte ishallen 2031?", "Ishallen hade 2031 många besökare.", "Ishallen hade 2032 många besökare.")

    assert (asked.facts["another year"], other.facts["another year"]) == (0.0, 1.0)


def test_words_beside_count() -> None:
    text = "Ishallens tak är gammalt. Det byts nästa år. Ridhuset har ett bra golv. Det byts aldrig."
    worth = {piece.text: piece.worth for piece in of("När byts ishallens tak?", text)}

    assert worth["Det byts nästa år."] > worth["Det byts aldrig."]


def test_a_title_says_nothing_that_the_opening_does_not_say() -> None:
    found = of("Vad gäller om hyra av ishallen?", "Hyra av ishallen.\n\nIshallen hyrs ut till föreningar.", title="Hyra av ishallen")

    assert [says_something(piece) for piece in found] == [False, True]


def test_the_passage_found_first_is_worth_more() -> None:
    made, access = index(), Access.public()
    question = understand("Vad kostar en båtplats?", Filters(), made.facets(Filters(), access), TODAY)
    hits = [Hit(passage("En båtplats kostar 900 kronor."), 1.0, 1), Hit(passage("En båtplats kostar 700 kronor."), 0.8, 2)]

    first, second = pieces(question, wanted(question.searched, made, access), hits)

    assert first.worth > second.worth


def test_texts_without_any_word_of_the_question_have_no_pieces() -> None:
    assert of("xyzzy qwrtp", "En båtplats kostar 900 kronor.") == []


def test_every_fact_has_a_weight() -> None:
    asked = ("Vem ansvarar, när börjar det och hur mycket kostar båtplatsen?", "Båtplatsen kostar 900 kronor.")

    assert all(set(piece.facts) <= set(WEIGHTS) for piece in of(*asked))
