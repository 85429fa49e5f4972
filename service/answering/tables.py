"""The rows of tables that answer: each with what it is called, and where the columns are known the values asked for.

A row answers when the question names it, and its heads and place hold most of the rest. Where two tables of one § hold
a row of that name and fit alike, it cannot be told which is meant, and none does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage, Span
from indexer.tabular import Row, Table
from service.answering.rowtext import told
from service.extract import Excerpt
from service.material import Material
from service.places import in_passage, section_of
from service.records import Asks, Question
from service.sentences import shown
from service.understanding.kinds import fold
from service.understanding.wanted import Tokens, Wanted, met, overlap, tokens_of, weight

READ_HITS = 10

NAMED_SHARE = 0.6
"""Part of a row's name that the question must say."""

SURE = 0.6
"""How surely the question's word must stand in a row's name."""

LEAST_NAMED = 0.08
"""Part of the question's weight that a row's name must hold."""

LEAST_FIT = 0.6
"""Part of the question's weight that the row, its heads and its place must hold. With 0.5 every other row that is shown
is of the wrong table, with 0.7 a third of those that answer are left out."""

FIRST_FIT = 0.5
"""The same in the first hit: what is found first is seldom of another matter."""

ABOVE_SHARE = 0.5
"""What a word counts for that stands above the table and not in its heads."""

ABOVE_CHARS = 600

OTHER_YEAR = 0.6
"""What a row is worth that is told of other years than the one asked about."""

ALIKE = 0.9
"""Part of the best row's worth from which another table's row is meant as well."""

VALUE_WORDS = 4
"""Words that end a line of a name and a value: "2 000 kr per år"."""

MOST_ROWS = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d")
_VALUE = re.compile(r"\s[-–−+(]?\d[\d.,:%]*(?=\s|$)|\t")
_WORD = re.compile(r"\d+(?:[ \u00a0]\d{3})+|\w+")  # "4 000" is one
_FIGURE_ASKED = re.compile(
    r"\b(andel|procent|antal|hur (hog|stor|lang)|utfall|avvikelse|prognos|budget|resultat|underskott|overskott|anslag|ram|grans|total)"
    r"|kostna|\b(kosta|pris|avgift|betala|bidrag|hyra|intakt|utgift|netto|brutto)"
)

_NAME_AGAIN = re.compile(r"\b(?!kronor|procent|stycken|gånger)[^\W\d_]{5,}")
"""In a row without cells another name behind the values: two tables stood side by side, and whose value is whose is open."""

_LENGTH_ASKED = re.compile(r"\bhur (lang|ofta)|\bhow (long|often)")


@dataclass(frozen=True, slots=True)
class _Found:
    """A row that may answer: `name` are the words that call it, spans count in the file's text."""

    passage: Passage
    table: Table
    row: Row
    name: Span
    text: str
    worth: float
    fit: float
    named: frozenset[str]


def asks_figure(question: Question) -> bool:
    """Whether the question asks for a figure."""
    if question.asks is Asks.AMOUNT:
        return True
    pattern = _LENGTH_ASKED if question.asks is Asks.WHEN else _FIGURE_ASKED
    return question.asks in (Asks.FACT, Asks.COMPARISON, Asks.WHEN) and bool(pattern.search(fold(question.text)))


def rows(material: Material) -> tuple[Excerpt, ...]:
    """The rows that the question names, of one table; () where none does, or where it cannot be told which."""
    found = sorted(_found(material), key=lambda each: -each.worth)
    if not found or found[0].fit < (FIRST_FIT if found[0].passage is material.hits[0].passage else LEAST_FIT):
        return ()
    best = found[0]
    if any(_rivals(other, best) for other in found[1:]):
        return ()
    beside = [each for each in found[1:] if each.table is best.table and each.passage is best.passage and not each.named <= best.named]
    chosen = sorted([best, *_each_name_once(beside)][:MOST_ROWS], key=lambda each: each.row.span)
    return tuple(_excerpt(each, material.words, first=each is chosen[0], last=each is chosen[-1]) for each in chosen)


def _rivals(other: _Found, best: _Found) -> bool:
    """Whether another row of the § has the same name and fits as well: of another table, or under another heading of one."""
    if other.passage.section_id != best.passage.section_id or other.row.span == best.row.span:
        return False
    same = shown(other.text, other.name) == shown(best.text, best.name) if other.table is best.table else other.named == best.named
    return same and other.worth >= ALIKE * best.worth and shown(other.text, other.row.span) != shown(best.text, best.row.span)


