"""Words that OCR robbed of å, ä and ö, brought back by the frozen vocabulary: "ndmnden" → "nämnden".

For searching documents only (questions are for `indexer.language.unmarked`): what is shown and quoted is always the page as it was
read. A word is restored to one candidate or not at all.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from indexer.language.loose import folded
from indexer.language.vocabulary import ranks

_SWEDISH = "åäöÅÄÖ"
_LETTERS = re.compile(r"[^\W\d_]+")
_CONFUSED = re.compile(r"[aoåäöéedi1&@6]+")
"""Letters that OCR mixes up around å, ä and ö; a run of them counts as one."""
_SHORTEST = 4
_FEWEST_LETTERS = 100
_SHARE_OF_SWEDISH = 0.008
"""Swedish has some 4 % å, ä and ö; a text that holds a page's words and far fewer was read without them."""
_MOST_LETTERS_LOST = 2
_SHARE_OF_WORN = 0.1


def lacks_swedish(text: str) -> bool:
    """Whether there is no å, ä or ö at all."""
    return _swedish_letters(text) == 0


def damaged(text: str) -> bool:
    """Whether the text is long enough to tell, and has lost its å, ä and ö."""
    swedish = _swedish_letters(text)
    if swedish >= _SHARE_OF_SWEDISH * len(text):
        return False  # whatever of it is letters, which takes longer to count
    letters = sum(map(len, _LETTERS.findall(text)))
    return letters >= _FEWEST_LETTERS and swedish < _SHARE_OF_SWEDISH * letters


def worn_page(text: str) -> bool:
    """Whether a page was read without å, ä and ö: it lacks them, and many of its words are Swedish ones that lost them.
    A page in English lacks them too."""
    if not damaged(text):
        return False
    words = [word.casefold() for word in _LETTERS.findall(text) if len(word) >= _SHORTEST]
    return sum(restored(word) is not None for word in words) >= _SHARE_OF_WORN * len(words) > 0


def _swedish_letters(text: str) -> int:
    return sum(map(text.count, _SWEDISH))


@lru_cache(maxsize=1 << 16)
def restored(word: str) -> str | None:
    """The vocabulary's word that a casefolded word of a damaged text was; None where it is whole, or nobody knows."""
    if len(word) < _SHORTEST or word.isdigit():
        return None
    own_rank = ranks().get(word, len(ranks()))
    bare = folded(word)
    candidates = _by_skeleton().get(_skeleton(word), ())
    alike = [other for other in candidates if folded(other) == bare and ranks()[other] < own_rank]
    if alike:
        return min(alike, key=ranks().__getitem__)
    if word in ranks():
        return None
    near = [other for other in candidates if abs(len(other) - len(word)) <= _MOST_LETTERS_LOST]
    return min(near, key=lambda other: (abs(len(other) - len(word)), ranks()[other]), default=None)


def _skeleton(word: str) -> str:
    return _CONFUSED.sub("*", word)


@cache
def _by_skeleton() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in ranks():
        if len(word) >= _SHORTEST and _swedish_letters(word):
            found[_skeleton(word)].append(word)
    return {skeleton: tuple(words) for skeleton, words in found.items()}
