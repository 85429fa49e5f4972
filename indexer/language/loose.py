"""The tolerant form of words: what OCR damage and missing å, ä, ö leave alike, cut into pieces of four letters.

Nothing here is shown to anybody: it only lets a damaged word and the word that was meant share most of their pieces.
"""

from functools import cache, lru_cache

from indexer.language.vocabulary import DATA

PIECE = 4

COMMON_FILE = DATA / "common_pieces.txt"

_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "æ": "a", "ø": "o", "&": "a", "@": "a"})
_DIGITS = str.maketrans({"6": "o", "0": "o", "1": "l", "4": "a", "5": "s"})


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """A casefolded word without Swedish letters; digits between letters become the letters they were read for."""
    bare = word.translate(_LETTERS)
    return bare if bare.isalpha() or not any(c.isalpha() for c in bare) else bare.translate(_DIGITS)


@lru_cache(maxsize=1 << 17)
def pieces(word: str) -> tuple[str, ...]:
    """The folded word whole where it is short, else its overlapping pieces."""
    form = folded(word)
    if len(form) <= PIECE or form.isdigit():
        return (form,)
    return tuple(form[at : at + PIECE] for at in range(len(form) - PIECE + 1))


@cache
def common() -> frozenset[str]:
    """Pieces that three tenths of all passages of public text hold: they cost a search much of its time and tell it nothing."""
    return frozenset(COMMON_FILE.read_text(encoding="utf-8").split())