def _each_name_once(found: Sequence[_Found]) -> list[_Found]:
    """The first row of each set of words that the question says, and none where two rows share it."""
    return [each for each in found if sum(other.named == each.named for other in found) == 1]


def _found(material: Material) -> Iterator[_Found]:
    hits = material.hits
    top = max(hits[0].score, 0.0) if hits else 0.0
    for hit in hits[:READ_HITS]:
        stored, section = material.files(hit.passage.file), section_of(hit.passage, material.files)
        if stored is None or section is None:
            continue
        share = max(hit.score, 0.0) / top if top else 1.0
        for table in section.tables:
            if table.span.meets(hit.passage.span):
                above = _above(section.span, section.tables, table)
                yield from _rows(material, hit.passage, table, stored.source.text, above, share)


def _above(section: Span, tables: Sequence[Table], table: Table) -> Span:
    """The text above a table, back to the table before it."""
    start = max((other.span.end for other in tables if other.span.end <= table.span.start), default=section.start)
    return Span(max(start, table.span.start - ABOVE_CHARS), table.span.start)


def _rows(material: Material, passage: Passage, table: Table, text: str, above: Span, share: float) -> Iterator[_Found]:
    words = material.words
    standing = "\n".join([passage.header, passage.context, *(line.of(text) for line in table.lead)])
    heads, near = tokens_of(standing), tokens_of(above.of(text))
    years = frozenset(_YEAR.findall(material.question.text))
    total = weight(words)
    for row in _with_lines_read_as_heads(table, text):
        name = _name(row, text)
        rest = text[name.end : row.span.end]
        if not _FIGURE.search(rest) or (not row.cells and _NAME_AGAIN.search(rest)) or in_passage(passage, row.span) is None:
            continue
        own = tokens_of(name.of(text))
        named = [word for word in words if met(word, own) >= SURE]
        held = overlap(named, own)
        if not total or held < LEAST_NAMED * total or (known := _share(words, name.of(text))) < NAMED_SHARE:
            continue
        fit = (held + _around([word for word in words if word not in named], heads, near)) / total
        fit *= 1.0 if _of_year(years, standing + row.span.of(text)) else OTHER_YEAR
        yield _Found(passage, table, row, name, text, fit * known**0.5 * share, fit, frozenset(word.word for word in named))


def _with_lines_read_as_heads(table: Table, text: str) -> Iterator[Row]:
    """The table's rows, and lines above them that have a name and a value as well: "Musik 2 000 BN"."""
    for line in table.lead:
        value = _VALUE.search(text, line.start, line.end)
        rest = text[value.start() : line.end] if value else ""
        if _FIGURE.search(rest) and len(rest.split()) <= VALUE_WORDS and not _YEAR.search(rest):
            yield Row(line)
    yield from table.rows


def _name(row: Row, text: str) -> Span:
    """What a row is called: its first cell, or what stands before its first value."""
    if row.cells:
        return row.cells[0]
    value = _VALUE.search(text, row.span.start, row.span.end)
    return Span(row.span.start, value.start() if value else row.span.end)


def _around(words: Sequence[Wanted], heads: Tokens, above: Tokens) -> float:
    """The weight of the words that the heads hold, and in part of those that only stand above."""
    return sum(word.weight * max(met(word, heads), ABOVE_SHARE * met(word, above)) for word in words)


def _share(words: Sequence[Wanted], name: str) -> float:
    """The part of a name's words that the question says."""
    said = [tokens_of(word) for word in _WORD.findall(name) if len(word) > 1 or word.isdigit()]
    return sum(any(met(word, own) >= SURE for word in words) for own in said) / len(said) if said else 0.0


def _of_year(asked: frozenset[str], text: str) -> bool:
    """Whether what the text tells is of a year asked about, or names none."""
    years = set(_YEAR.findall(text))
    return not asked or not years or bool(asked & years)


def _excerpt(found: _Found, words: Sequence[Wanted], *, first: bool, last: bool) -> Excerpt:
    span = in_passage(found.passage, found.row.span)
    if span is None:
        raise ValueError("a row that was found lies in its passage")
    said = told(found.table, found.row, found.name, found.text, words, titled=first)
    return Excerpt(found.passage, span, None, found.worth, said if last else f"{said};")
