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
_GAP = rf"(?:{_SPACE}|\n\s{{0,8}})?"
_DASH = r"[-+\u2010-\u2015\u2212]"
_MISREAD = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "Z": "2", "S": "5", "B": "8"}
_INTERIM = "TRSUWXJKLMN"
"""Letters that stand for the first of the last four digits in numbers given for a time; in the checksum they count as 1."""

_DIGIT = rf"[\d{re.escape(''.join(_MISREAD))}]"


def _digits(least: int, most: int) -> str:
    return rf"{_DIGIT}(?:{_UNSEEN}{_DIGIT}){{{least - 1},{most - 1}}}"


_TAIL = rf"(?P<tail>(?:{_DIGIT}|[{_INTERIM}]){_UNSEEN}{_digits(3, 3)})(?!{_UNSEEN}{_DIGIT})(?![-.,/]\d)"
_PARTS = rf"(?:{_digits(2, 2)}{_SPACE})?{_digits(2, 2)}{_SPACE}{_digits(2, 2)}{_SPACE}{_digits(2, 2)}"
# 121212-1212, 19121212 - 1212, 121212+1212, 121212-\n1212, 12 12 12-1212; T in place of a digit for interim numbers
_JOINED = re.compile(rf"(?<![\d])(?<!\d[-.,/:])(?P<head>{_digits(6, 8)}|{_PARTS}){_GAP}{_DASH}{_UNSEEN}{_GAP}{_TAIL}")
# 121212 1212, 19121212 1212
_SPACED = re.compile(rf"(?<![\w])(?<!\d[-.,/: ])(?P<head>{_digits(6, 8)}){_SPACE}{_TAIL}(?!\w)(?!{_SPACE}\d{{3}}(?!\d))")
# 1212121212, 191212121212
_BARE = re.compile(r"(?<![\w])(?<![\d+][-.,/: ])(?P<head>\d{6}(?:\d\d)??)(?P<tail>\d{4})(?![\w]|[-.,/:]\d)")

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
    found: dict[Span, IdentityNumber] = {}
    for pattern in (_JOINED, _SPACED, _BARE):
        for number in _of(pattern, text):
            if not any(number.span.meets(other) for other in found):
                found[number.span] = number
    return [found[span] for span in sorted(found)]


def _of(pattern: re.Pattern[str], text: str) -> Iterator[IdentityNumber]:
    for match in pattern.finditer(text):
        head, tail = _read(match["head"]), _read(match["tail"])
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not _is_day(head) or not _mostly_digits(match[0]) or tail[:3] == "000" or _OTHER.search(before):
            continue
        span = Span(match.start("head"), match.end("tail"))
        if _checks(head[-6:] + tail) or _NAMED.search(before):
            yield IdentityNumber(span, certain=True)
        elif pattern is _JOINED and len(head) == 8:
            yield IdentityNumber(span, certain=False)


def _read(written: str) -> str:
    """The digits meant; an interim letter counts as 1."""
    return "".join(_digit(char) for char in written if char.isalnum() or char == "|")


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
