"""Whether two titles name one thing: a Dnr alone makes no matter."""

from service.understanding.wanted import tokens_of

RELATED = 0.5
"""Part of the shorter title's words that another must share to be of the same thing."""


def related(title: str | None, other: str | None) -> bool:
    """Whether two titles name one thing: "Taxa för torg 2024" and "Taxa för torg 2025" do."""
    mine, theirs = title_words(title), title_words(other)
    return bool(mine and theirs) and len(mine & theirs) >= RELATED * min(len(mine), len(theirs))


def title_words(title: str | None) -> frozenset[str]:
    """The stems of a title, without numbers."""
    return frozenset(stem for stem in tokens_of(title or "").stems if not stem.isdigit())
