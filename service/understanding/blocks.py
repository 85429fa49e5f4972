"""Places in a text, as blocks of it: the number of a block is a bit of a whole number, so that places are compared at once."""

from collections.abc import Iterable

BLOCK = 120
"""Characters. Two neighbouring blocks are a window, about as long as two sentences or four table rows."""


def marked(starts: Iterable[int]) -> int:
    """The places of some offsets."""
    places = 0
    for start in starts:
        places |= 1 << (start // BLOCK)
    return places
