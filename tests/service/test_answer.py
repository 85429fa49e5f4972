import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.index import Access, Filters
from service import shown
from service.answer import answer, steps
from service.errors import BadQuestion, GeneratorProblem
from service.records import Answer, Found, Wrote
from service.resources import Resources
from service.verify import stands
from service.writing.prompt import REFUSAL
from tests.service.made import BUSES, PASSAGES, TODAY, NoVectors, index, resources
from tests.service.scripted import ScriptedModel

BY_ID = {one.id: one for one in PASSAGES}


def ask(text: str, filters: Filters | None = None, given: Resources | None = None) -> Answer:
    return answer(text, filters or Filters(), given or resources(), Access.public(), TODAY)


def ask_model(*replies: str | GeneratorProblem) -> Answer:
    given = Resources(index(), NoVectors(), ScriptedModel(*replies))
    return ask("Vad beslutades om friskvårdsbidraget i Granby?", given=given)


def test_a_decision_is_quoted_with_its_place() -> None:
    given = ask("Vad beslutades om friskvårdsbidraget i Granby?")

    assert not given.refused
    assert given.text.startswith("Beslut, Kommunstyrelsen 2024-03-12 § 31 (Dnr 2024/00077)")
    assert "2 500 kronor" in given.text
    assert given.citations[0].section == "§ 31"


@pytest.mark.parametrize("text", ["friskvårdsbidraget i Granby", "friskvårdsbidaget Granby", "friskvardsbidrag granby"])
def test_the_name_of_a_matter_alone_is_answered_by_its_decision(text: str) -> None:
    assert ask(text).text.startswith("Beslut, ")
    assert "höjs till 2 500 kronor" in ask(text).text


def test_a_proposal_is_never_given_as_a_decision() -> None:
    given = ask("Vad beslutades om taxan för båtplatser?")

    assert given.text.startswith("Förslag,")
    assert given.status_note == "Det är ett förslag till kommunfullmäktige; ett beslut finns inte i de indexerade handlingarna."
    assert given.status_note in given.text


def test_every_quote_stands_verbatim_in_its_passage() -> None:
    for text in ("Vad beslutades om friskvårdsbidraget?", "Hur många besökte badhuset i mars?", "Vad är taxan för båtplatser?"):
        for citation in ask(text).citations:
            assert stands(citation.quote, BY_ID[citation.passage_id])


def test_a_question_that_nothing_answers_is_refused_with_what_was_searched() -> None:
    given = ask("Vilken färg har brandbilarna i hamnen?")

    assert given.refused
    assert given.claims == () == given.citations
    assert given.text.endswith("Sökt i: Granby, Älvmo; 1 organ, 2024; 3 handlingar i 3 filer.")


def test_an_index_without_anything_refuses() -> None:
    given = answer("Vad kostar en båtplats?", Filters(), resources(), Access(frozenset()), TODAY)

    assert given.refused
    assert "inga indexerade handlingar" in given.text


def test_two_municipalities_are_both_answered_for() -> None:
    given = ask("Hur stort är friskvårdsbidraget i Granby och Älvmo?")

    assert {citation.municipality for citation in given.citations} == {"Granby", "Älvmo"}


def test_an_empty_question_is_refused_before_anything_is_searched() -> None:
    with pytest.raises(BadQuestion):
        ask("  ")


def test_a_model_writes_the_answer_and_its_claims_are_checked() -> None:
    given = ask_model("Bidraget höjs till 2 500 kronor. [[{key}]] Det blir 9 000 kronor nästa år. [[{key}]]")

    assert given.mode == "generated"
    assert given.text == "Bidraget höjs till 2 500 kronor. [1] (Skrivet av en språkmodell, scripted, och kontrollerat mot källorna.)"
    assert given.dropped_claims == 1


def test_a_model_that_fails_gives_way_to_the_documents_own_words() -> None:
    given = ask_model(GeneratorProblem("broken"))

    assert given.mode == "extractive_fallback"
    assert "2 500 kronor" in given.text
    assert given.text.endswith("(Språkmodellen svarade inte; det här är handlingarnas egna ord.)")
    assert given.problem == "broken"


def test_a_model_that_refuses_is_believed() -> None:
    assert ask_model(REFUSAL).refused


def test_a_model_is_not_asked_what_rests_on_a_wrong_premise() -> None:
    model = ScriptedModel("Bidraget höjs till 2 500 kronor. [[{key}]]")

    given = ask("Vad står i dnr 1999/00001?", given=Resources(index(), NoVectors(), model))

    assert given.refused
    assert model.prompts == []


@pytest.mark.parametrize(
    "reply",
    [
        "Bidraget är 9 000 kronor. [[{key}]]",
        "Bidraget höjs till 2 500 kronor den 3 maj 2031. [[{key}]]",
        "Bidraget höjs till 2 500 kronor. [[kffffffff]]",
        "Bidraget höjs till 2 500 kronor.",
        "The municipal executive board decided to raise the wellness allowance for all of its employees. [[{key}]]",
        "x" * 10_000,
    ],
    ids=["invented number", "invented date", "invented citation", "no citation", "wrong language", "endless"],
)
def test_what_a_model_makes_up_is_never_the_answer(reply: str) -> None:
    given = ask_model(reply)

    assert given.mode == "extractive_fallback"
    assert given.text.endswith("(Språkmodellens svar underkändes i kontrollen; det här är handlingarnas egna ord.)")
    assert "2 500 kronor per medarbetare" in given.text
    assert given.problem


def test_the_steps_tell_what_was_found_then_what_is_written_then_the_answer() -> None:
    model = ScriptedModel("Bidraget höjs till 2 500 kronor. [[{key}]]")
    given = Resources(index(), NoVectors(), model)

    first, *written, last = steps("Vad beslutades om friskvårdsbidraget i Granby?", Filters(), given, Access.public(), TODAY)

    assert isinstance(first, Found)
    assert "".join(step.text for step in written if isinstance(step, Wrote)) == "Bidraget höjs till 2 500 kronor."
    assert isinstance(last, Answer)


def test_the_shown_answer_is_plain_json_with_the_promised_names() -> None:
    made = json.loads(json.dumps(shown.answer(ask("Vad är taxan för båtplatser?"))))

    hit_names = {"document", "file", "municipality", "body", "date", "section", "case", "status", "page", "lines", "score", "text"}
    assert hit_names <= set(made["hits"][0])
    assert {"text", "refused", "mode", "citations"} <= set(made["answer"])
    assert {"file", "section", "case", "page", "lines", "quote"} <= set(made["answer"]["citations"][0])
    assert set(made["ms"]) == {"retrieve", "answer", "total"}
    assert made["hits"][0]["file"] == BUSES.file


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_question_is_answered_refused_or_rejected(text: str) -> None:
    try:
        given = ask(text)
    except BadQuestion:
        return

    assert given.refused == (not given.claims)


def test_what_was_searched_is_what_the_filters_left() -> None:
    filters = Filters(municipalities=("Granby",), date_from="2024-01-01")
    searched = answer("Hur stort är friskvårdsbidraget?", filters, resources(*PASSAGES), Access.public(), TODAY).coverage

    assert (searched.municipalities, searched.files, searched.documents, searched.passages) == (("Granby",), 2, 2, 4)
