"""A question that is only part of a Dnr ("133", "dnr 133", "SBN 133"): the matters that it may mean, named and not chosen from."""

import re
from datetime import date

from indexer.index import Access, Index
from service.answering import objections
from service.following import numbers
from service.following.library import Library
from service.following.records import Candidate
from service.material import Material
from service.records import Question

MOST_NAMED = 5

_HALF = re.compile(
    r"(?P<label>(?:dnr|diarienr|diarienummer)\b[.:]? ?)?(?:(?P<registry>[A-ZÅÄÖ]{2,6})[ -]?)?(?P<serial>\d{1,6})", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def half(text: str) -> str | None:
    """The part of a Dnr that a question is; None for every other question, and for a bare year.

    >>> half("dnr 133?"), half("taxa 133"), half("2024")
    ('133', None, None)
    """
    match = _HALF.fullmatch(text.strip().rstrip("?. "))
    if (
        match is None
        or (match["registry"] and not match["registry"].isupper())
        or (not match["label"] and _YEAR.fullmatch(match["serial"]))
    ):
        return None
    return f"{match['registry']} {match['serial']}" if match["registry"] else match["serial"]


def fitting(question: Question, index: Index, access: Access, today: date) -> tuple[Candidate, ...]:
    """The matters that a question may mean that is part of a Dnr; none for every other question."""
    written = None if question.cases else half(question.text)
    if written is None:
        return ()
    only = question.filters.municipalities[0] if len(question.filters.municipalities) == 1 else None
    return tuple(one.candidate for one in numbers.meant(numbers.typed(written, today), only, Library(index, access)))


def about(matter: Candidate) -> str:
    """Whose a matter is and what it is about."""
    return ", ".join(filter(None, (matter.municipality, matter.title)))


def matters(material: Material) -> str | None:
    """Which matters the number fits, in a sentence; None where none does."""
    question = material.question
    found = fitting(question, material.index, material.access, material.today)
    named = [(one.case, about(one)) for one in found[:MOST_NAMED]]
    written = half(question.text) or ""
    return objections.several_cases(written, named, len(found) - len(named), question.language) if named else None
