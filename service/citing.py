"""An excerpt's citations: quotes long enough to prove something and short enough to point, each with its place in the file."""

from collections.abc import Iterator

from indexer.documents import Passage, Span
from service.extract import Excerpt
from service.places import Files, place, seams
from service.records import Citation
from service.sentences import shown

QUOTE_WORDS = 4
"""A shorter quote proves nothing: its neighbours are quoted with it."""

QUOTE_LINES = 15
"""A citation of more lines points at nothing; a longer quote gets several."""


def cite(key: str, excerpt: Excerpt, files: Files) -> Citation:
    """One citation of an excerpt: its first lines, where it has more than one may have."""
    return _citation(key, excerpt.passage, next(_quotes(excerpt, files)), files)


def cited(excerpt: Excerpt, first: int, files: Files) -> Iterator[Citation]:
    """All citations of an excerpt, with keys that count from `first`."""
    for number, span in enumerate(_quotes(excerpt, files), first):
        yield _citation(str(number), excerpt.passage, span, files)


def _quotes(excerpt: Excerpt, files: Files) -> Iterator[Span]:
    """The excerpt's span in pieces of at most QUOTE_LINES lines, each of at least QUOTE_WORDS words.

    What stands on both sides of a page's furniture is two quotes: in the file it does not stand together.
    """
    passage = excerpt.passage
    rest = _grown(passage.text, excerpt.span)
    while True:
        end = _fitting_end(passage, rest, files)
        yield Span(rest.start, end)
        rest = _grown(passage.text, Span(end, rest.end)) if rest.end > end else rest
        if not passage.text[end : rest.end].strip() or rest.start < end:
            return


def _fitting_end(passage: Passage, span: Span, files: Files) -> int:
    cuts = (cut for cut in seams(passage) if span.start < cut < span.end)
    end = next((cut for cut in cuts if _is_quote(passage.text[span.start : cut])), span.end)
    while True:
        first, last = place(passage, Span(span.start, end), files).lines
        cut = passage.text.rfind("\n", span.start, end - 1)
        if last - first < QUOTE_LINES or cut <= span.start:
            return end
        end = cut


def _is_quote(text: str) -> bool:
    return len(text.split()) >= QUOTE_WORDS


def _grown(text: str, span: Span) -> Span:
    """The span without white space at its ends, made longer over the words around it until it can be a quote."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while not _is_quote(text[start:end]):
        after = text[end:].lstrip()
        if after:
            end = len(text) - len(after) + len(after.split()[0])
        elif text[:start].strip():
            start = len(text[:start].rstrip()) - len(text[:start].split()[-1])
        else:
            break
    return Span(start, len(text[:end].rstrip()))


def _citation(key: str, passage: Passage, span: Span, files: Files) -> Citation:
    there = place(passage, span, files)
    return Citation(
        key=key,
        passage_id=passage.id,
        file=passage.file,
        document_id=passage.document_id,
        section_id=passage.section_id,
        section=passage.section,
        case=passage.case,
        municipality=passage.municipality,
        body=passage.body,
        date=passage.date,
        status=str(passage.status),
        page=there.page,
        lines=there.lines,
        quote=shown(passage.text, span),
        corrected=tuple(map(str, passage.corrected)),
    )
