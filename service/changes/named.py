"""Which two stages a question sets against each other: who is asked about, and whose proposal.

"Följde fullmäktige nämndens förslag?": a body owns a proposal where its name stands in the genitive before it, or after "från".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.changes.records import Stage, Step, Verdict, Way
from service.changes.stages import between
from service.question import initials
from service.understanding.kinds import fold

_GENERAL = ("fullmaktige", "forvaltning", "namnd", "styrelse", "utskott")
"""What a body is called where the matter tells which one is meant."""

_ENDING = re.compile(r"(?:et|en|um)$")
_OWNED = re.compile(r"\s(?:\w+\s)?(?:forslag|begaran|linje)")
_FROM = re.compile(r"\b(?:forslag|begaran)\w*\s(?:som\s)?(?:fran|av)\s(?:den\s)?$")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place of the question that names a body, and which of the bodies of the way it may be."""

    start: int
    end: int
    bodies: frozenset[str]


def step_meant(way: Way, question: str) -> Step:
    """The step that a question (folded) asks for: between the bodies that it names, else the last that changed anything, else the last.

    A body that other bodies stand between is set against the proposal asked about itself, not against theirs.
    """
    found = sorted(_mentions([stage.body for stage in way.stages if stage.body], question), key=lambda one: one.start)
    owner = next((one for one in found if _owns(one, question)), None)
    actor = next((one for one in found if one is not owner), None)
    pair = _pair(way.stages, owner, actor)
    if pair is None:
        changing = [step for step in way.steps if step.verdict is Verdict.CHANGED]
        return (changing or list(way.steps))[-1]
    return between(way.stages, *pair)


def _pair(stages: Sequence[Stage], owner: _Mention | None, actor: _Mention | None) -> tuple[int, int] | None:
    """The last two stages that had their say and are of the owner and the actor; of one alone the stage beside it."""
    speaking = [at for at, stage in enumerate(stages) if not stage.put_off]
    pairs = [(first, second) for second in speaking for first in speaking if first < second]
    if owner is None or actor is None:
        pairs = list(pairwise(speaking))
    fitting = [(first, second) for first, second in pairs if _is(stages[first], owner) and _is(stages[second], actor)]
    return max(fitting, key=lambda pair: (pair[1], pair[0])) if fitting and (owner or actor) else None


def _is(stage: Stage, mention: _Mention | None) -> bool:
    return mention is None or stage.body in mention.bodies


def _owns(mention: _Mention, question: str) -> bool:
    genitive = question[mention.start : mention.end].endswith("s") and _OWNED.match(question, mention.end)
    return bool(genitive or _FROM.search(question[: mention.start]))


def _mentions(bodies: Sequence[str], question: str) -> Iterator[_Mention]:
    """Where bodies are named, by their whole names first: "kommunstyrelsens arbetsutskott" is not the board."""
    left = question
    for pattern, meant in _names(bodies):
        for match in re.finditer(pattern, left):
            yield _Mention(*match.span(), meant)
        left = re.sub(pattern, lambda match: " " * len(match[0]), left)


def _names(bodies: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Patterns of the names that bodies go by, the most particular first."""
    each = sorted(set(bodies), key=lambda body: (-len(body), body))
    for body in each:
        yield rf"\b{re.escape(_stem(fold(body)))}\w*", frozenset((body,))
    for body in each:
        yield rf"\b{re.escape(fold(initials(body)))}:?s?\b", frozenset((body,))
    for body in each:
        last = _stem(fold(body.split()[-1]))
        yield rf"\b{re.escape(last)}\w*", frozenset(other for other in each if _stem(fold(other.split()[-1])) == last)
    for word in _GENERAL:
        yield rf"\b{word}\w*", frozenset(body for body in each if re.search(rf"{word}\w{{0,2}}$", fold(body)))


def _stem(name: str) -> str:
    return _ENDING.sub("", name)
