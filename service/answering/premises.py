"""What a question takes for granted (a Dnr, a §, a municipality, a body, a day, a year), and what the documents say of it.

A premise is wrong only where nothing that was found bears it out: the date in a header, the name in a text. What cannot be
told is taken as right. What is said then stands in objections.py.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from indexer.documents import Passage
from indexer.index import Filters
from service import retrieval
from service.answering import acting, halves, objections, othermatter
from service.answering.othermatter import another_matter, of_a_case, said
from service.answering.otheryear import of_another_year, without_numbers
from service.material import Material
from service.records import Asks, Question
from service.understanding import asked
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import ASKING

NEAR_HITS = 10
"""Hits that may bear a premise out."""

NAMING_HITS = 3
"""Hits in which a name that nothing is indexed under may be meant."""

MEETING_PASSAGES = 300
"""Passages of a meeting that are looked through for its §."""

_KOMMUN = re.compile(r"\b([A-ZÅÄÖ][\wåäöé-]+)s? kommuns?\b")
_AS_OF = re.compile(r"\bgall(?:er|de|t)\b|\bapplied\b|\bin force\b")
"""A decision goes on holding: what is asked of a later year may stand in an earlier one."""


def missing(material: Material) -> str | None:
    """Why nothing can answer: the first premise that nothing bears out, in a sentence; None where something may answer."""
    checks: tuple[Callable[[Material], str | None], ...] = (
        halves.matters,
        _case,
        _municipality,
        _section,
        _day,
        _year,
        _meeting,
        _body,
        another_matter,
    )
    return next((sentence for check in checks if (sentence := check(material))), None)


def unmet(material: Material, quoted: Sequence[Passage], words: str = "") -> str | None:
    """Why the first place that would be quoted is no answer: it is of another year than the one asked about.

    A paper without a date may be of any year, unless the `words` quoted from it name others.
    """
    first = _of_one_place(quoted)
    dated = all(passage.date for passage in first)
    if not first or _holds_on(material, first) or not (dated or asked.years_said(words)):
        return None
    if material.question.asks is Asks.STATUS:
        # a thing of one year is often settled the year after: what else the § says tells which it is of
        whole = Filters(section_ids=(first[0].section_id,))
        first = material.index.passages(material.index.select(whole, material.access, MEETING_PASSAGES), material.access) or first
    headers = " ".join(passage.header for passage in first)
    text = "\n".join(map(said, first)) if dated else f"{headers}\n{words}"
    if _is_before(material.question, first):
        # its own day tells nothing of a later month of that year
        text = without_numbers(text, {passage.date for passage in first})
    if not asked.years_said(text).isdisjoint(asked.years(material.question)):
        # of several years one is borne out here, and the others may be by what is quoted beside it
        return None
    return _silent_year(material, text)


def _is_before(question: Question, passages: Sequence[Passage]) -> bool:
    """Whether papers are older than the one time that is asked about."""
    return len(question.periods) == 1 and all(passage.date and passage.date < question.periods[0].first for passage in passages)


def correction(material: Material, quoted: Sequence[Passage], words: str = "") -> str | None:
    """What must be said before an answer whose first place is of another body, day or year than the question names."""
    quoted = _of_one_place(quoted)
    question = material.question
    bodies = (acting.another_body if acting.is_asked(question) else _other_body)(question, quoted)
    if bodies:
        there, meant = map(asked.inside, bodies)
        return objections.from_another(there, meant, question.language)
    date = next((passage.date for passage in quoted if passage.date), None)
    day = next((day for day in asked.days(question) if not any(asked.is_of_day(passage, day) for passage in quoted)), None)
    if date and day and not _holds_on(material, quoted):
        return objections.from_another(date, day, question.language)
    said_of_place = othermatter.silent(material) or othermatter.one_of_several(material)
    return said_of_place or (None if _holds_on(material, quoted) else of_another_year(material, quoted, words))


def _other_body(question: Question, quoted: Sequence[Passage]) -> tuple[str, str] | None:
    """The body quoted and the one asked for, where nothing quoted is of the one asked for or names it."""
    text = "\n".join(map(said, quoted))
    body = next((passage.body for passage in quoted if passage.body), None)
    meant = next((name for name in asked.bodies_asked(question) if not asked.is_named(name, text)), None)
    return (body, meant) if body and meant else None


def _of_one_place(quoted: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in quoted if passage.section_id == quoted[0].section_id]


def _case(material: Material) -> str | None:
    question = material.question
    if not question.cases or any(of_a_case(question, hit.passage) for hit in material.hits):
        return None
    return objections.no_case(question.cases[0].as_written, question.language)


def _municipality(material: Material) -> str | None:
    question = material.question
    if question.municipalities and question.asks is Asks.COMPARISON:
        # the others can still be compared
        return None
    texts = [said(hit.passage).casefold() for hit in material.hits[:NAMING_HITS]]
    names = (*question.unknown_municipalities, *_unheard_of(question.text, question.municipalities))
    name = next((name for name in names if not any(name.casefold() in text for text in texts)), None)
    return objections.no_municipality(name, question.language) if name else None


def _unheard_of(text: str, known: Sequence[str]) -> Iterator[str]:
    """What a question calls a municipality, though it is none that is known: "Norrvarna kommun"."""
    for match in _KOMMUN.finditer(text):
        if fold(match[1]) not in ASKING and not any(fold(match[1]).startswith(fold(name)) for name in known):
            yield match[0].removesuffix("s")


def _section(material: Material) -> str | None:
    """A § asked for of a certain meeting, which has none of that number."""
    question, days = material.question, asked.days(material.question)
    if not question.sections or any(_may_be_meant(material, hit.passage) for hit in material.hits):
        return None
    number = question.sections[0]
    if not (question.bodies or days):
        return _nowhere(material, number)
    held = _numbers(material)
    if any(number in hit.passage.text for hit in material.hits[:NAMING_HITS]) or _number(number) in held:
        return None
    one_meeting = held and days and len(question.municipalities) == 1
    return objections.no_section(number, (min(held), max(held)) if one_meeting else None, question.language)


def _nowhere(material: Material, number: str) -> str | None:
    """A § that no minutes searched have, and that no hit speaks of: of a law it would."""
    filters = replace(retrieval.narrowed(material.question), sections=(number,))
    either = re.compile(rf"{re.escape(number)}(?!\d)|(?<!\d){_number(number)} §")
    if any(either.search(hit.passage.text) for hit in material.hits) or material.index.select(filters, material.access, 1):
        return None
    return objections.no_such_section(number, material.question.language)


def _may_be_meant(material: Material, passage: Passage) -> bool:
    days = asked.days(material.question)
    return passage.section in material.question.sections and (not days or passage.date in days)


def _numbers(material: Material) -> set[int]:
    """The § of the meetings that the question names."""
    index, access = material.index, material.access
    found = index.passages(index.select(_meetings(material), access, MEETING_PASSAGES), access)
    return {number for passage in found if (number := _number(passage.section))}


def _number(section: str | None) -> int | None:
    match = re.match(r"§ (\d+)", section or "")
    return int(match[1]) if match else None


def _meetings(material: Material) -> Filters:
    """The meetings that the question names: a body's, a day's, both."""
    question, days = material.question, asked.days(material.question)
    filters = retrieval.narrowed(question)
    if question.bodies:
        filters = replace(filters, bodies=question.bodies)
    return replace(filters, date_from=days[0], date_to=days[0]) if len(days) == 1 else filters


def _day(material: Material) -> str | None:
    """A day that no header and no text bears out, and of which no minutes are indexed."""
    question, near = material.question, _near(material)
    day = next((day for day in asked.days(question) if not any(asked.is_of_day(passage, day) for passage in near)), None)
    if day is None or _holds_on(material, near) or material.index.facets(_meetings(material), material.access).passages:
        return None
    return objections.no_meeting(asked.inside(question.bodies[0]) if question.bodies else None, day, question.language)


def _year(material: Material) -> str | None:
    """A year that nothing found is of or speaks of."""
    near = _near(material)
    return None if _holds_on(material, near) else _silent_year(material, "\n".join(map(said, near)))


def _meeting(material: Material) -> str | None:
    """What a body decided in a month or year is asked for, of whatever matter, and it has no minutes of that time."""
    question = material.question
    if question.asks is not Asks.DECISION or not question.bodies or len(question.periods) != 1 or gist(material):
        return None
    period = question.periods[0]
    filters = replace(retrieval.narrowed(question), bodies=question.bodies, date_from=period.first, date_to=period.last)
    if asked.days(question) or material.index.select(filters, material.access, 1):
        return None
    where = question.municipalities[0] if len(question.municipalities) == 1 else None
    return objections.no_meeting_then(asked.inside(question.bodies[0]), where, period.first, period.last, question.language)


def _silent_year(material: Material, text: str) -> str | None:
    said = asked.years_said(text)
    year = next((year for year in asked.years(material.question) if year not in said), None)
    return objections.nothing_of(year, material.question.language) if year else None


def _holds_on(material: Material, passages: Sequence[Passage]) -> bool:
    """Whether what holds is asked for, and an earlier decision may still do."""
    times = [*asked.days(material.question), *asked.years(material.question)]
    if not times or not _AS_OF.search(fold(material.question.text)):
        return False
    return any(passage.date and passage.date < min(times) for passage in passages)


def _body(material: Material) -> str | None:
    """A body of which nothing is indexed, and which the first hits do not name either."""
    question, first = material.question, [said(hit.passage) for hit in material.hits[:NAMING_HITS]]
    where = question.municipalities[0] if len(question.municipalities) == 1 else None
    for name in asked.bodies_asked(question):
        if not any(asked.is_named(name, text) for text in first) and not _is_indexed(name, material):
            return objections.no_body(asked.inside(name), where, question.language)
    return None


def _is_indexed(name: str, material: Material) -> bool:
    """Whether minutes of the body are among what is searched, or of a committee of its."""
    searched = material.index.facets(retrieval.narrowed(material.question), material.access).bodies
    return any(asked.is_named(name, body) for body in searched)


def _near(material: Material) -> list[Passage]:
    return [hit.passage for hit in material.hits[:NEAR_HITS]]
