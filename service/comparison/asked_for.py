"""Whether words hold the kind of thing that a question asks for: a sum, a day, a person, the holder of a post.

A name beside another post answers nobody who asks for the chair, and the day of a deadline nobody who asks when it was decided.
"""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import Passage, Role, Status
from service.answering import lacking
from service.answering.fronting import PREDECESSOR
from service.records import Asks, Question
from service.understanding.asked import bodies_asked
from service.understanding.kinds import fold

_DECIDING_DAY = re.compile(
    r"^nar\b.*\b(?:beslut(?:ade|ades|ats)|antogs?|antagits|fattade|fattades|godkan(?:de|des)|faststallde|faststalldes)\b"
)
"""Of folded text: asks for the day of the decision itself."""

_POSTS = r"\w*(?:ordforande|direktor|chef|kommunalrad|oppositionsrad|sekreterare|revisor|ombud)"
_POST = re.compile(rf"\b(?:vem|vilka) (?:\w+ ){{1,3}}?(?P<post>{_POSTS})(?:en|n)?\b")
"""The post whose holder a question asks for, of folded text."""

_ACT = re.compile(r"\b(?P<act>reserv|yrka|rosta|delto)\w*")
"""What persons do at a meeting, of folded text."""

_TITLED_NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)+ \([A-ZÅÄÖ]{1,3}\)")
_CELL = re.compile(r"[\t\n]+")
_BECOMES = r"(?:\W+(?:ar|blir|valjs|utses|till|som|ny|nya|tf|tillforordnad|kommunens|namndens|styrelsens))*"


def is_sought(question: Question, text: str) -> bool:
    """Whether a text holds the kind of thing that is asked for: a sum, a day, a person that it does not replace."""
    if question.asks is Asks.AMOUNT:
        return bool(references.amounts(text)) or "procent" in text
    if question.asks is Asks.WHEN:
        return asks_deciding_day(question) or any(day.iso for day in references.dates(text))
    if question.asks is Asks.WHO:
        return bool(persons(question, text))
    return True


def asks_deciding_day(question: Question) -> bool:
    """Whether the day of the decision is asked for, which stands with the minutes and not in its words."""
    return question.asks is Asks.WHEN and _DECIDING_DAY.search(fold(question.text)) is not None


def deciding_day(question: Question, passage: Passage) -> str | None:
    """The day that answers when it was decided: of the meeting that the decision is of."""
    is_decision = passage.role is Role.BESLUT and passage.status is Status.BESLUT
    return passage.date if is_decision and asks_deciding_day(question) else None


def persons(question: Question, text: str) -> list[str]:
    """The persons that a text names; of a post its holder alone, of an act ("vilka reserverade sig") none where it is not told."""
    post, act = post_asked(question), act_asked(question)
    if act and act not in fold(text):
        return []
    found = list(dict.fromkeys(_named(text)))
    return _holders(found, post, text) if post else found


def post_asked(question: Question) -> str | None:
    """The post whose holder is asked for, folded; None where any person may answer."""
    match = _POST.search(fold(question.text)) if question.asks is Asks.WHO else None
    return match["post"] if match else None


def act_asked(question: Question) -> str | None:
    """The stem of what those asked for did at the meeting, folded; None where no such act is named."""
    match = _ACT.search(fold(question.text)) if question.asks is Asks.WHO else None
    return match["act"] if match else None


def is_of_body(question: Question, passage: Passage) -> bool:
    """Whether words on a post are of the body that the question names: by their minutes, their title or what stands beside them."""
    told = fold(" ".join(f"{passage.body or ''} {passage.title or ''} {passage.text}".split()))
    return all(fold(body) in told for body in bodies_asked(question))


def _named(text: str) -> Iterator[str]:
    """Names in cells and lines of their own, since a head above a name is none of it; else in the whole text, a table aside."""
    found = [name for each in _CELL.split(text) for name in _names(" ".join(each.split()))]
    yield from found or ([] if "\t" in text else _names(" ".join(text.split())))


def _names(text: str) -> list[str]:
    titled = [match[0] for match in _TITLED_NAME.finditer(text) if not PREDECESSOR.search(text[: match.start()])]
    return titled or [name for name in lacking.names(text) if not PREDECESSOR.search(text[: text.index(name)])]


def _holders(names: Sequence[str], post: str, text: str) -> list[str]:
    """The names that the post follows, else those that follow it: in a list of those present each stands after a name."""
    folded = fold(text)
    after = [name for name in names if re.search(rf"{re.escape(fold(name))}(?: \([a-z]+\))?{_BECOMES}\W{{1,3}}{post}\b", folded)]
    return after or [name for name in names if re.search(rf"(?<!vice )\b{post}(?:en|n)?:?\s{re.escape(fold(name))}", folded)]
