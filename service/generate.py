"""An answer written by a language model from the hits, with its keys turned back into citations.

What the model writes is a claim like any other: its quotes are chosen here, from the passages that it names, and its
figures are checked by verify.py. This module never touches the network; see chat.py.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Protocol

from indexer import tokens
from indexer.documents import Passage
from service.citing import cite
from service.errors import ContextOverflow, GeneratorProblem, UnusableReply
from service.extract import Excerpt
from service.places import Files
from service.records import Citation, Claim, Hit, Question, Wrote
from service.sentences import units
from service.understanding.language import language
from service.understanding.wanted import tokens_of
from service.writing.prompt import REFUSAL, answer_prompt, keys
from service.writing.reply import Unkeyed, sentences, thoughtless

MOST_PASSAGES = 8
"""More passages make a model mix them up."""

ANSWER_TOKENS = 400
"""Room kept for the answer."""

MOST_ANSWER_CHARS = 6000
"""A longer reply is no answer of 80 words, and nothing to show."""

SHARES = (1.0, 0.5, 0.2)
"""Parts of the room for passages that are tried, where the model turns out to read less than it should."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]]+|[\w.+-]+@[\w-]+\.\w+", re.IGNORECASE)

_QUOTED = re.compile(r"[\"”“][^\"”“]*[\"”“]")

Written = tuple[tuple[Claim, ...], tuple[Citation, ...]]


class LanguageModel(Protocol):
    """What writes."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def context_tokens(self) -> int:
        """Tokens, as counted by indexer.tokens, that prompt and answer may take."""

    @property
    def resting(self) -> bool:
        """Whether it failed so often that it is not asked for now."""

    def stream(self, prompt: str, answer_tokens: int) -> Iterator[str]:
        """What the model writes after the prompt, piece by piece. Raises GeneratorProblem, also midway."""


def written(question: Question, hits: Sequence[Hit], model: LanguageModel, files: Files) -> Generator[Wrote, None, Written | None]:
    """Yields the reply as it comes; returns its claims and citations, None where it says that the passages do not answer.

    Raises GeneratorProblem.
    """
    by_key = keys([hit.passage for hit in hits[:MOST_PASSAGES]])
    reply = thoughtless((yield from _reply(question, by_key, model)))
    if REFUSAL in reply:
        return None
    given = "\n".join(passage.text for passage in by_key.values())
    if not all(address.rstrip(".,;:!?") in given for address in _ADDRESS.findall(reply)):
        raise UnusableReply(f"The model {model.name} wrote an address that is in none of the passages.")
    claims, citations = _cited(reply, by_key, files)
    if not claims:
        raise UnusableReply(f"The model {model.name} cited none of the passages it was given.")
    if language(_QUOTED.sub(" ", " ".join(claim.text for claim in claims))) != question.language:
        raise UnusableReply(f"The model {model.name} did not answer in the language of the question ({question.language}).")
    return claims, citations


def _reply(question: Question, by_key: Mapping[str, Passage], model: LanguageModel) -> Generator[Wrote, None, str]:
    for share in SHARES[:-1]:
        try:
            return (yield from _read(model, _prompt(question, by_key, model.context_tokens, share)))
        except ContextOverflow:
            continue
    return (yield from _read(model, _prompt(question, by_key, model.context_tokens, SHARES[-1])))


def _read(model: LanguageModel, prompt: str) -> Generator[Wrote, None, str]:
    reply, unkeyed = "", Unkeyed()
    for piece in model.stream(prompt, ANSWER_TOKENS):
        reply += piece
        if len(reply) > MOST_ANSWER_CHARS:
            raise UnusableReply(f"The model {model.name} wrote more than {MOST_ANSWER_CHARS} characters instead of a short answer.")
        if text := unkeyed.after(piece):
            yield Wrote(text)
    return reply


def _prompt(question: Question, by_key: Mapping[str, Passage], context_tokens: int, share: float) -> str:
    """The prompt with as many passages as fit into the share of the room, the last one shortened."""
    bare = tokens.count(answer_prompt(question.text, question.language, {}))
    room = int((context_tokens - ANSWER_TOKENS - bare) * share)
    texts: dict[str, str] = {}
    for key, passage in by_key.items():
        text = f"{passage.header}\n{passage.text}"
        marks = 2 * tokens.count(f"[[/{key}]]\n")
        cost = tokens.count(text) + marks
        if cost > room:
            text = tokens.shorten(text, max(0, room - marks))
        if text.strip():
            texts[key] = text
        room -= cost
        if room <= 0:
            break
    if not texts:
        raise GeneratorProblem(f"No passage fits into {context_tokens} tokens. Raise PARAGRAF_GENERATOR_CONTEXT_TOKENS to at least 4096.")
    return answer_prompt(question.text, question.language, texts)


def _cited(reply: str, by_key: Mapping[str, Passage], files: Files) -> Written:
    claims: list[Claim] = []
    citations: dict[tuple[str, str], Citation] = {}
    for sentence, named in sentences(reply):
        own = []
        for key in named:
            if key in by_key:
                citation = cite(str(len(citations) + 1), _evidence(sentence, by_key[key]), files)
                own.append(citations.setdefault((citation.passage_id, citation.quote), citation).key)
        # a claim whose keys are all unknown has no citation: verification drops and counts it
        claims.append(Claim(sentence, tuple(own), verified=False))
    return (tuple(claims), tuple(citations.values())) if citations else ((), ())


def _evidence(sentence: str, passage: Passage) -> Excerpt:
    """The unit of the passage that shares most with the sentence."""
    own = tokens_of(sentence)
    found = units(passage.text)
    best = max(found, key=lambda unit: len(own.stems & tokens_of(unit.span.of(passage.text)).stems))
    return Excerpt(passage, best.span, None, 1.0)
