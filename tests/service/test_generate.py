import pytest

from indexer import tokens
from indexer.index import Facets, Filters
from service import generate
from service.errors import GeneratorProblem
from service.prompt import REFUSAL, answer_prompt, keys
from service.question import understand
from service.records import Claim, Hit, Question
from tests.service.made import BUSES, TODAY, WELLNESS
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
