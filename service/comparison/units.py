"""Figures as numbers that can be set side by side: sums in kronor, shares in percent, counts, with what each is for and of which year."""

import re
from dataclasses import dataclass
from decimal import Decimal

from indexer import references
from indexer.dates import MONTHS
from indexer.documents import Span
from service.comparison.records import Value

KRONOR, PERCENT = "kr", "%"

_TO = re.compile(r"\b(?:från|ifrån)\b.{0,40}?\btill\s*$", re.IGNORECASE)
"""Of "från 10 kronor till 20 kronor" the second is meant."""

_BOUND = re.compile(r"\b(?:högst|minst|max|maximalt|upp till|cirka|ca|omkring|ungefär|drygt|knappt|runt|över|under)\s+$", re.IGNORECASE)
"""Without it the figure would be another."""

_CHANGE = re.compile(
    r"\b(?:höj|sänk|öka|minska|räkna\w* upp)\w*(?: \w+){0,4} (?:med|på|om)\s*$"
    r"|\b\w*(?:höjning|sänkning|ökning|minskning)\w*(?: \w+){0,4}\s*$",
    re.IGNORECASE,
)
"""What raises or lowers by a figure: "höjs med 10 procent", "en sänkning med 10 öre"."""

_WHAT = (
    r"år|månad(?:en)?|termin(?:en)?|dag|dygn|vecka|timme|halvår|kvartal|säsong|person|anställd|medarbetare|elev|barn|plats|hushåll|invånare"
    r"|mandat|parti|skattekrona|kvm|kvadratmeter|styck|gång|besök|ärende"
)
_EACH = re.compile(rf"\s(?:per|om|i|för varje|och|/)\s?({_WHAT})\b", re.IGNORECASE)
_PER = {"månaden": "månad", "terminen": "termin", "medarbetare": "anställd", "kvadratmeter": "kvm"}
"""Other words for the same."""

_PERCENT = re.compile(r"(?<![\d.,])[-−–]?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?\s?(?:procent\b|%)", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\w/:§.,-])(?<!§ )(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,6})\s(?P<what>[a-zåäö]{3,}\b)", re.IGNORECASE)
_NO_COUNT = re.compile(rf"kr|kronor|krona|tkr|mkr|mnkr|procent|öre|kap|{'|'.join(MONTHS)}", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS_OF_A_VALUE = re.compile(
    r"(?:\b(?:för|under|inför|år|budget(?:en)?|ram(?:en)?|prognos(?:en)?|taxa\w*|utfall(?:et)?|bokslut(?:et)?|plan)\s+)((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: where it stands with what bounds it and what it is for each, and its value."""

    span: Span
    value: Value


def sums(text: str) -> list[Figure]:
    """Sums of money with their unit; of "från … till …" only what is reached."""
    found = [amount for amount in references.amounts(text) if amount.unit and amount.value_in_kronor is not None]
    reached = [amount for amount in found if _TO.search(text[: amount.span.start])]
    return [_figure(text, amount.span, amount.value_in_kronor or Decimal(0), KRONOR) for amount in reached or found]


def shares(text: str) -> list[Figure]:
    """Percentages."""
    found = list(_PERCENT.finditer(text))
    reached = [match for match in found if _TO.search(text[: match.start()])]
    return [_figure(text, Span(*match.span()), _number(match[0]), PERCENT) for match in reached or found]


def counts(text: str) -> list[Figure]:
    """Numbers of things: "36 barn"."""
    taken = [day.span for day in references.dates(text)]
    found = (match for match in _COUNT.finditer(text) if not _NO_COUNT.fullmatch(match["what"]))
    kept = [match for match in found if not any(span.start <= match.start() < span.end for span in taken) and not _is_year(match["number"])]
    return [Figure(Span(*match.span()), Value(_number(match["number"]), match["what"].casefold())) for match in kept]


def year_of(text: str, title: str | None) -> str | None:
    """The one year that a value is of, as its sentence says or the title of its § does; None where that is open."""
    for told in (text, title or ""):
        years = set(_YEARS_OF_A_VALUE.findall(told)) or (set(_YEAR.findall(told)) if told is not text else set())
        if len(years) == 1:
            return str(years.pop())
    return None


def written(value: Value) -> str:
    """A value in its one unit: "2 500 000 kr", "21,90 kr", "6,5 %"."""
    return f"{in_kronor(value.number) if value.unit == KRONOR else spaced(value.number)} {value.unit}"


def in_kronor(number: Decimal) -> str:
    """A sum as Swedish writes it: with öre where it has any.

    >>> in_kronor(Decimal("2500")), in_kronor(Decimal("21.9"))
    ('2 500', '21,90')
    """
    whole, _, ore = spaced(number).partition(",")
    return f"{whole},{ore:0<2}" if ore else whole


def spaced(number: Decimal) -> str:
    """A number as Swedish writes it, of decimals no more than two.

    >>> spaced(Decimal("2500000")), spaced(Decimal("6.50"))
    ('2 500 000', '6,5')
    """
    rounded = f"{number:,.2f}".rstrip("0").rstrip(".")
    return rounded.replace(",", " ").replace(".", ",")


def _figure(text: str, span: Span, number: Decimal, unit: str) -> Figure:
    bound = _BOUND.search(text[: span.start])
    end, per = span.end, []
    while each := _EACH.match(text, end):
        per.append(_PER.get(each[1].casefold(), each[1].casefold()))
        end = each.end()
    whole = Span(bound.start() if bound else span.start, end)
    change = _CHANGE.search(text[: whole.start]) is not None
    return Figure(whole, Value(number, unit, tuple(sorted(per)), change=change))


def _number(written: str) -> Decimal:
    sign = "-" if written[:1] in "-−–" else ""
    return Decimal(sign + re.sub(r"[^\d,]", "", written).replace(",", "."))


def _is_year(number: str) -> bool:
    return bool(_YEAR.fullmatch(number))
