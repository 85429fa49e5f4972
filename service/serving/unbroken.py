"""Text as a browser shows it, with no line's end inside a number, before its unit, or inside a reference."""

import re

_TOGETHER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|(?:kr|kronor|tkr|mnkr|mkr|procent|%)(?!\w))|(?<=§) (?=\d)|(?<=Dnr) (?=\S)")


def unbroken(text: str) -> str:
    """The text with spaces that do not break where a line's end would part what belongs together.

    >>> unbroken("§ 12: 2 500 kronor") == "§\\N{NO-BREAK SPACE}12: 2\\N{NO-BREAK SPACE}500\\N{NO-BREAK SPACE}kronor"
    True
    """
    return _TOGETHER.sub("\N{NO-BREAK SPACE}", text)
