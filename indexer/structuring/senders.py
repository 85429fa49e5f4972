"""Who sent a paper: an office or body of the municipality, or an organisation outside it, from its head and its end.

A body alone on a line of the head is more often whom a paper is addressed to than who wrote it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indexer import bodies, municipalities
from indexer.damage import any_of, compiled
from indexer.documents import BlockKind
from indexer.structuring import heads, issuers
from indexer.structuring.stretches import Stretch
from indexer.structuring.view import View

_TOP = 6
_HEAD = 10
_END = 6
_REFERS = compiled(r"\s+(?:remitterar|skickar|sänder)\b")
_DECIDES = compiled(r"\s+(?:beslutar|har\s+beslutat|beslutade)\b")
_GREETING = compiled(any_of("med vänlig hälsning", "vänliga hälsningar", "med vänliga hälsningar", "mvh") + r"\b.*")
_KOMMUN = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö]+)?)\s+kommun")
_ADOPTED = compiled(
    rf"(?:.*\s)?(?:{any_of('fastställd', 'antagen', 'beslutad', 'behandlad', 'fastställt')})\s+(?:av|i)\s+(?P<by>.{{2,60}})"
)
_SHORT = re.compile(r"(?P<short>[A-ZÅÄÖ]{2,5}(?:\s?[Aa][Uu])?)\b")
# As in: Avtalet har slutits mellan Granköpings kommun (org.nr ...) och ...
_PARTIES = re.compile(r"(?:träffats|ingås|ingåtts|slutits|sluts)\s+mellan\s+(?P<first>[A-ZÅÄÖ][\w\s-]{2,50}?)\s*(?:\(|,|\soch\s)")
# As in: Granskarna Norr AB har på uppdrag av kommunens revisorer genomfört en granskning
_COMMISSIONED = re.compile(r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w&]+(?:[ ][A-ZÅÄÖ&][\w&]*){0,3})\shar\s(?:\w+\s)?på\suppdrag\sav\b")
# "Nyckeltal inom barnomsorgen" says what the figures are about, not whose they are.
_ABOUT = compiled(r"(?<!\w)inom\s.*")
_NO_FIRM = frozenset({"Vi", "Den", "Det", "Man", "Jag"})
_WITHIN = 1500
_FIRST = 40
_OFTEN = 4
"""An organisation named so often, and so many times as often as the municipality, speaks of itself."""
_SIGNATURE = 12


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a paper; `adopted_by` is the abbreviation of a body that a line says adopted it."""

    body: str | None = None
    outside: bool = False
    municipality: str | None = None
    adopted_by: str | None = None


def of_notice(stretch: Stretch) -> str | None:
    """The body that a notice is from: alone on a line of its head, or named there."""
    lines = [line.text for line in stretch.content[:10]]
    header = next((piece.body for piece in stretch.furniture if piece.body), None)
    return (
        header
        or next((name for text in lines if (name := bodies.alone(text))), None)
        or next((n for t in lines for n, _ in bodies.named(t)), None)
    )


def of_letter(stretch: Stretch) -> Sender:
    """The first who signs: below the greeting stand name, title, office and organisation."""
    lines = [line.text for line in stretch.content]
    for position, text in enumerate(lines):
        if _GREETING.fullmatch(text):
            found = _signed(lines[position + 1 : position + 1 + _SIGNATURE])
            if found.body:
                return found
    return _signed(lines[-_SIGNATURE:])


def _signed(lines: Sequence[str]) -> Sender:
    """The first office or organisation in a signature, and the municipality that stands below it."""
    kommun = next((named[0][0] for text in lines if _KOMMUN.fullmatch(text) and (named := municipalities.find(text))), None)
    for text in lines:
        if issuers.is_office(text):
            return Sender(issuers.office(text), municipality=kommun)
        if name := issuers.outside(text):
            return Sender(name, outside=True)
        if _KOMMUN.fullmatch(text):
            return Sender(text, municipality=kommun)
    return Sender()


