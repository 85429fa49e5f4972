"""A § or another paper as a matter's way sees it: whose it is, of what day, what it says and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.documents import BlockKind, Document, Kind, Maturity, Section, Span
from indexer.index import StoredFile
from indexer.spans import without
from service.following.records import Cited

MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
SUMMONS = (Kind.KALLELSE, Kind.KUNGORELSE)

QUOTED_WORDS = 60
"""Words of a quote that is shown to prove a place; a point is given whole."""

# "Underlag", "Handlingar i ärendet": a line of its own, with the papers in the lines below
_LISTED = re.compile(
    r"^[ \t]*(?:Underlag|Handlingar(?: i ärendet)?|Bakgrundshandlingar):?[ \t]*\n\s*(?P<papers>(?:[^\n]*\S[^\n]*\n?)+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A § of minutes, or another paper, in the file it stands in; `parent` is the key of the matter that it is attached to."""

    stored: StoredFile
    document: Document
    section: Section
    parent: str | None = None

    @property
    def id(self) -> str:
        """The § it is."""
        return self.section.id

    @property
    def municipality(self) -> str | None:
        """Who issued it: as the paper says, else whose file it is in."""
        return self.document.municipality or self.stored.record.given.municipality

    @property
    def is_minuted(self) -> bool:
        """Whether it is a numbered § of minutes, drafts included."""
        return self.document.kind in MINUTES and self.section.number is not None

    @property
    def is_draft(self) -> bool:
        """Whether it is of minutes written before the meeting."""
        return self.section.maturity is Maturity.UTKAST

    @property
    def key(self) -> str | None:
        """The strict key of its own Dnr."""
        return self.section.case.key if self.section.case else None

    @property
    def date(self) -> str | None:
        """The day of the meeting or paper."""
        return self.document.date

    @property
    def body(self) -> str | None:
        """Who met or wrote."""
        return self.document.body

    @property
    def title(self) -> str | None:
        """What it is about."""
        return self.section.title or self.document.title

    @property
    def where(self) -> str:
        """ "Kommunstyrelsen 2031-03-12 § 10"."""
        known = " ".join(part for part in (self.body, self.date, self.section.number) if part)
        return known or self.title or self.stored.record.file

    @property
    def meeting(self) -> tuple[str | None, ...]:
        """Meeting and §: what copies of one § share. One whose meeting is unknown is only itself."""
        if self.is_minuted and self.body and self.date:
            return (self.municipality, self.body, self.date, self.section.number)
        return (self.id,)

    @property
    def listed(self) -> tuple[Span, ...]:
        """Where the papers are listed that the decision rests on, also below a heading that reading takes for text."""
        blocks = [block.span for block in self.section.blocks if block.kind is BlockKind.BESLUTSUNDERLAG]
        span = self.section.span
        below = [Span(match.start("papers"), match.end()) for match in _LISTED.finditer(self.stored.source.text, span.start, span.end)]
        return tuple(blocks or below)

    def text(self, span: Span) -> str:
        """The words of a span on one line, without page furniture."""
        furniture = [Span(*hole) for hole in self.stored.furniture]
        return " ".join(without(self.stored.source.text, span, furniture).split())

    def pieces(self, span: Span) -> Iterator[Span]:
        """The span in parts that stand together in the file: page furniture parts them."""
        start = span.start
        for hole in (*(Span(*hole) for hole in self.stored.furniture), Span(span.end, span.end)):
            if hole.end <= start or hole.start > span.end:
                continue
            if self.stored.source.text[start : hole.start].strip():
                yield self._bare(Span(start, hole.start))
            start = max(start, hole.end)

    def _bare(self, span: Span) -> Span:
        words = span.of(self.stored.source.text)
        return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))

    def cited(self, span: Span, words: int = QUOTED_WORDS) -> Cited:
        """Where a span stands; the quote is as much of it as stands together in the file."""
        source = self.stored.source
        quote = next(self.pieces(span), span).of(source.text).split()
        place = Span(span.start, span.start + len(span.of(source.text).rstrip()))
        return Cited(source.file, self.id, source.page_numbers(place)[0], source.lines(place), " ".join(quote[:words]))
