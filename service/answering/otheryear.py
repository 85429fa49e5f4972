"""An answer whose year is another than the question's, though the year stands in its Dnr or is that of the meeting."""

import re
from collections.abc import Collection, Sequence

from indexer import references
from indexer.documents import Passage
from service.answering import objections
from service.material import Material
from service.understanding import asked
from service.understanding.kinds import fold

DECIDED_AHEAD = 1
"""Years by which a decision commonly goes before the year that it is for; a report comes after its year."""

_IS = re.compile(
    r"^(?:vad|hur \w+|vilke[nt]|vilka) (?:ar|var|blir|galler|gallde)\b|\bkosta(?:r|de)\b|^(?:what|how \w+) (?:is|are|was|were)\b"
)
"""Asks for what is so in a year, not for what was decided in it."""


def of_another_year(material: Material, quoted: Sequence[Passage], words: str) -> str | None:
    """What must be said before the answer; None where any of the years asked for is borne out, or none is asked for.

    What is so in a year, the `words` quoted or the title must bear out: a table beside them often has the year before too.
    """
    question, language = material.question, material.question.language
    years, days = asked.years(question), {passage.date for passage in quoted}
    if not years or not quoted:
        return None
    title = quoted[0].title or ""
    own = sorted(asked.years_said(title))
    if own and _IS.search(fold(question.text)):
        is_borne_out = not asked.years_said(without_numbers(f"{title}\n{words}", days)).isdisjoint(years)
        named = own[0] if len(own) == 1 else f"{own[0]}–{own[-1]}"
        return None if is_borne_out else objections.from_another(named, years[0], language)
    said = without_numbers("\n".join(f"{passage.title or ''}\n{passage.text}" for passage in quoted), days)
    day = next((passage.date for passage in quoted if passage.date), None)
    if day is None or not asked.years_said(said).isdisjoint(years) or int(day[:4]) + DECIDED_AHEAD >= int(years[0]):
        return None
    return objections.from_another(day, years[0], language)


def without_numbers(text: str, meetings: Collection[str | None]) -> str:
    """The text without its Dnr and its own days: these tell when it was registered or met about, not of which year it is."""
    spans = [case.span for case in references.case_numbers(text) if case.span]
    spans += [found.span for found in references.dates(text) if found.iso in meetings]
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text