def of_paper(view: View, stretch: Stretch, title: str | None, *, referred: bool) -> Sender:
    """Read the head, the decision, the title and the signature of a paper that is no letter."""
    head = [line.text for line in stretch.content[:_TOP]]
    if referred and (name := _subject(stretch, _REFERS)):
        return Sender(name)
    party = _PARTIES.search(stretch.words[:_WITHIN])
    if party:
        return Sender(party["first"].strip(), outside=True)
    outside = _outside(stretch, title)
    if outside:
        return Sender(outside, outside=True)
    header = stretch.furniture[0].span.of(view.text) if stretch.furniture else ""
    if name := next((issuers.office(line) for line in header.splitlines() if issuers.office(line)), None):
        return Sender(name)
    names = [text for text in head if issuers.names_an_issuer(text)]
    if len(names) > 1 and head[:2] == names[:2]:
        return Sender(bodies.alone(names[0]) or issuers.office(names[0]))
    for text in head:
        if issuers.is_office(text) or (issuers.office(text) and re.search(r"\d{4}-\d\d-\d\d", text)):
            return Sender(issuers.office(text))
    if name := _office_of_address(stretch):
        return Sender(name)
    own_title = _ABOUT.sub("", title or "")
    in_title = [name for name, _ in bodies.named(own_title)]
    office = issuers.office(own_title) or _office_of_signature(view, stretch)
    return Sender(in_title[0] if in_title else office, adopted_by=_adopted_by(stretch))


def _outside(stretch: Stretch, title: str | None) -> str | None:
    """An organisation alone on a line on top or at the end, in the title, or deciding in its own name."""
    lines = [line.text for line in (*stretch.content[:_TOP], *stretch.content[-_END:])]
    alone = next((issuers.outside(text) for text in lines if issuers.is_outside(text)), None)
    firm = _COMMISSIONED.search("\n".join(line.text for line in stretch.content[:_FIRST]))
    if firm and firm["name"] not in _NO_FIRM and not (bodies.named(firm["name"]) or issuers.office(firm["name"])):
        return firm["name"]
    if alone:
        return alone
    for part in stretch.parts:
        name = issuers.outside(part.words()[:80]) if part.block.kind is BlockKind.BESLUT else None
        if name and _DECIDES.search(part.words()[:160]):
            return name
    return issuers.outside(title) if title and not bodies.named(title) else None


def speaker(words: str, municipality: str | None) -> str | None:
    """The outside organisation that a paper without a head speaks of all the time, and hardly of the municipality."""
    counts = Counter(issuers.all_outside(words)).most_common(1)
    own = len(re.findall(rf"\b{re.escape(municipality)}", words)) if municipality else 0
    return counts[0][0] if counts and counts[0][1] >= _OFTEN * max(own, 1) else None


def _subject(stretch: Stretch, verb: re.Pattern[str]) -> str | None:
    """The body that does what a verb says."""
    words = stretch.words
    return next((name for name, span in bodies.named(words) if verb.match(words, span.end)), None)


def _office_of_signature(view: View, stretch: Stretch) -> str | None:
    """ "Verksamhetschef Individ- och familjeomsorgen", or "IFO-chef" where the text tells what IFO is."""
    for line in stretch.content[-_END:]:
        if len(line.text) > 70 or not issuers.ROLES.search(line.text):
            continue
        if name := issuers.office(line.text):
            return name
        short = re.match(r"(?P<short>[A-ZÅÄÖ]{2,5})\s?-", line.text)
        if short:
            meant = {name for name in issuers.offices(view.text) if bodies.initials(name) == short["short"]}
            return meant.pop() if len(meant) == 1 else None
    return None


def _office_of_address(stretch: Stretch) -> str | None:
    """The office in the address at the foot of the pages: "Smedby kommun  Äldreomsorgen  123 45 Smedby  E-post ..."."""
    feet = (line.text.partition("@")[0] for line in stretch.content if "@" in line.text and _KOMMUN.match(line.text))
    return next((name for foot in feet if (name := issuers.office(foot))), None)


def _adopted_by(stretch: Stretch) -> str | None:
    """Who adopted a paper, as its first or last lines say: a body's name or its abbreviation."""
    head = [line for line in stretch.content[3:_HEAD] if heads.ADOPTED.fullmatch(line.text)]
    for line in (*stretch.content[:3], *head, *stretch.content[-2:]):
        match = _ADOPTED.fullmatch(line.text)
        if match:
            named = bodies.named(match["by"])
            short = _SHORT.match(match["by"])
            return named[0][0] if named else (short["short"] if short else None)
    return None
