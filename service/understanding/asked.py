"""The days, years and bodies that a question names, and whether a passage is of them or speaks of them. Pure."""

import re

from indexer import bodies, references
from indexer.documents import Passage
from service.records import Question
from service.understanding.kinds import fold

_YEAR = re.compile(r"(?<![\w/.:§-])(?:19|20)\d\d(?![\d/:])")
_YEARS_IN_TEXT = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s?[-–/]\s?((?:19|20)?\d\d)(?![\d-]))?")

LONGEST_SPAN = 12
"""Years of the longest plan; what seems longer is two numbers."""

SHORTEST_BODY = 7
"""Letters of a body's name that must be the same: of "nämnd" alone nothing can be told."""

_ANYONES = frozenset({"arbetsutskottet", "arbetsutskott", "utskottet", "presidiet", "beredningen"})
"""What many bodies have: the name alone tells nothing."""

_SHORT_AND = re.compile(r" (?:o|&|samt) ")
"""How a table writes "och", folded."""

_OF_A_PLACE = re.compile(r"[A-ZÅÄÖ]\w+s stadsdelsnämnd")


def days(question: Question) -> tuple[str, ...]:
    """Days named in full, as ISO dates."""
    return tuple(dict.fromkeys(found.iso for found in references.dates(question.text) if found.iso))


def years(question: Question) -> tuple[str, ...]:
    """Years that stand alone in the question: not in a date or a Dnr."""
    text = question.text
    taken = [found.span for found in references.dates(text)] + [case.span for case in question.cases if case.span]
    alone = (match for match in _YEAR.finditer(text) if not any(span.start <= match.start() < span.end for span in taken))
    return tuple(dict.fromkeys(match[0] for match in alone))


def bodies_asked(question: Question) -> tuple[str, ...]:
    """Bodies, indexed or not, with enough of a name to be told apart; a committee without its owner's name is none."""
    found = (name for name, _ in bodies.named(question.text))
    return tuple(dict.fromkeys(name for name in found if len(stem(name)) >= SHORTEST_BODY and fold(name) not in _ANYONES))


def years_said(text: str) -> frozenset[str]:
    """Every year that a text names, those inside a span of years too.

    >>> sorted(years_said("Planen för 2025–2027, läsåret 2023/24"))
    ['2023', '2024', '2025', '2026', '2027']
    """
    found: set[str] = set()
    for match in _YEARS_IN_TEXT.finditer(text):
        first = int(match[1])
        last = int(f"{match[1][: 4 - len(match[2])]}{match[2]}") if match[2] else first
        found.update(map(str, range(first, last + 1) if first <= last <= first + LONGEST_SPAN else (first, last)))
    return frozenset(found)


def is_of_day(passage: Passage, day: str) -> bool:
    """Whether a passage is of a meeting that day, or its text names the day, with its year or without ("12 mars")."""
    if passage.date == day:
        return True
    found = references.dates(passage.text)
    return any(date.iso == day or (date.iso is None and _same_day(date.span.of(passage.text), day)) for date in found)


def _same_day(written: str, day: str) -> bool:
    return any(found.iso == day for found in references.dates(f"{written} {day[:4]}"))


def is_named(body: str, text: str) -> bool:
    """Whether a text names the body in any form, alone or as whose committee it is."""
    folded = fold(text)
    return stem(body) in folded or (" och " in body and stem(body) in _SHORT_AND.sub(" och ", folded))


def stem(body: str) -> str:
    """A body's name without its ending, folded.

    >>> stem("Miljönämndens")
    'miljonamnd'
    """
    return re.sub(r"(?:en|n|et)$", "", fold(body).removesuffix("s"))


def inside(body: str) -> str:
    """A body's name as it stands inside a sentence."""
    return body if _OF_A_PLACE.match(body) else body[:1].lower() + body[1:]
