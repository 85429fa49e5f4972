"""What a question calls by a name of its own (an enterprise, a school, an enquiry in capital letters), and whether the places quoted
name it: papers about the same thing elsewhere are no answer."""

import re
from collections.abc import Sequence

from indexer.persons import parties
from indexer.swedish import ABBREVIATIONS
from service.answering.sameness import held
from service.material import Material
from service.question import initials
from service.understanding.gist import gist
from service.understanding.wanted import Wanted, met, tokens_of

LEAST_MET = 0.3
"""How surely a place must name it: a name may be damaged, or part of another."""

_INSIDE = re.compile(r"(?<=[\wåäö,:)] )(?<!enligt )(?<!Region )(?!Region)[A-ZÅÄÖ][a-zåäöé]{2,}[\w-]*")
"""A word with a capital inside a sentence; who is only said to tell it ("enligt Ek") need not be named."""

_LETTERS = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,6}(?!\w)")


def is_elsewhere(material: Material, places: Sequence[str]) -> bool:
    """Whether something that the question names, and that is named elsewhere in the index, stands in none of the places."""
    tokens = tokens_of("\n".join(places))
    named = (word for word in _names(material) if word.found)
    return any(held(word, tokens) < LEAST_MET for word in named) or any(not _has(letters, places) for letters in _acronyms(material))


def _names(material: Material) -> tuple[Wanted, ...]:
    """The words for the matter that the question writes with a capital."""
    found = [tokens_of(match[0]) for match in _INSIDE.finditer(material.question.text)]
    return tuple(word for word in gist(material) if any(met(word, tokens) == 1 for tokens in found))


def _acronyms(material: Material) -> list[str]:
    """Letters in capitals that are neither a body's nor short for what everybody writes in full too."""
    bodies = {initials(body) for body in material.question.bodies}
    found = (match[0] for match in _LETTERS.finditer(material.question.text))
    return [letters for letters in found if letters not in bodies and not {letters, letters.lower()} & set(ABBREVIATIONS)]


def _has(letters: str, places: Sequence[str]) -> bool:
    """Whether one of the places has the letters, or speaks of the members of the party that they stand for."""
    alone = re.compile(rf"(?<![^\W_]){letters}(?![^\W_])", re.IGNORECASE)
    return any(alone.search(place) or letters in parties(place) for place in places)
