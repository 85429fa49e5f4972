"""Puts a person's corrections in the place of what was read. One that fits nothing, or more than one place, is told.

Spans and identities stay those of the text; only values change, and each change is kept beside its value. Nothing is
concluded from a correction: a new body does not change a status that was not corrected too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.corrections import Corrected, CorrectedField, Correction
from indexer.documents import CaseNumber, Document, Kind, Section, Status
from indexer.references import case_numbers, shown

_OF_DOCUMENT = frozenset({CorrectedField.MUNICIPALITY, CorrectedField.BODY, CorrectedField.DATE, CorrectedField.KIND})
"""Fields that only documents have; the others belong to a §, or to a document without §."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A document, and the section in it that is meant; None for the document itself."""

    document: int
    section: int | None


def correct(documents: Sequence[Document], corrections: Iterable[Correction]) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents with the corrections made, and what a person should know about those that could not be."""
    found, notes = list(documents), []
    for correction in corrections:
        places = _places(found, correction)
        if len(places) != 1 and not (places and _is_for_all(correction)):
            notes.append(_unmade(found, correction, places))
            continue
        for place in places:
            found[place.document] = _corrected(found[place.document], place.section, correction)
    return tuple(found), tuple(notes)


def _is_for_all(correction: Correction) -> bool:
    """Whose a file is holds for all documents in it; every other fact is one document's."""
    return correction.field is CorrectedField.MUNICIPALITY and correction.section is None and correction.line is None


def _places(documents: Sequence[Document], correction: Correction) -> list[_Place]:
    if correction.section is None and correction.line is None:
        places = [_Place(at, _only(document)) for at, document in enumerate(documents)]
        return _fitting(places, correction)
    places = [
        _Place(at, number)
        for at, document in enumerate(documents)
        for number, section in enumerate(document.sections)
        if _is_meant(section, correction)
    ]
    if correction.line is not None and not places:
        places = [_Place(at, None) for at, document in enumerate(documents) if document.lines[0] <= correction.line <= document.lines[1]]
    return _fitting(places, correction)


def _fitting(places: list[_Place], correction: Correction) -> list[_Place]:
    """Only a section has a number."""
    return [place for place in places if place.section is not None or correction.field is not CorrectedField.NUMBER]


def _is_meant(section: Section, correction: Correction) -> bool:
    if correction.section is not None:
        return section.number == correction.section
    return correction.line is not None and section.lines[0] <= correction.line <= section.lines[1]


def _only(document: Document) -> int | None:
    return 0 if len(document.sections) == 1 else None


def _corrected(document: Document, at: int | None, correction: Correction) -> Document:
    section = None if at is None else document.sections[at]
    stands_for_document = section is not None and len(document.sections) == 1
    if correction.field in _OF_DOCUMENT or section is None or stands_for_document:
        document = _of_document(document, correction)
    if at is not None and section is not None and correction.field not in _OF_DOCUMENT:
        sections = list(document.sections)
        sections[at] = _of_section(section, document.municipality, correction)
        document = replace(document, sections=tuple(sections))
    return document


def _of_document(document: Document, correction: Correction) -> Document:
    """A document has no number: the correction of one leaves it as it is."""
    value = correction.value
    match correction.field:
        case CorrectedField.MUNICIPALITY:
            document, was = replace(document, municipality=value), document.municipality
        case CorrectedField.BODY:
            document, was = replace(document, body=value), document.body
        case CorrectedField.DATE:
            document, was = replace(document, date=value, date_inherited=False), document.date
        case CorrectedField.KIND:
            document, was = replace(document, kind=Kind(value or "")), document.kind.value
        case CorrectedField.TITLE:
            document, was = replace(document, title=value), document.title
        case CorrectedField.STATUS:
            document, was = replace(document, status=Status(value or "")), document.status.value
        case CorrectedField.CASE:
            document, was = replace(document, case=_case(value, document.municipality)), _shown(document.case)
        case CorrectedField.NUMBER:
            return document
    return replace(document, corrected=(*document.corrected, Corrected(correction.field, was, correction.why, correction.by)))


def _of_section(section: Section, municipality: str | None, correction: Correction) -> Section:
    value = correction.value
    match correction.field:
        case CorrectedField.NUMBER:
            section, was = replace(section, number=value), section.number
        case CorrectedField.TITLE:
            section, was = replace(section, title=value), section.title
        case CorrectedField.CASE:
            section, was = replace(section, case=_case(value, municipality)), _shown(section.case)
        case CorrectedField.STATUS:
            section, was = _with_status(section, Status(value or "")), section.status.value
        case _:
            return section
    return replace(section, corrected=(*section.corrected, Corrected(correction.field, was, correction.why, correction.by)))


def _with_status(section: Section, status: Status) -> Section:
    """Points that had the status of their § follow it; one that differed from it was judged by itself."""
    points = tuple(replace(point, status=status) if point.status is section.status else point for point in section.points)
    return replace(section, status=status, points=points)


def _case(written: str | None, municipality: str | None) -> CaseNumber | None:
    """The Dnr, without a span: it does not stand in the text."""
    return replace(case_numbers(f"Dnr {written}", municipality)[0], as_written=written, span=None) if written else None


def _shown(case: CaseNumber | None) -> str | None:
    return shown(case) if case else None


def _unmade(documents: Sequence[Document], correction: Correction, places: Sequence[_Place]) -> str:
    """Why a correction was not made, and what to write instead."""
    what = f"correction of {correction.field} by {correction.by}, {_meant(correction)}, was not made: "
    if not places:
        return what + "nothing in the file has it"
    if correction.section is None and correction.line is None:
        return what + f"the file has {len(places)} documents; name a § or a line"
    lines = (documents[place.document].sections[place.section].lines[0] for place in places if place.section is not None)
    return what + f"it fits {len(places)} places; name one by its line: {', '.join(map(str, lines))}"


def _meant(correction: Correction) -> str:
    if correction.line is not None:
        return f"line {correction.line}"
    return correction.section or "the whole file"
