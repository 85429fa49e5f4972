"""A quote after its opening: the number and the Dnr that head the quoted § are not said twice, "§ 4 (Dnr 2031/5): § 4 Dnr 2031/5 …".

Only what a claim says is shortened; its citation quotes the place as it stands.
"""

import re

from indexer.casenumbers import case_numbers
from indexer.documents import Passage

_REACH = 120
"""Characters of a § in which its own Dnr ends."""

_MARKS = r"(?:#{1,6} |\*\*)*"
_BODY = r"(?:[A-ZÅÄÖ]{2,5} )?"
_LABEL = r"(?:(?:Dnr|DNR|Diarienr|Diarienummer)[.:]? ?)?"


def unrepeated(said: str, passage: Passage) -> str:
    """What is quoted of a passage without the number and the Dnr of its § in front, where more follows them."""
    if not passage.section:
        return said
    number = re.match(rf"{_MARKS}{_BODY}{re.escape(passage.section)}(?![\d:])[.:]?(?=\s|\*)", said)
    if number is None:
        return said
    rest = _after_case(said[number.end() :].lstrip(" *"), passage)
    return rest if any(each.isalpha() for each in rest) else said


def _after_case(rest: str, passage: Passage) -> str:
    """The text without the Dnr that it opens with, or has after its title, where this is the passage's own; a plan code goes with it."""
    own = case_numbers(f"Dnr {passage.case}")[:1] if passage.case else []
    # looked for in the lines as they stand: on one line a plan code is not told from the title's first figure
    heads = [each for each in case_numbers(passage.text[:_REACH]) if own and each.key and each.key == own[0].key]
    written = re.escape(" ".join(heads[0].as_written.split())) if heads else None
    title = f"{passage.title} " if passage.title and rest.startswith(f"{passage.title} ") else ""
    after = rest[len(title) :]
    opens = re.match(rf"{_LABEL}{written}(?![\w/-])[ *]*", after) if written else None
    return title + after[opens.end() :] if opens else rest
