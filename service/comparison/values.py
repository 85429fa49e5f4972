"""The values that a municipality's quotes hold, column by column: each verbatim in its quote, or there is none.

Of several figures the one is taken whose part of the sentence says most of the question; where two say as much, all are shown
and none is set beside others' figures.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer import references
from indexer.dates import MONTHS
from indexer.documents import Span
from service.answering import compose
from service.comparison import asked_for, meaning, units
from service.comparison.records import Column, Value
from service.comparison.units import Figure
from service.extract import Excerpt
from service.material import Material
from service.sentences import units as sentences
from service.understanding.wanted import Wanted, overlap, tokens_of

MOST_TOLD = 4
"""Values shown of a cell that holds several."""

FEWEST_COLUMNS = 2

_TABLE_VALUE = re.compile(r":\s(?P<number>[-−–]?\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|[-−–]?\d+(?:,\d+)?)(?=;|$|\s\()")
_TABLE_UNIT = re.compile(r"\b(tkr|kkr|mkr|mnkr|kr|kronor|procent)\b|%", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIMES = re.compile(
    r"\b(?:(?:höst|vår)terminen|hösten|våren|sommaren|vintern|årsskiftet|kvartal \d|vecka \d{1,2},?"
    rf"|{'|'.join(MONTHS)})\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\(([A-ZÅÄÖ]{1,3})\)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell says, the quote it stands in, and its value where it is one number."""

    text: str
    excerpt: Excerpt
    value: Value | None = None


def told(column: Column, excerpts: Sequence[Excerpt], material: Material) -> Told | None:
    """The values of a column in the first quote that has any."""
    find = _FOUND.get(column)
    return next((found for excerpt in excerpts if (found := find(excerpt, material))), None) if find else None


def _sum(excerpt: Excerpt, material: Material) -> Told | None:
    return _figure(excerpt, material, units.sums) or _in_table(excerpt, material, money=True)


def _share(excerpt: Excerpt, material: Material) -> Told | None:
    return _figure(excerpt, material, units.shares) or _in_table(excerpt, material, money=False)


def _count(excerpt: Excerpt, material: Material) -> Told | None:
    return _figure(excerpt, material, units.counts)


def _figure(excerpt: Excerpt, material: Material, find: Callable[[str], list[Figure]]) -> Told | None:
    """The figure of the sentence that says most of the question, and there of the clause that does."""
    parts = list(_parts(excerpt))
    holding = [(at, found) for at, part in enumerate(parts) if (found := find(part))]
    if not holding:
        return None
    at, found = max(holding, key=lambda each: overlap(material.words, tokens_of(parts[each[0]])))
    part, title = parts[at], excerpt.passage.title
    column = _of_year(parts[:at], part, found, meaning.year_asked(material))
    year, best = column or (units.year_of(part, title), _meant(part, found, material.words))
    texts = list(dict.fromkeys(" ".join(figure.span.of(part).split()) for figure in best))
    one = replace(best[0].value, year=year) if len({figure.value for figure in best}) == 1 else None
    why = meaning.aside(one, (meaning.clause(part, best[0].span), part), title, material) if one else None
    return Told("; ".join(texts[:MOST_TOLD]), excerpt, replace(one, aside=why) if one else None)


def _of_year(above: Sequence[str], row: str, found: Sequence[Figure], asked: str | None) -> tuple[str, list[Figure]] | None:
    """The year and figure of a table's row under heads of one year each: of the year asked for, else of the latest."""
    spans = [figure.span for figure in found]
    if len(found) < FEWEST_COLUMNS or any(row[one.end : other.start].strip() for one, other in pairwise(spans)):
        return None
    heads: list[str] = next((years for line in reversed(above) if len(years := _YEAR.findall(line)) == len(found)), [])
    if len(set(heads)) < len(found):
        return None
    year = asked if asked and asked in heads else max(heads)
    return year, [found[heads.index(year)]]


def _parts(excerpt: Excerpt) -> Iterator[str]:
    """The sentences and points of a quote; of a table's row what is told of it."""
    if excerpt.said is not None:
        yield excerpt.said
        return
    text = excerpt.passage.text
    whole = [unit.span for unit in sentences(text) if excerpt.span.meets(unit.span)]
    for span in whole or [excerpt.span]:
        # a line may end inside "2 400 kronor"
        yield " ".join(Span(max(span.start, excerpt.span.start), min(span.end, excerpt.span.end)).of(text).split())


def _meant(part: str, found: Sequence[Figure], words: Sequence[Wanted]) -> list[Figure]:
    """Of several figures those in the clause that says most of the question."""
    if len(found) == 1:
        return list(found)
    worths = [overlap(words, tokens_of(meaning.clause(part, figure.span))) for figure in found]
    return [figure for figure, worth in zip(found, worths, strict=True) if worth == max(worths)]


def _in_table(excerpt: Excerpt, material: Material, *, money: bool) -> Told | None:
    """The value told of a table's row, with the unit of its heads."""
    said = excerpt.said
    unit = _TABLE_UNIT.search(said) if said else None
    values = _TABLE_VALUE.findall(said) if said and unit else []
    if unit is None or not values or money == (unit[0].casefold() in ("procent", "%")):
        return None
    read = [figure for value in values for figure in (units.sums if money else units.shares)(f"{value} {unit[0]}")]
    year = units.year_of(said or "", excerpt.passage.title)
    one = replace(read[0].value, year=year) if len(read) == 1 and len(values) == 1 else None
    why = meaning.aside(one, (said or "",), excerpt.passage.title, material) if one else None
    shown = "; ".join(f"{value} {unit[0]}" for value in values[:MOST_TOLD])
    return Told(shown, excerpt, replace(one, aside=why) if one else None)


def _time(excerpt: Excerpt, material: Material) -> Told | None:
    """The days or terms of the sentence that says most of the question."""
    holding = [(part, found) for part in _parts(excerpt) if (found := _times(part))]
    if not holding:
        return None
    _, found = max(holding, key=lambda each: overlap(material.words, tokens_of(each[0])))
    return Told("; ".join(list(dict.fromkeys(found))[:MOST_TOLD]), excerpt)


def _times(part: str) -> list[str]:
    days = [day.span for day in references.dates(part) if day.iso]
    terms = [Span(*match.span()) for match in _TIMES.finditer(part)]
    spans = sorted([*days, *(term for term in terms if not any(term.meets(day) for day in days))])
    return [" ".join(span.of(part).split()) for span in spans]


def _person(excerpt: Excerpt, material: Material) -> Told | None:
    found = asked_for.persons(material.question, excerpt.said or excerpt.span.of(excerpt.passage.text))
    return Told("; ".join(found[:MOST_TOLD]), excerpt) if found else None


def _party(excerpt: Excerpt, material: Material) -> Told | None:
    holder = _person(excerpt, material) if asked_for.post_asked(material.question) else Told(compose.quoted(excerpt), excerpt)
    found = list(dict.fromkeys(_PARTY.findall(holder.text))) if holder else []
    return Told(", ".join(found), excerpt) if found else None


_FOUND: Mapping[Column, Callable[[Excerpt, Material], Told | None]] = {
    Column.AMOUNT: _sum,
    Column.SHARE: _share,
    Column.COUNT: _count,
    Column.TIME: _time,
    Column.PERSON: _person,
    Column.PARTY: _party,
}
