"""Small words mistyped, put right: "hru mycekt" → "hur mycket". What a question asks for hangs on them.

They are those of a frozen list that any question may hold; a word is put right only where nobody knows it as it stands and
it is one slip of the finger from one of the list. Content words are offered instead (`spelling`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from indexer.language.slips import apart, known
from indexer.swedish import ABBREVIATIONS

_FILE = Path(__file__).with_name("small_words.txt")

_ASKING = frozenset({"vad", "vem", "vems", "vilka", "vilken", "vilket", "hur", "när", "var", "vart", "varför"})
"""What a question begins with."""

_SHORTEST = 3
_SHORT = 4
"""So short a word is an abbreviation where it has no vowel, and another word where a far key was hit."""
_VOWELS = frozenset("aeiouyåäö")
_ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_NEIGHBOURS = frozenset(
    {pair for row in _ROWS for pair in pairwise(row)}
    | {pair for above, below in pairwise(_ROWS) for pair in (*zip(above, below, strict=False), *zip(above[1:], below, strict=False))}
)
"""Keys side by side."""


class _Slip(IntEnum):
    """Letters added, lost or swapped, or one changed into another: the likelier first."""

    MOVED = 1
    CHANGED = 2


@lru_cache(maxsize=1 << 12)
def put_right(word: str, *, first: bool) -> str | None:
    """The small word that a casefolded one was meant for; None where it is a word itself, or several fit.

    >>> put_right("mycekt", first=False), put_right("vda", first=True), put_right("kfn", first=False)
    ('mycket', 'vad', None)
    """
    if not _doubted(word):
        return None
    found = {other: slip for other in _alike(word) if (slip := _slip(word, other))}
    return _only(found) or (_only({other: slip for other, slip in found.items() if other in _ASKING}) if first else None)


def _doubted(word: str) -> bool:
    if len(word) < _SHORTEST or word in small_words() or word in ABBREVIATIONS or known(word):
        return False
    return len(word) > _SHORT or not _VOWELS.isdisjoint(word)


def _only(found: Mapping[str, _Slip]) -> str | None:
    likeliest = min(found.values(), default=None)
    best = [other for other, slip in found.items() if slip == likeliest]
    return best[0] if len(best) == 1 else None


def _slip(typed: str, meant: str) -> _Slip | None:
    """Which one slip makes one word of the other; None where none does. The first letter is the one that is seldom missed."""
    letters = apart(typed, meant) if typed[0] == meant[0] else None
    if letters is None:
        return None
    left, right = letters
    if len(left) != 1 or len(right) != 1:
        return _Slip.MOVED
    near = len(typed) > _SHORT or (left, right) in _NEIGHBOURS or (right, left) in _NEIGHBOURS
    return _Slip.CHANGED if near else None


def _alike(word: str) -> Iterable[str]:
    return {other for form in (word, *_one_less(word)) for other in _by_rest().get(form, ())}


def _one_less(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


@cache
def small_words() -> frozenset[str]:
    """The words of the frozen list."""
    return frozenset(_FILE.read_text(encoding="utf-8").split())


@cache
def _by_rest() -> Mapping[str, tuple[str, ...]]:
    """The words by what is left of them without one letter, and whole: two words one slip apart share such a rest."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(small_words()):
        for form in {word, *_one_less(word)}:
            found[form].append(word)
    return {form: tuple(words) for form, words in found.items()}
