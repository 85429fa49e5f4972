"""A language model as judge of answers, beside the measures by rule: off unless asked for, and never the only judge.

It sees the question, the gold answer with its evidence, and the answer; it says right, partly or wrong.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from eval.predictions import PredictedAnswer, Prediction
from eval.questions import GoldQuestion
from indexer.errors import UsageProblem
from indexer.privacy import mask
from service.config import Config
from service.errors import GeneratorProblem
from service.generate import LanguageModel
from service.writing.breaker import Breaker
from service.writing.chat import ChatModel
from service.writing.prompt import fill, template
from service.writing.reply import thoughtless

WORTH = {"rätt": 1.0, "delvis": 0.5, "fel": 0.0}

VERDICT_TOKENS = 400
MOST_ANSWER_CHARS = 4000
"""Of an answer: a longer one is judged by its beginning."""

_OBJECT = re.compile(r"\{[^{}]*\}")
_BRACKETS = str.maketrans({"[": "(", "]": ")"})


class Judge(Protocol):
    """Whoever can say what an answer is worth."""

    @property
    def name(self) -> str:
        """Who judges."""

    def verdict(self, question: GoldQuestion, answer: PredictedAnswer) -> float | None:
        """1 right, 0.5 partly, 0 wrong; None where no verdict was given."""


@dataclass(frozen=True, slots=True)
class ModelJudge:
    """A language model that judges."""

    model: LanguageModel

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    def verdict(self, question: GoldQuestion, answer: PredictedAnswer) -> float | None:
        """What the model says; None where it fails or says nothing that can be read."""
        try:
            return read("".join(self.model.stream(judge_prompt(question, answer), VERDICT_TOKENS)))
        except GeneratorProblem:
            return None


def configured(config: Config) -> ModelJudge:
    """The judge that the settings name. Raises UsageProblem where they name none."""
    if not config.judge_url:
        raise UsageProblem("--judge needs a language model: set PARAGRAF_JUDGE_URL and PARAGRAF_JUDGE_MODEL.")
    model = ChatModel(config.judge_url, config.judge_model, config.judge_key, config.generator_timeout_s, config.generator_context_tokens)
    return ModelJudge(Breaker(model))


def verdicts(
    judge: Judge, questions: Iterable[GoldQuestion], predictions: Mapping[str, Prediction], done: Callable[[], None]
) -> dict[str, float | None]:
    """What the judge says of each answer to a question with a gold answer; refusals need no judge. `done` is called after each."""
    found: dict[str, float | None] = {}
    for question in questions:
        given = predictions.get(question.id)
        if given and question.evidence and question.answer and not given.answer.refused:
            found[question.id] = judge.verdict(question, given.answer)
        done()
    return found


def judge_prompt(question: GoldQuestion, answer: PredictedAnswer) -> str:
    """The prompt for one verdict; no personal identity number is in it."""
    values = {
        "question": question.question,
        "gold": question.answer,
        "evidence": "\n".join(f"– {piece.quote}" for piece in question.evidence),
        "answer": answer.text[:MOST_ANSWER_CHARS].translate(_BRACKETS),
    }
    return mask(fill(template("judge.sv.md"), values))[0]


def read(reply: str) -> float | None:
    """The verdict in a reply; None where there is none, or more than one.

    >>> read('{"verdict": "delvis", "reason": "Beloppet saknas."}')
    0.5
    """
    said = set()
    for written in _OBJECT.findall(thoughtless(reply)):
        try:
            verdict = json.loads(written).get("verdict")
        except ValueError:
            continue
        if isinstance(verdict, str):
            said.add(WORTH.get(verdict.strip().casefold()))
    return said.pop() if len(said) == 1 else None
