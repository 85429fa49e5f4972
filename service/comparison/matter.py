"""How much of the matter asked about a text holds: by the words that name it, and only where they stand there surely."""

from collections.abc import Sequence

from indexer.language.stems import stem
from indexer.language.thesaurus import phrases
from service.material import Material
from service.understanding.gist import gist
from service.understanding.wanted import Tokens, Wanted, met, tokens_of, weight

SURE = 0.8
"""How surely a word must be met: a part of a compound alone ("nämnd" of "räddningsnämnd") is another matter's."""

MEANT = 0.7
"""What another word for the same counts for."""

READ_HITS = 3


def share(material: Material, text: str) -> float:
    """The part of the matter's words that the text holds."""
    return _share(gist(material) or tuple(material.words), text)


def _share(words: Sequence[Wanted], text: str) -> float:
    tokens = tokens_of(text)
    held = sum(word.weight * sure for word in words if (sure := met(word, tokens)) >= SURE)
    held += sum(MEANT * word.weight for word in words if met(word, tokens) < SURE and _is_meant(word, tokens))
    return held / weight(words) if weight(words) else 0.0


def _is_meant(word: Wanted, tokens: Tokens) -> bool:
    """Whether the text holds all words of something else that the word stands for."""
    return any(all(stem(other) in tokens.stems for other in phrase) for phrase in phrases(word.word.casefold()) if phrase)


def best_share(material: Material) -> float:
    """The most that one of the first hits holds, with the title of its §."""
    words = gist(material) or tuple(material.words)
    return max((_share(words, f"{hit.passage.title or ''}\n{hit.passage.text}") for hit in material.hits[:READ_HITS]), default=0.0)
