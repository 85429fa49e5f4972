"""The lines of a list with the words that prove them, quoted from passages that the reader may see.

A line whose passage may not be seen is as if it were not there; one whose source does not bear it out is dropped and counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.documents import Passage, Span
from indexer.index import Access, Filters, Index
from service import verify
from service.citing import cite
from service.extract import Excerpt
from service.places import files_of, in_passage
from service.records import Citation, Claim
from service.registers.entries import Entry
from service.registers.listlines import Line
from service.sentences import shown

SECTION_PASSAGES = 20
"""Passages of a § that are looked through for the words to quote, on average."""

UNTITLED = "utan rubrik"


@dataclass(frozen=True, slots=True)
class CitedLine:
    """A line: what it says, the title of its § where that is another thing, where it stands, and the citation."""

    record: Line
    what: str
    title: str | None
    where: str
    citation: Citation

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.what}, {self.where}"


def cited_lines(lines: Sequence[Line], index: Index, access: Access) -> tuple[tuple[CitedLine, ...], int]:
    """The lines with their citations, keyed "1", "2" …, and how many were dropped: those that their source does not bear out."""
    made: list[CitedLine] = []
    dropped = 0
    for one, passage in quoted_lines(lines, index, access):
        keyed = replace(one, citation=replace(one.citation, key=str(len(made) + 1)))
        if verify.holds(Claim(keyed.text, (keyed.citation.key,), verified=False), [keyed.citation], {passage.id: passage}):
            made.append(keyed)
        else:
            dropped += 1
    return tuple(made), dropped


def quoted_lines(lines: Sequence[Line], index: Index, access: Access) -> Iterator[tuple[CitedLine, Passage]]:
    """The lines whose words may be seen, keyed "1", "2" …, each with the passage that it quotes; not yet checked."""
    several = len({line.entry.municipality for line in lines}) > 1
    by_section = _passages(lines, index, access)
    files = files_of(index, access)
    made = 0
    for line in lines:
        own = by_section.get(line.section_id, ())
        quoted, words = _excerpt(own, line.span), _excerpt(own, line.words) if line.words else None
        if quoted is None or (line.words is not None and words is None):
            continue
        made += 1
        citation = cite(str(made), quoted, files)
        what, title = _what(line, quoted.passage, words), line.entry.title
        yield CitedLine(line, what, title if title != what else None, where(line.entry, several=several), citation), quoted.passage


def where(entry: Entry, *, several: bool) -> str:
    """The meeting and §; with the municipality where the list is of several."""
    known = (entry.municipality if several else None, entry.body, entry.date, entry.number)
    return " ".join(part for part in known if part) or entry.file


def _passages(lines: Sequence[Line], index: Index, access: Access) -> Mapping[str, Sequence[Passage]]:
    """The passages of all § quoted, in one look-up."""
    ids = tuple(dict.fromkeys(line.section_id for line in lines))
    found: dict[str, list[Passage]] = {}
    for passage in index.passages(index.select(Filters(section_ids=ids), access, SECTION_PASSAGES * len(ids)), access) if ids else ():
        found.setdefault(passage.section_id, []).append(passage)
    return found


def _excerpt(passages: Sequence[Passage], span: Span) -> Excerpt | None:
    """The span, or as much of it as stands in the passage that it begins in."""
    passage = next((passage for passage in passages if passage.span.start <= span.start < passage.span.end), None)
    there = in_passage(passage, Span(span.start, min(span.end, passage.span.end))) if passage else None
    return Excerpt(passage, there, None, 1.0) if passage and there else None


def _what(line: Line, passage: Passage, words: Excerpt | None) -> str:
    if words is None:
        return line.who or passage.title or UNTITLED
    text = shown(words.passage.text, words.span)
    return f"{text} ({line.who})" if line.who else text
