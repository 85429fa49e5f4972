"""Personal identity numbers in a text, in every form they are written in: found by date and checksum, never by shape alone.

A number after a word that says what it is ("personnummer") counts though its checksum fails; one that is called a Dnr, a
telephone or a payment number does not. Organisation numbers hold no date and so never fit.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.documents import Span

_UNSEEN = "[\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
_SPACE = "[ \t\u00a0\u2007\u2009\u202f]"
_GAP = rf"(?:{_SPACE}{{1,3}}|{_SPACE}?\n\s{{0,8}})?"
_DASH = r"[-+~_\u00b7\u2010-\u2015\u2212]"
_MISREAD = {"O": "0", "o": "0", "D": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "Z": "2", "z": "2"} | {
    "S": "5",
    "s": "5",
    "G": "6",
    "b": "6",
    "B": "8",
    "g": "9",
    "q": "9",
}
_INTERIM = "TRSUWXJKLMN"
"""Letters that stand for the first of the last four digits in numbers given for a time; in the checksum they count as 1."""

_DIGIT = rf"[\d{re.escape(''.join(_MISREAD))}]"


def _digits(count: int) -> str:
    return rf"{_DIGIT}(?:{_UNSEEN}{_DIGIT}){{{count - 1}}}"


_HEAD = rf"{_digits(8)}|{_digits(6)}"
_TAIL = rf"(?P<tail>(?:{_DIGIT}|[{_INTERIM}]){_UNSEEN}{_digits(3)})(?!{_UNSEEN}\d)(?![-.,/]\d)"
_PARTS = (
    rf"(?:{_digits(2)}{_SPACE})?{_digits(2)}(?P<by>[-./]|{_SPACE}){_digits(2)}(?P=by){_digits(2)}"
    rf"|{_digits(4)}(?P<of>[-./]){_digits(2)}(?P=of){_digits(2)}"
)
# 121212-1212, 19121212 - 1212, 121212+1212, 121212-\n1212, 12 12 12-1212, 1912-12-12-1212; T for a digit in interim numbers
_JOINED = re.compile(rf"(?<!\d)(?=\D{{0,3}}\d)(?<!\d[-.,/:])(?P<head>{_HEAD}|{_PARTS}){_GAP}{_DASH}{{1,2}}{_UNSEEN}{_GAP}{_TAIL}")
# 121212 1212, 19121212 1212
_SPACED = re.compile(rf"(?<!\w)(?<!\d[-.,/: ])(?P<head>{_HEAD}){_SPACE}{_TAIL}(?!\w)(?!{_SPACE}\d{{3}}(?!\d))")
# 1212121212, 191212121212
_BARE = re.compile(r"(?<!\w)(?<![\d+][-.,/: ])(?P<head>\d{8}|\d{6})(?P<tail>\d{4})(?!\w|[-.,/:]\d)")
# 1 2 1 2 1 2 - 1 2 1 2
_SPREAD = re.compile(rf"(?<!\w)(?<!\d )(?P<head>(?:\d ){{5}}\d|(?:\d ){{7}}\d) ?{_DASH} ?(?P<tail>\d(?: \d){{3}})(?!\w| \d)")

_NAMED = re.compile(r"(?:person(?:nummer|nr|\.nr)|pers\.?[ ]?nr|p\.?nr|samordnings(?:nummer|nr))\.?\s{0,2}[:=]?\s{0,3}$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:\bd(?:ia(?:rie)?)?\.?nr|diarienummer|ärende(?:nummer|nr|[-\s]id)|\btel(?:efon)?(?:nummer|nr)?|\btfn|\bmobil(?:nummer|nr)?|\bfax"
    r"|\bväxel|bank-?giro|\bbg|plus-?giro|\bpg|\bocr(?:-?n(?:umme)?r)?|faktura(?:nummer|nr))\.?\s{0,2}[:=]?\s{0,3}$",
    re.IGNORECASE,
)
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """One number as written, separators included; `certain` says that its checksum fits or the text names it so."""

    span: Span
    certain: bool


def identity_numbers(text: str) -> list[IdentityNumber]:
    """All that are certain, and those with a full date and a separator whose checksum alone fails; in order."""
    found: list[IdentityNumber] = []
    taken = bytearray(len(text))
    for pattern in (_JOINED, _SPACED, _BARE, _SPREAD):
        for number in _of(pattern, text):
            start, end = number.span.start, number.span.end
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(number)
    return sorted(found, key=lambda number: number.span)


def _of(pattern: re.Pattern[str], text: str) -> Iterator[IdentityNumber]:
    at = 0
    while match := pattern.search(text, at):
        number = _number(match, text)
        # A letter before a number may look like a misread digit of it: what failed is tried again without it.
        at = match.end() if number else match.start() + 1
        if number:
            yield number


def _number(match: re.Match[str], text: str) -> IdentityNumber | None:
    head, tail = _read(match["head"]), _read(match["tail"])
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if not _is_day(head) or not _mostly_digits(match[0]) or tail[:3] == "000" or _OTHER.search(before):
        return None
    span = Span(match.start("head"), match.end("tail"))
    if _checks(head[-6:] + tail) or _NAMED.search(before):
        return IdentityNumber(span, certain=True)
    return IdentityNumber(span, certain=False) if match.re is _JOINED and len(head) == 8 and match["head"].isalnum() else None


def _read(written: str) -> str:
    """The digits meant; an interim letter counts as 1. What stands between them is left out."""
    return "".join(_digit(char) for char in written if char.isalnum() or char in _MISREAD)


def _digit(char: str) -> str:
    if char in _MISREAD:
        return _MISREAD[char]
    return str(unicodedata.decimal(char, 1))


def _mostly_digits(written: str) -> bool:
    """Words of letters that could be misread digits are no number."""
    return sum(char.isdecimal() for char in written) >= 7


def _is_day(head: str) -> bool:
    """A date of birth; in a coordination number the day is 60 higher. Without the century any will do."""
    month, day = int(head[-4:-2]), int(head[-2:])
    day -= 60 if day > 60 else 0
    if len(head) == 8:
        return head[:2] in ("18", "19", "20") and _exists(int(head[:4]), month, day)
    return len(head) == 6 and any(_exists(century + int(head[:2]), month, day) for century in (1800, 1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _checks(ten: str) -> bool:
    """Whether the last of ten digits is the checksum of the others (Luhn)."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0
