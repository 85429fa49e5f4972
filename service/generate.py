"""An answer written by a language model from the hits, with its keys turned back into citations.

What the model writes is a claim like any other: its quotes are chosen here, from the passages that it names, and its
figures are checked by verify.py. This module never touches the network; see chat.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from indexer import tokens
from indexer.documents import Passage
from service import compose
from service.errors import GeneratorProblem
from service.extract import Excerpt
from service.places import Files
from service.prompt import REFUSAL, answer_prompt, keys
from service.records import Citation, Claim, Hit, Question
from service.sentences import units
from service.wanted import tokens_of

MOST_PASSAGES = 8
"""More passages make a model mix them up."""

ANSWER_TOKENS = 400
"""Room kept for the answer."""

MOST_ANSWER_CHARS = 6000
"""A longer reply is no answer of 80 words, and nothing to show."""

_KEYS = re.compile(r"\s*\[\[(k[0-9a-f]{8}(?:\s*[,;]\s*k[0-9a-f]{8})*)\]\]")
_KEY = re.compile(r"k[0-9a-f]{8}")


class Generator(Protocol):
    """A language model."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def context_tokens(self) -> int:
        """Tokens, as counted by indexer.tokens, that prompt and answer may take."""

    def complete(self, prompt: str, answer_tokens: int) -> str:
        """What the model writes after the prompt. Raises GeneratorProblem."""


def written(
    question: Question, hits: Sequence[Hit], generator: Generator, files: Files
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]] | None:
    """Claims and citations; None where the model says that the passages do not answer. Raises GeneratorProblem."""
    by_key = keys([hit.passage for hit in hits[:MOST_PASSAGES]])
    reply = generator.complete(_prompt(question, by_key, generator.context_tokens), ANSWER_TOKENS)
    if len(reply) > MOST_ANSWER_CHARS:
        raise GeneratorProblem(f"The model {generator.name} wrote {len(reply)} characters instead of a short answer.")
    if REFUSAL in reply:
        return None
    claims, citations = _cited(reply, by_key, files)
    if not claims:
        raise GeneratorProblem(f"The model {generator.name} cited none of the passages it was given.")
    return claims, citations


def _prompt(question: Question, by_key: Mapping[str, Passage], context_tokens: int) -> str:
    """The prompt with as many passages as fit, the last one shortened; the first is always there."""
    room = context_tokens - ANSWER_TOKENS - tokens.count(answer_prompt(question.text, question.language, {}))
    texts: dict[str, str] = {}
    for key, passage in by_key.items():
        text = f"{passage.header}\n{passage.text}"
        cost = tokens.count(text) + 2 * tokens.count(f"[[/{key}]]\n")
        if cost > room:
            text = tokens.shorten(text, max(0, room - 2 * tokens.count(f"[[/{key}]]\n")))
        if text.strip():
            texts[key] = text
        room -= cost
        if room <= 0:
            break
    return answer_prompt(question.text, question.language, texts)


def _cited(reply: str, by_key: Mapping[str, Passage], files: Files) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    claims: list[Claim] = []
    citations: dict[tuple[str, str], Citation] = {}
    for sentence, named in _sentences(reply):
        own = []
        for key in named:
            if key in by_key:
                citation = compose.cite(str(len(citations) + 1), _evidence(sentence, by_key[key]), files)
                own.append(citations.setdefault((citation.passage_id, citation.quote), citation).key)
        # a claim whose keys are all unknown has no citation: verification drops and counts it
        claims.append(Claim(sentence, tuple(own), verified=False))
    return (tuple(claims), tuple(citations.values())) if citations else ((), ())


def _sentences(reply: str) -> Iterator[tuple[str, list[str]]]:
    """Each stretch of text with the keys that follow it; text after the last key has none."""
    at = 0
    for match in _KEYS.finditer(reply):
        text = " ".join(reply[at : match.start()].split()).lstrip(".,; ")
        if text:
            yield text, _KEY.findall(match[1])
        at = match.end()
    rest = " ".join(reply[at:].split()).lstrip(".,; ")
    if rest:
        yield rest, []


def _evidence(sentence: str, passage: Passage) -> Excerpt:
    """The unit of the passage that shares most with the sentence."""
    own = tokens_of(sentence)
    found = units(passage.text)
    best = max(found, key=lambda unit: len(own.stems & tokens_of(unit.span.of(passage.text)).stems))
    return Excerpt(passage, best.span, None, 1.0)
