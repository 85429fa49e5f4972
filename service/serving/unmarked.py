"""Text from documents without the Markdown that some text files hold: what is shown drops it, what is quoted as proof keeps it."""

import re

_HASHES = re.compile(r"(?<!\S)#{1,6}[ \t]+(?=\S)")
_BARS = re.compile(r"(?<!\S)\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?(?!\S)")
_RULE = re.compile(r"(?<!\S)(?:[-_=]{3,}|\*{3,})(?!\S)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)", re.DOTALL)
_HALF_BOLD = re.compile(r"(?<![\d*])\*\*(?!\*)")
"""A quote may begin or end inside of bold words; after a figure two stars point to a note."""
_PIPES = re.compile(r"(?<!\S)\|(?:[ \t]+\|)*(?!\S)")
_EDGE = re.compile(r"^(?:[ \t]*·)+[ \t]*|(?:[ \t]*·)+[ \t]*$", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]{2,}")
_MARKS = frozenset("#*|_=-")


def unmarked(text: str) -> str:
    """The text without heading hashes, bold marks, rules and the pipes of tables.

    >>> unmarked("## **Riktlinjer** antas --- | Avgift | 120 kr |")
    'Riktlinjer antas · Avgift · 120 kr'
    """
    if _MARKS.isdisjoint(text):
        return text
    bare = _RULE.sub("", _BARS.sub("", _HASHES.sub("", text)))
    bare = _HALF_BOLD.sub("", _BOLD.sub(r"\1", bare))
    if "|" in bare:
        bare = _EDGE.sub("", _PIPES.sub("·", bare))
    return text if bare == text else _BLANKS.sub(" ", bare).strip()
