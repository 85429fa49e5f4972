"""The word lists that ship with the package, the largest of them the frozen list of Swedish word forms.

That one comes from public text (docs/models.md) and does not follow what is indexed, so that a passage analysed today
and one analysed next year agree.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
FILE = DATA / "vocabulary.txt"


@cache
def ranks() -> Mapping[str, int]:
    """Rank by word form, 0 for the most frequent; the order of iteration is that of the ranks."""
    return {word: rank for rank, word in enumerate(FILE.read_text(encoding="utf-8").split("\n")) if word}


def word_list(name: str) -> frozenset[str]:
    """One of the small hand-made lists, one word a line."""
    return frozenset((DATA / f"{name}.txt").read_text(encoding="utf-8").split())


def abbreviations() -> Mapping[str, tuple[str, ...]]:
    """The words that each abbreviation stands for."""
    lines = [line.split() for line in (DATA / "abbreviations.txt").read_text(encoding="utf-8").splitlines()]
    return {line[0]: tuple(line[1:]) for line in lines}
