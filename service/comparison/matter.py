"""How much of the matter asked about a text holds: by the words that name it, and only where they stand there surely."""

import re
from collections.abc import Sequence
from functools import lru_cache

from indexer import swedish
from indexer.language.loose import pieces
from indexer.language.stems import stem
from indexer.language.thesaurus import phrases
from service.material import Material
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import LOOSE_SHARE, Tokens, Wanted, met, tokens_of_all, weight

SURE = 0.8
"""How surely a word must be met: a part of a compound alone ("nämnd" of "räddningsnämnd") is another matter's."""

MEANT = 0.7
"""What another word for the same counts for."""

READ_HITS = 3

DAMAGED_BY = 2
"""Letters that a damaged word may be longer or shorter: what differs by more is another word with the same letters in it."""

_OF_ANY_MATTER = re.compile(
    r"ja|nej|(?:avgift|ersattning|bidrag|stod|kostnad|pris|tax|polic|plan|riktlinj|regl|regel|program|strategi|forbud|avtal"
    r"|motion|medborgarforslag|interpellation|arend|fraga|fragor|kommun|parti|ledamot|ledamoter)(?:a|e|y)?(?:n|en|t|et|er|or|ar|na|ena|erna|orna|arna)?s?"
)
"""What there is of many matters, folded, or its stem: it names none where another word does."""


def share(material: Material, *texts: str) -> float:
    """The part of the matter's words that the texts hold together."""
    words = _words(material)
    tokens = tokens_of_all(texts)
    held = sum(word.weight * _held(word, tokens, texts) for word in words)
    return held / weight(words) if weight(words) else 0.0


def best_share(material: Material) -> float:
    """The most that one of the first hits holds of the words that name the matter, with the title of its §."""
    words = _words(material)
    naming = [word for word in words if not _OF_ANY_MATTER.fullmatch(fold(word.word))] or words
    return max((_touched(naming, (hit.passage.title or "", hit.passage.text)) for hit in material.hits[:READ_HITS]), default=0.0)


def _words(material: Material) -> Sequence[Wanted]:
    return gist(material) or tuple(material.words)


def _touched(words: Sequence[Wanted], texts: Sequence[str]) -> float:
    """The part that the texts hold, where a compound of the asker's own making may be told by what names the matter in it."""
    tokens = tokens_of_all(texts)
    held = sum(word.weight * (_held(word, tokens, texts) or MEANT * _says_the_rest(word, tokens)) for word in words)
    return held / weight(words) if weight(words) else 0.0


def _held(word: Wanted, tokens: Tokens, texts: Sequence[str]) -> float:
    sure = met(word, tokens)
    if sure >= SURE and (word.stems & (tokens.stems | tokens.parts) or any(_is_damaged(word, text) for text in texts)):
        return sure
    return MEANT if _is_meant(word, tokens) else 0.0


def _says_the_rest(word: Wanted, tokens: Tokens) -> bool:
    """Whether the text holds what names the matter in a compound that nobody else writes: of "kränkningsärende" the "kränkning"."""
    if word.found:
        return False
    naming = {part for part in word.parts if not _OF_ANY_MATTER.fullmatch(fold(part))}
    return bool(naming) and len(naming) < len(word.parts) and naming <= (tokens.stems | tokens.parts)


def _is_damaged(word: Wanted, text: str) -> bool:
    """Whether one word of the text is this one in damaged form: the same letters may stand in several others."""
    near = (each for each in _spelt(text) if abs(len(each) - len(word.word)) <= DAMAGED_BY)
    return any(len(word.loose.intersection(pieces(each))) >= LOOSE_SHARE * len(word.loose) for each in near)


@lru_cache(maxsize=256)
def _spelt(text: str) -> frozenset[str]:
    """The words of a text; one text is looked through for each word of a question."""
    return frozenset(each.text for each in swedish.words(text))


def _is_meant(word: Wanted, tokens: Tokens) -> bool:
    """Whether the text holds all words of something else that the word stands for."""
    return any(all(stem(other) in tokens.stems for other in phrase) for phrase in phrases(word.word.casefold()) if phrase)
