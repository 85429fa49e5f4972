"""What a reader said, as it is kept: never who said it. Identity numbers and addresses of mail are masked before that."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.privacy import MASK, mask

MAX_WORDS = 2_000
"""Characters of a reader's own words."""

MAX_VALUE = 300
"""Characters of what a reader says should stand in a field."""

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


class About(StrEnum):
    """What is spoken of."""

    ANSWER = "svar"
    FACT = "uppgift"
    HOLDINGS = "bestånd"


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "innehåller fel"
    SOURCE = "fel källa"
    MISSING = "saknas"


class State(StrEnum):
    """What a person has made of it."""

    NEW = "ny"
    APPROVED = "godkänd"
    DISMISSED = "avvisad"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation of the answer that was spoken of; `lines` are its place in the text as it was read."""

    file: str
    section: str | None
    case: str | None
    lines: tuple[int, int]
    quote: str


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """The answer that was spoken of, made again from the same words."""

    text: str
    refused: bool
    asks: str
    language: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said. `field` of the § in `file` should hold `value`, where a reader reports what was misread; `id` is
    hard to guess, so that only who said it can add the reason afterwards."""

    id: str
    at: str
    about: About
    helped: bool | None = None
    reason: Reason | None = None
    words: str = ""
    question: str | None = None
    municipalities: tuple[str, ...] = ()
    given: GivenAnswer | None = None
    file: str | None = None
    section: str | None = None
    field: str | None = None
    value: str | None = None
    state: State = State.NEW


def cleaned(said: Said) -> Said:
    """The same without what may point out a person."""
    return replace(
        said,
        words=_masked(said.words),
        question=_masked(said.question) if said.question else None,
        value=_masked(said.value) if said.value else said.value,
    )


def _masked(text: str) -> str:
    """
    >>> _masked("Skriv till a.ek@tallmora.example!")
    'Skriv till ██████████████████████!'
    """
    return _MAIL.sub(lambda found: MASK * len(found[0]), mask(text)[0])
