"""Who holds a post ("Vem är rektor på …"): names of others beside the matter are no answer."""

import re
from collections.abc import Sequence

from service.answering.sameness import held
from service.answering.telling import NAME
from service.material import Material
from service.records import Asks
from service.understanding.gist import gist, light_words
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING, Wanted, met, tokens_of

LEAST_MET = 0.5
"""How surely the words must name the post."""

_ASKED = re.compile(r"\b(?:vem (?:är|ar|var|blir|blev)|vad het(?:er|te)|who (?:is|was)|name of)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_held(material: Material, said: Sequence[str]) -> bool:
    """Whether one of the sentences or rows said names the post asked for and somebody; true where none is asked for."""
    post = _post(material) if material.question.asks is Asks.WHO else None
    return post is None or any(held(post, tokens_of(text)) >= LEAST_MET and NAME.search(text) for text in said)


def _post(material: Material) -> Wanted | None:
    """The first word of content after "vem är", where it is a word for the matter."""
    text = material.question.searched
    asked = _ASKED.search(text)
    words = _WORD.finditer(text, asked.end()) if asked else ()
    first = next((word[0] for word in words if fold(word[0]) not in ASKING and fold(word[0]) not in light_words()), None)
    return next((word for word in gist(material) if first and met(word, tokens_of(first)) == 1), None)
