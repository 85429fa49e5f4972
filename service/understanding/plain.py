"""A question as people type it → the same as it would be asked in writing: understanding, searching and answering see only that.

What was typed is kept beside it and shown, so that the reader sees how it was read.
"""

import re
from collections.abc import Collection, Mapping

from indexer import bodies
from indexer.index import Facets
from indexer.language.unmarked import remarked
from indexer.municipalities import MUNICIPALITIES
from service.understanding.capitals import in_small_letters
from service.understanding.courtesies import without_courtesies
from service.understanding.kinds import fold
from service.understanding.language import language
from service.understanding.numbered import as_minutes_write
from service.understanding.smallwords import put_right
from service.understanding.spoken import without_dots, written_out

_WORD = re.compile(r"(?<![\w§/:.@&'’-])[^\W\d_]+(?![\w@&/]|[-:.'’]\w)")
"""Words by themselves: not the pieces of "e-tjänst", "kf:s", "t.o.m."."""
_BEFORE = re.compile(r"(\w+)[^\w.?!:]*$")
_AFTER = re.compile(r"\W*(\w+)")
_LONG_NAME = 6
"""Letters from which a municipality's name is no common word."""
_REACH = 40
"""Characters in which the neighbour of a word is looked for."""


def plain(text: str, known: Facets) -> str:
    """The question without capitals throughout, courtesies, spoken forms, slips in small words and odd forms of Dnr and §.

    >>> plain("Hej! Jag undrar hru mycke en båtplats kostar?", Facets())
    'Hur mycket en båtplats kostar?'
    """
    if text.isupper():
        names = {name.upper(): name for name in (*MUNICIPALITIES, *known.municipalities) if len(name) >= _LONG_NAME}
        text = in_small_letters(text, {bodies.initials(name) for name in known.bodies}, names)
    text = as_minutes_write(without_courtesies(text))
    spelled = _spelled(text, known)
    return text if spelled == text or language(text) == "en" else spelled


def _spelled(text: str, known: Facets) -> str:
    # without its marks hardly a word is known as it stands
    marked = remarked(text)
    typed = marked.text if marked else text
    spelled = without_dots(typed)
    # what a word stands for may hang on a neighbour that was put right
    for _ in range(2):
        spelled = _WORD.sub(lambda match: _meant(match, known), spelled)
    return spelled if spelled != typed else text


def _meant(match: re.Match[str], known: Facets) -> str:
    word, text = match[0], match.string
    before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    if word.isupper() or (before and word != word.lower()):  # an abbreviation, a name
        return word
    after = _AFTER.match(text, match.end(), match.end() + _REACH)
    typed = word.lower()
    meant = written_out(typed, before[1].lower() if before else "", after[1].lower() if after else "") or put_right(
        typed, first=before is None
    )
    if meant is None or _is_name(typed, known.municipalities) or _is_name(typed, known.bodies):
        return word
    return meant.capitalize() if word != typed else meant


def _is_name(word: str, names: Collection[str] | Mapping[str, int]) -> bool:
    return any(fold(word) in fold(name).split() for name in names)
