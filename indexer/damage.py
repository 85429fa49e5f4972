"""Words as a damaged scan may show them: patterns that meet "sammanträde", "sammantrade" and "sammantrdde" alike.

An engine without Swedish letters reads å, ä and ö as several different things (a, o, é, d, i, &, @, 6), sometimes as
two. The text is never repaired; only what is looked for is made wide. Use it for words of six letters or more.
"""

import re
from functools import cache

_SHAPES = {
    "å": "[åaáàäâ@&éd]{1,2}",
    "ä": "[äaáàâ@&éèedi4u]{1,2}",
    "ö": "[öoóòôéedb6tg]{1,2}",
    "l": "[l1|i]",
    "i": "[i1l|]",
    "f": "[ft]",
    "§": "[§]",
    " ": r"[ \u00a0]+",
    "-": "[-‐‑–]",
}


@cache
def worn(words: str) -> str:
    """The source of a pattern for Swedish words as printed or as read badly; "*" stands for any word characters."""
    return "".join(r"\w*" if char == "*" else _SHAPES.get(char, re.escape(char)) for char in words.lower())


def any_of(*phrases: str) -> str:
    """The source of a pattern for any of several phrases, longest first."""
    return "(?:" + "|".join(worn(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def compiled(source: str) -> re.Pattern[str]:
    """Compiled without regard to case."""
    return re.compile(source, re.IGNORECASE)


def lacks_swedish_letters(text: str) -> bool:
    """Whether a text long enough to tell holds not one å, ä or ö: the mark of a scan read without Swedish."""
    return sum(char.isalpha() for char in text) >= 600 and not any(char in "åäöÅÄÖ" for char in text)
