"""A question in capitals alone → in small letters, so that its names and abbreviations are told from its other words."""

import re
from collections.abc import Collection, Mapping

from indexer.language.slips import known
from indexer.swedish import ABBREVIATIONS

_LONGEST_SHORT = 6
"""Letters of the longest abbreviation."""
_SHORTEST_WORD = 4
"""A word of so many letters that everybody knows shows that the capitals are no abbreviations."""

_WORD = re.compile(r"(?<![\w/:])(?<!\d-)[^\W\d_]+(?![\w/:]|-\d)")
_BEFORE_A_NUMBER = re.compile(r"[ ]?\d+[/:-]\d")


def in_small_letters(text: str, short_names: Collection[str], names: Mapping[str, str]) -> str:
    """The text in small letters, but for its first, its abbreviations and the letters of its Dnr; as it is where it has small ones.
    `names` are proper names by their form in capitals.

    >>> in_small_letters("VAD BESLUTADE KS I GRANBY OM BRYGGAN, TEK 2024/12?", (), {"GRANBY": "Granby"})
    'Vad beslutade KS i Granby om bryggan, TEK 2024/12?'
    """
    if not text.isupper() or not any(len(word) >= _SHORTEST_WORD and known(word.casefold()) for word in _WORD.findall(text)):
        return text
    small = _WORD.sub(lambda match: match[0] if _stays(match, short_names) else _small(match[0], names), text)
    return small[0].upper() + small[1:]


def _small(word: str, names: Mapping[str, str]) -> str:
    genitive = names.get(word.removesuffix("S"))
    return names.get(word) or (f"{genitive}s" if genitive else word.lower())


def _stays(match: re.Match[str], short_names: Collection[str]) -> bool:
    word = match[0]
    if len(word) > _LONGEST_SHORT:
        return False
    registry = not known(word.casefold()) and _BEFORE_A_NUMBER.match(match.string, match.end())
    return word in short_names or word.casefold() in ABBREVIATIONS or bool(registry)
