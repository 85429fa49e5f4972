"""Who reserved, moved or voted in a certain body: a matter has its own reservations and votes in each body that it passes."""

import re
from collections.abc import Sequence

from indexer import bodies
from indexer.documents import Passage, Role
from service.answering import matter
from service.material import Material
from service.question import initials
from service.records import Hit, Question
from service.understanding import asked
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

NEAR_SHARE = 0.4
"""Part of the first hit's score that the own words of the body asked for must have."""

LEAST_OF_GIST = 0.6
FAR_SHARE = 0.5
"""Part of the words for the matter that a § must hold to be the one asked about; the part of what it holds below which others are not."""

_PARTIES = {
    "socialdemokrat": "S",
    "moderat": "M",
    "sverigedemokrat": "SD",
    "centerpart": "C",
    "vansterpart": "V",
    "kristdemokrat": "KD",
    "liberal": "L",
    "miljopart": "MP",
}
_PARTY = re.compile(rf"\b(?:{'|'.join(_PARTIES)})")

_VOTES = r"\b(?:om)?rost(?:ade|at|ar|er|erna|ning\w*)\b|\bvoter\w*"
"""Told with what was voted on, of whatever words."""
_ACTS = (
    r"\breserv(?:er|ation)\w*",
    r"\byrka\w*",
    _VOTES,
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


def of_the_matter(material: Material) -> Sequence[Hit]:
    """The hits without what members did in other matters, where what they did in one that holds the words asked for is found.

    A reservation names no matter: its § does.
    """
    hits, pattern = material.hits, act(material.question)
    if pattern is None or not hits or pattern.pattern == _VOTES:
        return hits
    words = [word for word in gist(material) if not _PARTY.match(fold(word.word)) and not pattern.search(fold(word.word))]
    near = [hit.passage for hit in hits if hit.score >= NEAR_SHARE * hits[0].score and _tells(pattern, hit.passage)]
    held = {one.id: overlap(words, tokens_of(f"{one.header}\n{one.text}")) for one in near}
    least = LEAST_OF_GIST * weight(words)
    party = _of_party(material.question)
    own = {one.id for one in near if party and party.search(fold(one.text)) and held[one.id] >= least}
    most = max(held.values(), default=0.0)
    if not words or most < least:
        return hits
    left_out = {one.id for one in near if held[one.id] < FAR_SHARE * most or (own and one.id not in own)}
    return [hit for hit in hits if hit.passage.id not in left_out]


def _of_party(question: Question) -> re.Pattern[str] | None:
    """What shows that a folded text speaks of the one party that is asked about."""
    named = {match[0] for match in _PARTY.finditer(fold(question.text))}
    if len(named) != 1:
        return None
    name = named.pop()
    return re.compile(rf"\({_PARTIES[name].lower()}\)|\b{name}")


def _tells(pattern: re.Pattern[str], passage: Passage) -> bool:
    return passage.role is Role.YRKANDE or pattern.search(fold(passage.text)) is not None


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
