"""How much of the matter asked about a text holds: by the words that name it, and only where they stand there surely."""

from service.answering.material import Material
from service.understanding.gist import gist
from service.understanding.wanted import met, tokens_of, weight

SURE = 0.8
"""How surely a word must be met: a part of a compound alone ("nämnd" of "räddningsnämnd") is another matter's."""

READ_HITS = 3


def share(material: Material, text: str) -> float:
    """The part of the matter's words that the text holds."""
    words = gist(material) or tuple(material.words)
    tokens = tokens_of(text)
    held = sum(word.weight * sure for word in words if (sure := met(word, tokens)) >= SURE)
    return held / weight(words) if weight(words) else 0.0


def best_share(material: Material) -> float:
    """The most that one of the first hits holds, with the title of its §."""
    return max((share(material, f"{hit.passage.title or ''}\n{hit.passage.text}") for hit in material.hits[:READ_HITS]), default=0.0)
