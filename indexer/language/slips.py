"""Words that a mistyped one may have been: known words one slip of the finger away, the most usual first.

A slip is a letter dropped, doubled, changed or added, or two neighbours swapped. The frozen vocabulary decides what is a
word, so that a question means the same whatever is indexed.
"""

from collections.abc import Iterator
from functools import lru_cache

from indexer.language.compounds import parts
from indexer.language.vocabulary import ranks

SHORTEST = 5
"""Shorter words have neighbours everywhere."""
LONGEST = 30
MOST = 3
"""Near forms given for one word."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"


@lru_cache(maxsize=1 << 12)
def near(word: str) -> tuple[str, ...]:
    """Known words one slip from a casefolded one that is unknown; none for a known word, a name's genitive or a compound."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or known(word):
        return ()
    found = {other for other in _slips(word) if other in ranks()}
    return tuple(sorted(found, key=ranks().__getitem__)[:MOST])


def known(word: str) -> bool:
    """Whether the vocabulary holds the word or it is a compound of words that it holds."""
    return word in ranks() or word.removesuffix("s") in ranks() or bool(parts(word))


def apart(typed: str, meant: str) -> tuple[str, str] | None:
    """Where one slip makes one word of the other, the letters of each that the other has not, or has the other way round.

    >>> apart("skolskjus", "skolskjuts"), apart("borj", "bor"), apart("skloa", "skola"), apart("skola", "gata")
    (('', 't'), ('j', ''), ('lo', 'ol'), None)
    """
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return None
    before = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), min(len(typed), len(meant)))
    left, right = typed[before:], meant[before:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    one_letter = max(len(left), len(right)) == 1
    swapped = len(left) == len(right) == len("ab") and left == right[::-1]
    return (left, right) if one_letter or swapped else None


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
