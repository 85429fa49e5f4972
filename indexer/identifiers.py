"""What a text refers to by number, as tokens that are the same however it is written.

"Dnr KS 2024/00012" gives "dnr:2024/12" and "dnr:ks/2024/12"; "§ 84" gives "par:84"; a § of a law is never one of minutes.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from indexer.amounts import sums
from indexer.documents import CaseNumber
from indexer.references import Law, case_numbers, dates, laws, section_references

_YEAR = re.compile(r"(?:19|20)\d\d(?<!\d{5})(?!\d)")
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"\s+")


def tokens(text: str) -> tuple[str, ...]:
    """Tokens for all the references found, kind by kind."""
    if not _DIGIT.search(text):
        return ()
    return tuple(_all(text))


def case_tokens(case: CaseNumber) -> tuple[str, ...]:
    """A Dnr without and with its registry; without, where nobody knows its year, the words as written."""
    if case.year is None or case.serial is None:
        return (f"dnr:{_SPACES.sub('', case.as_written).casefold()}",)
    plain = f"dnr:{case.year}/{case.serial}"
    return (plain, f"dnr:{case.registry.casefold()}/{case.year}/{case.serial}") if case.registry else (plain,)


def _all(text: str) -> Iterator[str]:
    for case in case_numbers(text):
        yield from case_tokens(case)
    for reference in section_references(text):
        yield f"par:{_SPACES.sub('', reference.number.removeprefix('§')).casefold()}"
        if reference.year is not None:
            yield f"par:{_SPACES.sub('', reference.number.removeprefix('§')).casefold()}/{reference.year}"
    for law in laws(text):
        yield from _law_tokens(law)
    for date in dates(text):
        if date.iso is not None:
            yield f"date:{date.iso}"
    for amount in sums(text):
        if amount.value_in_kronor is not None:
            # "2,5 mkr" and "2 500 000 kronor" are one
            yield f"amt:{_plain(amount.value_in_kronor)}"
    for year in _YEAR.finditer(text):
        yield f"year:{year[0]}"


def _law_tokens(law: Law) -> Iterator[str]:
    if law.number:
        yield f"sfs:{law.number}"
    if law.name and (law.chapter or law.section):
        place = f"{law.chapter or ''}:{_SPACES.sub('', law.section or '')}"
        yield f"law:{_SPACES.sub('', law.name).casefold()}:{place}"


def _plain(value: Decimal) -> str:
    whole = value.to_integral_value()
    return str(int(whole)) if whole == value else format(value.normalize(), "f")
