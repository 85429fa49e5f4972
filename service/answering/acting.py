"""Who reserved, moved or voted in a certain body: a matter has its own reservations and votes in each body that it passes."""

import re
from collections.abc import Sequence

from indexer import bodies
from indexer.documents import Passage
from service.answering import matter
from service.question import initials
from service.records import Hit, Question
from service.understanding import asked
from service.understanding.kinds import fold

NEAR_SHARE = 0.4
"""Part of the first hit's score that the own words of the body asked for must have."""

_ACTS = (
    r"\breserv(?:er|ation)\w*",
    r"\byrka\w*",
    r"\b(?:om)?rost(?:ade|at|ar|er|erna|ning\w*)\b|\bvoter\w*",
    r"\bjav\w*",
    r"\b(?:protokolls)?anteckning\w*",
    r"\bsarskilt yttrande\w*",
)
"""What members do in a meeting, folded: in a question and in the minutes alike."""

_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,6}\b")


def own(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits without what other bodies than the one asked for say of the same matter, where that one's own words are found."""
    pattern, names = act(question), bodies_meant(question)
    if pattern is None or not names or not hits:
        return hits
    near = (hit.passage for hit in hits if hit.score >= NEAR_SHARE * hits[0].score)
    telling = [passage for passage in near if is_of(names, passage) and pattern.search(fold(passage.text))]
    others = (hit for hit in hits if not is_of(names, hit.passage))
    left_out = {hit.passage.id for hit in others if any(matter.is_one(one, hit.passage) for one in telling)}
    return [hit for hit in hits if hit.passage.id not in left_out]


def is_asked(question: Question) -> bool:
    """Whether the question is about what members did in a certain body."""
    return act(question) is not None and bool(bodies_meant(question))


def another_body(question: Question, quoted: Sequence[Passage]) -> tuple[str, str] | None:
    """The body whose words are quoted, and the one asked for, where that is another."""
    names = bodies_meant(question)
    body = next((passage.body for passage in quoted if passage.body), None)
    if body is None or any(is_of(names, passage) for passage in quoted):
        return None
    return body, names[0]


def act(question: Question) -> re.Pattern[str] | None:
    """What is asked about that members do in a meeting; None for every other question."""
    folded = fold(question.text)
    return next((re.compile(pattern) for pattern in _ACTS if re.search(pattern, folded)), None)


def bodies_meant(question: Question) -> tuple[str, ...]:
    """The bodies in which something is asked about; not those whose proposal ("kommunstyrelsens förslag") it is about."""
    text = question.text
    spelled = [name for name, span in bodies.named(text) if stands_alone(text[span.start : span.end])]
    capitals = set(_CAPITALS.findall(text))
    return tuple(dict.fromkeys([*spelled, *(name for name in question.bodies if initials(name) in capitals)]))


def stands_alone(written: str) -> bool:
    """Whether a body's name as written is no genitive.

    >>> stands_alone("kommunstyrelsen"), stands_alone("kommunstyrelsens")
    (True, False)
    """
    return not written.endswith("s")


def is_of(names: Sequence[str], passage: Passage) -> bool:
    """Whether a passage is of one of the bodies: "fullmäktige" is kommunfullmäktige, "arbetsutskottet" any board's."""
    own = asked.stem(passage.body) if passage.body else ""
    return any(own.endswith(asked.stem(name)) for name in names)
