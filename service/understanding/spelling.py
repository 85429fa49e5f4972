""" "Menade du …?": the question with its mistyped words as they may have been meant.

Only words that the frozen vocabulary does not know are doubted, and names that are indexed never are.
"""

import re
from collections.abc import Collection

from indexer.slips import near
from indexer.stems import stem
from service.understanding.kinds import fold

_WORD = re.compile(r"[^\W\d_]+")


def meant(question: str, names: Collection[str]) -> str | None:
    """The question spelled otherwise; None where no word of it is doubted.

    >>> meant("Vad kostar fritidsbankn?", ())
    'Vad kostar fritidsbanken?'
    """
    known = {fold(word) for name in names for word in _WORD.findall(name)}
    spelled = _WORD.sub(lambda match: _corrected(match[0], known), question)
    return spelled if spelled != question else None


def _corrected(word: str, known: Collection[str]) -> str:
    if word != word.casefold() or fold(word) in known:  # a capital begins a name, or a sentence that is short to check
        return word
    # another form of the same word finds the same
    return next((other for other in near(word) if stem(other) != stem(word)), word)
