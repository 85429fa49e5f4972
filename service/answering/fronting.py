"""The value that is asked for, in front of the quote that holds it: the sum, the day, the name.

Only where the quote holds one such value in a sentence about what is asked: of two it cannot be told which is meant.
"""

import re
from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import Role, Span, Status
from service.answering import counted
from service.answering.lacking import wants_sum
from service.extract import Excerpt
from service.material import Material
from service.records import Asks
from service.sentences import units
from service.understanding.asked import bodies_asked
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, overlap, tokens_of, weight

LEAST_HELD = 0.35
"""Part of the question's weight that the sentence with the value must hold."""

_NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)+ \([A-ZÅÄÖ]{1,3}\)")
_LASTING = re.compile(r"\bhur (?:lang|ofta)|\bhow (?:long|often)")
"""A day is no answer to this."""

_OF_EFFECT = re.compile(r"\b(?:borja\w*|galla|galler|kraft|take effect|apply)\b")
_TAKES_EFFECT = re.compile(r"\b(?:fran|from|galler|kraft|borja\w*|infors)\b")
"""The day from which something holds, and how a sentence tells it: a day of handling stands in every other sentence."""

_DECIDED = re.compile(
    r"^(?:nar|vilke[nt] (?:dag|datum)|when)\b.*\b(?:beslut(?:ade|ades|ats|et)?|antogs?|faststall(?:de|des)|godkan(?:de|des)|avslogs?|bifoll"
    r"|bifolls|sald(?:e|es)|kopt(?:e|es)|forvarvad(?:e|es)|decided?|adopted|approved|sold|bought)\b"
)
"""Asks for the day of a decision: that of the meeting, which the decision's own words seldom hold."""

PREDECESSOR = re.compile(r"\b(?:efter|i stället för|ersätter|ersättare för|entledig\w+(?: av)?)\s+$", re.IGNORECASE)
"""What names a predecessor."""

_TO = re.compile(r"\b(?:från|ifrån)\b.{0,40}?\btill\s*$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:högst|minst|max|maximalt|upp till|cirka|ca|omkring|ungefär|drygt|knappt|runt|över|under)\s+$", re.IGNORECASE)
"""Without it the sum would be another."""

_EACH = re.compile(
    r" (?:(?:per|om|i|för varje) (?:år|månad|månaden|termin|dag|dygn|vecka|timme|person|anställd|elev|barn|mandat)\b(?: och år\b)?)"
)


def value(material: Material, excerpts: Sequence[Excerpt]) -> str | None:
    """The one value of the kind that is asked for in the first quote, as written; None where there is none or several, or
    where more than one municipality answers."""
    excerpt = excerpts[0]
    if excerpt.said is not None or len({each.passage.municipality for each in excerpts}) > 1:
        return None
    asked = fold(material.question.text)
    lasting, effect = bool(_LASTING.search(asked)), bool(_OF_EFFECT.search(asked))
    decided = material.question.asks is Asks.WHEN and not lasting and not effect and _DECIDED.search(asked)
    if decided and excerpt.passage.role is Role.BESLUT:
        return _meeting_day(material, excerpts)
    text = excerpt.passage.text
    sentences = [unit.span for unit in units(text) if excerpt.span.holds(unit.span)]
    thing = (
        counted.thing(material.question, material.words)
        if material.question.asks is Asks.AMOUNT and not wants_sum(material.question)
        else None
    )
    found = [
        (" ".join(span.of(text).split()), one)
        for one in sentences
        for span in (_counts(thing, text, one) if thing else _values(material.question.asks, text, one, lasting=lasting, effect=effect))
    ]
    said = {value for value, _ in found}
    least = LEAST_HELD * weight(material.words)
    about = any(overlap(material.words, tokens_of(one.of(text))) >= least > 0 for _, one in found)
    # what the question says itself is no answer to it
    known = any(value.split(" (")[0] in material.question.text for value in said)
    return said.pop() if len(said) == 1 and about and not known else None


def _meeting_day(material: Material, excerpts: Sequence[Excerpt]) -> str | None:
    """The day of the meeting that took the decision quoted; None where decisions of several days are quoted, where another
    body is asked for, or where the place says little of the matter."""
    passage, named = excerpts[0].passage, bodies_asked(material.question)
    days = {each.passage.date for each in excerpts if each.passage.role is Role.BESLUT}
    if passage.status is not Status.BESLUT or len(days) > 1 or (named and not _is_any(passage.body, named)):
        return None
    held = overlap(material.words, tokens_of(f"{passage.header}\n{passage.text}"))
    return passage.date if held >= LEAST_HELD * weight(material.words) > 0 else None


def _is_any(body: str | None, named: Sequence[str]) -> bool:
    """Whether a body is one of those named, in short or in full: "fullmäktige" is kommunfullmäktige."""
    return body is not None and any(fold(body).endswith(fold(name)) for name in named)


def _counts(thing: Wanted, text: str, sentence: Span) -> Iterator[Span]:
    """The numbers that count what is asked for: an amount of money beside it counts nothing."""
    return (_moved(span, sentence.start) for span in counted.numbers(thing, sentence.of(text)))


def _values(asks: Asks, text: str, sentence: Span, *, lasting: bool, effect: bool) -> Iterator[Span]:
    said = sentence.of(text)
    if asks is Asks.AMOUNT:
        yield from _sums(said, sentence.start)
    elif asks is Asks.WHEN and not lasting and (not effect or _TAKES_EFFECT.search(fold(said))):
        yield from (_moved(day.span, sentence.start) for day in references.dates(said) if day.iso)
    elif asks is Asks.WHO:
        names = (match for match in _NAME.finditer(said) if not PREDECESSOR.search(said[: match.start()]))
        yield from (_moved(Span(*match.span()), sentence.start) for match in names)


def _sums(said: str, start: int) -> Iterator[Span]:
    """Sums with their unit and what they are for each; of "från 10 kronor till 20 kronor" the second."""
    sums = [amount for amount in references.amounts(said) if amount.unit]
    reached = [amount for amount in sums if _TO.search(said[: amount.span.start])]
    for amount in reached or sums:
        each, bound = _EACH.match(said, amount.span.end), _BOUND.search(said[: amount.span.start])
        yield Span(start + (bound.start() if bound else amount.span.start), start + (each.end() if each else amount.span.end))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
