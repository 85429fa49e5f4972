"""Sums of money as written: "2,5 mkr", "2 500 tkr", "450 kr", and table numbers such as "-27 480" whose unit stands elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from indexer.documents import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum; `unit` is as written in lower case. Without a unit the value is unknown: a table's head says it, or nobody."""

    value_in_kronor: Decimal | None
    unit: str | None
    as_written: str
    span: Span


_KRONOR = {
    "kr": Decimal(1),
    "kronor": Decimal(1),
    "krona": Decimal(1),
    "sek": Decimal(1),
    ":-": Decimal(1),
    "öre": Decimal("0.01"),
    "tkr": Decimal(1_000),
    "kkr": Decimal(1_000),
    "tusen kronor": Decimal(1_000),
    "mkr": Decimal(1_000_000),
    "mnkr": Decimal(1_000_000),
    "msek": Decimal(1_000_000),
    "miljon kronor": Decimal(1_000_000),
    "miljoner kronor": Decimal(1_000_000),
    "miljoner kr": Decimal(1_000_000),
    "mdkr": Decimal(1_000_000_000),
    "miljard kronor": Decimal(1_000_000_000),
    "miljarder kronor": Decimal(1_000_000_000),
}
_SPACE = "[ \u00a0\u202f]"
# "2 500 000", "2.500.000", "1 018 717", "2500", "2,5", "-27 480", "−209". Groups are exactly three digits, so that the
# count in "4 2 880 000" does not join the sum.
_SIGN = r"(?:(?<![\w–-])[-−–])?"
_NUMBER = (
    rf"{_SIGN}(?<![\d,])\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:\.\d{{3}})+)(?!\d)(?:,\d+)?"
    rf"|{_SIGN}(?<![\d,.])\d{{1,15}}(?:[.,]\d{{1,6}})?"
)
_UNIT = "|".join(sorted((re.escape(unit).replace(r"\ ", r"\s+") for unit in _KRONOR), key=len, reverse=True))
_WITH_UNIT = re.compile(rf"(?P<number>{_NUMBER})(?:\s{{0,3}}(?P<unit>{_UNIT})(?!\w))", re.IGNORECASE)
_WITH_UNIT_NEEDS = re.compile(rf"\d\s{{0,3}}(?:{_UNIT})", re.IGNORECASE)
"""Quick to look for: most texts name no sum."""
_TABLE_NUMBER_NEEDS = re.compile(rf"\d{_SPACE}\d\d\d")
_TABLE_NUMBER = re.compile(rf"(?<![\w,.:/-])[-−–]?\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,2}}(?![\d,.:/-]*\d|{_SPACE}?%)")


def amounts(text: str) -> list[Amount]:
    """All sums in order."""
    found = sums(text)
    taken = bytearray(len(text))
    for amount in found:
        taken[amount.span.start : amount.span.end] = b"\1" * len(amount.as_written)
    found += [amount for amount in _table_numbers(text) if not any(taken[amount.span.start : amount.span.end])]
    return sorted(found, key=lambda amount: amount.span)


def sums(text: str) -> list[Amount]:
    """Those of known value, with their unit, in order."""
    return [_with_unit(match) for match in _WITH_UNIT.finditer(text)] if _WITH_UNIT_NEEDS.search(text) else []


def _with_unit(match: re.Match[str]) -> Amount:
    unit = " ".join(match["unit"].casefold().split())
    return Amount(_decimal(match["number"]) * _KRONOR[unit], unit, match[0], Span(*match.span()))


def _table_numbers(text: str) -> Iterator[Amount]:
    for match in _TABLE_NUMBER.finditer(text) if _TABLE_NUMBER_NEEDS.search(text) else ():
        yield Amount(None, None, match[0], Span(*match.span()))


def _decimal(written: str) -> Decimal:
    """The number: a lone point before exactly three digits separates thousands, as Swedish decimals have a comma."""
    sign = "-" if written[0] in "-−–" else ""
    digits = re.sub(r"[^\d.,]", "", written)
    digits = re.sub(r"\.(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    return Decimal(sign + digits)
