"""The bodies that a question for a list names: in full, by letters of any case ("ks"), or by what they are ("nämnden")."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from indexer import bodies
from service.question import initials
from service.records import Question
from service.understanding.kinds import fold

_GENERAL = re.compile(r"\b(?P<word>fullmaktige|styrelsen|arbetsutskottet|utskottet|namnden)s?\b")
"""What a body may be called where everybody knows which; folded."""


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies named and the question's other words; `general` is the word that left open which of several is meant."""

    rest: str
    bodies: tuple[str, ...] = ()
    general: str | None = None


def named(question: Question, rest: str, known: Collection[str], no_letters: Collection[str]) -> Named:
    """The bodies named, the longest names first: "kommunstyrelsens arbetsutskott" does not name the board.

    Letters name all bodies that have them; `no_letters` are words that are never letters of a body.
    """
    found: list[str] = []
    for body in question.bodies:
        rest, is_named = _without(re.escape(re.sub(r"(n|et)$", "", fold(body))) + r"\w{0,3}", rest)
        found += [body] if is_named else []
    for short in sorted({fold(letters) for body in known if len(letters := initials(body)) > 1} - set(no_letters)):
        rest, is_named = _without(f"{re.escape(short)}s?", rest)
        found += sorted(body for body in known if is_named and fold(initials(body)) == short and body not in found)
    return Named(rest, tuple(found)) if found else _in_general(rest, known)


def _in_general(rest: str, known: Collection[str]) -> Named:
    """The bodies that a general word may mean: where it is one that is all, else which is left open."""
    match = _GENERAL.search(rest)
    fits = tuple(sorted(_fitting(match["word"], known))) if match else ()
    if match is None or not fits:
        return Named(rest)
    return Named(f"{rest[: match.start()]} {rest[match.end() :]}", fits, match["word"] if len(fits) > 1 else None)


def _fitting(word: str, known: Collection[str]) -> Sequence[str]:
    if word == "styrelsen" and "Kommunstyrelsen" in known:
        return ("Kommunstyrelsen",)
    if word == "fullmaktige" and "Kommunfullmäktige" in known:
        return ("Kommunfullmäktige",)
    committee = word.endswith("utskottet")
    ending = re.compile(rf"{word.removesuffix('et').removesuffix('en')}(?:et|en)?\b")
    return [body for body in known if bodies.is_committee(body) is committee and ending.search(fold(body))]


def _without(name: str, rest: str) -> tuple[str, bool]:
    shorter = re.sub(rf"\b{name}(?![\w-])", " ", rest)
    return shorter, shorter != rest
