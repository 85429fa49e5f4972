"""Signs that OCR does not know: § and • are not in the alphabet of Debian's Swedish model, which takes them for others.

A line where one may be lost is `doubted`, and `settled` by what another model reads in it: only signs are taken from
that, and only where both read the same number. What is left is told by the numbers of the neighbouring §.
"""

import re
from collections.abc import Iterator, Sequence

BULLETS = frozenset("«»+*·°¢")
"""What a • at the beginning of a line is taken for."""

_TAKEN_FOR_SIGN = r"[58$£&§S]{1,2}"
# "KS 856", "8 12 Val", "KS 51", "Paragrafer KS 88 56-65"; a figure among figures is not doubted
_SIGN_LOST = re.compile(rf"(?:^|(?<=[^\W\d_])[.,:]? |(?<=-\d\d) ){_TAKEN_FOR_SIGN} ?\d{{1,3}}(?![\d/]| \d{{3}}(?!\d))")
# "22)" for "2 (2)"
_BRACKET_LOST = re.compile(r"^[^(]*(?<!\d)\d{2,4}\)|\d [(\[]\d{1,3}(?!\d)[^)\]]*$")
_SIGN_READ = re.compile(r"(?P<sign>§§?) ?(?P<number>\d{1,3})(?!\d)")
_SIGN_UNREAD = re.compile(r"(?P<body>[A-ZÅÄÖ]{2,5}) (?P<number>\d{1,3})(?!\S)")
_PAGES_READ = re.compile(r"(?<!\d)(?P<page>\d{1,2}) ?\((?P<of>\d{1,2})\)")

_SECTION_SIGN = re.compile(r"(?<![\w$&])(?:[$£]|&(?=&?\s?\d))|(?<=[$&])[$&]")
_HEADED = re.compile(r"(?:[A-ZÅÄÖ]{2,5} )?§ ?(\d{1,3})(?!\d)")
_MISREAD = re.compile(
    r"(?:(?P<body>[A-ZÅÄÖ]{2,5} )[58S] ?(?P<signed>\d{1,3})(?= [A-ZÅÄÖ]|$)|8? ?(?P<bare>\d{1,3})(?= [A-ZÅÄÖ])|8 ?(?P<alone>\d{1,3})$)"
)
_LONE_EIGHT = re.compile(r"^((?:[A-ZÅÄÖ]{2,5} )?)(?:8|§§) (?=\d{1,3}(?: [A-ZÅÄÖ]|$))")
# "5 kap. 50 & kommunallagen"
_OF_A_LAW = re.compile(r"(kap\.? \d{1,3}(?: [a-h])?) [&8$](?!\S)")


def doubted(line: str) -> bool:
    """Whether a sign of a § or a bracket of a page number may be lost in a line."""
    return bool(_SIGN_LOST.search(line) or _BRACKET_LOST.search(line))


def settled(line: str, other: str) -> str:
    """A line with the signs that another model read in it, at the numbers that both read."""
    for read in _SIGN_READ.finditer(other):
        lost = rf"(?<![^\W_]){_TAKEN_FOR_SIGN} ?{read['number']}(?!\d)"
        line = re.sub(lost, f"{read['sign']} {read['number']}", line, count=1)
    for read in _SIGN_UNREAD.finditer(other):  # "KS 857" and "KS 57": the sign is one digit to one model and nothing to the other
        line = re.sub(rf"(?<!\w){read['body']} [58]{read['number']}(?!\S)", f"{read['body']} § {read['number']}", line, count=1)
    for read in _PAGES_READ.finditer(other):
        lost = rf"(?<!\d){read['page']} ?[\W01lI]? ?{read['of']}(?:\)|(?!\S))"
        line = re.sub(lost, f"{read['page']} ({read['of']})", line, count=1)
    return line


def known_again(line: str) -> str:
    """A line with § for the signs that are taken for it where a number follows."""
    return _OF_A_LAW.sub(r"\1 §", _LONE_EIGHT.sub(r"\1§ ", _SECTION_SIGN.sub("§", line)))


def counted(lines: Sequence[str]) -> Iterator[str]:
    """A § read as an 8, or not at all, is one where its number comes before or after that of another § of the page."""
    known = {int(match[1]) for line in lines if (match := _HEADED.match(line))}
    for line in lines:
        match = _MISREAD.match(line)
        number = match["signed"] or match["bare"] or match["alone"] if match else None
        if match and number and not known.isdisjoint({int(number) - 1, int(number) + 1}):
            known.add(int(number))
            line = f"{match['body'] or ''}§ {number}{line[match.end() :]}"
        yield line
