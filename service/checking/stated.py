"""What a text states that can be looked up: days, sums, other numbers, §, Dnr and bodies, each in one normal form.

"2,5 mkr" states what "2 500 000 kr" states, "2023/00154" what "2023/154", and "12 mars 2024" what "2024-03-12".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from indexer import amounts, bodies, references
from indexer.dates import MONTHS
from indexer.documents import CaseNumber, Span
from service.checking.englishdates import english_days
from service.checking.numerals import numerals, spelled

_NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,:/-]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_UNIT = re.compile(r"\b(?:kr|kronor|sek|tkr|kkr|mkr|mnkr|msek|mdkr|tusen kronor|miljoner kr(?:onor)?|miljarder kronor)\b", re.IGNORECASE)
_SECTION_EITHER_SIDE = re.compile(r"§+\s*(\d{1,3})|(?<!\d)(\d{1,3})\s*§")

_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b(?:(?:\s+månad)?,?\s{{1,3}}((?:19|20)\d\d)\b(?![-/]\d))?", re.IGNORECASE)

_MONTH_CHARS = len("2024-03")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states. A day without its year is "03-12", a month "03" and with its year "2024-03"; `yearless` are months that
    stand without one. `units` are those of sums, in kronor, wherever they stand."""

    days: frozenset[str]
    months: frozenset[str]
    yearless: frozenset[str]
    sums: frozenset[Decimal]
    numbers: frozenset[str]
    sections: frozenset[str]
    cases: tuple[CaseNumber, ...]
    bodies: frozenset[str]
    units: frozenset[Decimal]

    def lacks(self, claimed: "Stated") -> bool:
        """Whether something claimed is not stated here."""
        return not (
            claimed.days <= self.days
            and all(self._has_month(month) for month in claimed.months)
            and claimed.numbers <= self.numbers
            and claimed.sections <= self.sections
            and claimed.bodies <= self.bodies
            and all(self._has_sum(value) for value in claimed.sums)
            and all(any(case.may_match(own) for own in self.cases) for case in claimed.cases)
        )

    def _has_month(self, month: str) -> bool:
        # "oktober och november 2025": the year of a month may stand elsewhere
        year, _, bare = month.rpartition("-")
        return month in self.months or (bool(year) and bare in self.yearless and year in self.numbers)

    def _has_sum(self, value: Decimal) -> bool:
        # a table's unit stands in its head: "2 500" under "tkr" is 2 500 000 kronor
        return value in self.sums or any(plain(f"{value / unit:f}") in self.numbers for unit in self.units)


def claimed(text: str, copied: Sequence[Span] = ()) -> Stated:
    """What a sentence claims outside what is `copied` whole; each figure is one thing: the 12 of "§ 12" is no number of its own."""
    days = references.dates(text)
    sections = references.section_references(text)
    cases = references.case_numbers(text)
    taken = [*(day.span for day in days), *(section.span for section in sections), *(case.span for case in cases if case.span)]
    sums = [amount for amount in amounts.sums(text) if not _within(amount.span.start, taken)]
    taken += [amount.span for amount in sums]
    english = [(day, span) for day, span in english_days(text) if not _within(span.start, taken)]
    taken += [span for _, span in english]
    months = [match for match in _MONTH.finditer(text) if not _within(match.start(), taken)]
    taken += [Span(*match.span()) for match in months]
    numbers = [match for match in _NUMBER.finditer(text) if not _within(match.start(), taken)]

    def own(span: Span | None) -> bool:
        return span is None or not any(stretch.holds(span) for stretch in copied)

    figures = (plain(match[0]) for match in numbers if own(Span(*match.span())))
    return Stated(
        days=frozenset([*_days(text, [day for day in days if own(day.span)]), *(day for day, _ in english if len(day) != _MONTH_CHARS)]),
        months=frozenset(
            [*(_month(match) for match in months if own(Span(*match.span()))), *(day for day, _ in english if len(day) == _MONTH_CHARS)]
        ),
        yearless=frozenset(),
        sums=frozenset(amount.value_in_kronor for amount in sums if amount.value_in_kronor is not None and own(amount.span)),
        numbers=frozenset([*figures, *(value for value, span in numerals(text) if own(span))]),
        sections=frozenset(section.number for section in sections if own(section.span)),
        cases=tuple(case for case in cases if own(case.span)),
        bodies=frozenset(name for name, span in bodies.named(text) if own(span)),
        units=frozenset(),
    )


