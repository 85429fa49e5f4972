"""Text as a browser shows it, with no line's end inside a number, before its unit, or inside a reference or day."""

import re

from markupsafe import Markup, escape

_TOGETHER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|(?:kr|kronor|tkr|mnkr|mkr|procent|%)(?!\w))|(?<=§) (?=\d)|(?<=Dnr) (?=\S)")


def unbroken(text: str) -> str:
    """The text with spaces that do not break where a line's end would part what belongs together.

    >>> unbroken("§ 12: 2 500 kronor") == "§\\N{NO-BREAK SPACE}12: 2\\N{NO-BREAK SPACE}500\\N{NO-BREAK SPACE}kronor"
    True
    """
    return _TOGETHER.sub("\N{NO-BREAK SPACE}", text)


_WHOLE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)|§\s\d+(?:\s[a-z](?!\w))?|Dnr\s(?:[A-ZÅÄÖ]+\s?)?[\d/-]*\d")


def whole(text: str) -> Markup:
    """The text as markup in which no line ends inside a day, a § or a Dnr; what is copied from it is the text as it was.

    >>> str(whole("nämnden 2031-02-03 § 12"))
    'nämnden <span class="whole">2031-02-03</span> <span class="whole">§ 12</span>'
    """
    parts, end = [], 0
    for match in _WHOLE.finditer(text):
        parts += [escape(text[end : match.start()]), Markup('<span class="whole">{}</span>').format(match[0])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])
