"""An answer whose year is another than the question's, though the year stands in its Dnr or is that of the meeting."""

import re
from collections.abc import Collection, Sequence

from indexer import references
from indexer.documents import Passage
from service.answering import objections
from service.answering.material import Material
from service.understanding import asked
from service.understanding.kinds import fold

DECIDED_AHEAD = 1
"""Years by which a decision commonly goes before the year that it is for; a report comes after its year."""

_IS = re.compile(
    r"^(?:vad|hur \w+|vilke[nt]|vilka) (?:ar|var|blir|galler|gallde)\b|\bkosta(?:r|de)\b|^(?:what|how \w+) (?:is|are|was|were)\b"
)
"""Asks for what is so in a year, not for what was decided in it."""


def of_another_year(material: Material, quoted: Sequence[Passage]) -> str | None:
    """What must be said before the answer; None where any of the years asked for is borne out, or none is asked for."""
    question, language = material.question, material.question.language
    years = asked.years(question)
    said = "\n".join(f"{passage.title or ''}\n{passage.text}" for passage in quoted)
    text = _without_numbers(said, {passage.date for passage in quoted})
    if not years or not quoted or not asked.years_said(text).isdisjoint(years):
        return None
    day = next((passage.date for passage in quoted if passage.date), None)
    own = sorted(asked.years_said(quoted[0].title or ""))
    if own and _IS.search(fold(question.text)):
        return objections.from_another(own[0] if len(own) == 1 else f"{own[0]}–{own[-1]}", years[0], language)
    return objections.from_another(day, years[0], language) if day and int(day[:4]) + DECIDED_AHEAD < int(years[0]) else None


def _without_numbers(text: str, meetings: Collection[str | None]) -> str:
    """The text without its Dnr and its own days: these tell when it was registered or met about, not of which year it is."""
    spans = [case.span for case in references.case_numbers(text) if case.span]
    spans += [found.span for found in references.dates(text) if found.iso in meetings]
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text