@lru_cache(maxsize=512)
def stated(text: str) -> Stated:
    """What a source states; a figure in it may bear out whatever it can be read as."""
    days = references.dates(text)
    iso = [day.iso for day in days if day.iso]
    sums = [amount.value_in_kronor for amount in amounts.sums(text) if amount.value_in_kronor is not None]
    taken = [day.span for day in days if day.iso]
    numbers = {plain(match[0]) for match in _NUMBER.finditer(text) if not _within(match.start(), taken)} | spelled(text)
    months = {_month(match) for match in _MONTH.finditer(text) if not _within(match.start(), taken)}
    either = {f"§ {int(before or after)}" for before, after in _SECTION_EITHER_SIDE.findall(text)}
    return Stated(
        days=frozenset([*_days(text, days), *(day[5:] for day in iso)]),
        months=frozenset([*(part for day in iso for part in (day[5:7], day[:7])), *months, *(month[5:] for month in months if month[5:])]),
        yearless=frozenset(month for month in months if not month[5:]),
        sums=frozenset(sums),
        numbers=frozenset([*numbers, *(day[:4] for day in iso), *(plain(f"{value:f}") for value in sums)]),
        sections=frozenset([*(found.number for found in references.section_references(text)), *either]),
        cases=tuple(references.case_numbers(text)),
        bodies=frozenset(name for name, _ in bodies.named(text)),
        units=frozenset(_kronor(match[0]) for match in _UNIT.finditer(text)),
    )


def together(known: Sequence[Stated]) -> Stated:
    """What several sources state."""
    return Stated(
        days=frozenset().union(*(one.days for one in known)),
        months=frozenset().union(*(one.months for one in known)),
        yearless=frozenset().union(*(one.yearless for one in known)),
        sums=frozenset().union(*(one.sums for one in known)),
        numbers=frozenset().union(*(one.numbers for one in known)),
        sections=frozenset().union(*(one.sections for one in known)),
        cases=tuple(case for one in known for case in one.cases),
        bodies=frozenset().union(*(one.bodies for one in known)),
        units=frozenset().union(*(one.units for one in known)),
    )


def plain(number: str) -> str:
    """A number without what only writes it: "2 500,50" is 2500.5, "2023/00154" is 2023/154."""
    bare = re.sub(r"\s", "", number).replace(",", ".")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if re.fullmatch(r"\d+\.\d+", bare):
        bare = bare.rstrip("0").rstrip(".")
    return "/".join(part.lstrip("0") or "0" for part in bare.split("/"))


def _days(text: str, found: Sequence[references.DateFound]) -> Iterator[str]:
    for day in found:
        if day.iso:
            yield day.iso
        else:
            # the month and day alone are read as of a leap year: 29 February is a day
            whole = references.dates(f"{day.span.of(text)} 2024")
            yield whole[0].iso[5:] if whole and whole[0].iso else plain(day.span.of(text))


def _month(found: re.Match[str]) -> str:
    number = f"{MONTHS.index(found[1].casefold()) + 1:02}"
    return f"{found[2]}-{number}" if found[2] else number


def _within(at: int, taken: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in taken)


def _kronor(unit: str) -> Decimal:
    return next((amount.value_in_kronor for amount in amounts.sums(f"1 {unit}") if amount.value_in_kronor), Decimal(1))
