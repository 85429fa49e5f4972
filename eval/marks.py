"""What tells one municipality's papers from another's, with its place in the text: names of municipalities and people, years,
Dnr, § and figures. What is law, time of day, day of a month or page number is left alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from indexer import municipalities, references
from indexer.documents import Span


class Kind(Enum):
    """What stands at a mark."""

    MUNICIPALITY = auto()
    FIRST_NAME = auto()
    LAST_NAME = auto()
    YEAR = auto()
    SERIAL = auto()
    SECTION = auto()
    FIGURE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """`value` is the municipality meant, else the text itself."""

    kind: Kind
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class People:
    """Names that stand before a party in brackets: "Sven Ek (C)". Their parts are told apart by place."""

    first: frozenset[str]
    last: frozenset[str]


_NAME = r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
_TWO_NAMES = re.compile(rf"(?<!\w)(?P<first>{_NAME})[ ](?P<last>{_NAME})(?!\w)")
_IN_A_PARTY = re.compile(rf"{_TWO_NAMES.pattern}[ ]?\((?:[A-ZÅÄÖ]{{1,2}}|-)\)")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_DIGITS = re.compile(r"\d+")
_LONG_ENOUGH_ANYWHERE = 6
"""Letters from which a name is known inside other words, as in an address on the web."""

# Each with its example; the first that fits a place decides, and those without a kind are left alone.
_FIGURES: tuple[tuple[Kind | None, str], ...] = (
    (None, r"(?:19|20)\d\d:\d{1,4}"),  # 2017:900, a law
    (None, r"\b\d{1,2}[:.]\d\d(?=\D|$)(?![.:]\d)"),  # 18.30
    (None, r"\b\d{1,3}[ ]?\(\d{1,3}\)"),  # 3 (12), a page
    (None, r"\b\d{1,3}[ ]?[a-h]?[ ]?(?:§|kap\b)"),  # 12 kap. 3 §
    (None, r"(?m:^)[ \t]*\d{1,2}[.)](?=\s)"),  # 11. of a list
    (None, r"\b\d{1,2}\s{1,3}(?=(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b)"),  # 4 april
    (Kind.SECTION, r"(?<=§ )\d{1,3}(?![\d])"),  # § 163 in a list of contents, after a page number
    (Kind.YEAR, r"(?<![\d,./:])(?:19[5-9]|20[0-4])\d(?=-\d\d-\d\d(?!\d))"),  # 2024-05-06
    (Kind.YEAR, r"(?<![\d,.:-])[012]\d(?=(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d]))"),  # 240506
    (Kind.YEAR, r"(?<![\d,.:])(?:19[5-9]|20[0-4])\d(?![\d]|[ ]\d{3}|,\d|[ ]?(?:kr\b|kronor|tkr))"),  # 2024; 2024/25
    (None, r"(?<=\d\d\d\d)-\d\d-\d\d"),  # the rest of a day
    (Kind.FIGURE, r"(?<![\d,.])\d{1,3}(?:[ \u00a0.]\d{3})+(?!\d)(?:,\d+)?"),  # 2 500 000
    (Kind.FIGURE, r"(?<!\d)\d+,\d+"),  # 4,5
    (Kind.FIGURE, r"(?<![\d.:/-])\d{2,}(?![\d:/-]|[.]\d)"),  # 450
    (Kind.FIGURE, r"(?<![\d.,:/-])\d(?=[ ]?(?:%|procent|kr\b|kronor|tkr|mkr|miljoner))"),  # 7 %
)
_FIGURE = re.compile("|".join(f"(?P<f{number}>{pattern})" for number, (_, pattern) in enumerate(_FIGURES)))


def find(text: str, people: People, names: Iterable[str]) -> list[Mark]:
    """All marks of a text, in order, none within another. `names`: municipalities known also inside other words."""
    found: list[Mark] = []
    taken = bytearray(len(text))
    for marks in (_municipalities(text, names), _cases(text), _sections(text), _people(text, people), _figures(text)):
        for mark in marks:
            if not any(taken[mark.span.start : mark.span.end]):
                taken[mark.span.start : mark.span.end] = b"\1" * (mark.span.end - mark.span.start)
                found.append(mark)
    return sorted(found, key=lambda mark: mark.span.start)


def people(texts: Iterable[str]) -> People:
    """The names of politicians in some texts. A name that is both first and last is left out: it would tell nothing apart."""
    first, last = set(), set()
    for text in texts:
        for match in _IN_A_PARTY.finditer(text):
            first.add(match["first"])
            last.add(match["last"])
    return People(frozenset(first - last), frozenset(last - first))


def main_municipality(text: str) -> str | None:
    """The municipality that a text names most; None where it names none."""
    named = Counter(name for name, _ in municipalities.find(text))
    return min(named, key=lambda name: (-named[name], name)) if named else None


def _municipalities(text: str, names: Iterable[str]) -> Iterator[Mark]:
    for name in names:
        if len(name) >= _LONG_ENOUGH_ANYWHERE:
            for match in re.finditer(re.escape(name), text, re.IGNORECASE):
                yield Mark(Kind.MUNICIPALITY, Span(*match.span()), name)
    for name, span in municipalities.find(text):
        yield Mark(Kind.MUNICIPALITY, _without_genitive(text, name, span), name)


def _without_genitive(text: str, name: str, span: Span) -> Span:
    ends_alike = text[span.start : span.end].casefold().endswith("s") and span.end - span.start > len(name)
    return Span(span.start, span.end - 1) if ends_alike else span


def _cases(text: str) -> Iterator[Mark]:
    for case in references.case_numbers(text):
        if case.span is None or case.year is None or case.serial is None:
            continue
        serial_left = True
        for match in _DIGITS.finditer(text, case.span.start, case.span.end):
            span, value = Span(*match.span()), int(match[0])
            if value == case.year or (len(match[0]) == 2 and value == case.year % 100 and (value != case.serial or not serial_left)):
                yield Mark(Kind.YEAR, span, match[0])
            elif value == case.serial and serial_left:
                serial_left = False
                yield Mark(Kind.SERIAL, span, match[0])


def _sections(text: str) -> Iterator[Mark]:
    for section in references.section_references(text):
        # a date may stand before the sign; a number without a sign begins its span
        sign = text.find("§", section.span.start, section.span.end)
        match = _NUMBER.search(text, max(sign, section.span.start), section.span.end)
        if match and section.number.split()[1] == str(int(match[0])):
            yield Mark(Kind.SECTION, Span(*match.span()), match[0])


def _people(text: str, known: People) -> Iterator[Mark]:
    for match in _TWO_NAMES.finditer(text):
        if match["first"] in known.first and match["last"] in known.last:
            yield Mark(Kind.FIRST_NAME, Span(*match.span("first")), match["first"])
            yield Mark(Kind.LAST_NAME, Span(*match.span("last")), match["last"])


def _figures(text: str) -> Iterator[Mark]:
    for match in _FIGURE.finditer(text):
        kind = _FIGURES[int((match.lastgroup or "f0")[1:])][0]
        if kind is not None:
            yield Mark(kind, Span(*match.span()), match[0])
