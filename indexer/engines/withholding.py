"""What is withdrawn of a file that may else be seen: sections and strings, left out of all that an index gives back.

A withdrawn section is no longer among a file's sections, and its text is blacked out character by character, so that
offsets stay. A passage that holds a withdrawn string is not given at all: a search for a name must not lead to it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from indexer.documents import Document, Passage, Section, Source, Span
from indexer.index import Access, StoredFile
from indexer.privacy import blacked_out


def is_withheld(passage: Passage, access: Access) -> bool:
    """Whether the passage is of a withdrawn section or holds a withdrawn string."""
    if (passage.file, passage.section) in access.withdrawn_sections:
        return True
    pattern = _pattern(access.withdrawn_strings)
    texts = (passage.text, passage.context, passage.header, passage.title or "")
    return pattern is not None and any(pattern.search(text) for text in texts)


def seen(stored: StoredFile, access: Access) -> StoredFile:
    """The file as it may be seen."""
    pattern = _pattern(access.withdrawn_strings)
    hidden = [section.span for document in stored.documents for section in document.sections if _is_hidden(stored, section, access)]
    if pattern is None and not hidden:
        return stored
    spans = _merged([*hidden, *(Span(*match.span()) for match in (pattern.finditer(stored.source.text) if pattern else ()))])
    documents = tuple(_without(document, stored, access, pattern) for document in stored.documents)
    return replace(stored, source=_blackened(stored.source, spans), documents=documents)


def _is_hidden(stored: StoredFile, section: Section, access: Access) -> bool:
    return (stored.record.file, section.number) in access.withdrawn_sections


def _without(document: Document, stored: StoredFile, access: Access, pattern: re.Pattern[str] | None) -> Document:
    """The document without withdrawn sections; titles that name what is withdrawn are gone."""
    kept = [section for section in document.sections if not _is_hidden(stored, section, access)]
    lost_all = bool(document.sections) and not kept
    sections = tuple(replace(section, title=_unnamed(section.title, pattern)) for section in kept)
    title = None if lost_all else _unnamed(document.title, pattern)
    return replace(document, sections=sections, title=title, case=None if lost_all else document.case)


def _unnamed(title: str | None, pattern: re.Pattern[str] | None) -> str | None:
    return None if title and pattern and pattern.search(title) else title


def _blackened(source: Source, spans: Iterable[Span]) -> Source:
    text = blacked_out(source.text, spans)
    starts = zip(source.pages, source.page_starts, strict=True)
    pages = tuple(replace(page, text=text[start : start + len(page.text)]) for page, start in starts)
    return replace(source, pages=pages, text=text)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Sorted, and not overlapping."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


@lru_cache(maxsize=8)
def _pattern(strings: frozenset[str]) -> re.Pattern[str] | None:
    if not strings:
        return None
    longest_first = sorted(strings, key=lambda string: (-len(string), string))
    return re.compile("|".join(_loosely(string) for string in longest_first), re.IGNORECASE)


def _loosely(string: str) -> str:
    """The string in any case, with composed or decomposed letters, any white space between words, words torn by soft hyphens,
    also as a genitive: a name hidden but for "Ekströms" would not be hidden."""
    words = (r"\u00ad?".join(_letter(char) for char in word) for word in unicodedata.normalize("NFC", string).split())
    return r"(?<!\w)" + r"\s+".join(words) + r"(?::?s)?(?!\w)"


def _letter(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"
