import pytest

from indexer import tokens
from indexer.index import Facets, Filters
from service import generate
from service.errors import ContextOverflow, GeneratorProblem
from service.question import understand
from service.records import Claim, Hit, Question
from service.writing.prompt import REFUSAL, answer_prompt, keys
from tests.service.made import BUSES, TODAY, WELLNESS, passage
from tests.service.scripted import ScriptedModel

HITS = [Hit(WELLNESS, 1.0, 1), Hit(BUSES, 0.5, 2)]
FIRST, SECOND = keys([WELLNESS, BUSES])


def question(text: str = "Hur stort är friskvårdsbidraget?") -> Question:
    return understand(text, Filters(), Facets(), TODAY)


def written(model: ScriptedModel, asked: Question | None = None, hits: list[Hit] = HITS) -> generate.Written | None:
    """What comes of the reply."""
    writing = generate.written(asked or question(), hits, model, lambda _file: None)
    while True:
        try:
            next(writing)
        except StopIteration as end:
            found: generate.Written | None = end.value
            return found


def test_keys_become_citations_with_quotes_from_the_passage() -> None:
    found = written(ScriptedModel(f"Bidraget höjs till 2 500 kronor. [[{FIRST}]] Båtplatser är ett förslag. [[{SECOND}, {FIRST}]]"))

    assert found is not None
    claims, citations = found
    assert [claim.text for claim in claims] == ["Bidraget höjs till 2 500 kronor.", "Båtplatser är ett förslag."]
    assert claims[0].citations == ("1",)
    assert all(one.quote in " ".join(f"{WELLNESS.text} {BUSES.text}".split()) for one in citations)


def test_the_sentinel_is_a_refusal() -> None:
    assert written(ScriptedModel(REFUSAL)) is None


def test_text_without_a_key_has_no_citation_and_is_left_to_verification() -> None:
    found = written(ScriptedModel(f"Bidraget höjs. [[{FIRST}]] Alla är nöjda."))

    assert found is not None
    assert found[0][1] == Claim("Alla är nöjda.", (), False)


@pytest.mark.parametrize("reply", ["Bidraget höjs.", "Bidraget höjs. [[kffffffff]]", "x" * 10_000])
def test_an_answer_that_cites_nothing_given_is_a_problem(reply: str) -> None:
    with pytest.raises(GeneratorProblem):
        written(ScriptedModel(reply))


def test_a_small_context_gets_fewer_passages() -> None:
    empty = tokens.count(answer_prompt("Hur stort är friskvårdsbidraget?", "sv", {}))
    large, small = ScriptedModel(REFUSAL), ScriptedModel(REFUSAL, context_tokens=empty + generate.ANSWER_TOKENS + 90)
    written(large)
    written(small)

    assert SECOND in large.prompts[0]
    assert len(small.prompts[0]) < len(large.prompts[0])
    assert FIRST in small.prompts[0]


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ("Läs mer på https://evil.example/avgift om bidraget. [[{key}]]", "address"),
        ("The municipal board decided to raise the wellness grant for all the employees. [[{key}]]", "language"),
    ],
)
def test_a_reply_that_cannot_come_from_the_passages_is_a_problem(reply: str, says: str) -> None:
    with pytest.raises(GeneratorProblem, match=says):
        written(ScriptedModel(reply))


def test_an_address_that_a_passage_has_may_be_copied() -> None:
    here = passage("Anmälan görs på www.granby.example/bidrag.\n")

    assert written(ScriptedModel("Anmälan görs på www.granby.example/bidrag. [[{key}]]"), hits=[Hit(here, 1.0, 1)]) is not None


def test_an_english_question_is_put_and_answered_in_english() -> None:
    model = ScriptedModel("The municipal board decided to raise the grant (”Friskvårdsbidraget höjs till 2 500 kronor”). [[{key}]]")

    assert written(model, question("How large is the wellness grant for the employees?")) is not None
    assert model.prompts[0].startswith("You answer questions")


def test_a_prompt_that_is_too_long_for_the_model_is_shortened_and_sent_again() -> None:
    model = ScriptedModel(ContextOverflow("too long"), "Bidraget höjs till 2 500 kronor. [[{key}]]", context_tokens=1_400)

    assert written(model) is not None
    assert len(model.prompts[1]) < len(model.prompts[0])
    assert FIRST in model.prompts[1]


def test_a_context_without_room_for_any_passage_is_a_problem_that_names_the_setting() -> None:
    with pytest.raises(GeneratorProblem, match="PARAGRAF_GENERATOR_CONTEXT_TOKENS"):
        written(ScriptedModel("Hej. [[{key}]]", context_tokens=512))


def test_a_model_that_reads_next_to_nothing_is_a_problem() -> None:
    model = ScriptedModel(ContextOverflow("too long"))

    with pytest.raises(ContextOverflow):
        written(model)
    assert len(model.prompts) == len(generate.SHARES)


def test_what_a_reasoning_model_thinks_aloud_is_no_part_of_its_answer() -> None:
    found = written(ScriptedModel("<think>Frågan gäller 9 000 kronor?</think>\nBidraget höjs till 2 500 kronor. [[{key}]]"))

    assert found is not None
    assert found[0][0].text == "Bidraget höjs till 2 500 kronor."
