"""An answer that a language model writes, checked like any other; where the model fails, the documents' own words, marked so."""

from collections.abc import Generator
from dataclasses import replace

from indexer.documents import Passage
from service import generate
from service.answering import drafting, premises, status, wording
from service.answering.drafting import Draft
from service.errors import GeneratorProblem, UnusableReply
from service.material import Material
from service.records import Wrote


def write(material: Material, quoted: Draft, model: generate.LanguageModel) -> Generator[Wrote, None, Draft]:
    """Yields what the model writes, as it comes and not yet checked; returns the draft of which only what holds is left.

    Where the model fails, or nothing of what it wrote holds, that is what was `quoted`.
    """
    language = material.question.language
    try:
        written = yield from generate.written(material.question, material.hits, model, material.files)
    except GeneratorProblem as problem:
        answered = isinstance(problem, UnusableReply)
        return _instead(quoted, wording.model_rejected(language) if answered else wording.model_failed(language), str(problem))
    if written is None:
        return Draft(reason=wording.not_answered(language), mode="generated")
    own = drafting.checked(Draft(*written, mode="generated", notice=wording.written_by_model(model.name, language)), material)
    if own.claims:
        cited = _cited(own, material)
        return replace(own, status_note=status.note(material, cited).text, premise=premises.correction(material, cited))
    return _instead(replace(quoted, dropped=own.dropped), wording.model_rejected(language), "Nothing that the model wrote holds.")


def _cited(draft: Draft, material: Material) -> list[Passage]:
    cited = {citation.passage_id for citation in draft.citations}
    return [hit.passage for hit in material.hits if hit.passage.id in cited]


def _instead(quoted: Draft, notice: str, problem: str) -> Draft:
    return replace(quoted, mode="extractive_fallback", notice=notice, problem=problem)
