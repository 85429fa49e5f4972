from dataclasses import replace

from indexer.documents import Span
from indexer.index import Access, Filters
from service.extract import STRETCH_LINES, Excerpt, excerpts
from service.question import understand
from service.records import Hit
from service.retrieval import retrieve
from service.sentences import shown
from service.understanding.wanted import wanted
from tests.service.made import BUSES, PASSAGES, TABLE, TODAY, WELLNESS, NoVectors, index, passage


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


def stretches(question: str, *texts: str, budget: int = 60) -> list[str]:
    """What is quoted of passages found in this order, each a little worse than the one before."""
    made, access = index(), Access.public()
    asked = understand(question, Filters(), made.facets(Filters(), access), TODAY)
    hits = [Hit(passage(text, section=f"§ {rank}"), 1.0 - 0.02 * rank, rank) for rank, text in enumerate(texts, 1)]
    found = excerpts(asked, wanted(asked.searched, made, access), hits, budget)
    return [shown(one.passage.text, one.span) for one in found]


def test_neighbours_are_quoted_as_they_stand() -> None:
    text = "Ishallen öppnar i augusti. Då öppnar även caféet i ishallen. Ridhuset är stängt."

    assert stretches("När öppnar ishallen?", text)[0].startswith("Ishallen öppnar i augusti. Då öppnar även caféet i ishallen.")


def test_a_place_far_less_likely_is_not_quoted() -> None:
    texts = ("Hyran för ishallen är 600 kronor i timmen.", "Ridhuset är öppet för alla.")

    assert stretches("Vad är hyran för ishallen?", *texts) == [texts[0]]


def test_a_second_place_as_likely_is_quoted_where_it_says_more_of_what_is_asked() -> None:
    texts = ("Hyran för ishallen är 600 kronor.", "Hyran för ridhuset är 650 kronor.")

    assert sorted(stretches("Vad är hyran för ishallen och ridhuset?", *texts)) == sorted(texts)


def test_a_second_place_that_says_no_more_of_what_is_asked_is_not_quoted() -> None:
    texts = ("Ishallen hyrs ut.", "Hyran för ishallen är 650 kronor.")

    assert stretches("Vad är hyran för ishallen?", *texts) == [texts[1]]


def test_room_left_goes_to_what_stands_near_rather_than_to_another_place() -> None:
    near = "Hyran för ishallen är 600 kronor.\nSargen målades om.\nFöreningar betalar halva priset."
    far = "Ridhuset har föreningar som hyr."

    assert stretches("Vad är hyran för ishallen?", near, far, budget=25)[0].startswith("Hyran för ishallen är 600 kronor.")
    assert far not in stretches("Vad är hyran för ishallen?", near, far, budget=25)


def test_a_stretch_that_holds_what_is_asked_for_goes_before_one_that_lacks_it() -> None:
    text = "Kostnaden för att hyra ishallen bestäms av nämnden. För att hyra är den 600 kronor."

    assert "600 kronor" in stretches("Vad är kostnaden för att hyra ishallen?", text, budget=15)[0]


def test_a_copy_of_what_is_quoted_is_not_quoted_again() -> None:
    text = "Hyran för ishallen är 600 kronor i timmen."

    assert stretches("Vad är hyran för ishallen?", text, text) == [text]


def test_what_opens_something_left_out_does_not_end_a_quote() -> None:
    text = "Hyran för ishallen är 600 kronor i timmen.\nHyran för ishallen gäller:\n" + "- " + "lång punkt om annat " * 30

    assert not stretches("Vad är hyran för ishallen?", text)[0].endswith(":")


def test_a_stretch_is_no_longer_than_one_citation_may_be() -> None:
    text = "\n".join(f"- ishallen hyr ut tid {number}" for number in range(40))

    (quoted, *_) = excerpts_of("Vad hyr ishallen ut?", text)

    assert quoted.span.of(text).count("\n") < STRETCH_LINES


def excerpts_of(question: str, text: str) -> tuple[Excerpt, ...]:
    made, access = index(), Access.public()
    asked = understand(question, Filters(), made.facets(Filters(), access), TODAY)
    return excerpts(asked, wanted(asked.searched, made, access), [Hit(passage(text), 1.0, 1)], 200)


def test_a_quote_does_not_run_on_past_what_stands_on_a_page() -> None:
    above, below = "Ishallen hyrs ut till föreningar.", "Hyran för ishallen är 600 kronor i timmen."
    text = f"{above}\n{below}"
    parted = replace(passage(text), skipped=(Span(len(above) + 1, len(above) + 20),))
    made, access = index(), Access.public()
    asked = understand("Vad är hyran för ishallen?", Filters(), made.facets(Filters(), access), TODAY)

    whole, cut = (
        excerpts(asked, wanted(asked.searched, made, access), [Hit(one, 1.0, 1)], 60)[0].span.of(text) for one in (passage(text), parted)
    )

    assert (whole, cut) == (text, below)


def test_a_list_that_a_quote_opens_is_quoted_to_its_end_where_there_is_room() -> None:
    items = [f"- grupp {name} tränar i ishallen på kvällarna hela vintern" for name in "abcd"]
    text = "\n".join(["Ishallen hyrs ut till följande grupper:", *items])

    assert stretches("Vilka grupper hyr ishallen?", text)[0].count("- grupp") == len(items)
    assert stretches("Vilka grupper hyr ishallen?", text, budget=30)[0].count("- grupp") < len(items)
