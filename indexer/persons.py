"""People as minutes name them, "Anna Ek (S)", and the parties whose members act together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.spans import Span

_CAPITAL = r"(?:[A-ZÅÄÖÉÜ][\w'’.-]*)"
_GAP = r"(?:[ \u00a0\t]+|[ \u00a0\t]*\n[ \u00a0\t]*)"
_NAME = rf"{_CAPITAL}(?:{_GAP}(?:(?:von|af|de|van|der|el|al){_GAP})?{_CAPITAL}){{1,3}}"
PARTY = r"\([ ]?(?P<party>[A-ZÅÄÖa-zåäö]{1,4}|-)[ ]?\)"
# Anna Ek (S); N N, ordf. (C); Anna Ek, S, ordförande
_WITH_PARTY = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME}){_GAP}?(?:,[ ](?:vice[ ])?ordf\.?[ ])?(?:{PARTY}|,[ ](?P<bare>SD|KD|MP|[SMCLV])(?=,|\s|$))"
)
_ALONE = re.compile(rf"(?P<name>{_NAME})(?=[ \t]*(?:,|§|\n|$|\b(?:och|samt)\b|\())")
# Words before a name that begin with a capital only because a sentence does, or that say what the person is.
_NO_NAMES = frozenset(
    (
        "Ordföranden", "Ordförande", "Ledamoten", "Ledamöterna", "Ledamot", "Vice", "Justerare", "Mot", "För", "Även",
        "Att", "Med", "Också", "Samt", "Både", "Båda", "Motion", "Yrkande", "Sekreterare", "Sekreteraren",
        "Tjänstgörande", "Ersättare", "Ersättaren", "Beslutande", "Därefter", "Dessutom", "Ajournering", "Nämnden",
        "Protokoll", "Närvarande", "Följande", "Röstar", "Nej", "Ja", "Jäv", "Av", "Till", "Omröstning", "Reservation",
        "Votering", "Mötet", "Interpellation", "Fråga",
    )
)  # fmt: skip

_PARTIES = {
    "moderat": "M",
    "socialdemokrat": "S",
    "centerparti": "C",
    "vänsterparti": "V",
    "sverigedemokrat": "SD",
    "miljöparti": "MP",
    "kristdemokrat": "KD",
    "liberal": "L",
}
_MEMBERS = re.compile(
    r"(?i)(?<!\w)(?P<word>moderat|socialdemokrat|centerparti|vänsterparti|sverigedemokrat|miljöparti|kristdemokrat|liberal)\w*"
)
_GROUP = re.compile(r"(?<![\w-])(?P<party>SD|KD|MP|[SMCLV])-?(?:gruppen|ledamöterna|ledamöter)(?!\w)")


@dataclass(frozen=True, slots=True)
class Person:
    """A name where it stands, the party beside it, and where both end."""

    name: Span
    party: str | None
    span: Span


def with_party(text: str, at: int = 0) -> list[Person]:
    """The people named with their party, in order; `at` is where `text` begins in its source."""
    found = []
    for match in _WITH_PARTY.finditer(text):
        name = _bare_name(match)
        if name is not None:
            party = match["party"] or match["bare"]
            found.append(Person(_moved(name, at), party.upper() if len(party) < 3 else party, Span(at + name.start, at + match.end())))
    return found


def alone(text: str, at: int = 0) -> Person | None:
    """The person that a text begins with, named without a party."""
    match = _ALONE.match(text)
    name = _bare_name(match) if match else None
    return Person(_moved(name, at), None, _moved(name, at)) if name else None


def parties(text: str) -> Iterator[str]:
    """The parties whose members are spoken of, by their letters: "Moderaternas ledamöter", "SD-gruppen"."""
    for match in _MEMBERS.finditer(text):
        yield _PARTIES[match["word"].lower()]
    for match in _GROUP.finditer(text):
        yield match["party"]


def _bare_name(match: re.Match[str]) -> Span | None:
    """Without words that are no names; at least two words, of letters or initials."""
    words = list(re.finditer(r"\S+", match["name"]))
    while words and words[0][0].rstrip(".") in _NO_NAMES:
        words = words[1:]
    if len(words) < 2:
        return None
    start = match.start("name")
    return Span(start + words[0].start(), start + words[-1].end())


def _moved(span: Span, at: int) -> Span:
    return Span(at + span.start, at + span.end)
