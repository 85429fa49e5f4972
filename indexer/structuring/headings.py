"""The headings inside a §: which line announces a decision, a proposal, a summary, sources, votes, recipients.

A heading is a line that says nothing else ("Beslutsunderlag"), or a label with its text after a colon ("Beslut: ...").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer import bodies
from indexer.damage import any_of, compiled
from indexer.documents import BlockKind

_NAME = r"[^\W\d_][^\d.:;!?]{2,90}?"
_REST = r"\s*[:.]?\s*"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line announces. `body` is the body named in it, `to` the one a proposal goes to; `length` is how many
    characters the heading itself takes (the rest of the line is already its text)."""

    kind: BlockKind
    body: str | None
    to: str | None
    length: int


_TABLE: tuple[tuple[BlockKind, tuple[str, ...]], ...] = (
    (
        BlockKind.FORSLAG,
        (
            "Förslag till beslut",
            "Beslutsförslag",
            "Förslag till styrelsen",
            "Tjänstemannaförslag",
            "Tjänstemans förslag till beslut",
            "Förvaltningens förslag till beslut",
            "Förvaltningens förslag",
            "Kommunchefens förslag till beslut",
            "Ordförandens förslag till beslut",
        ),
    ),
    (BlockKind.BESLUT, ("Beslut", "Beslutet", "Beslut i ärendet")),
    (
        BlockKind.ARENDEBESKRIVNING,
        (
            "Ärendebeskrivning",
            "Sammanfattning",
            "Sammanfattning av ärendet",
            "Beskrivning av ärendet",
            "Bakgrund",
            "Ärendet",
            "Beredning",
            "Ärendets beredning",
            "Bakgrund till ärendet",
            "Ärendebeskrivning och bakgrund",
            "Sammanfattning och bakgrund",
        ),
    ),
    (
        BlockKind.BESLUTSUNDERLAG,
        ("Beslutsunderlag", "Underlag för beslut", "Underlag till beslut", "Handlingar i ärendet"),
    ),
    (
        BlockKind.YRKANDE,
        ("Yrkande", "Yrkanden", "Yrkanden på sammanträdet", "Förslag till beslut på sammanträdet", "Tilläggsyrkande", "Ändringsyrkande"),
    ),
    (
        BlockKind.PROPOSITION,
        ("Proposition", "Propositioner", "Propositionsordning", "Beslutsgång", "Beslutsordning", "Propositionsordning och beslut"),
    ),
    (
        BlockKind.VOTERING,
        (
            "Votering",
            "Votering begärs",
            "Voteringsproposition",
            "Voteringsordning",
            "Voteringsresultat",
            "Voteringslista",
            "Omröstning",
            "Omröstningsresultat",
            "Omröstning begärs",
        ),
    ),
    (BlockKind.RESERVATION, ("Reservation", "Reservationer", "Reservation mot beslutet", "Skriftlig reservation")),
    (
        BlockKind.PROTOKOLLSANTECKNING,
        ("Protokollsanteckning", "Protokollsanteckningar", "Särskilt yttrande", "Anteckning till protokollet"),
    ),
    (BlockKind.JAV, ("Jäv", "Jäv anmäls", "Deltar ej i beslutet", "Deltar inte i beslutet", "Ej deltagande i beslut")),
    (
        BlockKind.EXPEDIERING,
        (
            "Utdrag till",
            "Beslutet skickas till",
            "Beslutet ska skickas till",
            "Beslut skickas till",
            "Skickas till",
            "Expedieras till",
            "Expedieras",
            "Beslutet expedieras till",
            "Expediering",
            "Protokollsutdrag till",
            "Protokollsutdrag skickas till",
            "Kopia till",
            "Delges",
            "Beslutet delges",
            "Delgivning",
            "Beslutet sänds till",
            "Sändlista",
        ),
    ),
)
_HEADINGS = tuple((kind, compiled(rf"{any_of(*words)}{_REST}")) for kind, words in _TABLE)
_DECISION_OF = compiled(rf"(?P<body>{_NAME})s?\s+{any_of('beslut', 'beslutar', 'beslutade')}(?:\s+för\s+(?:egen\s+del|sin\s+del))?{_REST}")
_PROPOSAL_OF = compiled(
    rf"(?P<body>{_NAME})s?\s+{any_of('förslag', 'beslutsförslag', 'förslag till beslut')}(?:\s+till\s+(?P<to>{_NAME}))?{_REST}"
)
_PROPOSAL_TO = compiled(rf"{any_of('förslag till', 'beslutsförslag till')}\s+(?P<to>{_NAME}){_REST}")
_LABELLED = compiled(rf"(?:{any_of('beslut', 'presidiets beslut')})\s*:\s+(?=\S)")
_LONG_WORD, _LONGEST_WORD = 10, 24
_LONG_WORDS = {word.casefold(): kind for kind, words in _TABLE for word in words if len(word) >= _LONG_WORD and " " not in word}
"""Headings of one long word: known also where a space or a line end has come into it."""

