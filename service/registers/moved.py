"""What members moved in a § ("Anna Ek (S) yrkar avslag på motionen"): who, and what should become of the matter.

Only people whom the § names with their party, in the sentence that says it; a sentence that names nobody gives nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer import persons
from indexer.documents import Outcome, Span

_SENTENCE = re.compile(
    # the stop of "ordf. (S)" ends none, an empty line and the mark of a list do
    r"(?:[^.!?•\n]|\.(?=[ ]?[(a-zåäö\d])|\n(?![ \t]*(?:\n|[-–•])))+"
)
_VERB = re.compile(r"\b(?:yrkar|yrkade|yrkat)\b", re.IGNORECASE)
_OUTCOMES: Mapping[Outcome, re.Pattern[str]] = {
    Outcome.AVSLAG: re.compile(r"\bavslag\b|\bavsl[åa]s?\b", re.IGNORECASE),
    Outcome.BIFALL: re.compile(r"\bbifall(?:a|er|s)?\b", re.IGNORECASE),
    Outcome.ATERREMISS: re.compile(r"\b[åa]terremi(?:ss|tter)", re.IGNORECASE),
    Outcome.BORDLAGT: re.compile(r"\bbordl[äa]gg", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One sentence that says who moved what; `people` are names with their party."""

    span: Span
    people: tuple[tuple[str, str | None], ...]
    outcomes: tuple[Outcome, ...]


def moved(text: str, section: Span) -> tuple[Moved, ...]:
    """What was moved in a §, in order. `text` is without page furniture."""
    if "yrka" not in text[section.start : section.end].casefold():
        return ()
    known = {
        " ".join(person.name.of(text).split()): person.party
        for person in persons.with_party(text[section.start : section.end], section.start)
    }
    return tuple(_found(text, section, known))


def speaks_of_moving(text: str, outcomes: Sequence[Outcome]) -> bool:
    """Whether a sentence speaks of moving one of the outcomes; any where none is given."""
    said = [sentence for sentence, _ in _sentences(text, Span(0, len(text)))]
    return any(not outcomes or any(_OUTCOMES[outcome].search(text, one.start, one.end) for outcome in outcomes) for one in said)


def _sentences(text: str, within: Span) -> Iterator[tuple[Span, Span]]:
    """The sentences that say that somebody moved something, each with its verb."""
    for match in _SENTENCE.finditer(text, within.start, within.end):
        verb = _VERB.search(text, match.start(), match.end())
        if verb:
            yield Span(*match.span()), Span(*verb.span())


def _found(text: str, section: Span, known: Mapping[str, str | None]) -> Iterator[Moved]:
    for sentence, verb in _sentences(text, section):
        people = _named(text[sentence.start : verb.start], known) or _named(text[verb.end : sentence.end], known)
        if people:
            words = sentence.of(text)
            outcomes = tuple(outcome for outcome, pattern in _OUTCOMES.items() if pattern.search(words))
            stop = text[sentence.end : sentence.end + 1] == "."
            yield Moved(Span(sentence.end - len(words.lstrip()), sentence.end + stop), people, outcomes)


def _named(words: str, known: Mapping[str, str | None]) -> tuple[tuple[str, str | None], ...]:
    """The people of the § whom the words name, in their order."""
    line = " ".join(words.split())
    places = {name: found.start() for name in known if (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line))}
    return tuple((name, known[name]) for name in sorted(places, key=lambda name: places[name]))
