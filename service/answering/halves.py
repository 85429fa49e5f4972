"""A question that is only part of a Dnr ("133", "dnr 133", "SBN 133"): the matters that it may mean, named and not chosen from."""

import re

from service.answering import objections
from service.answering.material import Material
from service.following import numbers
from service.following.library import Library

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


def matters(material: Material) -> str | None:
    """Which matters the number fits, in a sentence; None where none does."""
    question = material.question
    written = None if question.cases else half(question.text)
    if written is None:
        return None
    only = question.filters.municipalities[0] if len(question.filters.municipalities) == 1 else None
    fitting = numbers.meant(numbers.typed(written, material.today), only, Library(material.index, material.access))
    named = [
        (one.candidate.case, ", ".join(filter(None, (one.candidate.municipality, one.candidate.title)))) for one in fitting[:MOST_NAMED]
    ]
    return objections.several_cases(written, named, len(fitting) - len(named), question.language) if named else None