_RULE = re.compile(r"(?:\\?[_\-–—=*]){3,}")


@lru_cache(maxsize=20_000)
def heading_of(text: str) -> Heading | None:
    """What a whole line announces; None where it is ordinary text."""
    if text[:1].islower():
        return None
    if len(text) > 120:
        labelled = _LABELLED.match(text)
        return Heading(BlockKind.BESLUT, None, None, labelled.end()) if labelled else None
    for kind, pattern in _HEADINGS:
        if pattern.fullmatch(text):
            return Heading(kind, None, None, len(text))
    return _of_a_body(text) or _labelled(text) or _torn(text)


def joined(text: str, below: str) -> str | None:
    """The heading of one long word that a line and the one below it are together: "Besluts-" and "underlag"."""
    if len(text) > _LONGEST_WORD or not below[:1].islower():
        return None
    whole = text.removesuffix("-") + below
    return whole if _torn(whole) else None


def is_rule(text: str) -> bool:
    """A drawn line: "_____", "---"."""
    return bool(_RULE.fullmatch(text))


def _torn(text: str) -> Heading | None:
    """ "Samman fattning": a long word into which a space has come."""
    kind = _LONG_WORDS.get("".join(text.split()).rstrip(":.").casefold()) if len(text) <= _LONGEST_WORD * 2 else None
    return Heading(kind, None, None, len(text)) if kind else None


def _of_a_body(text: str) -> Heading | None:
    """ "Arbetsutskottets beslut", "Kommunstyrelsens förslag till kommunfullmäktige", "Förslag till kommunfullmäktige"."""
    match = _DECISION_OF.fullmatch(text)
    if match and (body := _only_body(match["body"])):
        return Heading(BlockKind.BESLUT, body, None, len(text))
    match = _PROPOSAL_TO.fullmatch(text)
    if match and (to := _only_body(match["to"])):
        return Heading(BlockKind.FORSLAG, None, to, len(text))
    match = _PROPOSAL_OF.fullmatch(text)
    if match and (body := _only_body(match["body"])):
        return Heading(BlockKind.FORSLAG, body, _only_body(match["to"] or ""), len(text))
    return None


def _labelled(text: str) -> Heading | None:
    match = _LABELLED.match(text)
    return Heading(BlockKind.BESLUT, None, None, match.end()) if match else None


def _only_body(name: str) -> str | None:
    """The body that a name says; None where it says more or something else ("Ekonomiska beslut")."""
    name = name.strip()
    found = bodies.alone(name) or bodies.alone(name + "s") or (bodies.alone(name[:-1]) if name[-1:] in "sS" else None)
    if found is None and _GENERAL.fullmatch(name):
        return bodies.canonical(name)
    return found


_GENERAL = compiled(
    rf"(?:{any_of('nämnden', 'styrelsen', 'förbundsstyrelsen', 'länsstyrelsen', 'utskottet', 'fullmäktige', 'direktionen')})s?"
)
