"""Pairs of texts that are about the same thing, made from public documents: what the bundled model learns from.

One side is sometimes damaged the way OCR damages Swedish, so that the model does not depend on å, ä and ö.
"""

import random
import re
from collections.abc import Iterable, Iterator

from indexer.training.text import TrainingDocument

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_SHORTEST = 40
_LONGEST = 1_000
_MOST_PARAGRAPHS = 16
_DAMAGED = 0.12
_DAMAGE = ({"å": "a", "ä": "a", "ö": "o"}, {"å": "a", "ä": "é", "ö": "é"}, {"å": "a", "ä": "d", "ö": "d"}, {"å": "a", "ä": "&", "ö": "6"})

Pair = tuple[str, str]


def pairs(documents: Iterable[TrainingDocument], seed: int) -> Iterator[Pair]:
    """Title with paragraph, paragraph with its neighbour, sentence with the rest of its paragraph."""
    draw = random.Random(seed)  # noqa: S311 - draws samples, keeps no secret
    for document in documents:
        paragraphs = [text[:_LONGEST] for text in document.paragraphs if len(text) >= _SHORTEST][:_MOST_PARAGRAPHS]
        for first, second in _of(document.title, paragraphs, draw):
            yield (_damaged(first, draw), second) if draw.random() < 0.5 else (first, _damaged(second, draw))


def _of(title: str, paragraphs: list[str], draw: random.Random) -> Iterator[Pair]:
    for at, paragraph in enumerate(paragraphs):
        if at < 4 or draw.random() < 0.3:
            yield title, paragraph
        if at + 1 < len(paragraphs):
            yield paragraph, paragraphs[at + 1]
        sentences = _SENTENCE_END.split(paragraph)
        if len(sentences) > 1:
            chosen = draw.randrange(len(sentences))
            rest = " ".join(sentences[:chosen] + sentences[chosen + 1 :])
            yield sentences[chosen], (f"{title} · {rest}" if draw.random() < 0.3 else rest)


def _damaged(text: str, draw: random.Random) -> str:
    if draw.random() >= _DAMAGED:
        return text
    return "".join(draw.choice(_DAMAGE).get(letter, letter) for letter in text.lower())
