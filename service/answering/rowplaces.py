"""The tables that the hits show: as they were read, side by side parted, and lines that were read as no table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.documents import Passage, Section, Span
from indexer.tabular import Row, Table
from service.answering import rowlines
from service.material import Material
from service.places import in_passage, section_of
from service.records import Hit

READ_HITS = 10

LINES_READ_HITS = 3
"""Hits whose lines outside of tables are looked at as well."""

ABOVE_CHARS = 600

QUOTE_WORDS = 4
"""A quote of fewer words proves little: what stands above goes with it."""

MOST_LINES = 4

_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Place:
    """A table in a hit, `share` of the first hit's score; its spans count in `text`, the file's or the passage's own. `matter` is
    what else was found of its matter is called: the paper that a § was decided on seldom repeats that."""

    passage: Passage
    table: Table
    text: str
    above: str
    share: float
    matter: str = ""
    own: bool = False

    def inside(self, span: Span) -> Span | None:
        """The same span in the passage's text; None where that does not hold it all."""
        return span if self.own else in_passage(self.passage, span)

    def quote(self, row: Row) -> Span | None:
        """What proves a row: its whole line, and the lines above where that is a word or two."""
        span = self.inside(row.span)
        if span is None:
            return None
        text = self.passage.text
        lines = [Span(*match.span()) for match in _LINE.finditer(text, 0, _end_of_line(text, span.end)) if match.start() < span.end]
        for start in [line.start for line in reversed(lines) if line.start <= span.start][:MOST_LINES]:
            whole = Span(start, max(span.end, lines[-1].end))
            if len(whole.of(text).split()) >= QUOTE_WORDS:
                return whole
        return span


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def places(material: Material) -> Iterator[Place]:
    """The tables of the first hits, and the lines of the very first that are rows and of no table."""
    hits = material.hits
    top = max(hits[0].score, 0.0) if hits else 0.0
    for at, hit in enumerate(hits[:READ_HITS]):
        stored, section = material.files(hit.passage.file), section_of(hit.passage, material.files)
        if stored is None or section is None:
            continue
        share = max(hit.score, 0.0) / top if top else 1.0
        text = stored.source.text
        matter = _matter(hit.passage, hits)
        met = [table for table in section.tables if table.span.meets(hit.passage.span)]
        for table in met:
            above = _above(section, table).of(text)
            for part in (rowlines.of_lead(table, text), rowlines.parted(table, text)):
                if part:
                    yield Place(hit.passage, part, text, above, share, matter)
        if at < LINES_READ_HITS:
            yield from _of_lines(hit.passage, met, share, matter)


def _matter(passage: Passage, hits: Sequence[Hit]) -> str:
    titles = (
        hit.passage.title for hit in hits if hit.passage is not passage and passage.case_key and hit.passage.case_key == passage.case_key
    )
    return "\n".join(dict.fromkeys(filter(None, titles)))


def _of_lines(passage: Passage, tables: Sequence[Table], share: float, matter: str) -> Iterator[Place]:
    known = [span for table in tables for row in table.rows if (span := in_passage(passage, row.span)) is not None]
    for table in rowlines.loose(passage.text, known):
        above = passage.text[max(0, table.span.start - ABOVE_CHARS) : table.span.start]
        yield Place(passage, table, passage.text, above, share, matter, own=True)


def _above(section: Section, table: Table) -> Span:
    """The text above a table, back to the table before it."""
    start = max((other.span.end for other in section.tables if other.span.end <= table.span.start), default=section.span.start)
    return Span(max(start, table.span.start - ABOVE_CHARS), table.span.start)
