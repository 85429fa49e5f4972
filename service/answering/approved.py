"""When minutes were approved (justering), and when the notice of it was put up and taken down: as reading found it on their front page.

The day of the meeting stands on the same page and is no answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer import references
from indexer.documents import Document, Passage, Span
from indexer.index import Filters
from service.extract import Excerpt
from service.material import Material
from service.places import in_passage
from service.records import Asks, Question
from service.understanding.kinds import fold

READ_HITS = 10
"""Hits whose minutes may be meant."""

DOCUMENT_PASSAGES = 300

_MINUTES = r"\b(?:protokoll|paragraf|sammantrade|mote|beslut)|§"
_APPROVED = re.compile(r"\bjuster(?:ad|at|ades|ats|as|ing\w*)\b|\bapproved\b")
_POSTED = re.compile(r"\banslog|\banslagsdag|\banslag(?:et|it|its|en|na|etts|etss)?\b|\bposted\b")
_DOWN = re.compile(r"\b(?:ner|ned|nedtag\w*|down)\b")

_AT_ONCE = re.compile(r"[A-ZÅÄÖ][^.\n]*\b(?:juster\w*\s+omedelbar\w*|omedelbar\w*\s+juster\w*)[^.\n]*\.?")


@dataclass(frozen=True, slots=True)
class Day:
    """The words to quote, and the day as they write it; None where they hold several."""

    excerpt: Excerpt
    value: str | None


def is_asked(question: Question) -> bool:
    """Whether a question is for the day on which minutes were approved or posted."""
    folded = fold(question.text)
    about = bool(_APPROVED.search(folded) or _POSTED.search(folded))
    return question.asks is Asks.WHEN and about and bool(re.search(_MINUTES, folded) or question.sections or question.bodies)


def day(material: Material) -> Day | None:
    """The day asked for, of the first minutes found that tell it; None where it is not asked for, or they do not."""
    if not is_asked(material.question):
        return None
    if material.question.sections and (at_once := _at_once(material)):
        return at_once
    for hit in material.hits[:READ_HITS]:
        document = _minutes(material, hit.passage)
        if document is not None and _may_be_meant(material, hit.passage):
            return _of(material, document, hit.passage.file)
    return None


def _at_once(material: Material) -> Day | None:
    """The sentence that says that the § asked for was approved at the meeting."""
    meant = (hit.passage for hit in material.hits[:READ_HITS] if _may_be_meant(material, hit.passage))
    said = ((passage, match) for passage in meant if (match := _AT_ONCE.search(passage.text)))
    return next((Day(Excerpt(passage, Span(*match.span()), None, 1.0), None) for passage, match in said), None)


def _may_be_meant(material: Material, passage: Passage) -> bool:
    """Whether a passage is of the § and body that the question names."""
    question = material.question
    bodies = (*question.bodies, *question.boards)
    return (not question.sections or passage.section in question.sections) and (not bodies or passage.body in bodies)


def _minutes(material: Material, passage: Passage) -> Document | None:
    stored = material.files(passage.file)
    found = (document for document in stored.documents if document.id == passage.document_id) if stored else iter(())
    return next((document for document in found if document.approval or document.notice), None)


def _of(material: Material, document: Document, file: str) -> Day | None:
    stored = material.files(file)
    place = _place(fold(material.question.text), document)
    if stored is None or place is None:
        return None
    span, iso = place
    text = stored.source.text
    days = [found for found in references.dates(span.of(text)) if iso is None or found.iso == iso]
    filters = Filters(document_ids=(document.id,))
    passages = material.index.passages(material.index.select(filters, material.access, DOCUMENT_PASSAGES), material.access)
    here = next(_held(passages, span), None)
    if here is None or not days:
        return None
    said = {" ".join(found.span.of(span.of(text)).split()) for found in days}
    return Day(Excerpt(here[0], here[1], None, 1.0), said.pop() if len(said) == 1 else None)


def _held(passages: list[Passage], span: Span) -> Iterator[tuple[Passage, Span]]:
    for passage in passages:
        own = in_passage(passage, span)
        if own:
            yield passage, own


def _place(asked: str, document: Document) -> tuple[Span, str | None] | None:
    """Where the day stands, and which it is where it has a year."""
    if _POSTED.search(asked):
        notice = document.notice
        iso = (notice.down if _DOWN.search(asked) else notice.up) if notice else None
        return (notice.span, iso) if notice and iso else None
    return (document.approval.span, document.approval.date) if document.approval else None
