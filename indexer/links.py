"""§ that a text names, resolved to the § of the same file where exactly one fits; and what a decision changes.

A reference without body and day means the § of its own minutes. What two § fit is resolved to neither.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer import bodies
from indexer.documents import BlockKind, Document, Kind, Section, Status
from indexer.particulars import Link, LinkKind
from indexer.references import SectionReference, dates
from indexer.spans import Span

_SAME = re.compile(r"\b(?:samma|denna)\s+paragraf(?:en)?\b|\bsamma\s+§", re.IGNORECASE)
_BEFORE = re.compile(r"\bföregående\s+(?:paragraf(?:en)?\b|§)", re.IGNORECASE)
_AFTER = re.compile(r"\bnästa\s+(?:paragraf\b|§)", re.IGNORECASE)
# "§ 3 i reglementet", "§ 4 skollagen": of another text, not of minutes
_OF_ANOTHER_TEXT = re.compile(
    r"\s+(?:i|av)\s+(?:\w+\s+){0,2}?\w*(?:lag|lagen|ordning|ordningen|reglemente|reglementet|stadgar|stadgarna|avtal|avtalet|föreskrifter|"
    r"föreskrifterna|förordningen)\b|\s+\w*(?:lagen|balken|förordningen|stadgarna|reglementet)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b\w*(?:policy|polic[iy]n|riktlinje|reglemente|plan|taxa|taxan|beslut|avtal|ordning|föreskrift|bestämmelse|program|strategi|instruktion|"
    r"regl|modell|dokument|antogs|antagen|antagits|delegation)\w*",
    re.IGNORECASE,
)
_CHANGES = (  # (what it means, the verb, whether only what follows the verb is changed)
    (LinkKind.REPLACES, re.compile(r"\bersätter\b|\bi stället för\s+(?:beslut|den som antogs)", re.IGNORECASE), True),
    (
        LinkKind.REPEALS,
        re.compile(r"\bupphör(?:a|de)?\s+(?:\w+\s+){0,7}?att\s+gälla\b|\bupphäv(?:s|er|as|a|des|de)\b", re.IGNORECASE),
        False,
    ),
    (LinkKind.SUPPLEMENTS, re.compile(r"\bkomplettera(?:r|s|de|des)?\b|\bsom\s+tillägg\s+till\b", re.IGNORECASE), False),
)
_SENTENCE_END = re.compile(r"(?<![A-ZÅÄÖ])[.!?](?=\s+[A-ZÅÄÖ]|\s*$)")
_REST = 90


@dataclass(frozen=True, slots=True)
class _Place:
    """A § and the minutes it stands in."""

    document: Document
    section: Section


@dataclass(frozen=True, slots=True)
class Known:
    """All § of minutes in a file, by number."""

    places: Mapping[str, Sequence[_Place]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Known":
        """Those of the documents that have numbers."""
        places: dict[str, list[_Place]] = {}
        for document in documents:
            for section in document.sections if document.kind in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG) else ():
                if section.number:
                    places.setdefault(section.number, []).append(_Place(document, section))
        return cls(places)


def of_section(text: str, section: Section, document: Document, known: Known, named: Sequence[SectionReference]) -> tuple[Link, ...]:
    """The links of a §: `named` are the references that stand in it, its own heading left out."""
    numbered = section.number is not None
    found = [_reference(text, reference, document, known, numbered=numbered) for reference in named]
    found += _relative(text, section, document) if numbered else []
    changes = [change for span, proposed in _deciding(section) for change in _changes(text, span, found, proposed=proposed)]
    changed = {change.span for change in changes}
    kept = [link for link in found if link.span not in changed]
    return tuple(sorted((*kept, *changes), key=lambda link: (link.span, link.kind)))


def _reference(text: str, reference: SectionReference, document: Document, known: Known, *, numbered: bool) -> Link:
    bare = reference.body is None and reference.date is None and reference.year is None
    elsewhere = bare and (not numbered or _OF_ANOTHER_TEXT.match(text, reference.span.end, reference.span.end + _REST) is not None)
    fitting = (
        []
        if elsewhere
        else [place for place in known.places.get(reference.number, ()) if _fits(reference, place, document if bare else None)]
    )
    section = fitting[0].section.id if len(fitting) == 1 else None
    return Link(LinkKind.REFERENCE, reference.span, reference.number, reference.date, section)


def _fits(reference: SectionReference, place: _Place, own: Document | None) -> bool:
    if own is not None and place.document is not own:
        return False
    day = place.document.date
    if reference.date and day != reference.date:
        return False
    if reference.year and (day is None or int(day[:4]) != reference.year):
        return False
    return reference.body is None or is_body(reference.body, place.document.body)


def is_body(written: str, body: str | None) -> bool:
    """Whether a body is the one written: in full, by its short form, or as "arbetsutskottet"."""
    if body is None:
        return False
    named = bodies.named(written)
    if named:
        name = named[0][0]
        return name == body or (
            bodies.is_committee(name) and bodies.superior(name) is None and body.casefold().endswith(name.casefold()[:-2])
        )
    return bodies.of_short_form(written, (body,)) == body


def _relative(text: str, section: Section, document: Document) -> list[Link]:
    """ "samma paragraf", "föregående §": by its place among the § of its minutes."""
    found: list[Link] = []
    for pattern, step in ((_SAME, 0), (_BEFORE, -1), (_AFTER, 1)):
        for match in pattern.finditer(text, section.span.start, section.span.end):
            meant = _neighbour(section, document, step)
            number, identity = (meant.number, meant.id) if meant else (None, None)
            found.append(Link(LinkKind.REFERENCE, Span(*match.span()), number, None, identity))
    return found


def _neighbour(section: Section, document: Document, step: int) -> Section | None:
    numbered = [one for one in document.sections if one.number]
    at = [one.id for one in numbered].index(section.id) + step
    return numbered[at] if 0 <= at < len(numbered) else None


def _deciding(section: Section) -> Iterator[tuple[Span, bool]]:
    """What is decided or proposed in a §: its points, or its blocks of decision."""
    for point in section.points:
        yield point.span, point.status is not Status.BESLUT
    for block in section.blocks:
        inner = any(block.span.holds(point.span) for point in section.points)
        if block.kind in (BlockKind.BESLUT, BlockKind.FORSLAG) and not inner:
            yield block.span, block.kind is BlockKind.FORSLAG


def _changes(text: str, span: Span, links: Sequence[Link], *, proposed: bool) -> Iterator[Link]:
    """What the sentences of a decision replace, repeal or supplement: the § they name, or else the words themselves."""
    for sentence in _sentences(text, span):
        for kind, pattern, after in _CHANGES:
            verb = pattern.search(text, sentence.start, sentence.end)
            if verb is None:
                continue
            start = verb.end() if after else sentence.start
            inside = [link for link in links if start <= link.span.start and link.span.end <= sentence.end]
            for link in inside:
                yield Link(kind, link.span, link.number, link.date, link.section, proposed)
            what = Span(start, sentence.end)
            if not inside and _THING.search(text, start, sentence.end):
                days = [date.iso for date in dates(text[verb.end() : sentence.end]) if date.iso] if after else []
                what = Span(start + len(what.of(text)) - len(what.of(text).lstrip()), sentence.end)
                yield Link(kind, what, None, days[0] if len(days) == 1 else None, None, proposed)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for end in _SENTENCE_END.finditer(text, span.start, span.end):
        yield _trimmed(text, start, end.end())
        start = end.end()
    if text[start : span.end].strip():
        yield _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
